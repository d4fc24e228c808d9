import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { bindSchema } from '../../../src/analysis/binding/index.js';
import type { NumberForm } from '../../../src/analysis/binding/index.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { RUNTIME_SPECIFIER } from '../../../src/emitters/emitter.js';
import { typesEmitter } from '../../../src/emitters/types/index.js';
import { linkSchema } from '../../../src/model/link/index.js';
import type { FilePlan } from '../../../src/pipeline/file-plan.js';
import { fileSourceHost } from '../../../src/readers/source/file-source-host.js';
import { loadSchemaDocuments } from '../../../src/readers/xsd/index.js';

/*
 * A case is a folder: `schema.xsd`, `config.json` with what differs from the defaults, `expected/` with the files, and
 * `expected.txt` with the diagnostics. `npx vitest run test/golden/types -u` rewrites what is expected.
 */
const ROOT = fileURLToPath(new URL('.', import.meta.url));
const CASES = readdirSync(ROOT).filter((name) => existsSync(join(ROOT, name, 'schema.xsd')));

interface Outcome {
  readonly files: readonly FilePlan[];
  readonly diagnostics: readonly Diagnostic[];
}

describe.each(CASES)('types: %s', (name) => {
  const folder = join(ROOT, name);
  const outcome = run(folder);

  test('files are as expected', async () => {
    for (const { path, content } of outcome.files) {
      await expect(content).toMatchFileSnapshot(join(folder, 'expected', path));
    }
    expect(outcome.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([...filesBelow(join(folder, 'expected'))]),
    );
  });

  test('diagnostics are as expected', async () => {
    const text = outcome.diagnostics
      .map(({ severity, code, message }) => `${severity} ${code}: ${message}\n`)
      .join('');
    const file = join(folder, 'expected.txt');
    if (text !== '') await expect(text).toMatchFileSnapshot(file);
    else expect(existsSync(file)).toBe(false);
  });

  test('the layout is that of Prettier', async () => {
    for (const { content } of outcome.files) {
      const options = {
        parser: 'typescript',
        singleQuote: true,
        printWidth: 110,
        trailingComma: 'all',
      } as const;
      expect(content).toBe(await format(content, options));
    }
  });
});

function run(folder: string): Outcome {
  const host = fileSourceHost({ workingFolder: folder, catalogs: [] }).value;
  const loaded = loadSchemaDocuments([{ uri: pathToFileURL(join(folder, 'schema.xsd')).href }], host);
  const linked = linkSchema(loaded.value);
  const bound = bindSchema(linked.value);
  const emitted = typesEmitter.emit(
    { schema: linked.value, binding: bound.value, runtime: RUNTIME_SPECIFIER },
    { numbers: numbersOf(folder) },
  );
  const diagnostics = [loaded, linked, bound, emitted].flatMap((step) => step.diagnostics);
  return { files: emitted.value, diagnostics };
}

function numbersOf(folder: string): NumberForm {
  const file = join(folder, 'config.json');
  if (!existsSync(file)) return 'lexical';
  const config: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const isNative =
    typeof config === 'object' && config !== null && 'numbers' in config && config.numbers === 'native';
  return isNative ? 'native' : 'lexical';
}

function filesBelow(folder: string): readonly string[] {
  // New files are written after the test.
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'));
}
