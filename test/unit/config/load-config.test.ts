import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig, readConfig } from '../../../src/config/load-config.js';
import { lineColumn } from '../../../src/foundation/source-text.js';

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'cimbind-config-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const BODY = `{ version: 1, inputs: 'models/*.xsd', outDir: 'generated/meter' }`;

describe('loading', () => {
  test.each<[string, Record<string, string>]>([
    [
      'TypeScript',
      {
        'cimbind.config.ts': `import { defineConfig } from 'cimbind';\nconst c: object = {};\nexport default defineConfig({ ...c, ...${BODY} } as const);`,
      },
    ],
    ['TypeScript without the import', { 'cimbind.config.ts': `export default ${BODY} as const;` }],
    [
      'TypeScript with a relative import',
      {
        'cimbind.config.ts': `import { out } from './lib/out.js';\nexport default { ...${BODY}, outDir: out };`,
        'lib/out.ts': `export const out: string = 'generated/meter';`,
      },
    ],
    ['TypeScript modules', { 'cimbind.config.mts': `export default ${BODY};` }],
    ['JavaScript', { 'cimbind.config.mjs': `export default ${BODY};` }],
    [
      'JSON',
      { 'cimbind.config.json': `{ "version": 1, "inputs": "models/*.xsd", "outDir": "generated/meter" }` },
    ],
  ])('reads %s', async (_what, files) => {
    const root = folderWith({ ...files, 'package.json': '{"type":"module"}' });
    const { value, diagnostics } = await loadConfig(root);
    expect(diagnostics).toEqual([]);
    expect(value?.projects.map(({ name, outDir }) => [name, outDir])).toEqual([['meter', 'generated/meter']]);
    expect(value?.root).toBe(root);
  });

  test('looks in folders above', async () => {
    const root = folderWith({ 'cimbind.config.json': '{}', 'a/b/x': '' });
    expect((await loadConfig(join(root, 'a/b'))).sources.values().next().value?.label).toBe(
      '../../cimbind.config.json',
    );
  });

  test.each<[string, Record<string, string>, string]>([
    ['no file', {}, 'CFG1001'],
    ['a syntax error', { 'cimbind.config.ts': 'export default {\n  version: 1,,\n};' }, 'CFG1002'],
    ['a throw', { 'cimbind.config.ts': 'throw new Error("not today");' }, 'CFG1002'],
    ['broken JSON', { 'cimbind.config.json': '{' }, 'CFG1002'],
    ['no default export', { 'cimbind.config.ts': 'export const a = 1;' }, 'CFG1003'],
  ])('says what is wrong: %s', async (_what, files, code) => {
    const { value, diagnostics } = await loadConfig(folderWith(files));
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.code).toBe(code);
  });

  test('points at a syntax error', async () => {
    const text = 'export default {\n  version: 1,,\n};';
    const { diagnostics, sources } = await loadConfig(folderWith({ 'cimbind.config.ts': text }));
    const [source] = sources.values();
    expect(lineColumn(source?.bytes ?? new Uint8Array(), diagnostics[0]?.at?.start ?? 0)).toEqual({
      line: 2,
      column: 14,
    });
  });
});

const problems = async (text: string): Promise<readonly string[]> => {
  const { diagnostics, sources } = await loadConfig(folderWith({ 'cimbind.config.ts': text }));
  const [source] = sources.values();
  return diagnostics.map(({ code, message, hint, at }) => {
    const place = at === undefined ? '-' : lineColumn(source?.bytes ?? new Uint8Array(), at.start);
    const where = typeof place === 'string' ? place : `${place.line}:${place.column}`;
    return `${where} ${code} ${message}${hint === undefined ? '' : ` (${hint})`}`;
  });
};

const config = (body: string): string =>
  `import { defineConfig } from 'cimbind';\nexport default defineConfig({\n  version: 1,\n  inputs: 'a.xsd',\n  outDir: 'out',\n  ${body}\n});\n`;

describe('checking', () => {
  test.each<[string, readonly string[]]>([
    ['emitt: {},', ['6:3 CFG1003 unknown option "emitt" (did you mean "emit"?)']],
    ['emit: { typs: true },', ['6:11 CFG1003 unknown option "typs" in emit (did you mean "types"?)']],
    [
      'emit: { xyz: true },',
      [
        '6:11 CFG1003 unknown option "xyz" in emit (known names: types, codec, messages, package, samples, xsd, jsonSchema, contracts, messageClasses, adapters)',
      ],
    ],
    ['numbers: "floating",', ['6:3 CFG1004 numbers is the text "floating", expected "lexical" or "native"']],
    ['applyDefaults: 1,', ['6:3 CFG1004 applyDefaults is 1, expected true or false']],
    [
      'emit: { package: { name: "x" } },',
      ['6:11 CFG1005 option "version" is missing in emit.package, expected a version such as "1.0.0"'],
    ],
    [
      'emit: { package: { name: "X Y", version: "1.0.0" } },',
      [
        '6:22 CFG1010 emit.package.name is "X Y", expected a package name in lower case, such as "@grid/messages"',
      ],
    ],
    [
      'namespaces: { "http://a#": "../a" },',
      [
        '6:17 CFG1010 namespaces["http://a#"] is "../a", expected a module path without extension, such as "meter" or "iec/meter"',
      ],
    ],
    [
      'naming: { overrides: { "type:{a}B": "not a name" } },',
      ['6:26 CFG1010 naming.overrides["type:{a}B"] is "not a name", expected a TypeScript identifier'],
    ],
    ['catalogs: ["a.xml", 3],', ['6:23 CFG1004 catalogs[1] is 3, expected a text']],
    [
      'projects: [{ inputs: "b", outDir: "out" }],',
      [
        '6:25 CFG1008 two projects have the outDir "out", expected one each (give each project its own name and its own outDir)',
        '6:29 CFG1008 two projects have the name "out", expected one each (give each project its own name and its own outDir)',
      ],
    ],
    [
      '/* { */ "header": `a${1}, ]`, // }\n  emit: { codec: 3 },',
      ['7:11 CFG1004 emit.codec is 3, expected true or false'],
    ],
  ])('%s', async (body, expected) => {
    const found = await problems(config(body));
    expect(found.map((one) => one.replace(/^(\d+):\d+ CFG1008/u, '$1 CFG1008')).sort()).toEqual(
      expected.map((one) => one.replace(/^(\d+):\d+ CFG1008/u, '$1 CFG1008')).sort(),
    );
  });

  test.each<[string, string]>([
    ['{ version: 2 }', 'CFG1006'],
    ['{ inputs: "a", outDir: "b" }', 'CFG1005'],
    ['{ version: 1 }', 'CFG1005'],
    ['{ version: 1, inputs: "a" }', 'CFG1005'],
    ['[]', 'CFG1004'],
    ['null', 'CFG1004'],
    ['{ version: 1, inputs: [], outDir: "/abs" }', 'CFG1010'],
  ])('refuses %s', async (text, code) => {
    expect((await problems(`export default ${text};`)).join('\n')).toContain(code);
  });
});

