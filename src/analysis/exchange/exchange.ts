import type { MessageKind } from '../../runtime/envelope/envelope.js';
import type { MessageBinding } from '../binding/index.js';

/** The messages of IEC 61968-100 that a schema has, and those that follow from its nouns: what message classes are made of. */
export interface Exchange {
  /** In the order of the configuration, strongly typed messages last. */
  readonly editions: readonly EditionFact[];
  /** In order of name. */
  readonly nouns: readonly NounFact[];
}

/** One edition of the envelope, as this schema has it. */
export interface EditionFact {
  /** `ed1`, `typed`, … */
  readonly name: string;
  readonly namespace: string;
  readonly roots: readonly RootFact[];
}

/** A root element of an edition, and in what its codec's values differ from the published envelope. */
export interface RootFact {
  readonly message: MessageBinding;
  readonly kind: MessageKind;
  /** Strongly typed messages: the noun, and the verb where the root is for one alone. */
  readonly noun: string | undefined;
  readonly verb: string | undefined;
  /** The fields that the root has, `header.noun`, at whatever depth. */
  readonly fields: ReadonlySet<string>;
  /** `header.noun` to the name of the property. */
  readonly names: ReadonlyMap<string, string>;
  /** Texts that are values with attributes, and the property with the text. */
  readonly wrapped: ReadonlyMap<string, string>;
  readonly plainIds: boolean;
  /** Properties that hold declared elements. */
  readonly elements: ReadonlyMap<string, { readonly message: MessageBinding; readonly many: boolean }>;
  /** Properties that hold members of a substitution group: which message each value of `$type` is. */
  readonly heads: ReadonlyMap<
    string,
    { readonly members: ReadonlyMap<string, MessageBinding>; readonly many: boolean }
  >;
}

/** A noun: its root element, and its query profile. */
export interface NounFact {
  readonly noun: string;
  readonly message: MessageBinding;
  /** `Get<Noun>`. */
  readonly query: MessageBinding | undefined;
}
