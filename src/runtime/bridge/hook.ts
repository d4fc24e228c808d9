/** Where a hook is asked. */
export interface HookPlace {
  /** Properties and indexes in the old value. */
  readonly path: string;
}

/**
 * Gives what cannot be derived: the value in the new model, or undefined to let it go, which is reported as a loss.
 * `from` is the old value around it.
 */
export type Hook<From, Value> = (from: From, place: HookPlace) => Value | undefined;

/** What a list property is a list of. */
export type ListItem<List> = NonNullable<List> extends readonly (infer Item)[] ? Item : never;
