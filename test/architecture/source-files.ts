import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** Relative to the root, `/` separated. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  readonly from: string;
  /** A path relative to the root for relative imports, otherwise as written. */
  readonly to: string;
}

/** All TypeScript files below a folder, build output left out. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !/(?:^|\/)(?:node_modules|dist)\//u.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Static and dynamic imports and re-exports. Templates and comments that show code are not told apart from code. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const statements = text.matchAll(
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gmu,
  );
  return [...statements].map(([, named, bare, dynamic]) => {
    const specifier = named ?? bare ?? dynamic ?? '';
    const to = specifier.startsWith('.')
      ? normalize(join(dirname(path), specifier)).replaceAll('\\', '/')
      : specifier;
    return { from: path, to };
  });
}