describe('resolving', () => {
  test('fills in every default', async () => {
    const { value } = await readConfig({ version: 1, inputs: 'a.xsd', outDir: './out//x/' }, '/root');
    expect(value?.projects).toEqual([
      {
        root: '/root',
        name: 'x',
        inputs: [{ files: ['a.xsd'], name: 'a.xsd' }],
        outDir: 'out/x',
        interfaces: [],
        bridges: [],
        emit: {
          types: true,
          adapters: false,
          codec: true,
          messages: true,
          package: false,
          samples: true,
          xsd: false,
          jsonSchema: false,
          contracts: false,
          messageClasses: false,
        },
        runtime: '@cimbind/runtime',
        numbers: 'lexical',
        applyDefaults: true,
        records: 'auto',
        namespaces: {},
        naming: { overrides: {} },
        prefixes: {},
        catalogs: 'auto',
        allowNetwork: false,
        templates: false,
        header: '',
      },
    ]);
  });

  test('shares what stands beside projects', async () => {
    const { value } = await readConfig(
      {
        version: 1,
        numbers: 'native',
        emit: { samples: false },
        projects: [
          { inputs: 'a', outDir: 'a', emit: { codec: false } },
          { inputs: 'b', outDir: 'b', numbers: 'lexical' },
        ],
      },
      '/root',
    );
    expect(value?.projects.map(({ numbers, emit }) => [numbers, emit.codec, emit.samples])).toEqual([
      ['native', false, false],
      ['lexical', true, false],
    ]);
  });
});
