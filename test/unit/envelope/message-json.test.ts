import { readFileSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import {
  embed,
  messageFromJson,
  messageToJson,
  type AnyTypedMessage,
  type MessageClass,
} from '../../../src/runtime/envelope/index.js';
import { endDeviceEvents, getMeterReadings } from '../../../generated/metering-exchange/index.js';
import { messageClasses } from '../../../generated/metering-exchange/exchange/index.js';
import { mutants, reasonFor } from '../../support/json-agreement.js';

const folder = new URL('../../../generated/metering-exchange/json-schema/', import.meta.url);
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (path.endsWith('.json'))
    ajv.addSchema(JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as object, `http://x/${path}`);

const DOCUMENTS: Readonly<Record<string, string>> = {
  MeterReadings: 'meter-readings',
  MeterConfig: 'meter-config',
  EndDeviceControls: 'end-device-controls',
  EndDeviceEvents: 'end-device-events',
};

const { EndDeviceEvents } = endDeviceEvents;
const header = {
  messageId: 'm',
  correlationId: 'c',
  timestamp: '2024-06-03T06:30:00Z',
  replayDetection: { nonce: 'n', created: '2024-06-03T06:30:00Z' },
  asyncReplyFlag: true,
  replyAddress: 'http://x',
  user: { userId: 'u' },
  properties: [{ name: 'a', value: 'b' }, { name: 'c' }],
  extensions: [embed(EndDeviceEvents, EndDeviceEvents.sample())],
};
const reply = {
  result: 'PARTIAL',
  errors: [
    {
      code: '2.4',
      level: 'WARNING',
      xpath: 'label',
      location: { node: 'n' },
      id: { value: 'i', kind: 'uuid' as const },
      operationId: '12345678901234567890',
    },
  ],
  ids: [{ value: 'x', idType: 't' }],
};

/** Messages of a class: with a payload, with each other branch of the payload, and with as little as there can be. */
function samplesOf({ kind, parts, create }: MessageClass<AnyTypedMessage>): readonly AnyTypedMessage[] {
  const { payload, query } = parts;
  const value = payload === undefined ? undefined : sampleOf(payload);
  const own = {
    ...(kind === 'fault' ? {} : { header }),
    ...(kind === 'response' || kind === 'fault' ? { reply } : {}),
    ...(kind === 'request'
      ? {
          request: {
            startTime: '2024-01-01T00:00:00Z',
            options: [{ name: 'o' }],
            ids: [{ value: 'x' }],
            ...(query === undefined ? {} : { query: getMeterReadings.GetMeterReadings.sample() }),
          },
        }
      : {}),
  };
  const set = {
    enforceMsgSequence: true,
    operations: [
      { operationId: '1', verb: 'create', elements: [embed(EndDeviceEvents, EndDeviceEvents.sample())] },
    ],
  };
  if (kind === 'fault') return [create(own)];
  return [
    create({ ...own, payload: value, furtherPayloads: header.extensions, format: 'XML' }),
    create({ ...own, operationSet: set }),
    create({ ...own, compressed: 'H4sIAAAAAAAAA7Mp' }),
    create({ ...own, ids: [{ value: 'a', kind: 'name', objectType: 'Meter' }] }),
    create(kind === 'response' ? { reply: { result: 'OK' } } : {}),
  ];
}

function sampleOf(message: NonNullable<MessageClass<AnyTypedMessage>['parts']['payload']>): unknown {
  const read = message.safeDecode(new TextEncoder().encode(message.info.sample?.() ?? ''));
  if (!read.ok) throw new Error('no sample');
  return read.value;
}

const named: Readonly<Record<string, unknown>> = messageClasses();
const classes = Object.entries(named) as readonly (readonly [string, MessageClass<AnyTypedMessage>])[];

describe('JSON of whole messages', () => {
  test('there are classes to look at', () => {
    expect(classes.length).toBe(4 * 13);
  });

  test.each(classes)('%s: XML, object, JSON, object, XML are the same; JSON Schema agrees', (name, one) => {
    const judge = ajv.getSchema(`http://x/exchange/${DOCUMENTS[one.noun] ?? ''}.schema.json#/$defs/${name}`);
    if (judge === undefined) throw new Error(`no schema of ${name}`);
    const differing: string[] = [];
    for (const sample of samplesOf(one)) {
      const xml = one.encode(sample);
      const read = one.safeDecode(xml);
      if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join('; '));
      const json = messageToJson(one, read.value);
      const again = messageFromJson(one, json);
      if (!again.ok) throw new Error(again.issues.map(({ message }) => message).join('; '));
      expect(messageToJson(one, again.value)).toBe(json);
      expect(one.safeDecode(one.encode(again.value))).toMatchObject({ ok: true });
      for (const [done, mutant] of [['nothing', json] as const, ...mutants(json, 12)]) {
        const ours = messageFromJson(one, mutant);
        const theirs = judge(JSON.parse(mutant));
        if (ours.ok === theirs) continue;
        const told = ours.ok
          ? (judge.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
          : ours.issues.map(({ path, message, rule }) => `${rule} ${path} ${message}`);
        if (!ours.ok && (reasonFor(ours.issues, mutant) !== undefined || isBeyond(mutant))) continue;
        differing.push(`${done}: ${ours.ok ? 'we take it' : 'we refuse it'}: ${told[0] ?? ''}`);
      }
    }
    expect([...new Set(differing)]).toEqual([]);
  });

  test('what is no JSON, and what is no message, is refused with its place', () => {
    const [, one] = classes[0] ?? [];
    if (one === undefined) throw new Error('no class');
    expect(messageFromJson(one, '{').issues).toMatchObject([{ code: 'VAL4002' }]);
    for (const text of ['null', '5', '{}', '{"kind":"request"}', '{"kind":"request","header":5}'])
      expect(messageFromJson(one, text).ok).toBe(false);
  });
});

/** `beyond` is not described: what only one edition has. */
const isBeyond = (json: string): boolean => json.includes('"beyond":');
