import type { Scan } from './scan.js';

/** Finds the namespace name that a prefix is bound to ('' for the default namespace); undefined if it is not bound. */
export type NamespaceLookup = (prefix: string) => string | undefined;

/** Why a literal is not valid. `rule` is the constraint: `cvc-datatype-valid.1.2.1`, `cvc-pattern-valid`, … */
export interface SimpleTypeFault {
  readonly rule: string;
  /** What was expected, in the user's terms: `a decimal number`, `at most 32 characters`. */
  readonly expected: string;
}

/**
 * A simple type that can check literals, compiled or composed: built-ins, restrictions, lists and unions look alike.
 * All methods but `scan` take a literal whose white space was normalised already by `whiteSpace`.
 */
export interface SimpleTypeCodec {
  /** For messages and for `xsi:type`: `decimal`, `MeterSerialNumber`. */
  readonly name: string;
  readonly variety: 'atomic' | 'list' | 'union';
  /** Local name of the built-in primitive (`decimal`, `string`, …); `anySimpleType` for lists, unions and itself. */
  readonly primitive: string;
  readonly whiteSpace: 'preserve' | 'replace' | 'collapse';
  /** Fast acceptance on bytes. Absent where bytes do not tell. */
  readonly scan?: Scan;
  /** Undefined if valid. */
  check(literal: string, namespaces: NamespaceLookup): SimpleTypeFault | undefined;
  /**
   * A key of the value of a valid literal: two valid literals of types of the same primitive denote the same value
   * exactly when their keys are equal. It begins with the primitive's name, so that values of different primitives differ
   * (section 2.2 of Datatypes: value spaces of primitives are disjoint). Lists: the items' keys; unions: the key of the first member that accepts.
   */
  key(literal: string, namespaces: NamespaceLookup): string;
  /** Order of two valid literals: negative, 0, positive, or undefined where they are incomparable. Absent for unordered types. */
  readonly compare?: (a: string, b: string) => number | undefined;
  /** For the length facets: characters, octets or items. Absent where length does not apply. */
  readonly length?: (literal: string) => number;
  /**
   * Whether a valid literal is an ID, refers to IDs (IDREF; IDREFS, separated by spaces) or to unparsed entities (ENTITY,
   * ENTITIES): undefined for none of them. Only on types that have to do with these. A type that has this has no `scan`.
   */
  readonly identifier?: (literal: string) => 'ID' | 'IDREF' | 'ENTITY' | undefined;
  /**
   * Unions only: a valid literal with white space as the member that accepts it sees it. A union has `whiteSpace` "preserve"
   * and gets literals as they stand in the document (4.3.6).
   */
  readonly normalized?: (literal: string, namespaces: NamespaceLookup) => string;
  /** Types of names, alone, in lists or in unions: a valid literal with Clark names, which do not depend on bindings. */
  readonly kept?: (literal: string, namespaces: NamespaceLookup) => string;
  /** Unions only: the member types. */
  readonly members?: readonly SimpleTypeCodec[];
}
