import type { AttributeRule, FacetName, Shape, ShapeName, Slot } from './shape.js';
import {
  ANY_STRING,
  ANY_URI,
  BOOLEAN,
  derivationSet,
  ID_VALUE,
  LANGUAGE,
  MAX_OCCURS,
  NAMESPACE_NAME,
  NCNAME_VALUE,
  NON_NEGATIVE_INTEGER,
  ONE,
  oneOf,
  POSITIVE_INTEGER,
  QNAME_LIST,
  QNAME_VALUE,
  TOKEN,
  type ValueType,
  WILDCARD_NAMESPACES,
  ZERO_OR_ONE,
} from './value-type.js';

type Attributes = Readonly<Record<string, AttributeRule>>;

const may = (type: ValueType): AttributeRule => ({ type, required: false });
const must = (type: ValueType): AttributeRule => ({ type, required: true });

const slot = (
  children: Slot['children'],
  min: Slot['min'],
  max: Slot['max'],
  last?: readonly string[],
): Slot => (last === undefined ? { children, min, max } : { children, min, max, last });
const optional = (children: Slot['children'], last?: readonly string[]): Slot => slot(children, 0, 1, last);
const repeated = (children: Slot['children']): Slot => slot(children, 0, 'unbounded');
const once = (children: Slot['children']): Slot => slot(children, 1, 1);
const some = (children: Slot['children']): Slot => slot(children, 1, 'unbounded');

const shape = (element: string, attributes: Attributes, content: Shape['content']): Shape => ({
  element,
  attributes: { id: may(ID_VALUE), ...attributes },
  content,
  grammar: content === 'any' ? 'anything' : grammarOf(content),
});

const grammarOf = (slots: readonly Slot[]): string =>
  `(${slots
    .map(({ children, min, max }) => {
      const names = Object.keys(children);
      const body = names.length === 1 ? names.join('') : `(${names.join(' | ')})`;
      return body + (min === 0 ? (max === 1 ? '?' : '*') : max === 1 ? '' : '+');
    })
    .join(', ')})`;

const ANNOTATION = optional({ annotation: 'annotation' });
const ONLY_ANNOTATION = [ANNOTATION];
const OCCURS: Attributes = { minOccurs: may(NON_NEGATIVE_INTEGER), maxOccurs: may(MAX_OCCURS) };
const VALUE: Attributes = { default: may(ANY_STRING), fixed: may(ANY_STRING) };
const FORM = oneOf('qualified', 'unqualified');

const ATTRIBUTES: readonly Slot[] = [
  repeated({ attribute: 'attribute/local', attributeGroup: 'attributeGroup/reference' }),
  optional({ anyAttribute: 'anyAttribute' }),
];
const GROUPS: Slot['children'] = {
  group: 'group/reference',
  all: 'all/particle',
  choice: 'choice/particle',
  sequence: 'sequence/particle',
};
const FACETS = repeated({
  minExclusive: 'minExclusive',
  minInclusive: 'minInclusive',
  maxExclusive: 'maxExclusive',
  maxInclusive: 'maxInclusive',
  totalDigits: 'totalDigits',
  fractionDigits: 'fractionDigits',
  length: 'length',
  minLength: 'minLength',
  maxLength: 'maxLength',
  enumeration: 'enumeration',
  whiteSpace: 'whiteSpace',
  pattern: 'pattern',
});
const PARTICLES = [
  ANNOTATION,
  repeated({
    element: 'element/local',
    group: 'group/reference',
    choice: 'choice/particle',
    sequence: 'sequence/particle',
    any: 'any',
  }),
];

const ELEMENT_CONTENT = [
  ANNOTATION,
  optional({ simpleType: 'simpleType/local', complexType: 'complexType/local' }),
  repeated({ unique: 'unique', key: 'key', keyref: 'keyref' }),
];
const LOCAL_ELEMENT: Attributes = {
  name: may(NCNAME_VALUE),
  ref: may(QNAME_VALUE),
  type: may(QNAME_VALUE),
  nillable: may(BOOLEAN),
  block: may(derivationSet('extension', 'restriction', 'substitution')),
  form: may(FORM),
  ...VALUE,
};
const ATTRIBUTE_CONTENT = [ANNOTATION, optional({ simpleType: 'simpleType/local' })];
const COMPLEX_TYPE_CONTENT = [
  ANNOTATION,
  optional({ simpleContent: 'simpleContent', complexContent: 'complexContent', ...GROUPS }, [
    'simpleContent',
    'complexContent',
  ]),
  ...ATTRIBUTES,
];
const SIMPLE_TYPE_CONTENT = [
  ANNOTATION,
  once({ restriction: 'restriction/simple-type', list: 'list', union: 'union' }),
];
const TYPE_DERIVATIONS = derivationSet('extension', 'restriction');
const KEY_CONTENT = [ANNOTATION, once({ selector: 'selector' }), some({ field: 'field' })];
const ALL_CONTENT = [ANNOTATION, repeated({ element: 'element/in-all' })];
const DECLARATIONS: Slot['children'] = {
  annotation: 'annotation',
  simpleType: 'simpleType/global',
  complexType: 'complexType/global',
  group: 'group/definition',
  attributeGroup: 'attributeGroup/definition',
};

