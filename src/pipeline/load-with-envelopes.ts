import type { Read } from '../diagnostics/diagnostic.js';
import { parseXml } from '../readers/xml/parse-xml.js';
import { attributeValue } from '../readers/xml/xml-element.js';
import type { SourceHost } from '../readers/source/source-host.js';
import { withEnvelopes, type EnvelopeDocument } from './envelope-documents.js';
import { loadModel, type Model } from './load-model.js';
import type { CompileRequest } from './ports.js';

/** A model, and the namespaces of the envelopes that it has. */
export interface ModelWithEnvelopes extends Model {
  /** By the name of the edition. */
  readonly envelopes: ReadonlyMap<string, string>;
}

/**
 * Reads the documents of a project with the envelopes that it asks for. Where the documents declare the namespace of an
 * envelope themselves, their declarations are taken: the published copies differ.
 */
export async function loadWithEnvelopes(
  { entries, host }: Pick<CompileRequest, 'entries' | 'host'>,
  envelopes: readonly EnvelopeDocument[],
): Promise<Read<ModelWithEnvelopes>> {
  const own = await loadModel(entries, host);
  if (envelopes.length === 0) return withNamespaces(own, new Map());
  const all = withEnvelopes(host);
  const namespaces = new Map(envelopes.map(({ name, uri }) => [name, targetNamespace(uri, all)] as const));
  const declared = new Set(
    [...own.value.schema.elements.values()]
      .filter(({ scope }) => scope === 'global')
      .map(({ name }) => name.namespace),
  );
  const missing = envelopes.filter(({ name }) => !declared.has(namespaces.get(name) ?? ''));
  if (missing.length === 0) return withNamespaces(own, namespaces);
  return withNamespaces(await loadModel([...entries, ...missing.map(({ uri }) => uri)], all), namespaces);
}

const withNamespaces = (
  { value, diagnostics }: Read<Model>,
  envelopes: ReadonlyMap<string, string>,
): Read<ModelWithEnvelopes> => ({ value: { ...value, envelopes }, diagnostics });

/** The target namespace of a schema document; '' where it cannot be read, which reading the model will tell. */
function targetNamespace(uri: string, host: SourceHost): string {
  const { value } = host.load(uri);
  const root = value === undefined ? undefined : parseXml(value).value;
  return root === undefined ? '' : (attributeValue(root, 'targetNamespace') ?? '');
}
