import type { ExpandedName } from '../../foundation/expanded-name.js';
import { clark } from '../../foundation/expanded-name.js';
import { defineDiagnostic } from '../diagnostic.js';

/** A component as messages call it: its expanded name, or what it is where it has none. */
export type Called = ExpandedName | undefined;

const type = (name: Called): string => (name === undefined ? 'an anonymous type' : `type ${clark(name)}`);

// Element declarations.

export const elementDefaultInvalid = defineDiagnostic<{
  kind: 'default' | 'fixed';
  value: string;
  element: ExpandedName;
  expected: string;
}>({
  code: 'XSD2001',
  severity: 'error',
  rule: 'cos-valid-default',
  title: 'the default or fixed value of an element is not valid against its type',
  message: ({ kind, value, element, expected }) =>
    `${kind} value "${value}" of element ${clark(element)} is not valid: expected ${expected}`,
});

export const elementDefaultOnElementContent = defineDiagnostic<{ element: ExpandedName; type: Called }>({
  code: 'XSD2002',
  severity: 'error',
  rule: 'cos-valid-default.2',
  title: 'an element without text content has a default or fixed value',
  message: ({ element, type: name }) =>
    `element ${clark(element)} has a default or fixed value, but ${type(name)} has neither simple content nor mixed content that may be empty`,
  hint: () => 'remove the value, or make the content simple, or mixed with optional elements only',
});

export const identifierWithDefault = defineDiagnostic<{ what: 'element' | 'attribute'; name: ExpandedName }>({
  code: 'XSD2003',
  severity: 'error',
  rule: 'e-props-correct.5',
  title: 'an element or attribute of type ID has a default or fixed value',
  message: ({ what, name }) =>
    `${what} ${clark(name)} is of type ID and has a default or fixed value, but an ID is unique in its document`,
  hint: () => 'remove the value',
});

export const substitutionTypeNotDerived = defineDiagnostic<{
  member: ExpandedName;
  head: ExpandedName;
  type: Called;
}>({
  code: 'XSD2004',
  severity: 'error',
  rule: 'e-props-correct.4',
  title: 'the type of a substitution group member does not derive from the type of the head',
  message: ({ member, head, type: name }) =>
    `${type(name)} of element ${clark(member)} is not derived from the type of ${clark(head)}, the head of its substitution group, by a method that the head allows`,
  hint: () => 'derive the type from that of the head, or lift the restriction in "final" of the head',
});

// Attribute declarations and uses.

export const attributeDefaultInvalid = defineDiagnostic<{
  kind: 'default' | 'fixed';
  value: string;
  attribute: ExpandedName;
  expected: string;
}>({
  code: 'XSD2011',
  severity: 'error',
  rule: 'a-props-correct.2',
  title: 'the default or fixed value of an attribute is not valid against its type',
  message: ({ kind, value, attribute, expected }) =>
    `${kind} value "${value}" of attribute ${clark(attribute)} is not valid: expected ${expected}`,
});

export const attributeUseContradictsFixed = defineDiagnostic<{ attribute: ExpandedName; fixed: string }>({
  code: 'XSD2012',
  severity: 'error',
  rule: 'au-props-correct.2',
  title: 'an attribute use gives another value than the fixed one of the declaration',
  message: ({ attribute, fixed }) =>
    `attribute ${clark(attribute)} is declared with the fixed value "${fixed}", and this use states another value or a default`,
  hint: ({ fixed }) => `leave the value out, or write fixed="${fixed}"`,
});

export const attributeNamedXmlns = defineDiagnostic<object>({
  code: 'XSD2013',
  severity: 'error',
  rule: 'no-xmlns',
  title: 'an attribute is named xmlns',
  message: () => 'an attribute cannot be named "xmlns": that name declares namespaces',
});

export const attributeInInstanceNamespace = defineDiagnostic<{ attribute: ExpandedName }>({
  code: 'XSD2014',
  severity: 'error',
  rule: 'no-xsi',
  title: 'an attribute is declared in the schema instance namespace',
  message: ({ attribute }) =>
    `attribute ${clark(attribute)} is in the schema instance namespace, which allows no further declarations`,
});

export const duplicateAttribute = defineDiagnostic<{ attribute: ExpandedName; owner: string }>({
  code: 'XSD2015',
  severity: 'error',
  rule: 'ct-props-correct.4',
  title: 'an attribute occurs twice in one type or attribute group',
  message: ({ attribute, owner }) => `attribute ${clark(attribute)} occurs twice in ${owner}`,
  hint: () => 'remove one of the two; an extension inherits the attributes of its base type',
});

export const twoIdentifierAttributes = defineDiagnostic<{
  first: ExpandedName;
  second: ExpandedName;
  owner: string;
}>({
  code: 'XSD2016',
  severity: 'error',
  rule: 'ct-props-correct.5',
  title: 'a type or attribute group has two attributes of type ID',
  message: ({ first, second, owner }) =>
    `${owner} has two attributes of type ID, ${clark(first)} and ${clark(second)}, but an element has at most one`,
});

