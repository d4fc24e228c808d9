import { expandedName, XSD_NAMESPACE } from '../../src/foundation/expanded-name.js';
import { BUILT_IN_SPAN } from '../../src/foundation/span.js';
import type {
  ComplexType,
  ComponentId,
  ElementDeclaration,
  ModelGroup,
  NamespaceConstraint,
  Particle,
  Schema,
  SimpleType,
  Term,
  TypeDefinition,
  Wildcard,
} from '../../src/model/schema/index.js';
import { componentId, NO_ANNOTATION } from '../../src/model/schema/index.js';

/** Schema components written by hand: enough of the built-in types, and short ways to make particles. */
export const anyTypeId = componentId('type', expandedName(XSD_NAMESPACE, 'anyType'));
export const builtInTypeId = (name: string): ComponentId =>
  componentId('type', expandedName(XSD_NAMESPACE, name));

const place = { annotation: NO_ANNOTATION, span: BUILT_IN_SPAN };

export const particle = (term: Term, minOccurs = 1, maxOccurs: number | 'unbounded' = 1): Particle => ({
  kind: 'particle',
  minOccurs,
  maxOccurs,
  term,
  span: BUILT_IN_SPAN,
});

const group =
  (compositor: ModelGroup['compositor']) =>
  (...particles: readonly Particle[]): ModelGroup => ({
    kind: 'model-group',
    compositor,
    particles,
    ...place,
  });

export const sequence = group('sequence');
export const choice = group('choice');
export const all = group('all');

export const elementId = (name: string): ComponentId => componentId('element', expandedName('', name));

/** A particle of the element declaration of this name. */
export const ref = (name: string, minOccurs = 1, maxOccurs: number | 'unbounded' = 1): Particle =>
  particle({ kind: 'element-declaration-ref', element: elementId(name) }, minOccurs, maxOccurs);

export const wildcard = (
  namespaceConstraint: NamespaceConstraint,
  processContents: Wildcard['processContents'] = 'strict',
): Wildcard => ({ kind: 'wildcard', namespaceConstraint, processContents, ...place });

export const element = (name: string, more: Partial<ElementDeclaration> = {}): ElementDeclaration => ({
  kind: 'element-declaration',
  id: elementId(name),
  name: expandedName('', name),
  type: builtInTypeId('string'),
  scope: 'global',
  nillable: false,
  identityConstraints: [],
  substitutionGroupExclusions: [],
  disallowedSubstitutions: [],
  abstract: false,
  ...place,
  ...more,
});

export const typeId = (name: string): ComponentId => componentId('type', expandedName('', name));

export const complexType = (name: string, more: Partial<ComplexType> = {}): ComplexType => ({
  kind: 'complex-type',
  id: typeId(name),
  name: expandedName('', name),
  baseType: anyTypeId,
  derivationMethod: 'restriction',
  final: [],
  abstract: false,
  attributeUses: [],
  contentType: { kind: 'empty' },
  prohibitedSubstitutions: [],
  ...place,
  ...more,
});

export const simpleType = (name: string, more: Partial<SimpleType> = {}): SimpleType => ({
  kind: 'simple-type',
  id: typeId(name),
  name: expandedName('', name),
  baseType: builtInTypeId('string'),
  variety: { kind: 'atomic', primitive: builtInTypeId('string') },
  facets: [],
  final: [],
  ...place,
  ...more,
});

const anyParticle = particle(sequence(particle(wildcard({ kind: 'any' }, 'lax'), 0, 'unbounded')));

const builtIn = (name: string, base: string): SimpleType =>
  simpleType(name, {
    id: builtInTypeId(name),
    name: expandedName(XSD_NAMESPACE, name),
    baseType: builtInTypeId(base),
    variety: { kind: 'atomic', primitive: builtInTypeId(base === 'anySimpleType' ? name : base) },
  });

const builtIns: readonly TypeDefinition[] = [
  complexType('anyType', {
    id: anyTypeId,
    name: expandedName(XSD_NAMESPACE, 'anyType'),
    contentType: { kind: 'mixed', particle: anyParticle },
    attributeWildcard: wildcard({ kind: 'any' }, 'lax'),
  }),
  builtIn('anySimpleType', 'anyType'),
  ...['string', 'decimal', 'boolean', 'QName'].map((name) => builtIn(name, 'anySimpleType')),
  builtIn('integer', 'decimal'),
  builtIn('token', 'string'),
  builtIn('ID', 'token'),
];

export const schemaOf = (components: {
  readonly types?: readonly TypeDefinition[];
  readonly elements?: readonly ElementDeclaration[];
}): Schema => ({
  types: new Map([...builtIns, ...(components.types ?? [])].map((type) => [type.id, type])),
  elements: new Map((components.elements ?? []).map((declaration) => [declaration.id, declaration])),
  attributes: new Map(),
  attributeGroups: new Map(),
  modelGroups: new Map(),
  identityConstraints: new Map(),
  notations: new Map(),
  documents: [],
});
