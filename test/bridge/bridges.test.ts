import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { ComponentId } from '../../src/model/schema/index.js';
import { loadModel } from '../../src/pipeline/load-model.js';
import { generate } from '../../src/pipeline/program.js';
import { fileSourceHost } from '../../src/readers/source/file-source-host.js';
import type { Bridged, MessageBridge } from '../../src/runtime/bridge/index.js';
import type { Message } from '../../src/runtime/message/element-message.js';
import { sampleDocument } from '../../src/samples/sample-document.js';
import { strictProblems } from '../support/strict-problems.js';

/** Samples of each pair, both directions together. `npm run bridges` asks for all of them. */
const SAMPLES = Number(process.env['CIMBIND_BRIDGE_SAMPLES'] ?? 400);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CORPUS = join(ROOT, '../shared/corpus');
/** Inside the project, so that the generated code finds the runtime. */
const OUTPUT = join(ROOT, 'tmp/bridges');
afterAll(() => rmSync(OUTPUT, { recursive: true, force: true }));

/** Milliseconds: two SDKs are made and compiled. */
const SLOW = 1_200_000;

type AnyBridge = MessageBridge<unknown, unknown, object>;
type AnyMessage = Message<unknown, Record<string, unknown>>;

interface Pair {
  readonly name: string;
  readonly older: readonly string[];
  readonly newer: readonly string[];
}

const own = (name: string): string => join(ROOT, 'input-models', name);
const OWN: readonly Pair[] = [
  { name: 'metering', older: [own('metering/*.xsd')], newer: [own('metering-2024/Messages.xsd')] },
  { name: 'vendor', older: [own('metering/*.xsd')], newer: [own('vendor-acme/AcmeMessages.xsd')] },
];
const corpus = (path: string): string => join(CORPUS, path);
const OF_THE_CORPUS: readonly Pair[] = [
  { name: 'espi-usage', older: [corpus('espi/3.3.1/usage.xsd')], newer: [corpus('espi/4.0/espi.xsd')] },
  {
    name: 'espi-customer',
    older: [corpus('espi/3.3.1/retailcustomer.xsd')],
    newer: [corpus('espi/4.0/customer.xsd')],
  },
  {
    name: 'ieee2030.5',
    older: [corpus('ieee2030.5/epri-2013/sep.xsd')],
    newer: [corpus('ieee2030.5/tylores/sep.xsd')],
  },
];

describe.each(OWN)('bridges of $name', bridges);
describe.skipIf(!existsSync(CORPUS)).each(OF_THE_CORPUS)('bridges of $name (corpus)', bridges);

function bridges(pair: Pair): void {
  const folder = join(OUTPUT, pair.name);
  const sides = { older: join(folder, 'older'), newer: join(folder, 'newer') };
  const compiled = compile(pair, folder);

  test(
    'compile under the strictest settings',
    async () => {
      await compiled;
      const modules = ['forward', 'backward'].map((name) => join(sides.newer, 'bridges/older', `${name}.ts`));
      expect(strictProblems(modules, folder)).toEqual([]);
    },
    SLOW,
  );

  test(
    'what comes over is valid, and comes back as it was, unless a loss or a hook is reported',
    async () => {
      await compiled;
      const forward = await bridgesIn(join(sides.newer, 'bridges/older/forward.ts'));
      const backward = await bridgesIn(join(sides.newer, 'bridges/older/backward.ts'));
      const older = await messagesIn(sides.older);
      const newer = await messagesIn(sides.newer);
      const there = await crossAll(pair.older, forward, backward, older, newer);
      const back = await crossAll(pair.newer, backward, forward, newer, older);
      const all = { samples: there.samples + back.samples, whole: there.whole + back.whole };
      console.log(
        `${pair.name}: ${all.samples} samples, ${all.whole} came over whole and came back as they were`,
      );
      expect([...there.wrong, ...back.wrong]).toEqual([]);
      expect(all.samples).toBeGreaterThan(SAMPLES / 2);
      expect(all.whole).toBeGreaterThan(0);
    },
    SLOW,
  );
}