// Complex types: extension.

export const derivationForbidden = defineDiagnostic<{ method: 'extension' | 'restriction'; base: Called }>({
  code: 'XSD2021',
  severity: 'error',
  rule: 'cos-ct-extends.1.1',
  title: 'a type derives from a type that is final',
  message: ({ method, base }) =>
    `${type(base)} does not allow derivation by ${method}: its "final" forbids it`,
});

export const extensionContentMismatch = defineDiagnostic<{ base: Called; found: string; expected: string }>({
  code: 'XSD2022',
  severity: 'error',
  rule: 'cos-ct-extends.1.4',
  title: 'the content of an extension does not fit that of its base type',
  message: ({ base, found, expected }) =>
    `the extension has ${found} content, but ${type(base)} has ${expected} content`,
  hint: () => 'an extension keeps the kind of content of its base type: "mixed" on both or on none',
});

export const simpleTypeRestricted = defineDiagnostic<{ base: Called }>({
  code: 'XSD2023',
  severity: 'error',
  rule: 'ct-props-correct.2',
  title: 'a complex type restricts a simple type',
  message: ({ base }) =>
    `a complex type cannot restrict ${type(base)}, which is simple: it can only extend it`,
  hint: () => 'restrict the simple type in a simple type of its own, and extend that one',
});

// Complex types: restriction.

export const restrictedAttributeNotAllowed = defineDiagnostic<{ attribute: ExpandedName; base: Called }>({
  code: 'XSD2031',
  severity: 'error',
  rule: 'derivation-ok-restriction.2.2',
  title: 'a restriction adds an attribute that the base type does not allow',
  message: ({ attribute, base }) => `attribute ${clark(attribute)} is not allowed by ${type(base)}`,
  hint: () => 'a restriction can only narrow what the base type has; add attributes in an extension',
});

export const restrictedAttributeOptional = defineDiagnostic<{ attribute: ExpandedName; base: Called }>({
  code: 'XSD2032',
  severity: 'error',
  rule: 'derivation-ok-restriction.3',
  title: 'a restriction makes a required attribute optional or leaves it out',
  message: ({ attribute, base }) =>
    `attribute ${clark(attribute)} is required by ${type(base)}, but not by the restriction`,
});

export const restrictedAttributeType = defineDiagnostic<{ attribute: ExpandedName; base: Called }>({
  code: 'XSD2033',
  severity: 'error',
  rule: 'derivation-ok-restriction.2.1.2',
  title: 'a restriction gives an attribute a type that is not derived from the inherited one',
  message: ({ attribute, base }) =>
    `the type of attribute ${clark(attribute)} is not derived from its type in ${type(base)}`,
});

export const restrictedAttributeValue = defineDiagnostic<{
  attribute: ExpandedName;
  base: Called;
  fixed: string;
}>({
  code: 'XSD2034',
  severity: 'error',
  rule: 'derivation-ok-restriction.2.1.3',
  title: 'a restriction does not keep the fixed value of an attribute',
  message: ({ attribute, base, fixed }) =>
    `attribute ${clark(attribute)} has the fixed value "${fixed}" in ${type(base)}, and the restriction does not keep it`,
});

export const restrictedAttributeWildcard = defineDiagnostic<{ base: Called; why: string }>({
  code: 'XSD2035',
  severity: 'error',
  rule: 'derivation-ok-restriction.4',
  title: 'the attribute wildcard of a restriction is wider than that of its base type',
  message: ({ base, why }) => `the attribute wildcard does not restrict that of ${type(base)}: ${why}`,
});

export const restrictedContentMismatch = defineDiagnostic<{ base: Called; found: string; expected: string }>({
  code: 'XSD2036',
  severity: 'error',
  rule: 'derivation-ok-restriction.5',
  title: 'the content of a restriction is of another kind than that of its base type',
  message: ({ base, found, expected }) =>
    `${found} content does not restrict the content of ${type(base)}, which is ${expected}`,
});

export const restrictedSimpleContent = defineDiagnostic<{ base: Called }>({
  code: 'XSD2037',
  severity: 'error',
  rule: 'derivation-ok-restriction.5.2.2.1',
  title: 'the simple content of a restriction does not derive from that of its base type',
  message: ({ base }) => `the simple content is not derived from that of ${type(base)}`,
});

export const restrictedParticle = defineDiagnostic<{ base: Called; why: string }>({
  code: 'XSD2038',
  severity: 'error',
  rule: 'derivation-ok-restriction.5.4.2',
  title: 'the content model of a restriction is not a restriction of that of its base type',
  message: ({ base, why }) => `the content is not a restriction of that of ${type(base)}: ${why}`,
  hint: () => 'keep the groups of the base type in order and kind, and narrow occurrences, types and choices',
  explanation:
    'Particle Valid (Restriction) compares the two content models group by group, after groups that change nothing are taken away and the head of a ' +
    'substitution group is written out as a choice of its members. An element keeps its name, and its type, nillable, fixed and block may only get ' +
    'narrower; a sequence keeps the order, and what it leaves out was optional; a choice may lose branches; occurrences may only get fewer.',
});

