import { type ExpandedName, XSD_NAMESPACE, XSI_NAMESPACE } from '../../foundation/expanded-name.js';
import { BUILT_IN_SPAN } from '../../foundation/span.js';
import {
  type AttributeDeclaration,
  type ComplexType,
  componentId,
  type ComponentId,
  type Facet,
  type FacetKind,
  nestedId,
  NO_ANNOTATION,
  type Particle,
  type SimpleType,
  type TypeDefinition,
  type Variety,
  type Wildcard,
} from '../schema/index.js';

const xsd = (localName: string): ExpandedName => ({ namespace: XSD_NAMESPACE, localName });
const typeId = (localName: string): ComponentId => componentId('type', xsd(localName));

/** The ur-type: what an element has that names no type. */
export const ANY_TYPE = typeId('anyType');
/** The simple ur-type: what an attribute has that names no type. */
export const ANY_SIMPLE_TYPE = typeId('anySimpleType');

const PLACE = { annotation: NO_ANNOTATION, span: BUILT_IN_SPAN } as const;

const ANY_WILDCARD: Wildcard = {
  kind: 'wildcard',
  namespaceConstraint: { kind: 'any' },
  processContents: 'lax',
  ...PLACE,
};

const ANY_ELEMENTS: Particle = {
  kind: 'particle',
  minOccurs: 0,
  maxOccurs: 'unbounded',
  term: ANY_WILDCARD,
  span: BUILT_IN_SPAN,
};

/** 3.4.7. */
export const anyType: ComplexType = {
  kind: 'complex-type',
  id: ANY_TYPE,
  name: xsd('anyType'),
  baseType: ANY_TYPE,
  derivationMethod: 'restriction',
  final: [],
  abstract: false,
  attributeUses: [],
  attributeWildcard: ANY_WILDCARD,
  contentType: {
    kind: 'mixed',
    particle: {
      kind: 'particle',
      minOccurs: 1,
      maxOccurs: 1,
      term: { kind: 'model-group', compositor: 'sequence', particles: [ANY_ELEMENTS], ...PLACE },
      span: BUILT_IN_SPAN,
    },
  },
  prohibitedSubstitutions: [],
  ...PLACE,
};

const facet = (kind: FacetKind, value: string, fixed = false): Facet => ({
  kind,
  value,
  fixed,
  namespaces: {},
  ...PLACE,
});

const simpleType = (
  localName: string,
  baseType: ComponentId,
  variety: Variety,
  facets: readonly Facet[],
): SimpleType => ({
  kind: 'simple-type',
  id: typeId(localName),
  name: xsd(localName),
  baseType,
  variety,
  facets,
  final: [],
  ...PLACE,
});

const COLLAPSED_PRIMITIVES = [
  ...['boolean', 'decimal', 'float', 'double', 'duration', 'dateTime', 'time', 'date', 'gYearMonth', 'gYear'],
  ...['gMonthDay', 'gDay', 'gMonth', 'hexBinary', 'base64Binary', 'anyURI', 'QName', 'NOTATION'],
];

/** 3.14.7. */
export const anySimpleType: SimpleType = simpleType(
  'anySimpleType',
  ANY_TYPE,
  { kind: 'atomic', primitive: ANY_SIMPLE_TYPE },
  [],
);

type Step = readonly [name: string, base: string, ...facets: (readonly [FacetKind, string])[]];

/** Chapter 3.3 of Datatypes: each derived type, its base, and the facets that this step states. */
const DERIVED: readonly Step[] = [
  ['normalizedString', 'string', ['whiteSpace', 'replace']],
  ['token', 'normalizedString', ['whiteSpace', 'collapse']],
  ['language', 'token', ['pattern', '[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*']],
  ['NMTOKEN', 'token', ['pattern', '\\c+']],
  ['Name', 'token', ['pattern', '\\i\\c*']],
  ['NCName', 'Name', ['pattern', '[\\i-[:]][\\c-[:]]*']],
  ['ID', 'NCName'],
  ['IDREF', 'NCName'],
  ['ENTITY', 'NCName'],
  ['integer', 'decimal', ['fractionDigits', '0'], ['pattern', '[\\-+]?[0-9]+']],
  ['nonPositiveInteger', 'integer', ['maxInclusive', '0']],
  ['negativeInteger', 'nonPositiveInteger', ['maxInclusive', '-1']],
  ['long', 'integer', ['minInclusive', '-9223372036854775808'], ['maxInclusive', '9223372036854775807']],
  ['int', 'long', ['minInclusive', '-2147483648'], ['maxInclusive', '2147483647']],
  ['short', 'int', ['minInclusive', '-32768'], ['maxInclusive', '32767']],
  ['byte', 'short', ['minInclusive', '-128'], ['maxInclusive', '127']],
  ['nonNegativeInteger', 'integer', ['minInclusive', '0']],
  ['unsignedLong', 'nonNegativeInteger', ['maxInclusive', '18446744073709551615']],
  ['unsignedInt', 'unsignedLong', ['maxInclusive', '4294967295']],
  ['unsignedShort', 'unsignedInt', ['maxInclusive', '65535']],
  ['unsignedByte', 'unsignedShort', ['maxInclusive', '255']],
  ['positiveInteger', 'nonNegativeInteger', ['minInclusive', '1']],
];

