import { clark, type ExpandedName } from '../../foundation/expanded-name.js';
import { defineDiagnostic, type DiagnosticDefinition } from '../diagnostic.js';

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

/* What include, import and redefine ask of the documents that they name. */

const showNamespace = (namespace: string): string =>
  namespace === '' ? 'no namespace' : `namespace "${namespace}"`;

interface Unread {
  readonly element: string;
  readonly schemaLocation: string;
  readonly why: string;
}

const couldNotRead = ({ element, schemaLocation, why }: Unread): string =>
  `could not ${element} "${schemaLocation}": ${why}`;

export const includeWithoutDocument = defineDiagnostic<Unread>({
  code: 'XSD1201',
  severity: 'warning',
  rule: 'src-include',
  title: 'an included document could not be read',
  message: couldNotRead,
  hint: () => 'correct schemaLocation, put the file there, or map the location in an OASIS catalog',
  explanation:
    'A location that leads nowhere is no error by itself. It becomes one (src-resolve) where a component of the missing document is needed.',
});

export const redefineWithoutDocument = defineDiagnostic<Unread>({
  code: 'XSD1205',
  severity: 'error',
  rule: 'src-redefine',
  title: 'a redefined document could not be read',
  message: couldNotRead,
  hint: () => 'correct schemaLocation, put the file there, or map the location in an OASIS catalog',
});

export const importWithoutDocument = defineDiagnostic<{
  namespace: string;
  schemaLocation: string | undefined;
  why: string;
}>({
  code: 'XSD1202',
  severity: 'warning',
  rule: 'src-import',
  title: 'no document was found for an imported namespace',
  message: ({ namespace, schemaLocation, why }) =>
    schemaLocation === undefined
      ? `found no document for ${showNamespace(namespace)}, and the import names none`
      : `could not import "${schemaLocation}" for ${showNamespace(namespace)}: ${why}`,
  hint: () => 'add or correct schemaLocation, or map the namespace in an OASIS catalog',
  explanation:
    'schemaLocation is only a hint, so an import without document is no error by itself. It becomes one (src-resolve) where a component ' +
    'of that namespace is needed.',
});

export const includedNamespaceDiffers = defineDiagnostic<{
  element: string;
  schemaLocation: string;
  found: string;
  expected: string;
}>({
  code: 'XSD1203',
  severity: 'error',
  title: 'an included or redefined document has another target namespace',
  message: ({ element, schemaLocation, found, expected }) =>
    `cannot ${element} "${schemaLocation}": it has ${showNamespace(found)}, expected ${showNamespace(expected)} or none`,
  hint: () => 'use <import> for documents of another namespace',
});

export const importedNamespaceDiffers = defineDiagnostic<{
  schemaLocation: string;
  found: string;
  expected: string;
}>({
  code: 'XSD1204',
  severity: 'error',
  title: 'an imported document has another target namespace than the import says',
  message: ({ schemaLocation, found, expected }) =>
    `"${schemaLocation}" has ${showNamespace(found)}, the import says ${showNamespace(expected)}`,
  hint: ({ found }) => (found === '' ? 'take out "namespace" from the import' : `write namespace="${found}"`),
});

/* What linking finds: names that mean nothing or too much, and circles. */

const WHAT = {
  type: 'type',
  element: 'element declaration',
  attribute: 'attribute declaration',
  group: 'model group',
  attributeGroup: 'attribute group',
  notation: 'notation',
  key: 'identity constraint',
} as const;

type What = keyof typeof WHAT;

interface Named {
  readonly what: What;
  readonly name: ExpandedName;
}

const define = ({ what, name }: Named): string => `${WHAT[what]} ${clark(name)}`;

export const referenceUnresolved = defineDiagnostic<
  Named & { nearest: ExpandedName | undefined; isImportMissing: boolean }
>({
  code: 'XSD1301',
  severity: 'error',
  rule: 'src-resolve',
  title: 'a reference names a component that does not exist',
  message: (facts) => `there is no ${define(facts)}`,
  hint: ({ name, nearest, isImportMissing }) => {
    if (isImportMissing)
      return `no document could be read for ${showNamespace(name.namespace)}: see the import`;
    return nearest === undefined
      ? 'declare it, or include or import the document that does'
      : `did you mean ${clark(nearest)}?`;
  },
});

