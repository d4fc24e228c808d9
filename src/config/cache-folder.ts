import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where what can be computed again is kept: `.cache/cimbind` in the nearest node_modules. Undefined where there is none:
 * then nothing is kept, because a folder that other users can write to must not hold code that we run.
 */
export function cacheFolder(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules'))) return join(folder, 'node_modules', '.cache', 'cimbind');
    if (folder === dirname(folder)) return undefined;
  }
}
