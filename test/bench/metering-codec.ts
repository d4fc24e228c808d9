import { fileURLToPath, pathToFileURL } from 'node:url';
import { bindSchema } from '../../src/analysis/binding/index.js';
import { emitCodec } from '../../src/emitters/codec/index.js';
import { loadSchema } from '../../src/pipeline/load-schema.js';
import { renderScript } from '../../src/printer/index.js';
import { fileSourceHost } from '../../src/readers/source/file-source-host.js';
import * as messages from '../../src/runtime/codegen/v1/index.js';
import * as streams from '../../src/runtime/codegen/v1/streams.js';
import type { Message } from '../../src/runtime/message/element-message.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const METERING_XSD = `${ROOT}input-models/metering/MeterReadings.xsd`;

/** The records that the bench streams: each reading of a profile, and each meter reading whole. */
export const INTERVAL_READING = 'MeterReading/IntervalBlocks/IntervalReadings';

const runtime = { ...messages, ...streams };

/** The generated codec of MeterReadings, loaded. */
export function meteringCodec(): Message<unknown, Record<string, unknown>> {
  const { value: host } = fileSourceHost({
    workingFolder: ROOT,
    inputFolders: [],
    configFolder: ROOT,
    allowNetwork: false,
  });
  const { value: schema } = loadSchema([{ uri: pathToFileURL(METERING_XSD).href }], host);
  const { value: binding } = bindSchema(schema);
  const modules = emitCodec(schema, binding, {
    runtime: 'runtime',
    numbers: 'lexical',
    records: { MeterReadings: [INTERVAL_READING] },
    prefixes: {},
    samples: new Map(),
    scope: 'script',
  });
  const script = renderScript(
    modules.map(({ path, codes }) => ({ modulePath: path, codes })),
    'runtime',
  );
  const load = new Function('runtime', script) as (given: typeof runtime) => Record<string, unknown>;
  return load(runtime)['MeterReadingsElement_message'] as Message<unknown, Record<string, unknown>>;
}
