import { join } from 'node:path';
import type { ResolvedProject } from '../config/resolved-config.js';
import { compareText } from '../foundation/expanded-name.js';
import { sha256 } from '../foundation/hash.js';
import type { ManifestRead } from './manifest.js';
import { MANIFEST_FILE, manifestText, readManifest } from './manifest.js';
import { filesBelow, outputFolder, readGenerated } from './output-folder.js';
import type { ProjectPlan } from './plan-project.js';

/** How a file of an output folder stands to the plan. */
export interface FileState {
  /** Relative to the output folder. */
  readonly path: string;
  readonly state:
    | 'fresh'
    /** Should be there and is not. */
    | 'missing'
    /** As it was written, but something else would be written now. */
    | 'stale'
    /** Not as it was written. */
    | 'edited'
    /** Not written by us, and in the way. */
    | 'in-the-way'
    /** As it was written, and no longer generated. */
    | 'obsolete'
    /** No longer generated, but edited since. */
    | 'obsolete-edited'
    /** Not written by us. */
    | 'foreign';
  readonly actual: string | undefined;
  readonly expected: string | undefined;
}

/** The comparison of an output folder with a plan. */
export interface FolderComparison {
  readonly states: readonly FileState[];
  readonly previous: ManifestRead;
}

/** Compares what is with what should be. `manifest.json` is one of the files. */
export function compareFolder(project: ResolvedProject, plan: ProjectPlan): FolderComparison {
  const folder = outputFolder(project);
  const previous = readManifest(join(folder, MANIFEST_FILE));
  const written = new Map(previous.state === 'read' ? Object.entries(previous.manifest.files) : []);
  const states: FileState[] = [];

  for (const [path, expected] of plan.files) {
    const actual = readGenerated(join(folder, path));
    states.push({ path, state: stateOfPlanned(actual, expected, written.get(path)), actual, expected });
  }
  for (const [path, hash] of written) {
    if (plan.files.has(path)) continue;
    const actual = readGenerated(join(folder, path));
    if (actual === undefined) continue;
    const state = sha256(actual) === hash ? 'obsolete' : 'obsolete-edited';
    states.push({ path, state, actual, expected: undefined });
  }
  const expected = manifestText(plan.manifest);
  const actual = readGenerated(join(folder, MANIFEST_FILE));
  const isOurs = previous.state === 'read' || actual === undefined;
  const state = !isOurs
    ? 'in-the-way'
    : actual === undefined
      ? 'missing'
      : actual === expected
        ? 'fresh'
        : 'stale';
  states.push({ path: MANIFEST_FILE, state, actual, expected });

  const named = new Set(states.map(({ path }) => path));
  const left = new Set(['node_modules', ...(project.emit.package === false ? [] : ['dist'])]);
  for (const path of filesBelow(folder, left)) {
    if (!named.has(path)) states.push({ path, state: 'foreign', actual: undefined, expected: undefined });
  }
  return { states: states.sort((a, b) => compareText(a.path, b.path)), previous };
}

function stateOfPlanned(
  actual: string | undefined,
  expected: string,
  hash: string | undefined,
): FileState['state'] {
  if (actual === undefined) return 'missing';
  if (actual === expected) return 'fresh';
  if (hash === undefined) return 'in-the-way';
  return sha256(actual) === hash ? 'stale' : 'edited';
}
