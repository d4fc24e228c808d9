import type { SimpleTypeCodec } from '../primitive/simple-type.js';

/*
 * How values of one model become values of another: tables, which generated code holds and `bridgeMessage` follows.
 */

/** How one value becomes another. */
export type ValueBridge =
  SimpleBridge | TypeBridge | MembersBridge | WrapBridge | UnwrapBridge | NillableBridge | OpenBridge;

/** A table, or where it is: tables refer to each other in circles. */
export type ValueLink = ValueBridge | (() => ValueBridge);

/** A value of a simple type. */
export interface SimpleBridge {
  readonly kind: 'simple';
  /** What the new value must be a literal of; absent where every old value is one. */
  readonly accepts?: SimpleTypeCodec;
  /** What the new value is in JavaScript. */
  readonly form: ValueForm;
  /** The new one is a code of reading types: a code of 11 fields becomes one of 18. */
  readonly isReadingType?: boolean;
}

export type ValueForm = 'text' | 'boolean' | 'number' | 'texts' | 'booleans' | 'numbers';

/** A value of a complex type. */
export interface TypeBridge {
  readonly kind: 'type';
  /** The new type, as it is called in TypeScript. */
  readonly name: string;
  readonly fields: readonly FieldBridge[];
  /** Properties that the new type lacks. */
  readonly lost?: readonly string[];
  /** Properties that only the new type has, and must have. */
  readonly missing?: readonly MissingField[];
  /** The value says by `$type` what it is: old name to new name and table; none where the new model has no such type. */
  readonly derived?: Readonly<Record<string, DerivedBridge>>;
  /** Content in document order, mixed perhaps. */
  readonly ordered?: OrderedBridge;
}

export interface DerivedBridge {
  /** The new `$type`; absent where the new type needs none. */
  readonly name?: string;
  readonly type: () => TypeBridge;
}

export interface OrderedBridge {
  readonly from: string;
  readonly to: string;
  readonly mixed: boolean;
  /** Entries by their old name. */
  readonly entries: Readonly<Record<string, { readonly name: string; readonly value: ValueLink }>>;
}

/** A property of the old type that lives on. What is not said is false. */
export interface FieldBridge {
  readonly from: string;
  /** Default: as in the old type. */
  readonly to?: string;
  readonly value: ValueLink;
  readonly fromList?: boolean;
  readonly toList?: boolean;
  /** The new one must be there. */
  readonly required?: boolean;
  /** The most that the new one takes; absent where there is no limit. */
  readonly most?: number;
  readonly fallback?: unknown;
}

/** A property that the old type has not. */
export interface MissingField {
  readonly to: string;
  readonly toList?: boolean;
  /** Default or fixed value of the model. */
  readonly fallback?: unknown;
}

/** One element of a substitution group, told by `$type`. */
export interface MembersBridge {
  readonly kind: 'members';
  /** Old name to new name and value. */
  readonly members: Readonly<Record<string, { readonly name: string; readonly value: ValueLink }>>;
  /** The old element has no substitutes: its values have no `$type`. */
  readonly plain?: { readonly name: string; readonly value: ValueLink };
  /** The new element has no substitutes: its values have no `$type`. */
  readonly bare?: boolean;
}

/** A simple value that gets attributes: it moves into a property. */
export interface WrapBridge {
  readonly kind: 'wrap';
  readonly property: string;
  readonly value: SimpleBridge;
}

/** A simple value that loses its attributes. */
export interface UnwrapBridge {
  readonly kind: 'unwrap';
  readonly property: string;
  readonly value: SimpleBridge;
}

/** An element that may be nil in the new model, too. */
export interface NillableBridge {
  readonly kind: 'nillable';
  readonly value: ValueLink;
}

/** What no schema describes: open elements and attributes stay as they are. */
export interface OpenBridge {
  readonly kind: 'open';
}

/** A table that refers to itself is given by a function. */
export const settled = (value: ValueLink): ValueBridge => (typeof value === 'function' ? value() : value);