const LISTS: readonly (readonly [name: string, itemType: string])[] = [
  ['NMTOKENS', 'NMTOKEN'],
  ['IDREFS', 'IDREF'],
  ['ENTITIES', 'ENTITY'],
];

function makeTypes(): ReadonlyMap<ComponentId, TypeDefinition> {
  const types = new Map<ComponentId, TypeDefinition>([
    [ANY_TYPE, anyType],
    [ANY_SIMPLE_TYPE, anySimpleType],
  ]);
  const add = (type: SimpleType): void => void types.set(type.id, type);
  const primitive = (id: ComponentId): Variety => ({ kind: 'atomic', primitive: id });
  add(simpleType('string', ANY_SIMPLE_TYPE, primitive(typeId('string')), [facet('whiteSpace', 'preserve')]));
  for (const name of COLLAPSED_PRIMITIVES) {
    const facets = [facet('whiteSpace', 'collapse', true)];
    add(simpleType(name, ANY_SIMPLE_TYPE, primitive(typeId(name)), facets));
  }
  for (const [name, base, ...facets] of DERIVED) {
    const baseType = types.get(typeId(base));
    if (baseType?.kind !== 'simple-type') continue;
    const stated = facets.map(([kind, value]) => facet(kind, value, kind === 'fractionDigits'));
    add(simpleType(name, baseType.id, baseType.variety, stated));
  }
  for (const [name, itemType] of LISTS) {
    const facets = [facet('whiteSpace', 'collapse', true), facet('minLength', '1')];
    add(simpleType(name, ANY_SIMPLE_TYPE, { kind: 'list', itemType: typeId(itemType) }, facets));
  }
  const { schemaLocationType } = XSI;
  types.set(schemaLocationType.id, schemaLocationType);
  return types;
}

const xsi = (localName: string): ExpandedName => ({ namespace: XSI_NAMESPACE, localName });

const xsiAttribute = (localName: string, type: ComponentId): AttributeDeclaration => ({
  kind: 'attribute-declaration',
  id: componentId('attribute', xsi(localName)),
  name: xsi(localName),
  type,
  scope: 'global',
  ...PLACE,
});

/** 3.2.7: the four attributes that every schema has. */
const XSI = makeXsi();

function makeXsi(): { attributes: readonly AttributeDeclaration[]; schemaLocationType: SimpleType } {
  const owner = componentId('attribute', xsi('schemaLocation'));
  const schemaLocationType: SimpleType = {
    kind: 'simple-type',
    id: nestedId(owner, 'type()'),
    baseType: ANY_SIMPLE_TYPE,
    variety: { kind: 'list', itemType: typeId('anyURI') },
    facets: [],
    final: [],
    ...PLACE,
  };
  const attributes = [
    xsiAttribute('nil', typeId('boolean')),
    xsiAttribute('noNamespaceSchemaLocation', typeId('anyURI')),
    xsiAttribute('schemaLocation', schemaLocationType.id),
    xsiAttribute('type', typeId('QName')),
  ];
  return { attributes, schemaLocationType };
}

/** anyType, anySimpleType, the 44 built-in simple types, and the anonymous type of `xsi:schemaLocation`. */
export const BUILT_IN_TYPES: ReadonlyMap<ComponentId, TypeDefinition> = makeTypes();

/** `xsi:type`, `xsi:nil`, `xsi:schemaLocation` and `xsi:noNamespaceSchemaLocation`. */
export const BUILT_IN_ATTRIBUTES: ReadonlyMap<ComponentId, AttributeDeclaration> = new Map(
  XSI.attributes.map((attribute) => [attribute.id, attribute]),
);
