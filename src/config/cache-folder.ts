import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Where what can be computed again is kept: `.cache/cimbind` in the nearest node_modules, otherwise the cache folder of the
 * user. Never a folder that other users can write to: it holds code that we run.
 */
export function cacheFolder(root: string): string {
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules'))) return join(folder, 'node_modules', '.cache', 'cimbind');
  }
  const { env, platform } = process;
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'cimbind', 'cache');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'cimbind');
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'cimbind');
}

/** What was kept in a file; undefined where there is nothing. */
export function readKept(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Nothing was kept, or it cannot be read: it is computed again.
    return undefined;
  }
}

/** Keeps a text in a file, if it can be. Another run that reads at the same time finds all of it or nothing. */
export function keep(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.${process.pid}`, text, { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A disk that is full or read-only costs time, not the result.
  }
}
