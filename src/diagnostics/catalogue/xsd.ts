import { defineDiagnostic, type DiagnosticDefinition } from '../diagnostic.js';
import { XSD_LINK } from './xsd-link.js';

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

/* What the schema for schemas asks of a schema document. */

export const notASchema = defineDiagnostic<{ found: string }>({
  code: 'XSD1001',
  severity: 'error',
  rule: 's4s-elt-schema-ns',
  title: 'the document is no schema document',
  message: ({ found }) =>
    `the document element is ${found}, expected schema of http://www.w3.org/2001/XMLSchema`,
  hint: () =>
    'name an XSD 1.0 document; an older draft of XML Schema has another namespace and must be converted',
});

export const attributeNotAllowed = defineDiagnostic<{
  element: string;
  attribute: string;
  allowed: readonly string[];
}>({
  code: 'XSD1002',
  severity: 'error',
  rule: 's4s-att-not-allowed',
  title: 'an attribute is not allowed on a schema element',
  message: ({ element, attribute }) => `attribute "${attribute}" is not allowed on this <${element}>`,
  hint: ({ allowed }) => `allowed here: ${list(allowed)}, and attributes of other namespaces`,
});

export const attributeMissing = defineDiagnostic<{ element: string; attribute: string }>({
  code: 'XSD1003',
  severity: 'error',
  rule: 's4s-att-must-appear',
  title: 'a schema element lacks a required attribute',
  message: ({ element, attribute }) => `this <${element}> lacks the attribute "${attribute}"`,
  hint: ({ attribute }) => `add ${attribute}="…"`,
});

export const attributeValueInvalid = defineDiagnostic<{
  element: string;
  attribute: string;
  value: string;
  expected: string;
}>({
  code: 'XSD1004',
  severity: 'error',
  rule: 's4s-att-invalid-value',
  title: 'an attribute of a schema element has an invalid value',
  message: ({ element, attribute, value, expected }) =>
    `attribute "${attribute}" of <${element}> is "${brief(value)}", expected ${expected}`,
});

interface Child {
  readonly element: string;
  readonly parent: string;
  readonly grammar: string;
}

const contentOf = ({ parent, grammar }: { parent: string; grammar: string }): string =>
  `the content of <${parent}> here is ${grammar}`;

export const elementNotAllowed = defineDiagnostic<Child>({
  code: 'XSD1005',
  severity: 'error',
  rule: 's4s-elt-must-match.1',
  title: 'a schema element stands where it is not allowed',
  message: ({ element, parent }) => `<${element}> is not allowed in this <${parent}>`,
  hint: contentOf,
});

export const elementMisplaced = defineDiagnostic<Child>({
  code: 'XSD1006',
  severity: 'error',
  rule: 's4s-elt-must-match.1',
  title: 'a schema element stands in the wrong order or too often',
  message: ({ element, parent }) => `<${element}> stands too late or too often in this <${parent}>`,
  hint: contentOf,
});

export const elementMissing = defineDiagnostic<{
  parent: string;
  expected: readonly string[];
  grammar: string;
}>({
  code: 'XSD1007',
  severity: 'error',
  rule: 's4s-elt-must-match.2',
  title: 'a schema element lacks a required child',
  message: ({ parent, expected }) =>
    `this <${parent}> lacks ${expected.map((name) => `<${name}>`).join(' or ')}`,
  hint: contentOf,
});

export const textNotAllowed = defineDiagnostic<{ parent: string; text: string }>({
  code: 'XSD1008',
  severity: 'error',
  rule: 's4s-elt-character',
  title: 'text stands between schema elements',
  message: ({ parent, text }) => `text "${brief(text)}" is not allowed in <${parent}>`,
  hint: () => 'put it into xs:annotation/xs:documentation',
});

export const foreignElement = defineDiagnostic<{ element: string; parent: string }>({
  code: 'XSD1009',
  severity: 'error',
  rule: 's4s-elt-schema-ns',
  title: 'an element of another namespace stands between schema elements',
  message: ({ element, parent }) => `<${element}> in <${parent}> is not of the namespace of XML Schema`,
  hint: () => 'put elements of other namespaces into xs:annotation/xs:appinfo',
});

