import type { ExpandedName } from '../../foundation/expanded-name.js';
import { clark } from '../../foundation/expanded-name.js';
import { defineDiagnostic } from '../diagnostic.js';

export const notAServiceDescription = defineDiagnostic<{ readonly found: ExpandedName }>({
  code: 'WSD1001',
  severity: 'error',
  title: 'a document is no service description',
  message: ({ found }) =>
    `the root is ${clark(found)}, expected {http://schemas.xmlsoap.org/wsdl/}definitions`,
  hint: ({ found }) =>
    found.namespace === 'http://www.w3.org/ns/wsdl'
      ? 'this is WSDL 2.0: convert it to WSDL 1.1, or name its schemas as inputs'
      : 'name a WSDL 1.1 document',
});

export const wsdlAttributeMissing = defineDiagnostic<{
  readonly element: string;
  readonly attribute: string;
}>({
  code: 'WSD1002',
  severity: 'error',
  title: 'an element of a service description lacks an attribute',
  message: ({ element, attribute }) => `${element} has no attribute ${attribute}`,
  hint: ({ attribute }) => `add ${attribute}="…"`,
});

export const wsdlPrefixUnbound = defineDiagnostic<{ readonly name: string; readonly prefix: string }>({
  code: 'WSD1003',
  severity: 'error',
  title: 'a reference has a prefix that is not declared',
  message: ({ name, prefix }) => `the prefix ${prefix} of ${name} is not declared`,
  hint: ({ prefix }) => `declare it with xmlns:${prefix}="…"`,
});

export const wsdlReferenceUnresolved = defineDiagnostic<{
  /** What was looked for: `message`, `port type`, … */
  readonly kind: string;
  readonly name: string;
  /** What it was looked for in, where that is not the whole model: `port type {ns}P`. */
  readonly owner?: string | undefined;
  readonly nearest?: string | undefined;
}>({
  code: 'WSD1004',
  severity: 'error',
  title: 'a service description refers to something that is not there',
  message: ({ kind, name, owner }) =>
    ['there is no', kind, name, owner && `in ${owner}`].filter(Boolean).join(' '),
  hint: ({ kind, owner, nearest }) => {
    if (nearest !== undefined) return `did you mean ${nearest}`;
    return owner === undefined
      ? 'correct the name, or import the document that defines it'
      : `correct the name, or add the ${kind} there`;
  },
});

export const wsdlComponentRepeated = defineDiagnostic<{ readonly kind: string; readonly name: string }>({
  code: 'WSD1005',
  severity: 'error',
  title: 'a service description defines a name twice',
  message: ({ kind, name }) => `there is a second ${kind} ${name}, the first one counts`,
  hint: () => 'rename or remove one of them',
});

export const wsdlPartWithoutContent = defineDiagnostic<{
  readonly part: string;
  readonly found: 'neither' | 'both';
}>({
  code: 'WSD1006',
  severity: 'error',
  title: 'a message part does not say what it holds',
  message: ({ part, found }) =>
    found === 'both'
      ? `part ${part} has both element and type, expected one of them; element counts`
      : `part ${part} has neither element nor type, expected one of them`,
  hint: () => 'name the element declaration for document style, the type definition for rpc style',
});

export const wsdlExtensionRequired = defineDiagnostic<{ readonly extension: ExpandedName }>({
  code: 'WSD1007',
  severity: 'warning',
  rule: 'WSDL 2.1.3',
  title: 'a service description requires an extension that is not known',
  message: ({ extension }) =>
    `${clark(extension)} is required by the service, but not known here: it is passed over`,
  hint: () => 'see that messages fulfil it, or remove wsdl:required where it does not matter',
});

export const wsdlSchemaMisplaced = defineDiagnostic<{ readonly isRead: boolean }>({
  code: 'WSD1008',
  severity: 'warning',
  rule: 'WSDL 2.2',
  title: 'a schema stands outside of types',
  message: ({ isRead }) =>
    isRead
      ? 'a schema stands outside of wsdl:types, it is read all the same'
      : 'a schema stands outside of wsdl:types and declares nothing, it is passed over',
  hint: ({ isRead }) =>
    isRead
      ? 'move it into wsdl:types: other tools do not see it here'
      : 'move its imports into wsdl:types, or remove it',
});

