import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '../../src/config/load-config.js';
import type { ResolvedProject } from '../../src/config/resolved-config.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { compileProject } from '../../src/pipeline/compile-project.js';
import { fileSourceHost } from '../../src/readers/source/file-source-host.js';
import type { SourceHost } from '../../src/readers/source/source-host.js';

/** What came of one model: files, or why there are none. */
export interface CompiledModel {
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Generates from documents of the corpus, alone or together, as `cimbind generate` would, without writing. */
export async function compileModel(corpus: string, documents: readonly string[]): Promise<CompiledModel> {
  const { value, diagnostics } = await compileProject({
    project: await projectOver(corpus, documents),
    entries: documents.map((file) => uriOf(corpus, file)),
    host: corpusHost(corpus, documents),
    bridges: [],
    templates: new Map(),
  });
  return { files: new Map(value.map(({ path, content }) => [path, content])), diagnostics };
}

/** The source host that libxml2 had: the files of the corpus, its catalog, no network. */
export const corpusHost = (corpus: string, documents: readonly string[]): SourceHost =>
  fileSourceHost({
    workingFolder: corpus,
    catalogs: [join(corpus, 'catalog.xml')],
    inputFolders: documents.map((file) => dirname(join(corpus, file))),
  }).value;

export const uriOf = (corpus: string, file: string): string => pathToFileURL(join(corpus, file)).href;

async function projectOver(corpus: string, documents: readonly string[]): Promise<ResolvedProject> {
  const { value, diagnostics } = await readConfig(
    { version: 1, inputs: documents, outDir: 'generated' },
    corpus,
  );
  const [project] = value?.projects ?? [];
  if (project === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return project;
}
