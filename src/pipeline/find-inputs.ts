import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ResolvedProject } from '../config/resolved-config.js';
import { inputsMatchNothing } from '../diagnostics/catalogue/cfg.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { Read } from '../diagnostics/diagnostic.js';
import { compareText } from '../foundation/expanded-name.js';

/** What the names of profiles end with. */
export const PROFILE_FILE = /\.profile\.(?:ya?ml|json)$/iu;

/** The documents that the inputs of a project name. */
export interface Inputs {
  /** URIs, in order of their labels. */
  readonly entries: readonly string[];
  /** Absolute folders that hold them, without repetition. */
  readonly folders: readonly string[];
}

/** Expands the patterns of a project. The order depends on the labels alone, not on the file system. */
export async function findInputs(project: ResolvedProject): Promise<Read<Inputs>> {
  const diagnostics = new DiagnosticBag();
  const found = new Set<string>();
  for (const input of project.inputs) {
    const taken = input.files.filter((pattern) => !pattern.startsWith('!'));
    const away = input.files.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
    for (const pattern of taken) {
      const files = await expandPattern(pattern, away, project.root);
      if (files.length === 0) diagnostics.add(inputsMatchNothing, { project: project.name, pattern });
      for (const file of files) found.add(file);
    }
  }
  const files = [...found].sort((a, b) =>
    compareText(labelOfPath(a, project.root), labelOfPath(b, project.root)),
  );
  return {
    value: {
      entries: files.map((file) => pathToFileURL(file).href),
      folders: [...new Set(files.map((file) => dirname(file)))],
    },
    diagnostics: diagnostics.sorted(),
  };
}

/** Absolute paths of the files that a path, a folder or a glob means. A file that exists is never taken for a glob. */
export async function expandPattern(
  pattern: string,
  away: readonly string[],
  root: string,
  inFolder = '**/*.{xsd,wsdl,profile.yaml,profile.yml,profile.json}',
): Promise<readonly string[]> {
  const kind = statSync(resolve(root, pattern), { throwIfNoEntry: false });
  if (kind?.isFile() === true && away.length === 0) return [resolve(root, pattern)];
  const { glob, escapePath } = await import('tinyglobby');
  const slashed = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  let wanted = slashed;
  if (kind?.isFile() === true) wanted = escapePath(slashed);
  if (kind?.isDirectory() === true) wanted = `${escapePath(slashed).replace(/\/$/u, '')}/${inFolder}`;
  const files = await glob([wanted], {
    cwd: root,
    ignore: [...away, '**/node_modules/**'],
    absolute: true,
    onlyFiles: true,
    expandDirectories: false,
    caseSensitiveMatch: true,
  });
  return files.map((file) => resolve(file)).sort(compareText);
}

/** What reports and manifests call a file: relative to a folder, `/` separated. */
export const labelOfPath = (path: string, root: string): string => relative(root, path).split(sep).join('/');

/** What reports and manifests call a document: a path for files, the URI for everything else. */
export const labelOfUri = (uri: string, root: string): string =>
  uri.startsWith('file:') ? labelOfPath(fileURLToPath(uri), root) : uri;
