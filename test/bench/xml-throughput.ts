import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { smallMeterReadings, writeMeterReadings } from '../support/make-metering-document.js';
import { inTurn, isInstalled, row, timeCommand, type Contender } from './measure.js';
import { INTERVAL_READING, METERING_XSD, meteringCodec } from './metering-codec.js';

const MEGABYTES = 60;
const ROUNDS = 5;

/** Streaming, whole trees, encoding and small messages, side by side with peers over one document. */
export async function xmlThroughput(): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'cimbind-bench-'));
  try {
    return await measure(join(folder, 'metering.xml'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(file: string): Promise<Readonly<Record<string, number>>> {
  writeMeterReadings(file, MEGABYTES);
  const bytes = new Uint8Array(readFileSync(file));
  const text = new TextDecoder().decode(bytes);
  const megabytes = bytes.length / 1e6;
  const message = meteringCodec();
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
  let tree: unknown;

  const own: Contender[] = [
    {
      name: 'cimbind stream',
      async run() {
        await message.stream(bytes, { record: INTERVAL_READING }).forEach(() => undefined);
        return undefined;
      },
    },
    {
      name: 'cimbind stream, in 256 KB chunks',
      async run() {
        await message.stream(chunksOf(bytes), { record: INTERVAL_READING }).forEach(() => undefined);
        return undefined;
      },
    },
    {
      name: 'cimbind decode',
      run() {
        tree = undefined;
        const begun = performance.now();
        tree = message.decode(bytes);
        return (performance.now() - begun) / 1000;
      },
    },
    {
      name: 'cimbind encode',
      run() {
        const begun = performance.now();
        message.encodeBytes(tree);
        return (performance.now() - begun) / 1000;
      },
    },
  ];
  const start = timeCommand('xmllint', ['--version']) ?? 0;
  const xmllint = (name: string, ...args: string[]): Contender => ({
    name,
    run: () => (timeCommand('xmllint', [...args, file]) ?? 0) - start,
  });
  const peers: Contender[] = isInstalled('xmllint', '--version')
    ? [
        xmllint('xmllint --stream', '--stream'),
        xmllint('xmllint --stream --schema', '--noout', '--stream', '--schema', METERING_XSD),
        xmllint('xmllint --schema', '--noout', '--schema', METERING_XSD),
      ]
    : [];
  peers.push({
    name: 'fast-xml-parser',
    run() {
      parser.parse(text);
      return undefined;
    },
  });
  // Warm up what is compiled while it runs.
  for (const contender of own) await contender.run();
  const seconds = await inTurn([...own, ...peers], ROUNDS);
  tree = undefined;

  const rate = (name: string): number => megabytes / (seconds.get(name) ?? Infinity);
  console.log(`\nXML throughput, MeterReadings of ${megabytes.toFixed(0)} MB, medians of ${ROUNDS}, in turn`);
  for (const name of seconds.keys()) row(name, `${rate(name).toFixed(0)} MB/s`);
  const ratios: Record<string, number> = {};
  const compare = (own: string, peer: string, target: number): void => {
    if (!seconds.has(peer)) return;
    const ratio = rate(own) / rate(peer);
    ratios[`${own} / ${peer}`] = ratio;
    row(`${own} / ${peer}`, ratio.toFixed(2), `target ${target}`, ratio >= target ? 'met' : 'MISSED');
  };
  compare('cimbind stream', 'xmllint --stream', 1.5);
  compare('cimbind stream', 'xmllint --stream --schema', 2);
  compare('cimbind stream, in 256 KB chunks', 'xmllint --stream', 1.5);
  compare('cimbind decode', 'xmllint --schema', 1.3);
  compare('cimbind decode', 'fast-xml-parser', 10);
  compare('cimbind encode', 'cimbind decode', 1);

  const small = smallMeterReadings();
  for (let round = 0; round < 3000; round++) message.decode(small);
  const count = 20_000;
  const begun = performance.now();
  for (let round = 0; round < count; round++) message.decode(small);
  const perSecond = (count / (performance.now() - begun)) * 1000;
  ratios['small messages a second'] = perSecond;
  row(`decode of ${(small.length / 1000).toFixed(1)} KB messages`, `${perSecond.toFixed(0)}/s`, 'target 20000', perSecond >= 20_000 ? 'met' : 'MISSED');
  return ratios;
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 262_144) yield bytes.subarray(at, at + 262_144);
}
