import type { Writer } from '../encode/writer.js';

/** An element that the schema leaves open (a wildcard, `xs:anyType`), kept whole: nothing is lost, nothing interpreted. */
export interface AnyElement extends AnyType {
  /** Clark name: `{namespace}local`, or `local`. */
  readonly name: string;
  /** The prefix it had: used again when it is written, if it is free. */
  readonly prefix?: string | undefined;
}

/** Content and attributes of an element of type `xs:anyType`. */
export interface AnyType {
  /** Bindings declared on the element itself, prefix to namespace; '' is the default namespace. */
  readonly namespaces?: Readonly<Record<string, string>> | undefined;
  /** Values by Clark name. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and text in order. */
  readonly children: readonly (string | AnyElement)[];
}

/** An open element that was not taken apart: it writes itself. */
export interface SelfWriting extends AnyElement {
  readonly write: (w: Writer) => void;
}
