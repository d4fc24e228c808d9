import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What is to be changed in a folder. */
export interface FolderChange {
  /** Path to text. */
  readonly write: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
}

const STAGE = '.cimbind-stage-';

/**
 * Changes a folder wholly or not at all. New files are written beside their places first; then old ones move away and
 * new ones move in, and where one of these steps fails, all are taken back. Returns why it failed.
 */
export function writeFolder(folder: string, change: FolderChange): { readonly failure: string } | undefined {
  const hadFolder = existsSync(folder);
  const stage = join(folder, `${STAGE}${process.pid}`);
  const undo: (() => void)[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    removeAbandonedStages(folder);
    for (const [path, text] of change.write) {
      mkdirSync(dirname(join(stage, 'new', path)), { recursive: true });
      writeFileSync(join(stage, 'new', path), text);
    }
    const moveAway = (path: string): void => {
      const kind = lstatSync(join(folder, path), { throwIfNoEntry: false });
      if (kind === undefined) return;
      if (kind.isDirectory()) throw new Error(`${path} is a folder`);
      mkdirSync(dirname(join(stage, 'old', path)), { recursive: true });
      renameSync(join(folder, path), join(stage, 'old', path));
      undo.push(() => renameSync(join(stage, 'old', path), join(folder, path)));
    };
    for (const path of change.remove) moveAway(path);
    for (const path of change.write.keys()) {
      moveAway(path);
      const firstNew = mkdirSync(dirname(join(folder, path)), { recursive: true });
      if (firstNew !== undefined) undo.push(() => rmSync(firstNew, { recursive: true }));
      renameSync(join(stage, 'new', path), join(folder, path));
      undo.push(() => rmSync(join(folder, path)));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    if (existsSync(stage)) rmSync(stage, { recursive: true });
    if (!hadFolder && existsSync(folder)) rmSync(folder, { recursive: true });
    return { failure: error instanceof Error ? error.message : String(error) };
  }
  rmSync(stage, { recursive: true, force: true });
  for (const path of change.remove) removeEmptyFolders(folder, dirname(path));
  return undefined;
}

/** Stages of runs that were killed: their process is gone. */
function removeAbandonedStages(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(STAGE)) continue;
    if (!isRunning(Number(name.slice(STAGE.length))))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function removeEmptyFolders(folder: string, below: string): void {
  for (let at = below; at !== '.' && at !== ''; at = dirname(at)) {
    const path = join(folder, at);
    if (!existsSync(path)) continue;
    if (readdirSync(path).length > 0) return;
    rmdirSync(path);
  }
}
