// npm run compatibility -- [--edits N] [--from N] [--keep folder]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasXmllint } from '../support/outside-opinion.js';
import { makeEdit } from './edits/make-edit.js';
import { judgeEdit } from './judge-edit.js';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '500' },
    from: { type: 'string', default: '0' },
    keep: { type: 'string' },
  },
});

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'compatibility-'));
let isFine = true;

function runEdits(count: number, from: number): void {
  const total = { right: 0, wrong: 0, undecided: 0, witnesses: 0 };
  for (let seed = from; seed < from + count; seed++) {
    const edit = makeEdit(seed);
    try {
      for (const { what, direction, outcome, findings, why } of judgeEdit(
        edit,
        hasXmllint ? join(folder, String(seed)) : undefined,
      )) {
        total[outcome]++;
        total.witnesses += findings;
        if (outcome !== 'right')
          console.log(`${outcome}: ${String(seed)} ${what} (${direction}): ${why.join('; ')}`);
      }
    } catch (error) {
      total.wrong++;
      console.log(
        `wrong: ${String(seed)} ${edit.what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  console.log(
    `${String(count)} edits: ${String(total.right)} verdicts right, ${String(total.wrong)} wrong, ${String(total.undecided)} undecided; ${String(total.witnesses)} witnesses${hasXmllint ? '' : ', libxml2 was not asked'}`,
  );
  isFine &&= total.wrong === 0 && total.undecided <= (count * 2) / 100;
}

runEdits(Number(values.edits), Number(values.from));
if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
process.exitCode = isFine ? 0 : 1;
