import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResolvedProject } from '../config/resolved-config.js';
import { compareText } from '../foundation/expanded-name.js';
import { canonicalJson, sha256 } from '../foundation/hash.js';
import { expandPattern, labelOfPath } from './find-inputs.js';

/** The vendor's templates by path below their folder, and a hash of all of them. */
export interface Templates {
  readonly texts: ReadonlyMap<string, string>;
  /** '' without templates. */
  readonly hash: string;
}

/** Reads the templates folder of a project. */
export async function readTemplates(project: ResolvedProject): Promise<Templates> {
  if (project.templates === false) return { texts: new Map(), hash: '' };
  const folder = join(project.root, project.templates);
  const files = existsSync(folder) ? await expandPattern('.', [], folder, '**/*.hbs') : [];
  const texts = new Map(
    files
      .map((file) => [labelOfPath(file, folder), readFileSync(file, 'utf8')] as const)
      .sort(([a], [b]) => compareText(a, b)),
  );
  return { texts, hash: sha256(canonicalJson([...texts])) };
}
