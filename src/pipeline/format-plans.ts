import { extname, join } from 'node:path';
import type { Options } from 'prettier';
import { keep, readKept } from '../config/cache-folder.js';
import { templateYieldsNoCode } from '../diagnostics/catalogue/cfg.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { Read } from '../diagnostics/diagnostic.js';
import { sha256 } from '../foundation/hash.js';
import type { FilePlan } from './file-plan.js';

const PARSERS: Readonly<Record<string, string>> = {
  '.ts': 'typescript',
  '.mts': 'typescript',
  '.js': 'babel',
  '.mjs': 'babel',
  '.json': 'json',
  '.md': 'markdown',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.html': 'html',
  '.css': 'css',
};

/** Pinned: the user's own settings must not change what is generated. */
const FORMAT: Options = { singleQuote: true, printWidth: 110, trailingComma: 'all', endOfLine: 'lf' };

/**
 * Formats the plans that ask for it. Formatted text is kept by the hash of the unformatted text, in one file a project,
 * which holds what the last run needed and no more.
 */
export async function formatPlans(
  plans: readonly FilePlan[],
  cacheFile: string | undefined,
): Promise<Read<ReadonlyMap<string, string>>> {
  const diagnostics = new DiagnosticBag();
  const formatted = new Map<string, string>();
  const known = readCache(cacheFile);
  const used = new Map<string, string>();
  for (const { path, content, layout } of plans) {
    const parser = PARSERS[extname(path)];
    if (layout === 'printed' || parser === undefined) {
      formatted.set(path, content);
      continue;
    }
    const { format, version } = await import('prettier');
    const key = sha256(JSON.stringify([version, FORMAT, parser, content]));
    try {
      const text = known.get(key) ?? (await format(content, { ...FORMAT, parser }));
      used.set(key, text);
      formatted.set(path, text);
    } catch (error) {
      // A template of the vendor can yield anything.
      const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
      diagnostics.add(templateYieldsNoCode, { file: path, reason });
    }
  }
  const isChanged = used.size !== known.size || [...used.keys()].some((key) => !known.has(key));
  if (cacheFile !== undefined && isChanged) keep(cacheFile, JSON.stringify(Object.fromEntries(used)));
  return { value: formatted, diagnostics: diagnostics.sorted() };
}

/** The cache file of an output folder. */
export const formatCacheFile = (cacheFolder: string | undefined, outDir: string): string | undefined =>
  cacheFolder && join(cacheFolder, 'format', `${sha256(outDir).slice(0, 16)}.json`);

function readCache(cacheFile: string | undefined): ReadonlyMap<string, string> {
  const text = cacheFile === undefined ? undefined : readKept(cacheFile);
  if (text === undefined) return new Map();
  try {
    const value: unknown = JSON.parse(text);
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    // A cache that was cut short is as good as none.
    return new Map();
  }
}
