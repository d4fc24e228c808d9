// Development run over the schema tests of the W3C suite, without code generation:
//   npx tsx test/conformance/schema-tests.ts [--only pattern] [--file packed.jsonl.gz] [--wrong] [--explain]
// It prints right/total a contributor and the list of tests with another outcome, with the diagnostics seen.

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { checkSchema } from '../../src/analysis/constraints/check-schema.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { linkSchema } from '../../src/model/link/link-schema.js';
import { memorySourceHost } from '../../src/readers/source/memory-source-host.js';
import { loadSchemaDocuments } from '../../src/readers/xsd/load-schema-documents.js';

interface Test {
  readonly name: string;
  readonly docs: readonly string[];
  readonly expected: Readonly<Record<string, string | null>>;
  readonly score: boolean;
}

interface Group {
  readonly id: string;
  readonly contributor: string;
  readonly schemaTest: Test | null;
  readonly files: Readonly<Record<string, string | { readonly b64: string }>>;
}

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

const file = option('--file') ?? '../shared/xsts/xsts-1.0-dev.jsonl.gz';
const only = new RegExp(option('--only') ?? '');
const totals = new Map<string, { right: number; total: number }>();
const wrong: string[] = [];
const started = performance.now();

for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
  if (line === '') continue;
  const group = JSON.parse(line) as Group;
  const test = group.schemaTest;
  if (test?.score !== true || !only.test(group.id)) continue;
  const expected = test.expected['1.0'];
  if (expected !== 'valid' && expected !== 'invalid') continue;
  const total = totals.get(group.contributor) ?? { right: 0, total: 0 };
  totals.set(group.contributor, total);
  total.total++;
  const begun = performance.now();
  const outcome = run(group, test);
  const took = performance.now() - begun;
  const errors = outcome.filter(({ severity }) => severity === 'error');
  const found = errors.length === 0 ? 'valid' : 'invalid';
  if (found === expected) total.right++;
  else {
    const seen = errors.map((error) => `    ${error.code} ${error.rule ?? ''}: ${error.message}`);
    wrong.push([`${group.id} expected ${expected}`, ...seen.slice(0, 4)].join('\n'));
  }
  if (took > 2000) console.log(`slow: ${group.id} ${Math.round(took)} ms`);
  if (process.argv.includes('--show')) {
    console.log(group.id, expected, found);
    for (const error of errors) console.log(`    ${error.code} ${error.rule ?? ''}: ${error.message}`);
  }
}

console.log(wrong.join('\n'));
let right = 0;
let all = 0;
for (const [contributor, total] of totals) {
  console.log(`${contributor}: ${total.right}/${total.total}`);
  right += total.right;
  all += total.total;
}
console.log(`schema tests: ${right}/${all}, ${Math.round((performance.now() - started) / 1000)} s`);

function run(group: Group, test: Test): readonly Diagnostic[] {
  const documents = Object.fromEntries(
    Object.entries(group.files).map(([path, text]) => [
      path,
      typeof text === 'string' ? text : new Uint8Array(Buffer.from(text.b64, 'base64')),
    ]),
  );
  try {
    const host = memorySourceHost(documents);
    const loaded = loadSchemaDocuments(
      test.docs.map((path) => ({ uri: host.resolve(path, '') })),
      host,
      { allowDoctype: true },
    );
    const linked = linkSchema(loaded.value);
    return [...loaded.diagnostics, ...linked.diagnostics, ...checkSchema(linked.value)];
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [
      { code: 'CRASH', severity: 'error', message: message.split('\n').slice(0, 4).join(' '), related: [] },
    ];
  }
}
