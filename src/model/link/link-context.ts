import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Span } from '../../foundation/span.js';
import type {
  AttributeDeclaration,
  AttributeGroupDefinition,
  ComponentId,
  ElementDeclaration,
  IdentityConstraint,
  ModelGroupDefinition,
  NotationDeclaration,
  TypeDefinition,
} from '../schema/index.js';
import { nestedId } from '../schema/index.js';
import { type Definition, definitionId, type Definitions } from './definition.js';
import type { LoadedDocument } from './loaded-document.js';
import type { NameIndex } from './name-index.js';
import type { Nesting } from './nesting.js';

/** The schema while it is linked. */
export interface LinkContext {
  readonly diagnostics: DiagnosticBag;
  readonly definitions: Definitions;
  readonly names: NameIndex;
  readonly types: Map<ComponentId, TypeDefinition>;
  readonly elements: Map<ComponentId, ElementDeclaration>;
  readonly attributes: Map<ComponentId, AttributeDeclaration>;
  readonly attributeGroups: Map<ComponentId, AttributeGroupDefinition>;
  readonly modelGroups: Map<ComponentId, ModelGroupDefinition>;
  readonly identityConstraints: Map<ComponentId, IdentityConstraint>;
  readonly notations: Map<ComponentId, NotationDeclaration>;
  /** Heads of substitution groups, circles cut. */
  readonly heads: ReadonlyMap<ComponentId, ComponentId>;
  /** The type that a member without one of its own takes from its heads. */
  readonly headTypes: Map<ComponentId, ComponentId>;
  /** Where each identity constraint stands: they are named across the whole schema. */
  readonly keys: Map<ComponentId, Span>;
  readonly nesting: Nesting;
  /** What can wait: the insides of elements, so that a type may hold an element of its own type. */
  readonly waiting: (() => void)[];
  /** What needs every identity constraint to be known. */
  readonly atEnd: (() => void)[];
}

/** Where a nested component stands: whose document it is in, and what gives it its id. */
export interface Scope {
  readonly home: LoadedDocument;
  readonly id: ComponentId;
  /** How often each step was taken from here. */
  readonly steps: Map<string, number>;
  /** Inside a redefinition: its own id, and the id that it means there. */
  readonly redefines?: { readonly own: ComponentId; readonly original: ComponentId };
}

export const scopeOf = (home: LoadedDocument, id: ComponentId): Scope => ({ home, id, steps: new Map() });

/** The scope that a global component makes: inside a redefinition its own name means what it replaced. */
export function scopeOfDefinition({ home, id, fragment, original }: Definition): Scope {
  const scope = scopeOf(home, id);
  return original === undefined
    ? scope
    : { ...scope, redefines: { own: definitionId(home, fragment), original } };
}

/** The id of the next component that is reached from this scope by `step`: the second one gets `[2]`. */
export function nextId(scope: Scope, step: string): ComponentId {
  const count = (scope.steps.get(step) ?? 0) + 1;
  scope.steps.set(step, count);
  return nestedId(scope.id, count === 1 ? step : `${step}[${count}]`);
}
