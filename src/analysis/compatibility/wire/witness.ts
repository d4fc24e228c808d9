import type { ExpandedName } from '../../../foundation/expanded-name.js';
import type { ComponentId } from '../../../model/schema/index.js';

/**
 * An element of a witness: a message of the old model as far as it matters. What is left open (required attributes, values,
 * content that is required) is filled in with the least that the old model asks for.
 */
export interface WitnessElement {
  readonly name: ExpandedName;
  /** The declaration of the accepting model. Undefined where a wildcard lets in what nothing declares. */
  readonly declaration: ComponentId | undefined;
  /** The type that `xsi:type` names. */
  readonly xsiType?: ComponentId;
  readonly isNil?: boolean;
  /** Attributes that must be there, beside those that are required. */
  readonly attributes?: readonly WitnessAttribute[];
  readonly content: WitnessContent;
  /** What is wrong for the rejecting model lies here. */
  readonly mark?: WitnessMark;
}

/** An attribute of a witness. */
export interface WitnessAttribute {
  readonly name: ExpandedName;
  /** Undefined where a wildcard lets in what nothing declares. */
  readonly declaration: ComponentId | undefined;
  /** Undefined: any value that is valid. */
  readonly literal?: string;
}

/** What an element of a witness contains. */
export type WitnessContent =
  | { readonly kind: 'least' }
  | { readonly kind: 'text'; readonly text: string }
  /** Text, where there is some, comes first. */
  | { readonly kind: 'elements'; readonly elements: readonly WitnessChild[]; readonly text?: string };

/** So many elements, all alike, one after the other. */
export interface WitnessChild {
  readonly element: WitnessElement;
  readonly count: number;
}

/** Where in its element the fault lies: the element as such, its end (something is missing), an attribute or the text. */
export type WitnessMark =
  { readonly kind: 'element' | 'end' | 'text' } | { readonly kind: 'attribute'; readonly name: ExpandedName };
