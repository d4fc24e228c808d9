import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Says which documents are valid against a schema. Throws where it does not accept the schema. */
export type Opinion = (schema: string, paths: readonly string[]) => ReadonlySet<string>;

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const XERCES_JARS = ['xercesImpl.jar', 'xml-apis.jar'].map((name) => join('/usr/share/java', name));

/** Whether libxml2 can be asked. */
export const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;

/** Whether Xerces-J can be asked. */
export const hasXerces =
  existsSync(XERCES_JARS[0] ?? '') && spawnSync('javac', ['-version']).error === undefined;

/** The opinion of libxml2. */
export const xmllint: Opinion = (schema, paths) => {
  const run = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, ...paths], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, XML_CATALOG_FILES: join(CORPUS, 'catalog.xml') },
  });
  if (/failed to compile/.test(run.stderr)) throw new Error(run.stderr.slice(0, 2000));
  return new Set([...run.stderr.matchAll(/^(.*) validates$/gm)].map(([, path = '']) => path));
};

let classes: string | undefined;

/** The opinion of Xerces-J, which is compiled once a process. */
export const xerces: Opinion = (schema, paths) => {
  if (classes === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'xerces-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const program = fileURLToPath(new URL('./xerces/ValidateDocuments.java', import.meta.url));
    spawnSync('javac', ['-cp', XERCES_JARS.join(':'), '-d', folder, program]);
    classes = folder;
  }
  const path = [...XERCES_JARS, classes].join(':');
  const args = ['-cp', path, 'ValidateDocuments', join(CORPUS, '_catalog'), schema, ...paths];
  const run = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!/^(?:in)?valid\t/.test(run.stdout)) throw new Error(run.stdout + run.stderr);
  return new Set([...run.stdout.matchAll(/^valid\t\t(.*)$/gm)].map(([, path = '']) => path));
};
