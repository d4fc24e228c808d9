import type { CalendarFields } from './calendar.js';
import type { Reader } from '../xml/reader.js';
import type { Scan } from './scan.js';

/** Finds the namespace name that a prefix is bound to ('' for the default namespace); undefined if it is not bound. */
export type NamespaceLookup = (prefix: string) => string | undefined;

/** Looks prefixes up in bindings that are told; none where there are none. */
export const lookupIn =
  (namespaces: Readonly<Record<string, string>> | undefined): NamespaceLookup =>
  (prefix) =>
    namespaces !== undefined && Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : undefined;

/** Why a literal is not valid. `rule` is the constraint: `cvc-datatype-valid.1.2.1`, `cvc-pattern-valid`, … */
export interface SimpleTypeFault {
  readonly rule: string;
  /** What was expected, in the user's terms: `a decimal number`, `at most 32 characters`. */
  readonly expected: string;
}

/** Notes the IDs and references in a literal, for the rules that are about the whole document. */
export type NoteIdentifiers = (
  r: Reader,
  type: SimpleTypeCodec,
  literal: string,
  at: number,
  attribute?: string,
) => void;

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
  /** Types of date and time: a literal taken apart, undefined if it is not valid. What order and equality go by. */
  readonly fields?: (literal: string) => CalendarFields | undefined;
  /** For the length facets: characters, octets or items. Absent where length does not apply. */
  readonly length?: (literal: string) => number;
  /**
   * Whether a valid literal is an ID, refers to IDs (IDREF; IDREFS, separated by spaces) or to unparsed entities (ENTITY,
   * ENTITIES): undefined for none of them. Only on types that have to do with these. A type that has this has no `scan`.
   */
  readonly identifier?: (literal: string) => 'ID' | 'IDREF' | 'ENTITY' | undefined;
  /** On the same types: notes a valid literal, as a document has it, in the element or attribute at an offset. */
  readonly note?: NoteIdentifiers;
  /**
   * Unions only: a valid literal with white space as the member that accepts it sees it. A union has `whiteSpace` "preserve"
   * and gets literals as they stand in the document (4.3.6).
   */
  readonly normalized?: (literal: string, namespaces: NamespaceLookup) => string;
  /** Types of names, alone, in lists or in unions: a valid literal with Clark names, which do not depend on bindings. */
  readonly kept?: (literal: string, namespaces: NamespaceLookup) => string;
  /** Unions only: the member types. */
  readonly members?: readonly SimpleTypeCodec[];
  /** Lists only: the type of the items. */
  readonly item?: SimpleTypeCodec;
}