async function compile({ older, newer }: Pair, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const config = {
    version: 1 as const,
    projects: [
      { name: 'older', inputs: older.map((path) => relative(folder, path)), outDir: 'older' },
      {
        name: 'newer',
        inputs: newer.map((path) => relative(folder, path)),
        outDir: 'newer',
        bridges: ['older'],
      },
    ],
  };
  const { value, diagnostics } = await generate(config, folder);
  const errors = [...diagnostics, ...value.flatMap((one) => one.diagnostics)].filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
}

interface Tally {
  readonly samples: number;
  /** Neither loss nor hook. */
  readonly whole: number;
  readonly wrong: readonly string[];
}

/** Sends samples of every message over a bridge and back. */
async function crossAll(
  inputs: readonly string[],
  over: ReadonlyMap<string, AnyBridge>,
  back: ReadonlyMap<string, AnyBridge>,
  from: ReadonlyMap<string, AnyMessage>,
  to: ReadonlyMap<string, AnyMessage>,
): Promise<Tally> {
  const schema = await schemaOf(inputs);
  const wrong: string[] = [];
  const tally = { samples: 0, whole: 0 };
  const each = Math.max(4, Math.ceil(SAMPLES / 2 / Math.max(1, over.size)));
  for (const [root, bridge] of over) {
    const message = from.get(root);
    const other = to.get(bridge.to);
    const wayBack = back.get(bridge.to);
    if (message === undefined || other === undefined || wayBack === undefined) {
      wrong.push(`${root} has no counterpart`);
      continue;
    }
    for (let seed = 1; seed <= each; seed++) {
      const extent = seed % 3 === 0 ? 'random' : seed % 3 === 1 ? 'full' : 'minimal';
      const xml = sampleDocument(schema, elementId(root), { seed, extent, maxBytes: 6000 });
      const read = xml === '' ? undefined : message.safeDecode(xml);
      if (read?.ok !== true) continue;
      tally.samples++;
      const crossed = bridge.cross(read.value, {});
      if (!isWhole(crossed)) continue;
      const written = other.safeDecode(other.encodeBytes(crossed.value));
      if (!written.ok) wrong.push(`${root} seed ${seed}: not valid: ${written.issues[0]?.message ?? ''}`);
      const returned = wayBack.cross(crossed.value, {});
      if (!isWhole(returned)) continue;
      tally.whole++;
      const same = message.encode(returned.value) === message.encode(read.value);
      if (!same) wrong.push(`${root} seed ${seed}: came back changed`);
    }
  }
  return { ...tally, wrong };
}

const isWhole = ({ losses, asked }: Bridged<unknown>): boolean => losses.length === 0 && asked.length === 0;

const elementId = (clark: string): ComponentId =>
  (clark.startsWith('{') ? `element:${clark}` : `element:{}${clark}`) as ComponentId;

async function schemaOf(
  inputs: readonly string[],
): Promise<Awaited<ReturnType<typeof loadModel>>['value']['schema']> {
  const { globSync } = await import('tinyglobby');
  const files = inputs
    .flatMap((pattern) => globSync(pattern.replaceAll('\\', '/'), { absolute: true }))
    .sort();
  const host = fileSourceHost({
    workingFolder: ROOT,
    catalogs: existsSync(join(CORPUS, 'catalog.xml')) ? [join(CORPUS, 'catalog.xml')] : [],
    inputFolders: files.map((file) => dirname(file)),
  }).value;
  return (
    await loadModel(
      files.map((file) => pathToFileURL(file).href),
      host,
    )
  ).value.schema;
}

async function bridgesIn(file: string): Promise<ReadonlyMap<string, AnyBridge>> {
  const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const all = Object.values(Object(loaded)).filter(
    (one): one is AnyBridge => typeof one === 'object' && one !== null && 'cross' in one,
  );
  return new Map(all.map((bridge) => [bridge.from, bridge]));
}

async function messagesIn(folder: string): Promise<ReadonlyMap<string, AnyMessage>> {
  const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.ts')).href);
  const messages = new Map<string, AnyMessage>();
  const collect = (scope: unknown): void => {
    for (const value of Object.values(Object(scope))) {
      if (typeof value !== 'object' || value === null) continue;
      if ('safeDecode' in value) {
        const message = value as AnyMessage;
        messages.set(
          message.namespace === '' ? message.name : `{${message.namespace}}${message.name}`,
          message,
        );
      } else if (Object.prototype.toString.call(value) === '[object Module]') collect(value);
    }
  };
  collect(loaded);
  return messages;
}
