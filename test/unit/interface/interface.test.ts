import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadInterface } from '../../../src/config/interface/load-interface.js';
import { lineColumn } from '../../../src/foundation/source-text.js';
import type { InterfaceSpecification } from '../../../src/model/service/index.js';
import { resolveInterface } from '../../../src/config/interface/resolve-interface.js';

const folder = mkdtempSync(join(tmpdir(), 'cimbind-interface-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Result {
  readonly value: InterfaceSpecification | undefined;
  /** `code line:column message (hint)` */
  readonly said: readonly string[];
}

async function read(text: string, name = 'head-end.interface.ts'): Promise<Result> {
  writeFileSync(join(folder, name), text);
  const file = await loadInterface(folder, name);
  const resolved = file.value === undefined ? undefined : resolveInterface(file.value);
  const said = [...file.diagnostics, ...(resolved?.diagnostics ?? [])].map(({ code, message, hint, at }) => {
    const { line, column } =
      at && file.source ? lineColumn(file.source.bytes, at.start) : { line: 0, column: 0 };
    return `${code} ${line}:${column} ${message}${hint === undefined ? '' : ` (${hint})`}`;
  });
  return { value: resolved?.value, said };
}

const specification = (body: string): string =>
  `import { defineInterface } from 'cimbind';\nexport default defineInterface({\n${body}\n});\n`;

test('defaults are those of the verb', async () => {
  const { value, said } = await read(
    specification(`component: 'HeadEnd',
accepts: [{ noun: 'MeterReadings', verbs: ['get', 'create'], timeout: '2m', security: { roles: ['mdm'] } }],
sends: [{ noun: 'EndDeviceEvents', verbs: ['created'], retry: false, priority: 9 }],`),
  );
  expect(said).toEqual([]);
  const shown = [...(value?.accepts ?? []), ...(value?.sends ?? [])].map(
    ({ verb, noun, kind, pattern, priority, timeout, retry, security }) =>
      `${verb} ${noun}: ${kind} ${pattern} p${priority} ${timeout}ms, ${retry.attempts} tries ${retry.delay} to ${retry.maxDelay}ms, ` +
      `${security.authenticated ? `known: ${security.roles.join()}` : 'anybody'}`,
  );
  expect(shown).toEqual([
    'get MeterReadings: query request-reply p4 120000ms, 3 tries 1000 to 60000ms, known: mdm',
    'create MeterReadings: request request-reply p4 120000ms, 3 tries 1000 to 60000ms, known: mdm',
    'created EndDeviceEvents: event publish p9 30000ms, 1 tries 1000 to 60000ms, anybody',
  ]);
});

test('JSON will do', async () => {
  const { value, said } = await read(
    JSON.stringify({ component: 'Mdm', sends: [{ noun: 'MeterReadings', verbs: ['get'] }] }),
    'mdm.interface.json',
  );
  expect(said).toEqual([]);
  expect(value?.sends.length).toBe(1);
});

describe('what is wrong is said with its place', () => {
  test.each<readonly [wrong: string, said: readonly string[]]>([
    [`component: 'HeadEnd', accept: []`, ['CFG1003 3:23 unknown option "accept" (did you mean "accepts"?)']],
    [
      `component: 'Head End'`,
      [
        'CFG1010 3:1 component is "Head End", expected a name in letters, digits and _, such as MeterReadings',
      ],
    ],
    [
      `component: 'HeadEnd'`,
      [
        "IFC2004 3:1 HeadEnd accepts nothing and sends nothing, expected one message at least (write, for example: accepts: [{ noun: 'MeterReadings', verbs: ['get'] }])",
      ],
    ],
    [
      `component: 'A',\naccepts: [{ noun: 'N', verbs: ['get'], timeout: 'soon', priority: 10 }]`,
      [
        'CFG1010 4:40 accepts[0].timeout is "soon", expected a time such as "250ms", "30s", "5m" or "2h"',
        'CFG1010 4:57 accepts[0].priority is 10, expected a whole number from 0 to 9',
      ],
    ],
    [
      `component: 'A',\naccepts: [\n  { noun: 'N', verbs: ['get', 'cancelled', 'get'] },\n  { noun: 'N', verbs: ['create'], pattern: 'publish' },\n]`,
      [
        'IFC2001 5:31 "cancelled" is none of the verbs create, change, cancel, close, delete, execute, get, reply, created, changed, canceled, closed, deleted, executed (did you mean "canceled"?)',
        'IFC2003 5:44 accepts has "get" N already, expected it once',
        'IFC2002 6:24 "create" N is exchanged by publish, expected request-reply or async-reply or one-way',
      ],
    ],
  ])('%s', async (wrong, said) => {
    expect((await read(specification(wrong))).said).toEqual(said);
  });

  test('a file that is not there', async () => {
    expect((await loadInterface(folder, 'none.ts')).diagnostics.map(({ message }) => message)).toEqual([
      'found no interface specification none.ts',
    ]);
  });
});