export const wsdlImportNamespaceDiffers = defineDiagnostic<{
  readonly stated: string;
  readonly found: string;
}>({
  code: 'WSD1009',
  severity: 'warning',
  rule: 'WSDL 2.1.1',
  title: 'an imported document has another namespace than the import says',
  message: ({ stated, found }) => `the import says namespace ${stated}, the document has ${found}`,
  hint: () => 'correct the namespace of the import',
});

export const wsdlImportOfOtherKind = defineDiagnostic<{
  readonly label: string;
  readonly found: ExpandedName;
}>({
  code: 'WSD1010',
  severity: 'error',
  title: 'an imported document is neither a service description nor a schema',
  message: ({ label, found }) =>
    `${label} has root ${clark(found)}, expected a WSDL 1.1 or XML Schema document`,
  hint: () => 'correct the location of the import',
});

export const wsdlOperationUnbound = defineDiagnostic<{
  readonly binding: string;
  readonly operation: string;
}>({
  code: 'WSD1011',
  severity: 'warning',
  title: 'a binding leaves out an operation of its port type',
  message: ({ binding, operation }) => `binding ${binding} does not bind operation ${operation}`,
  hint: () => 'add the operation to the binding, or take it out of the port type',
});

export const wsdlOperationEmpty = defineDiagnostic<{ readonly operation: string }>({
  code: 'WSD1012',
  severity: 'error',
  rule: 'WSDL 2.4',
  title: 'an operation has neither input nor output',
  message: ({ operation }) => `operation ${operation} has neither input nor output`,
  hint: () => 'add the messages that it exchanges',
});

export const wsdlNameInvalid = defineDiagnostic<{ readonly element: string; readonly name: string }>({
  code: 'WSD1013',
  severity: 'error',
  title: 'a name in a service description is not a name of XML',
  message: ({ element, name }) => `"${name}" is no name for ${element}, expected an NCName`,
  hint: () => 'rename: letters, digits, ".", "-" and "_", a letter or "_" first',
});

export const wsdlValueUnknown = defineDiagnostic<{
  readonly element: string;
  readonly attribute: string;
  readonly value: string;
  readonly expected: string;
}>({
  code: 'WSD1014',
  severity: 'error',
  title: 'an attribute of a service description has a value that is not allowed',
  message: ({ element, attribute, value, expected }) =>
    `${attribute}="${value}" of ${element} is not allowed, expected ${expected}`,
});

export const wsdlElementUnknown = defineDiagnostic<{ readonly element: string; readonly parent: string }>({
  code: 'WSD1015',
  severity: 'warning',
  title: 'an element is not allowed here in a service description',
  message: ({ element, parent }) => `${element} is not allowed in ${parent}, it is passed over`,
});

export const wsdlOperationAmbiguous = defineDiagnostic<{ readonly operation: string }>({
  code: 'WSD1016',
  severity: 'error',
  rule: 'WSDL 2.5',
  title: 'a binding does not say which operation of a name it binds',
  message: ({ operation }) =>
    `the port type has several operations ${operation}, and the names of input and output fit none`,
  hint: () => 'give input and output of the binding the names that they have in the port type',
});

export const wsdlPlaceholder = defineDiagnostic<{ readonly placeholder: string }>({
  code: 'WSD1017',
  severity: 'error',
  title: 'a service description is a template that was not filled in',
  message: ({ placeholder }) =>
    `names hold the placeholder ${placeholder}: this is a template, not a service description`,
  hint: ({ placeholder }) =>
    `replace ${placeholder} throughout the document, or leave the document out of the inputs`,
});

export const WSD = [
  notAServiceDescription,
  wsdlAttributeMissing,
  wsdlPrefixUnbound,
  wsdlReferenceUnresolved,
  wsdlComponentRepeated,
  wsdlPartWithoutContent,
  wsdlExtensionRequired,
  wsdlSchemaMisplaced,
  wsdlImportNamespaceDiffers,
  wsdlImportOfOtherKind,
  wsdlOperationUnbound,
  wsdlOperationEmpty,
  wsdlNameInvalid,
  wsdlValueUnknown,
  wsdlElementUnknown,
  wsdlOperationAmbiguous,
  wsdlPlaceholder,
] as const;
