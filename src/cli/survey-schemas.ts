import { closeSync, openSync, readSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { expandPattern, labelOfPath, PROFILE_FILE } from '../pipeline/find-inputs.js';

/** What `init` found in a folder. */
export interface SchemaSurvey {
  /** Relative to the working folder, in order. */
  readonly files: readonly string[];
  /** Target namespaces, as far as the beginnings of the files tell. */
  readonly namespaces: readonly string[];
  /** Patterns that mean exactly these files, one a folder and extension. */
  readonly patterns: readonly string[];
}

const HEAD = 8192;

/** Looks for schemas below a folder. Only the beginning of each is read. */
export async function surveySchemas(folder: string, cwd: string): Promise<SchemaSurvey> {
  const { escapePath } = await import('tinyglobby');
  const paths = await expandPattern(folder, [], cwd);
  const files = paths.map((path) => labelOfPath(path, cwd));
  const namespaces = new Set<string>();
  for (const path of paths) {
    const found = /\btargetNamespace\s*=\s*(["'])(.*?)\1/su.exec(headOf(path))?.[2];
    if (found !== undefined && found !== '') namespaces.add(found);
  }
  const patterns = files.map((file) => {
    const below = escapePath(dirname(file));
    const ending = PROFILE_FILE.exec(file)?.[0] ?? extname(file);
    return below === '.' ? `*${ending}` : `${below}/*${ending}`;
  });
  return { files, namespaces: [...namespaces].sort(), patterns: [...new Set(patterns)] };
}

function headOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const head = new Uint8Array(HEAD);
    return new TextDecoder().decode(head.subarray(0, readSync(file, head, 0, HEAD, 0)));
  } finally {
    closeSync(file);
  }
}
