import type { NamespaceLookup, SimpleTypeCodec } from '../primitive/simple-type.js';
import type { Reader } from '../xml/reader.js';

/** What the reader tells while an element with identity constraints is open. */
export interface IdentityConstraintWatch {
  /** An element was opened: its expanded name. Its attributes follow, then what is in it. */
  open(r: Reader, namespace: string, local: string): void;
  /** The value of attribute `index` of the open element, or of its simple content (-1); null where it is not valid. */
  value(
    r: Reader,
    index: number,
    type: SimpleTypeCodec,
    literal: string | null,
    lookup?: NamespaceLookup,
  ): void;
  /** An attribute of the open element has a valid value: its default. */
  attribute(
    r: Reader,
    namespace: string,
    local: string,
    type: SimpleTypeCodec,
    literal: string,
    lookup?: NamespaceLookup,
  ): void;
  /** The open element has no value: it is nil. */
  withoutValue(r: Reader): void;
  /** The declaration of the open element is nillable. */
  nillable(r: Reader): void;
  /** The open element and what is in it are not assessed. */
  skipped(r: Reader): void;
  /** The open element is being left. */
  close(r: Reader): void;
  /** Streams: what goes back to the present state when a record is read again. A new mark makes older ones void. */
  mark(r: Reader): () => void;
}

/** One step of a selector or field: a name (Clark), `{namespace}*`, or `*`. */
export type StepTest = string;

/** A path of a selector or field (3.11.6). */
export interface PathInfo {
  readonly descendant: boolean;
  readonly steps: readonly StepTest[];
  readonly attribute?: StepTest;
}

/** An identity constraint as generated code describes it. */
export interface IdentityConstraintInfo {
  readonly name: string;
  readonly category: 'key' | 'keyref' | 'unique';
  readonly selector: readonly PathInfo[];
  readonly fields: readonly (readonly PathInfo[])[];
  /** keyref: Clark name of the key. */
  readonly refer?: string;
  /** Starts watching the open element for all of `constraints`; the function answered ends it. */
  readonly watch: (r: Reader, constraints: readonly IdentityConstraintInfo[]) => (r: Reader) => void;
}
