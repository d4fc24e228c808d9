import { defineDiagnostic } from '../diagnostic.js';

interface Place {
  /** What people call the document: a path relative to the working folder, or an address. */
  readonly label: string;
}

export const fileNotFound = defineDiagnostic<Place & { readonly nearest?: string | undefined }>({
  code: 'SRC1001',
  severity: 'error',
  title: 'a file is not there',
  message: ({ label }) => `there is no file ${label}`,
  hint: ({ nearest }) =>
    nearest === undefined
      ? 'correct the reference, put the file there, or map the reference to another file in catalog.xml'
      : `the folder has ${nearest}: correct the reference, or map it in catalog.xml`,
  explanation:
    'A schema or service description refers to a document, and no file is found where the reference points. ' +
    'References are relative to the document that holds them. An entry <uri name="…" uri="…"/> or ' +
    '<system systemId="…" uri="…"/> in a catalog.xml sends the reference somewhere else without a change to the document.',
});

export const fileNotReadable = defineDiagnostic<Place & { readonly reason: string }>({
  code: 'SRC1002',
  severity: 'error',
  title: 'a file cannot be read',
  message: ({ label, reason }) => `${label} cannot be read: ${reason}`,
  hint: ({ reason }) =>
    reason === 'permission denied'
      ? 'check the permissions of the file and of the folders above it'
      : 'see that the file can be read with other programs',
});

export const notARegularFile = defineDiagnostic<Place & { readonly found: string }>({
  code: 'SRC1003',
  severity: 'error',
  title: 'a reference leads to something that is no file',
  message: ({ label, found }) => `${label} is a ${found}, expected a file`,
  hint: () => 'name a file; models are read whole, so pipes and devices are not taken',
});

export const sourceTooLarge = defineDiagnostic<Place & { readonly size: number; readonly limit: number }>({
  code: 'SRC1004',
  severity: 'error',
  title: 'a model document is too large',
  message: ({ label, size, limit }) =>
    `${label} has ${size} bytes, the limit for a model document is ${limit}`,
  hint: () => 'check that this is a schema and not a message, or raise the limit',
});

export const letterCaseDiffers = defineDiagnostic<{
  readonly reference: string;
  readonly found: string;
  readonly others: readonly string[];
}>({
  code: 'SRC1005',
  severity: 'warning',
  title: 'a reference differs from the file name in upper and lower case',
  message: ({ reference, found, others }) =>
    others.length === 0
      ? `there is no file ${reference}, ${found} is taken in its place`
      : `there is no file ${reference}, ${found} is taken in its place, not ${others.join(' or ')}`,
  hint: () => 'write the reference as the file is named: other systems will not find it',
});

export const backslashInReference = defineDiagnostic<{ readonly reference: string }>({
  code: 'SRC1006',
  severity: 'warning',
  title: 'a reference has backslashes',
  message: ({ reference }) => `the reference ${reference} has backslashes, they are read as slashes`,
  hint: () => 'write it with slashes: a schema location is a URI reference',
});

export const networkRefused = defineDiagnostic<Place>({
  code: 'SRC1007',
  severity: 'error',
  title: 'a document would have to be fetched from the network',
  message: ({ label }) => `${label} is on the network, and the network is not allowed`,
  hint: () => 'map the address to a local copy in catalog.xml, or allow the network with --allow-network',
  explanation:
    'Output must depend on the inputs alone, so nothing is fetched unless it is asked for. Save a copy beside the model and ' +
    'map the address to it: <uri name="http://example.org/a.xsd" uri="a.xsd"/> in a catalog.xml in the folder of the input.',
});

export const fetchFailed = defineDiagnostic<Place & { readonly reason: string }>({
  code: 'SRC1008',
  severity: 'error',
  title: 'a document cannot be fetched',
  message: ({ label, reason }) => `${label} cannot be fetched: ${reason}`,
  hint: () => 'try the address in a browser, or map it to a local copy in catalog.xml',
});

export const unsupportedScheme = defineDiagnostic<Place & { readonly reason: string }>({
  code: 'SRC1009',
  severity: 'error',
  title: 'a reference is of a kind that cannot be read',
  message: ({ label, reason }) => `${label} cannot be read: ${reason}`,
  hint: () => 'map the reference to a file in catalog.xml',
});

export const unsupportedEncoding = defineDiagnostic<Place & { readonly encoding: string }>({
  code: 'SRC1010',
  severity: 'error',
  rule: 'XML 4.3.3',
  title: 'the encoding of a document is not known',
  message: ({ label, encoding }) => `${label} is in encoding ${encoding}, which is not known`,
  hint: () => 'save the document as UTF-8',
});

export const malformedEncoding = defineDiagnostic<
  Place & { readonly encoding: string; readonly offset: number | undefined }
>({
  code: 'SRC1011',
  severity: 'error',
  rule: 'XML 4.3.3',
  title: 'the bytes of a document do not fit its encoding',
  message: ({ label, encoding, offset }) =>
    `${label} is not valid ${encoding}${offset === undefined ? '' : `: see the byte at offset ${offset}`}`,
  hint: () => 'save the document as UTF-8, or declare the encoding that it really has',
});

export const contradictingEncoding = defineDiagnostic<
  Place & { readonly encoding: string; readonly declared: string }
>({
  code: 'SRC1012',
  severity: 'error',
  rule: 'XML 4.3.3',
  title: 'the declared encoding of a document is not the one it is in',
  message: ({ label, encoding, declared }) =>
    `${label} declares encoding ${declared}, but its bytes are ${encoding === 'UTF-8' ? 'UTF-8 or another encoding of single bytes' : encoding}`,
  hint: () => 'correct the encoding in the XML declaration, or take it out and save as UTF-8',
});

export const catalogUsed = defineDiagnostic<Place>({
  code: 'SRC1013',
  severity: 'info',
  title: 'a catalog is used',
  message: ({ label }) => `references are looked up in the catalog ${label}`,
});

export const notACatalog = defineDiagnostic<Place & { readonly found: string }>({
  code: 'SRC1014',
  severity: 'error',
  title: 'a file is no XML catalog',
  message: ({ label, found }) =>
    `${label} is no XML catalog: its root is ${found}, expected {urn:oasis:names:tc:entity:xmlns:xml:catalog}catalog`,
  hint: () => 'name an OASIS XML catalog',
});

export const catalogEntryIncomplete = defineDiagnostic<{
  readonly entry: string;
  readonly attribute: string;
}>({
  code: 'SRC1015',
  severity: 'warning',
  rule: 'OASIS XML Catalogs 6.5',
  title: 'a catalog entry lacks an attribute',
  message: ({ entry, attribute }) => `the entry ${entry} has no attribute ${attribute}, it is left out`,
  hint: ({ attribute }) => `add ${attribute}="…"`,
});

export const ownDeclarationsUsed = defineDiagnostic<{ readonly namespace: string }>({
  code: 'SRC1016',
  severity: 'info',
  title: 'declarations that come with cimbind stand in for a schema',
  message: ({ namespace }) =>
    `no file for namespace ${namespace} is at hand, the declarations that come with cimbind stand in`,
  hint: () => 'to use another schema, map the namespace or the address to it in catalog.xml',
});

export const SRC = [
  fileNotFound,
  fileNotReadable,
  notARegularFile,
  sourceTooLarge,
  letterCaseDiffers,
  backslashInReference,
  networkRefused,
  fetchFailed,
  unsupportedScheme,
  unsupportedEncoding,
  malformedEncoding,
  contradictingEncoding,
  catalogUsed,
  notACatalog,
  catalogEntryIncomplete,
  ownDeclarationsUsed,
] as const;
