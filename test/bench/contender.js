// One contender of the throughput bench in a process of its own, over the built package: what another one leaves in memory
// or in the compiler's caches cannot touch it. Told a document first, then to run, it answers the seconds that it took.

import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadCodec } from '../../dist/pipeline/load-codec.js';
import { loadSchema } from '../../dist/pipeline/load-schema.js';
import { fileSourceHost } from '../../dist/readers/source/file-source-host.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RECORD = 'MeterReading/IntervalBlocks/IntervalReadings';

function meteringCodec() {
  const { value: host } = fileSourceHost({
    workingFolder: ROOT,
    inputFolders: [],
    configFolder: ROOT,
    allowNetwork: false,
  });
  const uri = pathToFileURL(`${ROOT}input-models/metering/MeterReadings.xsd`).href;
  const { value: schema } = loadSchema([{ uri }], host);
  const { messages } = loadCodec(schema, { MeterReadings: [RECORD] });
  return messages.get('{http://iec.ch/TC57/2011/MeterReadings#}MeterReadings');
}

async function* chunksOf(bytes) {
  for (let at = 0; at < bytes.length; at += 262_144) yield bytes.subarray(at, at + 262_144);
}

const [, , name, file] = process.argv;
const bytes = new Uint8Array(readFileSync(file));

const CONTENDERS = {
  stream() {
    const message = meteringCodec();
    return () => message.stream(bytes, { record: RECORD }).forEach(() => undefined);
  },
  chunks() {
    const message = meteringCodec();
    return () => message.stream(chunksOf(bytes), { record: RECORD }).forEach(() => undefined);
  },
  decode() {
    const message = meteringCodec();
    return () => message.decode(bytes);
  },
  encode() {
    const message = meteringCodec();
    const value = message.decode(bytes);
    return () => message.encodeBytes(value);
  },
  small() {
    const message = meteringCodec();
    return () => {
      for (let count = 0; count < 10_000; count++) message.decode(bytes);
    };
  },
  async 'fast-xml-parser'() {
    const { XMLParser } = await import('fast-xml-parser');
    const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
    const text = new TextDecoder().decode(bytes);
    return () => parser.parse(text);
  },
};

const run = await CONTENDERS[name]();
process.on('message', async () => {
  // While the others had their turn, compiled code may have been thrown away: the first run of a turn does not count.
  await run();
  const begun = performance.now();
  await run();
  process.send((performance.now() - begun) / 1000);
});
process.send('ready');
