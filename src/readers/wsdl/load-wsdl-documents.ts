import { wsdlImportNamespaceDiffers, wsdlImportOfOtherKind } from '../../diagnostics/catalogue/wsd.js';
import type { Diagnostic, Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { SourceHost } from '../source/source-host.js';
import { parseXml } from '../xml/parse-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { isWsdl, readWsdl } from './read-wsdl.js';
import type { InlineSchema, WsdlDocument, WsdlImport } from './wsdl-document.js';

/** Service descriptions with all that they import, and the schemas that they bring along, for the schema reader. */
export interface WsdlDocumentSet {
  readonly documents: readonly WsdlDocument[];
  readonly schemas: readonly (InlineSchema | { readonly uri: string })[];
}

/** Loads service descriptions and follows their imports, each document once. A missing one is reported, the rest is read. */
export function loadWsdlDocuments(
  uris: readonly string[],
  host: SourceHost,
  options: { readonly allowDoctype?: boolean } = {},
): Read<WsdlDocumentSet> {
  const diagnostics = new DiagnosticBag();
  const documents: WsdlDocument[] = [];
  const schemas: (InlineSchema | { readonly uri: string })[] = [];
  const seen = new Map<string, { readonly targetNamespace: string } | undefined>();
  const queue: { readonly uri: string; readonly from?: WsdlImport }[] = uris.map((uri) => ({ uri }));
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { uri, from } = next;
    const known = seen.get(uri);
    if (known !== undefined) checkNamespace(from, known.targetNamespace, diagnostics);
    if (seen.has(uri)) continue;
    seen.set(uri, undefined);
    const { value: source, diagnostics: loading } = host.load(uri);
    diagnostics.push(...loading.map((diagnostic) => placed(diagnostic, from?.span)));
    if (source === undefined) continue;
    const { value: root, diagnostics: parsing } = parseXml(source, options);
    diagnostics.push(...parsing);
    if (root === undefined) continue;
    if (from !== undefined && isSchema(root)) {
      // By its URI, so that it stays one document however many others include it.
      schemas.push({ uri });
      continue;
    }
    if (from !== undefined && !isWsdl(root)) {
      diagnostics.add(wsdlImportOfOtherKind, { label: source.label, found: root.name, at: from.span });
      continue;
    }
    const { value: document, diagnostics: reading } = readWsdl(root, source);
    diagnostics.push(...reading);
    seen.set(uri, document);
    checkNamespace(from, document.targetNamespace, diagnostics);
    documents.push(document);
    schemas.push(...document.schemas);
    queue.push(...importsOf(document, host));
  }
  return { value: { documents, schemas }, diagnostics: diagnostics.sorted() };
}

const isSchema = ({ name }: XmlElement): boolean =>
  name.localName === 'schema' && name.namespace === XSD_NAMESPACE;

/** An import that names no place is answered by a catalog, or by another input: when it is not, the references tell. */
function importsOf(
  { imports, source }: WsdlDocument,
  host: SourceHost,
): readonly { readonly uri: string; readonly from: WsdlImport }[] {
  return imports.flatMap((from) => {
    const uri =
      from.location === undefined
        ? host.resolveNamespace(from.namespace)
        : host.resolve(from.location, source.uri);
    return uri === undefined ? [] : [{ uri, from }];
  });
}

function checkNamespace(from: WsdlImport | undefined, found: string, diagnostics: DiagnosticBag): void {
  if (from === undefined || from.namespace === found) return;
  diagnostics.add(wsdlImportNamespaceDiffers, { stated: from.namespace, found, at: from.span });
}

/** What is wrong with a document is shown where it was asked for. */
const placed = (diagnostic: Diagnostic, at: Span | undefined): Diagnostic =>
  at === undefined || diagnostic.at !== undefined ? diagnostic : { ...diagnostic, at };