// Particles, model groups, content models.

export const occurrenceRangeEmpty = defineDiagnostic<{ min: number; max: number }>({
  code: 'XSD2101',
  severity: 'error',
  rule: 'p-props-correct.2.1',
  title: 'minOccurs is greater than maxOccurs',
  message: ({ min, max }) => `minOccurs ${min} is greater than maxOccurs ${max}`,
});

export const allGroupMisplaced = defineDiagnostic<object>({
  code: 'XSD2102',
  severity: 'error',
  rule: 'cos-all-limited.1',
  title: 'an xs:all group is not alone at the top of a content model',
  message: () =>
    'an xs:all group must be the whole content of its type: it was found inside another group, or beside inherited content',
  hint: () => 'use a sequence, or a choice that may repeat',
  explanation:
    'All Group Limited: in XML Schema 1.0 an xs:all group cannot stand in a sequence or choice, and a type with an xs:all group cannot be extended by more elements, because ' +
    'the extension would be a sequence of the two.',
});

export const allGroupRepeats = defineDiagnostic<{ max: number | 'unbounded' }>({
  code: 'XSD2103',
  severity: 'error',
  rule: 'cos-all-limited.2',
  title: 'an xs:all group, or an element in it, may occur more than once',
  message: ({ max }) => `maxOccurs is ${max}, but an xs:all group and the elements in it occur at most once`,
});

export const ambiguousContentModel = defineDiagnostic<{ element: Called }>({
  code: 'XSD2104',
  severity: 'error',
  rule: 'cos-nonambig',
  title: 'content model is ambiguous',
  message: ({ element }) =>
    element === undefined
      ? 'two wildcards can match the same element'
      : `two particles can match element ${clark(element)}`,
  hint: () => 'make the first particle required, or merge both into one with a higher maxOccurs',
  explanation:
    'Unique Particle Attribution: while a document is read, the name of each element must tell which particle it belongs to, without looking ahead. ' +
    'In (a?, a) the first a of a document could belong to either particle. Write (a, a?) or a{1,2} instead.',
});

export const inconsistentElementTypes = defineDiagnostic<{ element: ExpandedName }>({
  code: 'XSD2105',
  severity: 'error',
  rule: 'cos-element-consistent',
  title: 'elements of one name have different types in one content model',
  message: ({ element }) => `element ${clark(element)} has another type elsewhere in the same content model`,
  hint: () => 'give both the same named type',
  explanation:
    'Element Declarations Consistent: a reader that looks for an element by its name must know its type, whichever particle it belongs to. It holds for ' +
    'members of substitution groups too, and two anonymous types are different even where they read alike.',
});

export const redefinedGroupNotRestriction = defineDiagnostic<{ group: ExpandedName; why: string }>({
  code: 'XSD2106',
  severity: 'error',
  rule: 'src-redefine.6.2.2',
  title: 'a redefined group is not a restriction of the original',
  message: ({ group, why }) =>
    `group ${clark(group)} is not a restriction of the group that it redefines: ${why}`,
  hint: () => 'narrow the original, or refer to the group itself inside to extend it',
});

// Identity constraints.

export const keyReferenceToKeyReference = defineDiagnostic<{ name: ExpandedName; refer: ExpandedName }>({
  code: 'XSD2201',
  severity: 'error',
  rule: 'c-props-correct.1',
  title: 'a keyref refers to something that is neither key nor unique',
  message: ({ name, refer }) =>
    `keyref ${clark(name)} refers to ${clark(refer)}, which is neither a key nor a unique constraint`,
});

export const keyReferenceArity = defineDiagnostic<{ name: ExpandedName; fields: number; expected: number }>({
  code: 'XSD2202',
  severity: 'error',
  rule: 'c-props-correct.2',
  title: 'a keyref has another number of fields than the key it refers to',
  message: ({ name, fields, expected }) =>
    `keyref ${clark(name)} has ${fields} ${fields === 1 ? 'field' : 'fields'}, but the key it refers to has ${expected}`,
});

export const XSD_CONSTRAINTS = [
  elementDefaultInvalid,
  elementDefaultOnElementContent,
  identifierWithDefault,
  substitutionTypeNotDerived,
  attributeDefaultInvalid,
  attributeUseContradictsFixed,
  attributeNamedXmlns,
  attributeInInstanceNamespace,
  duplicateAttribute,
  twoIdentifierAttributes,
  derivationForbidden,
  extensionContentMismatch,
  simpleTypeRestricted,
  restrictedAttributeNotAllowed,
  restrictedAttributeOptional,
  restrictedAttributeType,
  restrictedAttributeValue,
  restrictedAttributeWildcard,
  restrictedContentMismatch,
  restrictedSimpleContent,
  restrictedParticle,
  occurrenceRangeEmpty,
  allGroupMisplaced,
  allGroupRepeats,
  ambiguousContentModel,
  inconsistentElementTypes,
  redefinedGroupNotRestriction,
  keyReferenceToKeyReference,
  keyReferenceArity,
] as const;
