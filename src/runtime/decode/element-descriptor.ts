import type { TypeInfo } from './type-descriptor.js';
import type { IdentityConstraintInfo } from '../identity-constraint/watch.js';

/** A default or fixed value of an element, in its lexical form, with the bindings for QName values. */
export interface PendingValue {
  readonly fixed: boolean;
  readonly lexical: string;
  readonly namespaces?: Readonly<Record<string, string>>;
}

/** A type that `xsi:type` may name at some element. */
export interface DerivedType {
  /** Value of `$type`. */
  readonly name: string;
  readonly namespace: string;
  readonly localName: string;
  readonly type: TypeInfo;
}

/** What is special about an element declaration. Elements that have only a plain type need none of this. */
export interface ElementInfo {
  /** Clark name. */
  readonly name: string;
  readonly type: TypeInfo;
  readonly nillable?: boolean;
  /** There is no declaration: `xsi:type` alone says what the element is. */
  readonly undeclared?: boolean;
  readonly abstract?: boolean;
  /** The declared type is abstract. */
  readonly abstractType?: boolean;
  readonly value?: PendingValue;
  readonly derived?: () => readonly DerivedType[];
  /** Derivation methods that `block` of the declaration and of its type forbid: `extension`, `restriction`. */
  readonly block?: readonly string[];
  readonly constraints?: readonly IdentityConstraintInfo[];
}