export const idRepeated = defineDiagnostic<{ id: string }>({
  code: 'XSD1010',
  severity: 'error',
  rule: 'cvc-id.2',
  title: 'two schema elements have the same id',
  message: ({ id }) => `id "${id}" is used twice in this document`,
  hint: () => 'give each element its own id, or none',
});

/* What the representation of a component asks beyond that (src-…). */

export const attributesExclude = defineDiagnostic<{ element: string; first: string; second: string }>({
  code: 'XSD1101',
  severity: 'error',
  title: 'two parts of a declaration exclude each other',
  message: ({ element, first, second }) =>
    `this <${element}> has both ${first} and ${second}, expected only one of them`,
  hint: ({ first, second }) => `take out ${first} or ${second}`,
});

export const eitherMissing = defineDiagnostic<{ element: string; first: string; second: string }>({
  code: 'XSD1102',
  severity: 'error',
  title: 'a declaration lacks one of two parts',
  message: ({ element, first, second }) => `this <${element}> has neither ${first} nor ${second}`,
  hint: ({ first, second }) => `add ${first} or ${second}`,
});

export const notBesideReference = defineDiagnostic<{ element: string; part: string }>({
  code: 'XSD1103',
  severity: 'error',
  title: 'a reference states what only a declaration can',
  message: ({ element, part }) =>
    `this <${element}> refers to a declaration with "ref", so it must not have ${part}`,
  hint: ({ part }) => `move ${part} to the global declaration, or declare a local one with "name"`,
});

export const defaultNeedsOptional = defineDiagnostic<{ use: string }>({
  code: 'XSD1104',
  severity: 'error',
  rule: 'src-attribute.2',
  title: 'an attribute with a default is not optional',
  message: ({ use }) => `this <attribute> has a default and use="${use}", expected use="optional"`,
  hint: () => 'take out the default, or "use"',
});

export const facetRepeated = defineDiagnostic<{ facet: string }>({
  code: 'XSD1105',
  severity: 'error',
  rule: 'src-single-facet-value',
  title: 'a facet is stated twice in one restriction',
  message: ({ facet }) => `facet "${facet}" is stated twice in this restriction`,
  hint: () => 'only pattern and enumeration may be repeated',
});

export const importOfOwnNamespace = defineDiagnostic<{ namespace: string }>({
  code: 'XSD1106',
  severity: 'error',
  title: 'an import names the target namespace of its own document',
  message: ({ namespace }) =>
    namespace === ''
      ? 'this <import> has no namespace, and the schema has no target namespace either'
      : `this <import> names "${namespace}", which is the target namespace of the schema itself`,
  hint: () => 'use <include> for documents of the same target namespace',
});

export const xpathInvalid = defineDiagnostic<{
  part: string;
  xpath: string;
  found: string;
  expected: string;
}>({
  code: 'XSD1107',
  severity: 'error',
  title: 'the XPath of an identity constraint is outside the subset that XML Schema allows',
  message: ({ part, xpath, found, expected }) =>
    `the xpath "${brief(xpath)}" of this <${part}> has ${found}, expected ${expected}`,
  hint: ({ part }) =>
    part === 'field'
      ? 'a field is a path of child steps such as "a/b/@c", after an optional ".//"; paths are joined by "|"'
      : 'a selector is a path of child steps such as ".//a/b"; paths are joined by "|"',
});

export const notationWithoutIdentifier = defineDiagnostic<object>({
  code: 'XSD1108',
  severity: 'error',
  rule: 'n-props-correct',
  title: 'a notation has neither a public nor a system identifier',
  message: () => 'this <notation> has neither "public" nor "system"',
  hint: () => 'add public="…" or system="…"',
});

/** The family: documents, their graph, and linking. Schema component constraints have codes from XSD2001. */
export const XSD: readonly DiagnosticDefinition<never>[] = [
  notASchema,
  attributeNotAllowed,
  attributeMissing,
  attributeValueInvalid,
  elementNotAllowed,
  elementMisplaced,
  elementMissing,
  textNotAllowed,
  foreignElement,
  idRepeated,
  attributesExclude,
  eitherMissing,
  notBesideReference,
  defaultNeedsOptional,
  facetRepeated,
  importOfOwnNamespace,
  xpathInvalid,
  notationWithoutIdentifier,
  ...XSD_LINK,
];
