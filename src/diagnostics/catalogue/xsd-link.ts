import { clark, type ExpandedName } from '../../foundation/expanded-name.js';
import { defineDiagnostic, type DiagnosticDefinition } from '../diagnostic.js';

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

export const nestingTooLarge = defineDiagnostic<Named & { depth: number; parts: number }>({
  code: 'XSD1313',
  severity: 'error',
  rule: 'limit',
  title: 'a component is made of too many others',
  message: (facts) =>
    `${define(facts)} is made of others, at any depth, beyond the limits: ${facts.depth} levels, ${facts.parts} components`,
  hint: () => 'state the content once, in fewer steps',
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

/** Loading and linking of schema documents. */
export const XSD_LINK: readonly DiagnosticDefinition<never>[] = [
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
  nestingTooLarge,
  redefinesNothing,
  redefinitionNotOfItself,
  redefinedGroupRepeats,
  simpleTypeExpected,
  complexBaseExpected,
  simpleContentBaseExpected,
  wildcardInexpressible,
];
