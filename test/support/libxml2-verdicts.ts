import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What libxml2 says about a document: of each schema, whether the document is valid; undefined where it did not judge. */
export type Libxml2Verdict = readonly (boolean | undefined)[];

const PROGRAM = fileURLToPath(new URL('./libxml2-verdicts.py', import.meta.url));

/** Whether libxml2 can be asked about many documents at once: by Python, which loads the library itself. */
export const hasLibxml2 = askLibxml2([], []) !== undefined;

/**
 * Validates documents against several schemas in one process. Undefined where libxml2 does not accept one of the schemas, or
 * falls over.
 */
export function askLibxml2(
  schemas: readonly string[],
  documents: readonly string[],
): readonly Libxml2Verdict[] | undefined {
  const bodies = documents.map((document) => Buffer.from(document));
  const input = Buffer.concat(bodies.flatMap((body) => [Buffer.from(`${String(body.length)}\n`), body]));
  const run = spawnSync('python3', ['-I', '-S', PROGRAM, ...schemas], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120_000,
  });
  if (run.status !== 0) return undefined;
  const lines = run.stdout.split('\n').slice(0, -1);
  if (lines.slice(0, schemas.length).some((line) => line !== 'schema')) return undefined;
  const answers: Readonly<Record<string, boolean>> = { '0': false, '1': true };
  const verdicts = lines.slice(schemas.length).map((line) => [...line].map((sign) => answers[sign]));
  return verdicts.length === documents.length ? verdicts : undefined;
}
