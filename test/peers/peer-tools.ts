import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file beside the tests of peers. */
export const peerFile = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const works = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** The Python that Debian's packages belong to: another one may come first on the path. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

export const python = PYTHON;
export const HAS_ZEEP = works(PYTHON, '-c', 'import zeep');
export const HAS_XMLSEC = works('xmlsec1', '--version');
export const HAS_JAVAC = works('javac', '-version');
export const HAS_JAXWS = works('wsimport', '-version') && HAS_JAVAC && existsSync('/usr/share/jaxws/lib');

/** What a program said. */
export interface Said {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program to its end, without holding up this one: it may call back. */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly within?: number } = {},
): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd: options.cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), options.within ?? 120_000);
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, output, errors });
    });
  });
}

/** The lines of JSON that a program printed; what it said on the other channel is part of the failure. */
export function jsonLines({ status, output, errors }: Said): readonly unknown[] {
  if (status !== 0) throw new Error(`exit code ${status}\n${output}\n${errors}`);
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): unknown => JSON.parse(line));
}
