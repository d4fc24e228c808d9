import type * as Fs from 'node:fs';

/** Another program has the database open, or may have. */
export class DatabaseInUseError extends Error {
  readonly code = 'database-in-use';
  readonly retriable = true;
  constructor(file: string, owner: string, way: string) {
    super(`${file} is in use by ${owner}: ${way}`);
    this.name = 'DatabaseInUseError';
  }
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the program started, as the system counts it: a number of a process may have been given to another since. */
  readonly started: string;
}

/**
 * Makes this program the owner of a database file, as node-sqlite3-wasm needs it: the library locks by a folder beside
 * the file, which stays behind when a program is killed, and then keeps everybody out. So a file beside it says who
 * has it; what a dead program left behind is cleared away. The result gives the file free.
 */
export async function own(file: string): Promise<() => void> {
  const [fs, os] = await Promise.all([import('node:fs'), import('node:os')]);
  const ownerFile = `${file}.owner`;
  const me: Owner = { pid: process.pid, host: os.hostname(), started: startOf(fs, process.pid) };
  for (let attempt = 0; attempt < 10; attempt++) {
    if (claim(fs, ownerFile, me)) {
      // Nobody but the owner has the library open the file, so a lock that is there now has no holder.
      fs.rmSync(`${file}.lock`, { recursive: true, force: true });
      return () => fs.rmSync(ownerFile, { force: true });
    }
    const text = readOwner(fs, ownerFile);
    const owner = text === undefined ? undefined : ownerOf(text);
    if (owner !== undefined && isAlive(fs, owner, me))
      throw new DatabaseInUseError(
        file,
        `process ${owner.pid} on ${owner.host}`,
        'end that program first; several programs can share a file through better-sqlite3',
      );
    // Renaming succeeds for one of several programs that find the owner dead at the same time.
    if (text !== undefined) setAside(fs, ownerFile, text, me);
  }
  throw new DatabaseInUseError(file, 'others who open it at the same time', 'try again');
}

function claim(fs: typeof Fs, ownerFile: string, me: Owner): boolean {
  try {
    fs.writeFileSync(ownerFile, JSON.stringify(me), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(fs: typeof Fs, ownerFile: string): string | undefined {
  try {
    return fs.readFileSync(ownerFile, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function setAside(fs: typeof Fs, ownerFile: string, seen: string, me: Owner): void {
  const aside = `${ownerFile}.${me.pid}`;
  try {
    fs.renameSync(ownerFile, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  // What was moved may be the claim of somebody who was faster; then it goes back.
  if (fs.readFileSync(aside, 'utf8') === seen) fs.rmSync(aside, { force: true });
  else fs.linkSync(aside, ownerFile);
  fs.rmSync(aside, { force: true });
}

function ownerOf(text: string): Owner | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isOwner(value) ? value : undefined;
  } catch {
    // A program that was killed while it wrote.
    return undefined;
  }
}

const isOwner = (value: unknown): value is Owner =>
  typeof value === 'object' &&
  value !== null &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  'host' in value &&
  typeof value.host === 'string' &&
  'started' in value &&
  typeof value.started === 'string';

function isAlive(fs: typeof Fs, owner: Owner, me: Owner): boolean {
  // Of another machine nothing can be told.
  if (owner.host !== me.host) return true;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  const started = startOf(fs, owner.pid);
  return started === '' || owner.started === '' || started === owner.started;
}

/** When a process was started, in ticks since the system came up; '' where the system does not say. */
function startOf(fs: typeof Fs, pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields are counted behind the name, which may hold blanks and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
