import type {
  ComponentId,
  NamespaceConstraint,
  ValueConstraint,
  Wildcard,
} from '../../model/schema/index.js';

/**
 * What every emitter agrees on: which declarations there are, what they are called, in which module they stand, and
 * which shape each has. A fact: computed once from the schema and the naming and binding options, by id.
 */
export interface Binding {
  /** One a namespace that declares anything, in order of namespace. */
  readonly modules: readonly ModuleBinding[];
  /** Complex types by id: named, anonymous; those of all documents. `xs:anyType` is not among them. */
  readonly complexTypes: ReadonlyMap<ComponentId, ComplexTypeBinding>;
  /** Simple types that get a declaration: user-defined, named or anonymous with an enumeration or facets. */
  readonly simpleTypes: ReadonlyMap<ComponentId, SimpleTypeBinding>;
  /** Global elements by id. */
  readonly messages: ReadonlyMap<ComponentId, MessageBinding>;
}

export interface ModuleBinding {
  readonly namespace: string;
  /** Folder of the module below the output folder: `meter-readings`. */
  readonly path: string;
  /** Ids in the order in which they are printed: order of the schema documents by label, then of the declarations. */
  readonly complexTypes: readonly ComponentId[];
  readonly simpleTypes: readonly ComponentId[];
  readonly messages: readonly ComponentId[];
}

export interface ComplexTypeBinding {
  readonly id: ComponentId;
  readonly module: string;
  /** The TypeScript name, unique in its module: `MeterReading`. */
  readonly name: string;
  /** Suffix for functions of the codec, unique over all modules: `read${codecName}`. */
  readonly codecName: string;
  /** The interface that the declaration extends, where its shape allows it. */
  readonly extends?: ComponentId;
  /** All attributes, inherited ones included, in the order of the model. */
  readonly attributes: readonly AttributeBinding[];
  /** Property that keeps attributes of an attribute wildcard: `Readonly<Record<string, string>>` by Clark name. */
  readonly anyAttribute?: { readonly property: string; readonly wildcard: Wildcard };
  readonly content: ContentBinding;
  readonly abstract: boolean;
  /** The type with all that `xsi:type` may name in its place, as one type: `AnyReading`. Absent where there are none. */
  readonly union?: { readonly name: string; readonly derived: readonly DerivedBinding[] };
}

export interface AttributeBinding {
  readonly attribute: ComponentId;
  readonly namespace: string;
  readonly localName: string;
  readonly property: string;
  /** Simple type. */
  readonly type: ComponentId;
  readonly required: boolean;
  readonly valueConstraint?: ValueConstraint;
}

export type ContentBinding =
  | { readonly kind: 'empty' }
  /** Simple content: one property, `value` unless an attribute has that name. */
  | { readonly kind: 'simple'; readonly property: string; readonly type: ComponentId }
  /**
   * Flat fields, where the order of elements follows from the content model. `shape` says which combinations there are.
   * `all`: the content model is an `xs:all`; an order that differs from the schema's is kept in `$order`.
   */
  | {
      readonly kind: 'fields';
      readonly shape: Shape;
      readonly fields: readonly FieldBinding[];
      readonly all: boolean;
    }
  /** Mixed content, repeated choices and all that flat fields would lose: `content: readonly (string | { name, value })[]`. */
  | {
      readonly kind: 'ordered';
      readonly property: string;
      readonly mixed: boolean;
      /** One for each name that may occur: substitution group members stand for themselves here. */
      readonly entries: readonly FieldBinding[];
    };

/** The combinations of fields that the content model allows. */
export type Shape =
  | { readonly kind: 'field'; readonly field: number }
  /** All of them. */
  | { readonly kind: 'all'; readonly members: readonly Shape[] }
  /** Exactly one of them. */
  | { readonly kind: 'one'; readonly branches: readonly Shape[] }
  /** The group, or nothing at all. */
  | { readonly kind: 'optional'; readonly member: Shape };

export interface FieldBinding {
  readonly property: string;
  readonly content: ElementFieldBinding | WildcardFieldBinding;
  /** An array: maxOccurs of the field itself is above 1. Always false for entries of ordered content. */
  readonly list: boolean;
  /** The field's own occurrence. Inside a branch that is taken. */
  readonly minOccurs: number;
  readonly maxOccurs: number | 'unbounded';
  /**
   * The field stands in a branch of a choice or in an optional group: where that is not taken the property is undefined,
   * of a list too. A list that is not conditional is always there, empty perhaps.
   */
  readonly conditional: boolean;
}

export interface ElementFieldBinding {
  readonly kind: 'element';
  readonly element: ComponentId;
  readonly namespace: string;
  readonly localName: string;
  /**
   * Empty for a plain element. Otherwise all elements that may stand here, head included unless abstract: the value is
   * `{ $type: name, value }`, `name` as given here. Not used in ordered content.
   */
  readonly substitutions: readonly SubstitutionBinding[];
  readonly value: ElementValueBinding;
}

export interface SubstitutionBinding {
  readonly name: string;
  readonly element: ComponentId;
  readonly namespace: string;
  readonly localName: string;
  readonly value: ElementValueBinding;
}

export interface ElementValueBinding {
  readonly type: ComponentId;
  /**
   * Derived types that `xsi:type` may name here, blocked and abstract ones left out: the value is then
   * `Typed<name, X>`. Empty where the declared type is the only one. Only types whose value differs in TypeScript.
   */
  readonly derived: readonly DerivedBinding[];
  /** The declared type is abstract: only derived types may stand here. */
  readonly abstract: boolean;
  readonly nillable: boolean;
  readonly valueConstraint?: ValueConstraint;
}

export interface DerivedBinding {
  /** Value of `$type`: the type's local name; with its module's path before it where local names clash. */
  readonly name: string;
  readonly type: ComponentId;
  readonly namespace: string;
  readonly localName: string;
}

export interface WildcardFieldBinding {
  readonly kind: 'wildcard';
  readonly processContents: 'strict' | 'lax' | 'skip';
  readonly namespaceConstraint: NamespaceConstraint;
}

export interface SimpleTypeBinding {
  readonly id: ComponentId;
  readonly module: string;
  readonly name: string;
  readonly codecName: string;
  /** Local names of the values of an enumeration; empty where it is none. */
  readonly enumeration: readonly { readonly value: string; readonly member: string }[];
}

/** A global element: its message descriptor, and the TypeScript type of its value. */
export interface MessageBinding {
  readonly element: ComponentId;
  readonly module: string;
  /** Name of the descriptor constant, and of a type alias where no complex type of the module has this name. */
  readonly name: string;
  /** Unique over all modules, for the codec's functions. */
  readonly codecName: string;
  readonly namespace: string;
  readonly localName: string;
  readonly abstract: boolean;
  readonly value: ElementValueBinding;
  /** All that may stand where the element is asked for, as one type: `AnyShapeElement`. Absent where it stands alone. */
  readonly union?: { readonly name: string; readonly substitutions: readonly SubstitutionBinding[] };
}
