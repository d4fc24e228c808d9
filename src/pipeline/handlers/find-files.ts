import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { ResolvedProject } from '../../config/resolved-config.js';
import { expandPattern, labelOfPath } from '../find-inputs.js';
import { outputFolder } from '../output-folder.js';
import type { HandlerFile } from './compare-handlers.js';

/** Where handlers are looked for unless told otherwise. */
const EVERYWHERE = '**/*.{ts,mts,tsx}';

/** The files that patterns mean, or all that people may have written beside the configuration. */
export async function findHandlerFiles(
  patterns: readonly string[],
  projects: readonly ResolvedProject[],
  cwd: string,
): Promise<{ readonly files: readonly HandlerFile[]; readonly unmatched: readonly string[] }> {
  const [first] = projects;
  const root = first?.root ?? cwd;
  const paths = new Set<string>();
  const unmatched: string[] = [];
  if (patterns.length === 0) {
    const away = ['**/*.d.ts', '**/dist/**', ...projects.map(({ outDir }) => `${outDir}/**`)];
    for (const path of await expandPattern(EVERYWHERE, away, root)) paths.add(path);
  }
  for (const pattern of patterns) {
    const found = await expandPattern(pattern, [], cwd, EVERYWHERE);
    if (found.length === 0) unmatched.push(pattern);
    for (const path of found) paths.add(path);
  }
  const generated = projects.map((project) => `${outputFolder(project)}/`.replaceAll('\\', '/'));
  const files = [...paths]
    .filter((path) => !generated.some((folder) => path.replaceAll('\\', '/').startsWith(folder)))
    .map((path) => ({
      path,
      source: {
        uri: pathToFileURL(path).href,
        label: labelOfPath(path, cwd),
        bytes: readFileSync(path),
      },
    }));
  return { files, unmatched };
}
