import type { TypeInfo } from './type-descriptor.js';
import type { IdentityConstraintInfo } from '../identity-constraint/watch.js';
import type { SimpleTypeCodec } from '../primitive/simple-type.js';
import type { Tag, Writer } from '../encode/writer.js';
import type { Reader } from '../xml/reader.js';

/** A default or fixed value of an element, in its lexical form, with the bindings for QName values. */
export interface PendingValue {
  readonly fixed: boolean;
  readonly lexical: string;
  readonly namespaces?: Readonly<Record<string, string>>;
}

/** A value constraint while the content of its element is waited for. */
export interface PendingContent {
  readonly constraint: PendingValue;
  /** Makes a value of simple content that was read, or that is not there. */
  take(r: Reader, type: SimpleTypeCodec, text: string, at: number): string;
}

/** Reads and writes elements about which something is special. */
export interface SpecialElement {
  readonly read: (r: Reader, info: ElementInfo) => unknown;
  readonly write: (w: Writer, info: ElementInfo, tag: Tag, value: unknown) => void;
  /** Writes a value of a type that only the registry knows, which `$type` names; false where it names none. */
  readonly writeNamed: (w: Writer, tag: Tag, value: unknown) => boolean;
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
  /** There where anything below is. */
  readonly special?: SpecialElement;
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