export const namespaceNotImported = defineDiagnostic<Named>({
  code: 'XSD1302',
  severity: 'error',
  title: 'a reference goes to a namespace that the document does not import',
  message: (facts) => `${define(facts)} is not visible here: this document does not import its namespace`,
  hint: ({ name }) =>
    name.namespace === ''
      ? 'add <import/> with a schemaLocation, or give the reference a prefix'
      : `add <import namespace="${name.namespace}" schemaLocation="…"/>`,
});

export const componentRepeated = defineDiagnostic<Named>({
  code: 'XSD1303',
  severity: 'error',
  rule: 'sch-props-correct.2',
  title: 'two components of one kind have the same name',
  message: (facts) => `${define(facts)} is defined twice`,
  hint: () => 'rename one of them, or take it out',
});

export const componentConflict = defineDiagnostic<Named>({
  code: 'XSD1304',
  severity: 'warning',
  rule: 'sch-props-correct.2',
  title: 'two documents that are imported for one namespace define a component differently',
  message: (facts) =>
    `${define(facts)} is defined otherwise in another document of this namespace, which is used`,
  hint: () => 'import one and the same document for a namespace everywhere',
});

export const definitionCircular = defineDiagnostic<Named & { how: string }>({
  code: 'XSD1305',
  severity: 'error',
  title: 'a component is defined by itself',
  message: (facts) => `${define(facts)} ${facts.how} itself`,
  hint: () => 'break the circle of references',
});

export const redefinesNothing = defineDiagnostic<Named>({
  code: 'XSD1306',
  severity: 'error',
  rule: 'src-redefine',
  title: 'a redefinition has nothing to redefine',
  message: (facts) => `the redefined document has no ${define(facts)}`,
  hint: () => 'correct the name, or declare the component outside <redefine>',
});

export const redefinitionNotOfItself = defineDiagnostic<Named>({
  code: 'XSD1307',
  severity: 'error',
  rule: 'src-redefine.5',
  title: 'a redefined type is not derived from itself',
  message: (facts) => `the redefinition of ${define(facts)} is not derived from ${clark(facts.name)}`,
  hint: ({ name }) => `write base="…" with the type's own name, ${clark(name)}`,
});

export const redefinedGroupRepeats = defineDiagnostic<Named>({
  code: 'XSD1308',
  severity: 'error',
  title: 'a redefined group refers to itself more than once',
  message: (facts) => `the redefinition of ${define(facts)} refers to itself other than exactly once`,
  hint: () => 'keep one reference, without minOccurs and maxOccurs',
});

export const simpleTypeExpected = defineDiagnostic<Named>({
  code: 'XSD1309',
  severity: 'error',
  rule: 'src-resolve',
  title: 'a complex type stands where a simple type is needed',
  message: (facts) => `${define(facts)} is complex, expected a simple type`,
  hint: () => 'derive from it with simpleContent or complexContent, or name a simple type',
});

export const complexBaseExpected = defineDiagnostic<Named>({
  code: 'XSD1310',
  severity: 'error',
  rule: 'src-ct.1',
  title: 'complexContent is derived from a simple type',
  message: (facts) => `${define(facts)} is simple, but complexContent must be derived from a complex type`,
  hint: () => 'use <simpleContent>',
});

export const simpleContentBaseExpected = defineDiagnostic<Named>({
  code: 'XSD1311',
  severity: 'error',
  rule: 'src-ct.2',
  title: 'simpleContent is derived from a type without simple content',
  message: (facts) =>
    `${define(facts)} has no simple content that this <simpleContent> could be derived from`,
  hint: () =>
    'use <complexContent>; a restriction of a mixed type with optional content must state the new <simpleType>',
});

export const wildcardInexpressible = defineDiagnostic<{ how: string }>({
  code: 'XSD1312',
  severity: 'error',
  title: 'attribute wildcards cannot be combined',
  message: ({ how }) => `the ${how} of these attribute wildcards cannot be expressed as one wildcard`,
  hint: () => 'give the wildcards namespace constraints of which one contains the other',
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
  includeWithoutDocument,
  redefineWithoutDocument,
  importWithoutDocument,
  includedNamespaceDiffers,
  importedNamespaceDiffers,
  referenceUnresolved,
  namespaceNotImported,
  componentRepeated,
  componentConflict,
  definitionCircular,
  redefinesNothing,
  redefinitionNotOfItself,
  redefinedGroupRepeats,
  simpleTypeExpected,
  complexBaseExpected,
  simpleContentBaseExpected,
  wildcardInexpressible,
];
