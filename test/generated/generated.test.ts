import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import config from '../../cimbind.config.js';
import { check } from '../../src/pipeline/program.js';
import { rootNameOf } from '../../src/readers/xml/root-name.js';
import type { Message } from '../../src/runtime/message/element-message.js';
import { strictProblems } from '../support/strict-problems.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GENERATED = join(ROOT, 'generated');
const MODELS = readdirSync(GENERATED);

/** SDKs over a model that has another name. */
const MODEL_OF: Readonly<Record<string, string>> = { 'metering-exchange': 'metering' };

type AnyMessage = Message<unknown, Record<string, unknown>>;

test('generated/ is what the input models yield', async () => {
  const { value, diagnostics } = await check(config, ROOT);
  expect(diagnostics).toEqual([]);
  expect(value.map(({ project }) => project.outDir).sort()).toEqual(MODELS.map((name) => `generated/${name}`).sort());
  // What repairs it: npm run generate.
  expect(value.flatMap(({ drift }) => drift.map(({ file, state }) => `${state}: ${file}`))).toEqual([]);
  const problems = value.flatMap((outcome) => outcome.diagnostics.filter(({ severity }) => severity !== 'info'));
  expect(problems).toEqual([]);
});

test('generated/ compiles under the strictest settings', () => {
  const sources = readdirSync(GENERATED, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  expect(strictProblems(sources.map((path) => join(GENERATED, path)), GENERATED)).toEqual([]);
});

describe.each(MODELS)('generated/%s', (model) => {
  const folder = join(ROOT, 'input-models', MODEL_OF[model] ?? model, 'samples');

  test('holds its promises on the messages beside the model', async () => {
    const messages = await messagesOf(join(GENERATED, model));
    const verdicts: string[] = [];
    for (const name of readdirSync(folder)) {
      const xml = readFileSync(join(folder, name));
      const message = messages.get(rootNameOf(xml) ?? '');
      if (message === undefined) throw new Error(`${model} has no message for ${name}`);
      const result = message.safeDecode(xml);
      const isMeantValid = !/-(?:invalid|broken)\b/u.test(name);
      if (result.ok !== isMeantValid) verdicts.push(`${name}: ${result.issues.map(({ message: text }) => text).join('; ')}`);
      if (!result.ok) continue;
      expect(message.decode(message.encode(result.value))).toEqual(result.value);
      expect(message.validate(result.value).issues).toEqual([]);
    }
    expect(verdicts).toEqual([]);
  });
});

async function messagesOf(folder: string): Promise<ReadonlyMap<string, AnyMessage>> {
  const messages = new Map<string, AnyMessage>();
  const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('messages.ts'));
  for (const path of modules) {
    const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(join(folder, path)).href);
    for (const value of Object.values(Object(loaded)))
      if (isMessage(value)) messages.set(`{${value.namespace}}${value.name}`, value);
  }
  return messages;
}

const isMessage = (value: unknown): value is AnyMessage =>
  typeof value === 'object' && value !== null && 'safeDecode' in value;
