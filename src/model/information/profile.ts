import type { Span } from '../../foundation/span.js';
import type { Multiplicity } from './multiplicity.js';

/** A value of a profile and the place where it is written. */
export interface Marked<T> {
  readonly value: T;
  readonly span: Span;
}

/** How an association end is carried: the object itself, or what identifies it. */
export type Carriage = 'inline' | 'mRID' | 'Names' | 'both';

/**
 * A profile as written: which part of an information model a message carries, and what is added to it. An overlay
 * (`extends`) says only what it tightens. Everything that may be left out is absent here; `analysis/profile` fills it in.
 */
export interface Profile {
  /** The name of the profile and of its root element. */
  readonly profile: Marked<string>;
  /** An overlay: the profile that this one tightens, relative to this file. */
  readonly extends?: Marked<string>;
  /** The information model, relative to this file. */
  readonly model?: Marked<string>;
  /** What `sawsdl:modelReference` begins with, for classes whose model gives them no namespace. */
  readonly modelNamespace?: Marked<string>;
  readonly namespace?: Marked<string>;
  readonly prefix?: Marked<string>;
  /** The edition of IEC 61968-100 whose rules the schema follows. */
  readonly edition?: Marked<1 | 2>;
  readonly types?: Marked<'named' | 'anonymous'>;
  readonly references?: Marked<'attribute' | 'element'>;
  readonly order?: Marked<'standard' | 'written'>;
  readonly note?: Marked<string>;
  readonly metadata?: ProfileMetadata;
  readonly extensions?: ProfileNamespace;
  readonly roots: readonly ProfileRoot[];
  readonly classes: readonly ProfileClass[];
  readonly enumerations: readonly ProfileEnumeration[];
  readonly span: Span;
}

/** What the profile is for. */
export interface ProfileMetadata {
  /** The part of the standard: `61968-9`. */
  readonly part?: Marked<string>;
  /** The edition of that part. */
  readonly edition?: Marked<string>;
  /** The version of the profile itself. */
  readonly version?: Marked<string>;
  /** The values of Header.Noun that the message goes with. */
  readonly nouns: readonly Marked<string>[];
  readonly span: Span;
}

/** The vendor's own namespace, which extensions are in. */
export interface ProfileNamespace {
  readonly namespace?: Marked<string>;
  readonly prefix?: Marked<string>;
  readonly span: Span;
}

/** A child of the root element: a type of the profile, and how often it may occur. */
export interface ProfileRoot {
  readonly name: Marked<string>;
  readonly occurs?: Marked<Multiplicity>;
  readonly as?: Marked<string>;
}

/** A type of the profile. Several may stand for one class of the model. */
export interface ProfileClass {
  /** The name of the type. */
  readonly name: Marked<string>;
  /** The class of the model, where it is called differently; of an extension class, the class that it specialises. */
  readonly class?: Marked<string>;
  /** A type of the profile whose members come first. */
  readonly inherits?: Marked<string>;
  readonly abstract?: Marked<boolean>;
  /** Written in place wherever it is used. */
  readonly anonymous?: Marked<boolean>;
  /** The class is the vendor's own. */
  readonly extension?: Marked<boolean>;
  readonly note?: Marked<string>;
  /** Members in the order wanted; what is left out follows. */
  readonly order: readonly Marked<string>[];
  readonly attributes: readonly ProfileAttribute[];
  readonly associations: readonly ProfileAssociation[];
  readonly extensions: readonly ProfileExtension[];
}

/** What attributes, association ends and extensions have in common. */
export interface ProfileProperty {
  /** The name in the model. */
  readonly name: Marked<string>;
  /** Absent: as in the model. `0` in an overlay takes the property away. */
  readonly occurs?: Marked<Multiplicity>;
  /** The name of the element. */
  readonly as?: Marked<string>;
  readonly note?: Marked<string>;
}

/** Facets that narrow a simple type, as XML Schema calls them. */
export type ProfileFacet =
  | 'length'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'minInclusive'
  | 'maxInclusive'
  | 'minExclusive'
  | 'maxExclusive'
  | 'totalDigits'
  | 'fractionDigits';

export type ProfileFacets = Readonly<Partial<Record<ProfileFacet, Marked<string>>>> & { readonly span: Span };

/** An attribute of the class or of a class that it inherits from. */
export interface ProfileAttribute extends ProfileProperty {
  /** Of an enumeration: only these values. */
  readonly values?: readonly Marked<string>[];
  /** Of a simple type: narrower still. */
  readonly facets?: ProfileFacets;
  /** The value is an attribute of the XML element, where that is not an element of its own. */
  readonly xml?: Marked<'attribute' | 'element'>;
  /** Of a compound: the type of the profile to use, where it is not the one of the same name. */
  readonly type?: Marked<string>;
}

/** The end of an association that leads from the class to another. */
export interface ProfileAssociation extends ProfileProperty {
  readonly by?: Marked<Carriage>;
  /** The type of the profile to use, where it is not the one of the same name as the class. */
  readonly type?: Marked<string>;
  /** The concrete types that may stand here, each as an element of its own name. */
  readonly choice?: readonly Marked<string>[];
}

/** A member that the model does not have: an attribute, or the end of an association. */
export interface ProfileExtension extends ProfileProperty {
  /** A primitive, datatype or enumeration of the model, or a type of the profile. */
  readonly type?: Marked<string>;
  readonly by?: Marked<Carriage>;
  readonly facets?: ProfileFacets;
}

/** An enumeration, narrowed or written differently; one that is not mentioned is taken whole. */
export interface ProfileEnumeration {
  readonly name: Marked<string>;
  readonly as?: Marked<string>;
  /** Only these values. */
  readonly values?: readonly Marked<string>[];
  /** The message carries codes, not names. */
  readonly codes?: Marked<boolean>;
  /** The enumeration is the vendor's own: `values` are all there is. */
  readonly extension?: Marked<boolean>;
  readonly note?: Marked<string>;
}
