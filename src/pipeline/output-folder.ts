import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ResolvedProject } from '../config/resolved-config.js';
import { compareText } from '../foundation/expanded-name.js';
import { MANIFEST_FILE } from './manifest.js';

/** Absolute path of the output folder. */
export const outputFolder = (project: ResolvedProject): string => resolve(project.root, project.outDir);

/** The text of a file with `\n` line ends, as version control may have changed them; undefined where there is none. */
export function readGenerated(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  } catch {
    return undefined;
  }
}

/**
 * All files below an output folder, `/` separated. Left alone: names that begin with a dot, node_modules, dist where a
 * package is generated, and folders with a manifest of their own, which are outputs of other projects.
 */
export function filesBelow(folder: string, left: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  const visit = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || left.has(entry.name)) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (!entry.isDirectory()) found.push(path);
      else if (!existsSync(join(folder, path, MANIFEST_FILE))) visit(path);
    }
  };
  if (existsSync(folder)) visit('');
  return found.sort(compareText);
}
