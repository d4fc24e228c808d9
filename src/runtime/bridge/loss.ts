/** Why something of the old message is not in the new one, or stands there in a form that the new model does not allow. */
export type LossReason =
  /** The new model has nothing of the kind. */
  | 'no-counterpart'
  /** The new model takes fewer of them. */
  | 'too-many'
  /** The new model does not allow the value, and no hook gave another. */
  | 'value-not-allowed'
  /** The new model asks for it, the old message lacks it, and no hook gave it. */
  | 'not-given'
  /** The order of elements in the document. */
  | 'order'
  /** The new message breaks a rule of its model all the same. */
  | 'not-valid';

/** Something that did not come over. */
export interface Loss {
  readonly reason: LossReason;
  /** Where: properties and indexes in the old value, `MeterReading[0].Readings[3].value`. */
  readonly path: string;
  /** The element or attribute, or the rule that is broken. */
  readonly name: string;
  /** What was lost; for `not-valid` what was found. */
  readonly value: unknown;
}

/** A message in the other model, and what has to be known about it. */
export interface Bridged<T> {
  readonly value: T;
  /** Empty: nothing was lost. */
  readonly losses: readonly Loss[];
  /** Hooks that were asked, by name, each with the place. */
  readonly asked: readonly { readonly hook: string; readonly path: string }[];
}
