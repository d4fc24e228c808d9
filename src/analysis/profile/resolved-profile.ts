import type { Span } from '../../foundation/span.js';
import type {
  Carriage,
  EnumerationLiteral,
  ModelClass,
  Multiplicity,
  ProfileFacet,
} from '../../model/information/index.js';

/** A profile whose every name was found in the model: what the schema is made of. */
export interface ResolvedProfile {
  readonly name: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly edition: 1 | 2;
  readonly references: 'attribute' | 'element';
  readonly note: string;
  readonly metadata: ResolvedMetadata;
  /** Where extensions live; the namespace of the profile where it declares none. */
  readonly extensions: { readonly namespace: string; readonly prefix: string };
  readonly roots: readonly ResolvedRoot[];
  /** By name, in the order of the profile. */
  readonly types: ReadonlyMap<string, ResolvedType>;
  /** Every enumeration and datatype that a member uses, by the name of its type. */
  readonly simpleTypes: ReadonlyMap<string, NamedSimpleType>;
  readonly span: Span;
}

export interface ResolvedMetadata {
  readonly part?: string;
  readonly edition?: string;
  readonly version?: string;
  readonly nouns: readonly string[];
}

export interface ResolvedRoot {
  /** Name of the element. */
  readonly name: string;
  readonly type: string;
  readonly occurs: Multiplicity;
  readonly span: Span;
}

export interface ResolvedType {
  readonly name: string;
  /** The class of the model; of an extension, the one that it specialises, if any. */
  readonly class?: ModelClass;
  readonly isExtension: boolean;
  /** Written in place. */
  readonly anonymous: boolean;
  readonly abstract: boolean;
  readonly inherits?: string;
  readonly note: string;
  readonly modelReference: string;
  /** Own members, in the order of the schema. */
  readonly members: readonly ResolvedMember[];
  readonly span: Span;
}

export interface ResolvedMember {
  /** Name of the element. */
  readonly name: string;
  /** Name in the model. */
  readonly modelName: string;
  readonly isExtension: boolean;
  /** It is an XML attribute, which has no namespace. */
  readonly isXmlAttribute: boolean;
  readonly occurs: Multiplicity;
  readonly note: string;
  readonly modelReference: string;
  readonly content: MemberContent;
  readonly span: Span;
}

export type MemberContent =
  | { readonly kind: 'simple'; readonly type: SimpleUse }
  | { readonly kind: 'object'; readonly type: string }
  | { readonly kind: 'choice'; readonly types: readonly string[] }
  | ReferenceContent;

/** What identifies an object that is elsewhere. */
export interface ReferenceContent {
  readonly kind: 'reference';
  readonly by: Exclude<Carriage, 'inline'>;
  /** What `sawsdl:modelReference` says of its class. */
  readonly modelReference: string;
  /** Where references are elements: whether there is an mRID, and the type of Names. */
  readonly id?: { readonly modelReference: string };
  readonly names?: { readonly type: string; readonly modelReference: string };
}

/** A simple type where it is used, narrowed or not. */
export interface SimpleUse {
  readonly base:
    { readonly kind: 'built-in'; readonly name: string } | { readonly kind: 'named'; readonly name: string };
  /** Only these, as they stand in the message. */
  readonly values?: readonly string[];
  readonly facets: readonly ResolvedFacet[];
}

export interface ResolvedFacet {
  readonly kind: ProfileFacet;
  readonly value: string;
  readonly span: Span;
}

/** An enumeration or a CIMDatatype, which becomes a simple type with a name. */
export type NamedSimpleType =
  | {
      readonly kind: 'enumeration';
      readonly name: string;
      readonly class?: ModelClass;
      readonly isExtension: boolean;
      readonly note: string;
      readonly modelReference: string;
      readonly values: readonly ResolvedValue[];
      readonly span: Span;
    }
  | {
      readonly kind: 'datatype';
      readonly name: string;
      readonly class: ModelClass;
      readonly note: string;
      readonly modelReference: string;
      /** Local name of the built-in type. */
      readonly builtIn: string;
      /** Absent where the model fixes none: then it is not part of the message either. */
      readonly unit?: string;
      readonly multiplier?: string;
      readonly span: Span;
    };

export interface ResolvedValue {
  /** As it stands in the message. */
  readonly value: string;
  readonly literal?: EnumerationLiteral;
  readonly modelReference: string;
  readonly note: string;
}
