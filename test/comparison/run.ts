// npm run compare: what cimbind and its peers make of the schemas and documents of test/golden, side by side.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { documentDifference } from '../corpus/compare-documents.js';
import { parsePlainXml } from '../corpus/plain-xml.js';
import type { PlainElement } from '../corpus/plain-xml.js';
import { goldenCases, messageFor, openCase } from '../golden/golden-case.js';
import type { GoldenCase } from '../golden/golden-case.js';
import { decodedText, peers } from './peers.js';
import type { Verdict } from './peers.js';

const NIL = '{http://www.w3.org/2001/XMLSchema-instance}nil';

interface Score {
  valid: number;
  accepted: number;
  invalid: number;
  rejected: number;
  written: number;
  same: number;
}

const cases: GoldenCase[] = [];
for (const name of goldenCases()) {
  const golden = await openCase(name);
  // Left out: what is accepted against the schema, and what is made a number because the configuration asks for it.
  if (golden.config.decode?.mode !== 'tolerant' && golden.config['numbers'] !== 'native') cases.push(golden);
}
const { here, missing } = peers();

const scores = new Map<string, Score>();
for (const golden of cases) {
  const paths = golden.documents.map((document) => join(golden.folder, document));
  count(
    'cimbind',
    golden,
    golden.documents.map((document) => ownVerdict(golden, document)),
  );
  for (const peer of here) count(peer.name, golden, peer.judge(golden.schema, paths));
}

print('| tool | valid documents accepted | invalid documents rejected | written again without loss |');
print('| --- | --- | --- | --- |');
for (const [name, { valid, accepted, invalid, rejected, written, same }] of scores)
  print(
    `| ${name} | ${accepted} of ${valid} | ${rejected} of ${invalid} | ${written === 0 ? 'writes none' : `${same} of ${valid}`} |`,
  );
print('');
print(
  `schemas that xsd2jsonschema converts without an exception: ${cases.filter(converts).length} of ${cases.length}`,
);
for (const name of missing) print(`not installed: ${name}`);

function count(name: string, golden: GoldenCase, verdicts: readonly Verdict[]): void {
  const score = scores.get(name) ?? { valid: 0, accepted: 0, invalid: 0, rejected: 0, written: 0, same: 0 };
  scores.set(name, score);
  golden.documents.forEach((document, index) => {
    const { accepted, written } = verdicts[index] ?? { accepted: undefined };
    if (document.startsWith('invalid')) {
      score.invalid++;
      if (accepted === false) score.rejected++;
      return;
    }
    score.valid++;
    if (accepted === true) score.accepted++;
    if (written === undefined) return;
    score.written++;
    if (isSame(join(golden.folder, document), written)) score.same++;
  });
}

function ownVerdict(golden: GoldenCase, document: string): Verdict {
  const message = messageFor(golden, document);
  // Defaults that are filled in would be a difference.
  const result = message.safeDecode(readFileSync(join(golden.folder, document)), { applyDefaults: false });
  return { accepted: result.ok, written: result.ok ? message.encode(result.value) : undefined };
}

function isSame(path: string, written: string): boolean {
  try {
    const [before, after] = [decodedText(readFileSync(path)), written].map((text) =>
      collapsed(parsePlainXml(text)),
    );
    return before !== undefined && after !== undefined && documentDifference(before, after) === undefined;
  } catch {
    return false;
  }
}

/** White space that a type may collapse is no loss, and neither is an xsi:nil that says no. */
function collapsed(element: PlainElement): PlainElement {
  const text = (value: string): string => value.trim().replace(/\s+/gu, ' ');
  const attributes = [...element.attributes].filter(([name, value]) => name !== NIL || value !== 'false');
  return {
    ...element,
    attributes: new Map(attributes.map(([name, value]) => [name, text(value)])),
    children: element.children.map((child) => (typeof child === 'string' ? text(child) : collapsed(child))),
  };
}

function converts({ schema }: GoldenCase): boolean {
  const { Xsd2JsonSchema } = createRequire(import.meta.url)('xsd2jsonschema') as {
    readonly Xsd2JsonSchema: new () => { processAllSchemas(input: object): unknown };
  };
  try {
    return (
      new Xsd2JsonSchema().processAllSchemas({ schemas: { 'schema.xsd': readFileSync(schema, 'utf8') } }) !==
      undefined
    );
  } catch {
    return false;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
