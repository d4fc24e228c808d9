// npm run compatibility -- [--edits N] [--pairs N] [--from N] [--samples N] [--keep folder]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasLibxml2 } from '../support/libxml2-verdicts.js';
import { hasXmllint } from '../support/outside-opinion.js';
import { makeEdit } from './edits/make-edit.js';
import { judgeEdit } from './judge-edit.js';
import { judgePair } from './pairs/judge-pair.js';
import { makePair } from './pairs/make-pair.js';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '500' },
    pairs: { type: 'string', default: '2000' },
    from: { type: 'string', default: '0' },
    samples: { type: 'string', default: '40' },
    keep: { type: 'string' },
  },
});

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'compatibility-'));
const asked = hasXmllint && hasLibxml2 ? '' : ', libxml2 was not asked';
let isFine = true;

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

function runEdits(count: number, from: number): void {
  const total = { right: 0, wrong: 0, undecided: 0, witnesses: 0 };
  for (let seed = from; seed < from + count; seed++) {
    const edit = makeEdit(seed);
    const own = join(folder, `edit-${String(seed)}`);
    try {
      for (const { what, direction, outcome, findings, why } of judgeEdit(
        edit,
        hasXmllint ? own : undefined,
      )) {
        total[outcome]++;
        total.witnesses += findings;
        if (outcome !== 'right')
          console.log(`${outcome}: ${String(seed)} ${what} (${direction}): ${why.join('; ')}`);
      }
    } catch (error) {
      total.wrong++;
      console.log(`wrong: ${String(seed)} ${edit.what}: ${stackOf(error)}`);
    }
    if (values.keep === undefined) rmSync(own, { recursive: true, force: true });
  }
  console.log(
    `${String(count)} edits: ${String(total.right)} verdicts right, ${String(total.wrong)} wrong, ${String(total.undecided)} undecided; ${String(total.witnesses)} witnesses${asked}`,
  );
  isFine &&= total.wrong === 0 && total.undecided <= (count * 2) / 100;
}

function runPairs(count: number, from: number): void {
  const total = {
    compatible: 0,
    breaking: 0,
    undecided: 0,
    samples: 0,
    distinct: 0,
    agreed: 0,
    witnesses: 0,
    wrong: 0,
    odd: 0,
  };
  for (let seed = from; seed < from + count; seed++) {
    const own = join(folder, `pair-${String(seed)}`);
    try {
      const pair = makePair(seed);
      const outcome = judgePair(pair, Number(values.samples), hasLibxml2 ? own : undefined);
      total[outcome.verdict]++;
      total.samples += outcome.samples;
      total.distinct += outcome.distinct;
      total.agreed += outcome.agreed;
      total.witnesses += outcome.witnesses;
      total.wrong += outcome.wrong.length;
      total.odd += outcome.odd.length;
      const name = `${String(seed)} (${pair.feature})`;
      for (const text of outcome.wrong.slice(0, 2)) console.log(`wrong: ${name} ${text}`);
      for (const text of outcome.odd.slice(0, 2)) console.log(`odd: ${name} ${text}`);
      for (const text of outcome.doubts) console.log(`doubt: ${name} ${text}`);
    } catch (error) {
      total.wrong++;
      console.log(`wrong: ${String(seed)}: ${stackOf(error)}`);
    }
    if (values.keep === undefined) rmSync(own, { recursive: true, force: true });
  }
  console.log(
    `${String(count)} pairs: ${String(total.compatible)} compatible (${String(total.samples)} samples, ${String(total.distinct)} of them distinct, ${String(total.agreed)} of these valid by both for libxml2 too), ` +
      `${String(total.breaking)} breaking (${String(total.witnesses)} witnesses), ${String(total.undecided)} undecided; ` +
      `${String(total.wrong)} wrong, ${String(total.odd)} that libxml2 sees otherwise${asked}`,
  );
  isFine &&= total.wrong === 0;
}

runEdits(Number(values.edits), Number(values.from));
runPairs(Number(values.pairs), Number(values.from));
if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
process.exitCode = isFine ? 0 : 1;
