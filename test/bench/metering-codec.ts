import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadCodec } from '../../src/pipeline/load-codec.js';
import { loadSchema } from '../../src/pipeline/load-schema.js';
import { fileSourceHost } from '../../src/readers/source/file-source-host.js';
import type { Message } from '../../src/runtime/message/element-message.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const METERING_XSD = `${ROOT}input-models/metering/MeterReadings.xsd`;

/** The record that is streamed: each reading of a profile. */
export const INTERVAL_READING = 'MeterReading/IntervalBlocks/IntervalReadings';

/** The generated codec of MeterReadings, loaded. */
export function meteringCodec(): Message<unknown, Record<string, unknown>> {
  const { value: host } = fileSourceHost({
    workingFolder: ROOT,
    inputFolders: [],
    configFolder: ROOT,
    allowNetwork: false,
  });
  const { value: schema } = loadSchema([{ uri: pathToFileURL(METERING_XSD).href }], host);
  const { messages } = loadCodec(schema, { MeterReadings: [INTERVAL_READING] });
  const message = messages.get('{http://iec.ch/TC57/2011/MeterReadings#}MeterReadings');
  if (message === undefined) throw new Error('the metering model has no MeterReadings');
  return message;
}
