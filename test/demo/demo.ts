import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type * as Metering from '../../generated/metering/index.js';
import { meterReadingsChunks } from '../support/make-metering-document.js';
import { command, excerpt, grouped, heading, palette, say, source, took, wrapped } from './terminal.js';

/*
 * The main job from end to end, with nothing prepared: models become an SDK in tmp/demo, and that very SDK reads, checks,
 * writes and streams messages. Its types are those of generated/metering, which was made from the same models.
 */
type Sdk = typeof Metering;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(ROOT, 'tmp', 'demo');
const SAMPLES = join(ROOT, 'input-models', 'metering', 'samples');

const start = performance.now();
process.stdout.write(
  `\n${palette.strong('cimbind')}  from interface models to an SDK that reads, validates and writes\n`,
);
generateSdk();
const { MeterReadings } = (await load()).meterReadings;
type MeterReadings = ReturnType<typeof MeterReadings.decode>;
const message = decodeMessage();
explainBroken();
validateObject(message);
encodeMessage(message);
await streamMegabytes();
process.stdout.write(
  `\n${palette.good('done')} in ${took(start)}. The SDK is in tmp/demo/sdk; the same stands in generated/metering.\n\n`,
);

function generateSdk(): void {
  heading(1, 'Models become TypeScript');
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const run = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin', 'cimbind.js'), ...args], {
      cwd: FOLDER,
      encoding: 'utf8',
    });
    if (status === 0) return;
    process.stderr.write(stderr);
    process.exit(1);
  };
  const begin = performance.now();
  say(command('cimbind init ../../input-models/metering --yes --out-dir sdk'));
  run('init', '../../input-models/metering', '--yes', '--out-dir', 'sdk');
  say(command('cimbind generate'));
  run('generate');
  const files = readdirSync(join(FOLDER, 'sdk'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const text = files.map((path) => readFileSync(join(FOLDER, 'sdk', path), 'utf8'));
  const lines = text.reduce((sum, one) => sum + one.split('\n').length - 1, 0);
  say(
    `5 schemas became ${files.length} modules with ${grouped(lines)} lines in ${took(begin)}, among them:`,
    '',
  );
  say(...excerpt(interfaceOf('IntervalReading')));
}

/** The declaration of an interface as it was generated, comments left out. */
function interfaceOf(name: string): readonly string[] {
  const lines = readFileSync(join(FOLDER, 'sdk', 'meter-readings', 'types.ts'), 'utf8').split('\n');
  const from = lines.indexOf(`export interface ${name} {`);
  const declaration = lines.slice(from, lines.indexOf('}', from) + 1);
  return declaration.filter((line) => !/^\s*(?:\/\*\*|\*)/u.test(line));
}

async function load(): Promise<Sdk> {
  return (await import(pathToFileURL(join(FOLDER, 'sdk', 'index.ts')).href)) as Sdk;
}

function sample(name: string): Uint8Array {
  return readFileSync(join(SAMPLES, name));
}

function decodeMessage(): MeterReadings {
  heading(2, 'A message becomes a typed value, validated on the way');
  say(source('const message = MeterReadings.decode(xml);'), '');
  const decoded = MeterReadings.decode(sample('MeterReadings.xml'));
  for (const { Meter, IntervalBlocks, Readings } of decoded.MeterReading) {
    say(`meter ${palette.strong(Meter?.Names[0]?.name ?? '')}`);
    for (const { timeStamp, value, ReadingQualities } of IntervalBlocks.flatMap(
      (block) => block.IntervalReadings,
    )) {
      const quality = ReadingQualities.map(({ ReadingQualityType }) => `quality ${ReadingQualityType.ref}`);
      say(
        `  ${timeStamp ?? ''}  ${(value ?? '').padStart(9)}  ${palette.faint(quality.join(', '))}`.trimEnd(),
      );
    }
    for (const { timeStamp, value, reason } of Readings)
      say(`  ${timeStamp ?? ''}  ${(value ?? '').padStart(9)}  ${palette.faint(reason ?? '')}`);
  }
  say('', 'Values are exact: a decimal keeps its digits, a time its zone.');
  return decoded;
}

function explainBroken(): void {
  heading(3, 'A broken message is explained, all of it at once');
  say(source('const result = MeterReadings.safeDecode(broken);'), '');
  const xml = sample('MeterReadings-broken.xml');
  const lines = new TextDecoder().decode(xml).split('\n');
  const { issues } = MeterReadings.safeDecode(xml);
  issues.forEach(({ line, column, rule, path, message: text }, index) => {
    if (index > 0) say('');
    say(`${palette.error(`${line}:${column}`.padEnd(6))} ${palette.strong(rule)}  ${palette.faint(path)}`);
    say(`       ${palette.faint('│')} ${(lines[line - 1] ?? '').trim()}`, ...wrapped(text, 7));
  });
}

function validateObject(valid: MeterReadings): void {
  heading(4, 'A value that never was XML is held to the same rules');
  say(
    source(
      "MeterReadings.validate({ ...message, MeterReading: [{ …, Readings: [{ …, value: '12,5' }] }] });",
    ),
    '',
  );
  const [first] = valid.MeterReading;
  const [reading] = first?.Readings ?? [];
  if (first === undefined || reading === undefined) return;
  // Numbers are branded, so TypeScript asks where this one comes from; the brand is not a check.
  const value = '12,5' as typeof reading.value;
  const { issues } = MeterReadings.validate({
    ...valid,
    MeterReading: [{ ...first, Readings: [{ ...reading, value }] }],
  });
  for (const { rule, path, message: text } of issues)
    say(`${palette.strong(rule)}  ${palette.faint(path)}`, ...wrapped(text, 0));
}

function encodeMessage(value: MeterReadings): void {
  heading(5, 'And back to XML');
  say(source('const xml = MeterReadings.encode(message, { indent: 2 });'), '');
  const xml = MeterReadings.encode(value, { indent: 2 });
  const lines = xml.trimEnd().split('\n');
  say(...excerpt([...lines.slice(0, 7), palette.faint(`… ${lines.length - 7} more lines`)]));
  const same = isDeepStrictEqual(MeterReadings.decode(xml), value);
  say('', `decode(encode(message)) equals message: ${same ? palette.good('yes') : palette.error('no')}`);
}

async function streamMegabytes(): Promise<void> {
  heading(6, 'Documents of any size, record by record');
  say(source("for await (const reading of MeterReadings.stream(file, { record: 'MeterReading' })) …"), '');
  const chunks = [...meterReadingsChunks(50)];
  const size = chunks.reduce((sum, { length }) => sum + length, 0);
  async function* file(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  const begin = performance.now();
  let values = 0;
  const meters = await MeterReadings.stream(file(), { record: 'MeterReading' }).forEach(
    ({ IntervalBlocks }) => {
      for (const { IntervalReadings } of IntervalBlocks) values += IntervalReadings.length;
    },
  );
  const seconds = (performance.now() - begin) / 1000;
  say(
    `${grouped(size / 1e6)} MB: ${grouped(meters)} meters with ${grouped(values)} values, each validated and typed, ` +
      `in ${seconds.toFixed(1)} s (${grouped(size / 1e6 / seconds)} MB/s)`,
  );
}
