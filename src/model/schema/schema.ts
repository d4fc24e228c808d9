import type { Annotation } from './annotation.js';
import type { AttributeDeclaration, AttributeGroupDefinition } from './attribute-declaration.js';
import type { ComplexType } from './complex-type.js';
import type { ComponentId } from './component-id.js';
import type { ElementDeclaration } from './element-declaration.js';
import type { IdentityConstraint } from './identity-constraint.js';
import type { ModelGroupDefinition } from './model-group.js';
import type { NotationDeclaration } from './notation-declaration.js';
import type { SimpleType } from './simple-type.js';

export type TypeDefinition = SimpleType | ComplexType;

/** One schema document that went into the model. */
export interface SchemaDocumentNote {
  /** `SourceText.uri`. */
  readonly source: string;
  readonly label: string;
  readonly targetNamespace: string;
  /** Whether local elements and attributes of this document are qualified: a hint for prefix policy and docs. */
  readonly version?: string;
  readonly annotation: Annotation;
}

/**
 * A resolved schema: every component that can be reached, global or not, by id. Immutable and serialisable;
 * insertion order of each map is by id, so it does not depend on the order of reading. Built-in types are in `types`.
 */
export interface Schema {
  readonly types: ReadonlyMap<ComponentId, TypeDefinition>;
  readonly elements: ReadonlyMap<ComponentId, ElementDeclaration>;
  readonly attributes: ReadonlyMap<ComponentId, AttributeDeclaration>;
  readonly attributeGroups: ReadonlyMap<ComponentId, AttributeGroupDefinition>;
  readonly modelGroups: ReadonlyMap<ComponentId, ModelGroupDefinition>;
  readonly identityConstraints: ReadonlyMap<ComponentId, IdentityConstraint>;
  readonly notations: ReadonlyMap<ComponentId, NotationDeclaration>;
  readonly documents: readonly SchemaDocumentNote[];
}
