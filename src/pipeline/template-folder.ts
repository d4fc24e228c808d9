import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '../foundation/expanded-name.js';

/** Where the templates of this package lie: beside `dist` as beside `src`. */
export const TEMPLATES = new URL('../../templates/', import.meta.url);

/** A template of cimbind, and whether a project has its own in its place. */
export interface TemplateEntry {
  /** Path below the templates folder: `adapters/adapter.ts.hbs`. */
  readonly path: string;
  readonly state: 'built-in' | 'replaced' | 'further';
}

/** All templates of cimbind, and those of a vendor's folder. */
export function listTemplates(own: string | undefined): readonly TemplateEntry[] {
  const ours = templatesIn(fileURLToPath(TEMPLATES));
  const theirs = own === undefined || !existsSync(own) ? [] : templatesIn(own);
  return [...new Set([...ours, ...theirs])].sort(compareText).map((path) => ({
    path,
    state: !theirs.includes(path) ? 'built-in' : ours.includes(path) ? 'replaced' : 'further',
  }));
}

/** What became of templates that were to be copied. */
export interface Ejection {
  readonly written: readonly string[];
  /** They are there already, and were left alone. */
  readonly kept: readonly string[];
}

/** Copies templates into a vendor's folder, to be changed there. */
export function ejectTemplates(paths: readonly string[], folder: string, force: boolean): Ejection {
  const written: string[] = [];
  const kept: string[] = [];
  for (const path of paths) {
    const target = join(folder, path);
    if (existsSync(target) && !force) {
      kept.push(path);
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(new URL(path, TEMPLATES)));
    written.push(path);
  }
  return { written, kept };
}

const templatesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.hbs'));
