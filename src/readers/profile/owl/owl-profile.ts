import type { Origin } from '../../../model/information/index.js';
import type { ResourceId } from '../../rdf/graph.js';

/**
 * A profile as CIMTool keeps it in OWL: classes of a message, each a subclass of a class of the information model, its
 * properties as restrictions. What the profile leaves to the information model is absent. Everything is in order of name.
 */
export interface OwlProfile {
  readonly name: string;
  /** Of the ontology, with `#`; '' where the document has no header. */
  readonly namespace: string;
  /** The information models that it is a profile of, by IRI. */
  readonly imports: readonly string[];
  /** Named classes first, then those that are written where they are used. */
  readonly classes: readonly OwlProfileClass[];
}

export interface OwlProfileClass {
  /** What properties and subclasses refer to. */
  readonly id: ResourceId;
  readonly name: string;
  /** It is written in place, where a property has it for its values. */
  readonly anonymous: boolean;
  /** The class of the information model, by IRI. */
  readonly base: string | undefined;
  /** Classes of the profile whose properties it has too. */
  readonly supers: readonly ResourceId[];
  /** A message begins with it: `concrete`, or a subclass of `Message`. */
  readonly root: boolean;
  /** Of an enumeration: the values that remain, by IRI; absent where all do. */
  readonly values?: readonly string[];
  readonly properties: readonly OwlProfileProperty[];
  readonly stereotypes: readonly string[];
  readonly notes: string | undefined;
  readonly origin: Origin;
}

export interface OwlProfileProperty {
  readonly name: string;
  /** The property of the information model, by IRI. */
  readonly base: string;
  readonly minOccurs?: number;
  readonly maxOccurs?: number;
  readonly value: OwlProfileValue;
  readonly stereotypes: readonly string[];
  readonly notes: string | undefined;
  readonly origin: Origin;
}

/** What a property holds. */
export type OwlProfileValue =
  /** A simple value; the datatype, by IRI, is absent where it is that of the information model. */
  | { readonly kind: 'datatype'; readonly datatype: string | undefined }
  /** Objects of classes of the profile, or their identifiers; of several classes one is chosen. */
  | {
      readonly kind: 'class';
      readonly byReference: boolean;
      /** The class of the information model, by IRI. */
      readonly base: string | undefined;
      readonly classes: readonly ResourceId[];
      /** It is an attribute of the information model: an enumeration or a compound. */
      readonly attribute: boolean;
    }
  /** What the information model says. */
  | { readonly kind: 'unsaid' };
