import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Aggregation, ModelFormat, Origin, TaggedValue } from '../../model/information/index.js';

/** What a reader of a UML model hands to the builder: texts as found, references unresolved, in the order of the source. */
export interface RawElement {
  readonly name: string;
  /** A GUID, an IRI or an xmi:id, as found; what is no identity that survives renames is dropped by the builder. */
  readonly guid?: string | undefined;
  /** As found: with the markup, character references and line ends of the tool. */
  readonly notes?: string | undefined;
  readonly stereotypes?: readonly string[];
  readonly tags?: readonly TaggedValue[];
  readonly origin: Origin;
}

/** An identifier that the source gives an element: xmi:id, Object_ID, IRI. Of one space for packages and classes. */
export type NativeId = string;

export interface RawPackage extends RawElement {
  readonly id: NativeId;
  /** The package that owns it; absent at the top. The model root that a tool draws around all packages is no package. */
  readonly parent?: NativeId | undefined;
  /** Where the source says so itself; otherwise the tags `nsuri` and `baseuri` decide, inherited downwards. */
  readonly namespace?: string | undefined;
}

/** What the source makes of a class, before stereotypes are looked at. */
export type Metaclass = 'class' | 'enumeration' | 'datatype' | 'primitive';

export interface RawClass extends RawElement {
  readonly id: NativeId;
  /** The package that holds it, whatever other class it is nested in. */
  readonly package?: NativeId | undefined;
  readonly metaclass: Metaclass;
  readonly abstract?: boolean;
  readonly namespace?: string | undefined;
}

/** A class by what the source calls it: the identifier is tried first, then the name. */
export interface RawReference {
  readonly id?: NativeId | undefined;
  readonly name?: string | undefined;
  /** A type of the library of the language or metamodel (`EString`), which no model defines. */
  readonly isBuiltIn?: boolean;
}

/** A multiplicity as one text (`0..*`) or as two; where both bounds are absent it is reported as missing. */
export type RawMultiplicity =
  string | { readonly lower?: string | undefined; readonly upper?: string | undefined };

/** An attribute. Of a class that turns out to be an enumeration it becomes a literal, its default the code. */
export interface RawAttribute extends RawElement {
  readonly owner: NativeId;
  readonly type: RawReference;
  readonly multiplicity: RawMultiplicity | undefined;
  readonly default?: string | undefined;
  readonly static?: boolean;
  readonly constant?: boolean;
}

export interface RawLiteral extends RawElement {
  readonly owner: NativeId;
  /** Never an ordinal that the tool has counted. */
  readonly code?: string | undefined;
}

export interface RawGeneralization {
  readonly specific: NativeId;
  readonly general: RawReference;
  readonly guid?: string | undefined;
  readonly stereotypes?: readonly string[];
  readonly origin: Origin;
}

/** The end at a class: its name is the role that this class plays. */
export interface RawAssociationEnd extends RawElement {
  readonly class: RawReference;
  readonly multiplicity: RawMultiplicity | undefined;
  readonly aggregation?: Aggregation;
  readonly navigable?: boolean | undefined;
  /** The source knows the other end alone, as profiles do: that this one has no name is no fault. */
  readonly implied?: boolean;
}

export interface RawAssociation extends RawElement {
  /** Source and target as drawn. */
  readonly ends: readonly [RawAssociationEnd, RawAssociationEnd];
}

/** Everything that a reader found, each list in the order of the source. `buildInformationModel` makes a model of it. */
export interface RawModel {
  readonly format: ModelFormat;
  /** What people call the document, for the report. */
  readonly label: string;
  name: string;
  readonly packages: RawPackage[];
  readonly classes: RawClass[];
  readonly attributes: RawAttribute[];
  readonly literals: RawLiteral[];
  readonly generalizations: RawGeneralization[];
  readonly associations: RawAssociation[];
  /** What the reader has to say itself; the report of the builder is added. */
  readonly diagnostics: DiagnosticBag;
}

/** A model with nothing in it yet. */
export const emptyRawModel = (format: ModelFormat, label: string, name = ''): RawModel => ({
  format,
  label,
  name,
  packages: [],
  classes: [],
  attributes: [],
  literals: [],
  generalizations: [],
  associations: [],
  diagnostics: new DiagnosticBag(),
});
