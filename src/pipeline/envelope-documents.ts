import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EnvelopeName } from '../config/options.js';
import type { ResolvedMessageClasses, ResolvedProject } from '../config/resolved-config.js';
import type { SourceText } from '../foundation/source-text.js';
import type { SourceHost } from '../readers/source/source-host.js';

/** An edition of the envelope that a project asks for. */
export interface EnvelopeDocument {
  readonly name: string;
  readonly uri: string;
}

/** The envelopes that come with cimbind: what the schemas lie in, beside `dist` as beside `src`. */
const FOLDERS: Readonly<Record<EnvelopeName, string>> = {
  ed1: 'envelope-ed1',
  ed2: 'envelope-ed2-open',
  '2010': 'envelope-2010',
  '2008': 'envelope-2008',
};

const SCHEME = 'cimbind:/envelope/';

/** The schema documents of the envelopes of a project, by URI. */
export const envelopeDocuments = (
  project: ResolvedProject,
  { envelope }: ResolvedMessageClasses,
): readonly EnvelopeDocument[] =>
  envelope.map((one) =>
    typeof one === 'string'
      ? { name: one, uri: `${SCHEME}${one}/Message.xsd` }
      : { name: one.name, uri: pathToFileURL(resolve(project.root, one.schema)).href },
  );

/** A host that has the envelopes that come with cimbind, too. They are part of the generator, not inputs of the project. */
export const withEnvelopes = (host: SourceHost): SourceHost => ({
  load(uri) {
    const source = envelopeSource(uri);
    return source === undefined ? host.load(uri) : { value: source, diagnostics: [] };
  },
  loadBytes(uri) {
    const source = envelopeSource(uri);
    return source === undefined ? host.loadBytes(uri) : { value: source, diagnostics: [] };
  },
  resolve: (reference, base) => host.resolve(reference, base),
  resolveNamespace: (namespace) => host.resolveNamespace(namespace),
});

function envelopeSource(uri: string): SourceText | undefined {
  if (!uri.startsWith(SCHEME)) return undefined;
  const [name = ''] = uri.slice(SCHEME.length).split('/');
  const folder = Object.entries(FOLDERS).find(([known]) => known === name)?.[1];
  if (folder === undefined) return undefined;
  const file = new URL(`../../input-models/${folder}/Message.xsd`, import.meta.url);
  return { uri, label: `Message.xsd (${name})`, bytes: readFileSync(file) };
}