const facet = (element: FacetName, value: ValueType): Shape =>
  shape(element, { value: must(value), fixed: may(BOOLEAN) }, ONLY_ANNOTATION);

/** Every element of XML Schema 1.0 in every context: attributes with their types, content with its order. */
export const SHAPES: Readonly<Record<ShapeName, Shape>> = {
  schema: shape(
    'schema',
    {
      targetNamespace: may(NAMESPACE_NAME),
      version: may(TOKEN),
      finalDefault: may(derivationSet('extension', 'restriction', 'list', 'union')),
      blockDefault: may(derivationSet('extension', 'restriction', 'substitution')),
      attributeFormDefault: may(FORM),
      elementFormDefault: may(FORM),
      'xml:lang': may(LANGUAGE),
    },
    [
      repeated({ annotation: 'annotation', include: 'include', import: 'import', redefine: 'redefine' }),
      repeated({
        ...DECLARATIONS,
        element: 'element/global',
        attribute: 'attribute/global',
        notation: 'notation',
      }),
    ],
  ),
  include: shape('include', { schemaLocation: must(ANY_URI) }, ONLY_ANNOTATION),
  import: shape('import', { namespace: may(NAMESPACE_NAME), schemaLocation: may(ANY_URI) }, ONLY_ANNOTATION),
  redefine: shape('redefine', { schemaLocation: must(ANY_URI) }, [repeated(DECLARATIONS)]),
  annotation: shape('annotation', {}, [repeated({ appinfo: 'appinfo', documentation: 'documentation' })]),
  appinfo: { ...shape('appinfo', {}, 'any'), attributes: { source: may(ANY_URI) } },
  documentation: {
    ...shape('documentation', {}, 'any'),
    attributes: { source: may(ANY_URI), 'xml:lang': may(LANGUAGE) },
  },
  notation: shape(
    'notation',
    { name: must(NCNAME_VALUE), public: may(TOKEN), system: may(ANY_URI) },
    ONLY_ANNOTATION,
  ),

  'element/global': shape(
    'element',
    {
      name: must(NCNAME_VALUE),
      type: may(QNAME_VALUE),
      substitutionGroup: may(QNAME_VALUE),
      nillable: may(BOOLEAN),
      abstract: may(BOOLEAN),
      final: may(TYPE_DERIVATIONS),
      block: may(derivationSet('extension', 'restriction', 'substitution')),
      ...VALUE,
    },
    ELEMENT_CONTENT,
  ),
  'element/local': shape('element', { ...LOCAL_ELEMENT, ...OCCURS }, ELEMENT_CONTENT),
  'element/in-all': shape(
    'element',
    { ...LOCAL_ELEMENT, minOccurs: may(ZERO_OR_ONE), maxOccurs: may(ZERO_OR_ONE) },
    ELEMENT_CONTENT,
  ),
  'attribute/global': shape(
    'attribute',
    { name: must(NCNAME_VALUE), type: may(QNAME_VALUE), ...VALUE },
    ATTRIBUTE_CONTENT,
  ),
  'attribute/local': shape(
    'attribute',
    {
      name: may(NCNAME_VALUE),
      ref: may(QNAME_VALUE),
      type: may(QNAME_VALUE),
      use: may(oneOf('optional', 'prohibited', 'required')),
      form: may(FORM),
      ...VALUE,
    },
    ATTRIBUTE_CONTENT,
  ),

  'complexType/global': shape(
    'complexType',
    {
      name: must(NCNAME_VALUE),
      mixed: may(BOOLEAN),
      abstract: may(BOOLEAN),
      final: may(TYPE_DERIVATIONS),
      block: may(TYPE_DERIVATIONS),
    },
    COMPLEX_TYPE_CONTENT,
  ),
  'complexType/local': shape('complexType', { mixed: may(BOOLEAN) }, COMPLEX_TYPE_CONTENT),
  simpleContent: shape('simpleContent', {}, [
    ANNOTATION,
    once({ restriction: 'restriction/simple-content', extension: 'extension/simple-content' }),
  ]),
  complexContent: shape('complexContent', { mixed: may(BOOLEAN) }, [
    ANNOTATION,
    once({ restriction: 'restriction/complex-content', extension: 'extension/complex-content' }),
  ]),
  'restriction/simple-content': shape('restriction', { base: must(QNAME_VALUE) }, [
    ANNOTATION,
    optional({ simpleType: 'simpleType/local' }),
    FACETS,
    ...ATTRIBUTES,
  ]),
  'extension/simple-content': shape('extension', { base: must(QNAME_VALUE) }, [ANNOTATION, ...ATTRIBUTES]),
  'restriction/complex-content': shape('restriction', { base: must(QNAME_VALUE) }, [
    ANNOTATION,
    optional(GROUPS),
    ...ATTRIBUTES,
  ]),
  'extension/complex-content': shape('extension', { base: must(QNAME_VALUE) }, [
    ANNOTATION,
    optional(GROUPS),
    ...ATTRIBUTES,
  ]),

  'group/definition': shape('group', { name: must(NCNAME_VALUE) }, [
    ANNOTATION,
    once({ all: 'all/definition', choice: 'choice/definition', sequence: 'sequence/definition' }),
  ]),
  'group/reference': shape('group', { ref: must(QNAME_VALUE), ...OCCURS }, ONLY_ANNOTATION),
  'attributeGroup/definition': shape('attributeGroup', { name: must(NCNAME_VALUE) }, [
    ANNOTATION,
    ...ATTRIBUTES,
  ]),
  'attributeGroup/reference': shape('attributeGroup', { ref: must(QNAME_VALUE) }, ONLY_ANNOTATION),
  'all/particle': shape('all', { minOccurs: may(ZERO_OR_ONE), maxOccurs: may(ONE) }, ALL_CONTENT),
  'all/definition': shape('all', {}, ALL_CONTENT),
  'choice/particle': shape('choice', OCCURS, PARTICLES),
  'choice/definition': shape('choice', {}, PARTICLES),
  'sequence/particle': shape('sequence', OCCURS, PARTICLES),
  'sequence/definition': shape('sequence', {}, PARTICLES),
  any: shape(
    'any',
    { namespace: may(WILDCARD_NAMESPACES), processContents: may(oneOf('skip', 'lax', 'strict')), ...OCCURS },
    ONLY_ANNOTATION,
  ),
  anyAttribute: shape(
    'anyAttribute',
    { namespace: may(WILDCARD_NAMESPACES), processContents: may(oneOf('skip', 'lax', 'strict')) },
    ONLY_ANNOTATION,
  ),

  unique: shape('unique', { name: must(NCNAME_VALUE) }, KEY_CONTENT),
  key: shape('key', { name: must(NCNAME_VALUE) }, KEY_CONTENT),
  keyref: shape('keyref', { name: must(NCNAME_VALUE), refer: must(QNAME_VALUE) }, KEY_CONTENT),
  selector: shape('selector', { xpath: must(TOKEN) }, ONLY_ANNOTATION),
  field: shape('field', { xpath: must(TOKEN) }, ONLY_ANNOTATION),

  'simpleType/global': shape(
    'simpleType',
    { name: must(NCNAME_VALUE), final: may(derivationSet('list', 'union', 'restriction')) },
    SIMPLE_TYPE_CONTENT,
  ),
  'simpleType/local': shape('simpleType', {}, SIMPLE_TYPE_CONTENT),
  'restriction/simple-type': shape('restriction', { base: may(QNAME_VALUE) }, [
    ANNOTATION,
    optional({ simpleType: 'simpleType/local' }),
    FACETS,
  ]),
  list: shape('list', { itemType: may(QNAME_VALUE) }, ATTRIBUTE_CONTENT),
  union: shape('union', { memberTypes: may(QNAME_LIST) }, [
    ANNOTATION,
    repeated({ simpleType: 'simpleType/local' }),
  ]),

  length: facet('length', NON_NEGATIVE_INTEGER),
  minLength: facet('minLength', NON_NEGATIVE_INTEGER),
  maxLength: facet('maxLength', NON_NEGATIVE_INTEGER),
  fractionDigits: facet('fractionDigits', NON_NEGATIVE_INTEGER),
  totalDigits: facet('totalDigits', POSITIVE_INTEGER),
  whiteSpace: facet('whiteSpace', oneOf('preserve', 'replace', 'collapse')),
  maxInclusive: facet('maxInclusive', ANY_STRING),
  maxExclusive: facet('maxExclusive', ANY_STRING),
  minInclusive: facet('minInclusive', ANY_STRING),
  minExclusive: facet('minExclusive', ANY_STRING),
  pattern: shape('pattern', { value: must(ANY_STRING) }, ONLY_ANNOTATION),
  enumeration: shape('enumeration', { value: must(ANY_STRING) }, ONLY_ANNOTATION),
};
