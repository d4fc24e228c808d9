import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok, partial, ReplyFailure, replyError, RequestFailedError } from '@cimbind/runtime/adapter';
import type { Delivery } from '@cimbind/runtime/transport';
import { createStompAdapter } from '@cimbind/runtime/transport/stomp';
import {
  createHeadEndAdapter,
  type HeadEndAdapter,
  type HeadEndHandlers,
} from '../../generated/head-end/adapters/index.js';
import { EndDeviceEvents } from '../../generated/head-end/end-device-events/index.js';
import { MeterReadings } from '../../generated/head-end/meter-readings/index.js';
import { createMdmAdapter, type MdmAdapter } from '../../generated/mdm/adapters/index.js';
import { GetMeterReadings } from '../../generated/mdm/get-meter-readings/index.js';
import { ACTIVEMQ, activemqJars } from '../support/brokers/activemq.js';
import { isInstalled, startBroker, type Broker } from '../support/brokers/broker.js';
import { HAS_JAVAC, jsonLines, peerFile, run } from './peer-tools.js';

const METER = '𝔞';
const readings = (meter: string): MeterReadings =>
  MeterReadings.decode(
    `<MeterReadings xmlns="${MeterReadings.namespace}"><MeterReading><Meter><Names><name>${meter}</name></Names></Meter><Readings><value>48213.704</value><ReadingType ref="0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"/></Readings></MeterReading></MeterReadings>`,
  );
const query = (meter: string): GetMeterReadings =>
  GetMeterReadings.decode(
    `<GetMeterReadings xmlns="${GetMeterReadings.namespace}"><EndDevice><Names><name>${meter}</name></Names></EndDevice></GetMeterReadings>`,
  );

/** A head end that knows one meter, and another one whose name STOMP can carry as bytes only. */
const handlers: HeadEndHandlers = {
  getMeterReadings: async ({ request }) => {
    const [wanted] = request?.query?.content ?? [];
    const meter = wanted?.name === 'EndDevice' ? wanted.value.Names[0]?.name : undefined;
    if (meter === 'M-1001') return ok(readings(meter));
    if (meter !== `M-${METER}`) throw new ReplyFailure('2.4');
    return partial(readings(meter), [replyError('2.4', { level: 'WARNING' })]);
  },
  createEndDeviceControls: async () => ok(),
  cancelEndDeviceControls: async () => ok(),
  createMeterConfig: async () => ok(),
  changeMeterConfig: async () => ok(),
};

const ENVELOPE = 'http://iec.ch/TC57/2011/schema/message';
const DONE = {
  root: 'ResponseMessage',
  verb: 'reply',
  noun: 'MeterReadings',
  correlation: expect.stringMatching(/^[0-9a-f-]{36}$/u) as unknown,
  result: 'OK',
  code: null,
  value: '48213.704',
};
const PARTLY = { ...DONE, result: 'PARTIAL', code: '2.4' };
const UNKNOWN = { ...DONE, result: 'FAILED', code: '2.4', value: null };
const ALARM = EndDeviceEvents.decode(
  `<EndDeviceEvents xmlns="${EndDeviceEvents.namespace}"><EndDeviceEvent><createdDateTime>2026-01-16T04:11:37Z</createdDateTime><severity>critical</severity><Assets><mRID>6b1ad1b0-2f1e-4c5d-9a76-3a0f4c2f9e11</mRID></Assets><EndDeviceEventType ref="3.26.0.85"/></EndDeviceEvent></EndDeviceEvents>`,
);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const isThere = HAS_JAVAC && isInstalled(ACTIVEMQ);

describe.skipIf(!isThere)('JMS (needs activemq and a JDK)', { timeout: 120_000 }, () => {
  let folder: string;
  let broker: Broker;
  const classPath = (): string => [folder, ...activemqJars()].join(':');
  const stompUrl = (): string => `stomp://127.0.0.1:${broker.ports['stomp'] ?? 0}`;
  const openwireUrl = (): string => `tcp://127.0.0.1:${broker.ports['openwire'] ?? 0}`;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cimbind-jms-'));
    const sources = ['Words', 'AskHeadEnd', 'AnswerRequests'].map((name) => peerFile(`jms/${name}.java`));
    const compiled = await run('javac', ['-encoding', 'UTF-8', '-cp', classPath(), '-d', folder, ...sources]);
    if (compiled.status !== 0) throw new Error(compiled.output + compiled.errors);
    broker = await startBroker(ACTIVEMQ);
  }, 180_000);
  afterAll(async () => {
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(['text', 'bytes'] as const)('a component adapter that writes %s', (jmsMessage) => {
    let headEnd: HeadEndAdapter;
    let mdm: MdmAdapter;
    const deliveries: Delivery[] = [];
    const events: MeterReadings[] = [];

    beforeAll(async () => {
      headEnd = createHeadEndAdapter({
        middleware: createStompAdapter({ url: stompUrl(), jmsMessage }),
        handlers,
        hooks: {
          authenticate: (delivery) => {
            deliveries.push(delivery);
            return { ok: true, value: { sender: { name: 'java', mechanisms: ['test'], roles: [] } } };
          },
        },
      });
      mdm = createMdmAdapter({
        middleware: createStompAdapter({ url: stompUrl(), jmsMessage }),
        handlers: {
          createdMeterReadings: async ({ payload }) => void events.push(payload),
          createdEndDeviceEvents: async () => undefined,
        },
        to: 'JavaHeadEnd',
      });
      await headEnd.start();
      await mdm.start();
    });
    afterAll(async () => {
      await headEnd.drain(5000);
      await mdm.drain(5000);
    });

    test('answers a requester in Java: correlation, places for replies, properties', async () => {
      const said = await run('java', ['-cp', classPath(), 'AskHeadEnd', openwireUrl()]);
      const correlations = ['c-1 é 漢', 'c-2 a:b\\c', expect.stringMatching(/^ID:/u), 'c-4', 'c-5'] as const;
      const bodies = [DONE, DONE, DONE, UNKNOWN, PARTLY];
      expect(jsonLines(said)).toEqual(
        bodies.map((body, index) => ({
          // What a TextMessage would break goes as bytes.
          kind: body === PARTLY ? 'bytes' : jmsMessage,
          correlation: correlations[index],
          replyTo: null,
          priority: 4,
          // Replies to a temporary queue are not worth a disk.
          persistent: index === 2 || index === 3,
          expires: false,
          properties: {
            'content-type': 'String application/xml',
            verb: 'String reply',
            noun: 'String MeterReadings',
            cimMessageId: expect.stringMatching(/^String [0-9a-f-]{36}$/u) as unknown,
          },
          body,
        })),
      );
      expect(deliveries).toHaveLength(5);
      for (const [index, delivery] of deliveries.entries())
        expect(delivery).toMatchObject({
          properties: {
            verb: 'get',
            site: 'Köln: \\n, 50% 漢',
            attempt: '3',
            sequence: '9007199254740993',
            urgent: 'true',
            ratio: '0.5',
          },
          ...(index === 2 ? {} : { correlationId: correlations[index] }),
          messageId: expect.stringMatching(/^ID:/u) as unknown,
          replyTo:
            index === 2 || index === 3
              ? 'Java.replies'
              : (expect.stringMatching(/^\/remote-temp-queue\//u) as unknown),
          priority: 7,
          timeToLive: expect.any(Number) as unknown,
          redelivered: false,
        });
    });

    test('hears an event that Java tells', async () => {
      for (let tries = 0; tries < 500 && events.length === 0; tries++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect(events.map((event) => event.MeterReading[0]?.Readings[0]?.value)).toEqual(['48213.704']);
    });

    describe('with a responder in Java', () => {
      let java: ChildProcess;
      const lines: unknown[] = [];
      const nextLine = async (): Promise<unknown> => {
        for (let tries = 0; tries < 1000 && lines.length === 0; tries++)
          await new Promise((resolve) => setTimeout(resolve, 20));
        return lines.shift();
      };

      beforeAll(async () => {
        java = spawn('java', ['-cp', classPath(), 'AnswerRequests', openwireUrl()], {
          stdio: ['pipe', 'pipe', 'ignore'],
        });
        if (java.stdout === null) throw new Error('no output');
        createInterface({ input: java.stdout }).on('line', (line) => {
          lines.push(line.startsWith('{') ? JSON.parse(line) : line);
        });
        expect(await nextLine()).toBe('ready');
      }, 60_000);
      afterAll(async () => {
        java.stdin?.end();
        if (java.exitCode === null) await once(java, 'exit');
      });

      test('asks, and reads its answer', async () => {
        const answer = await mdm.client.getMeterReadings({ request: { query: query(`M-${METER}`) } });
        expect(answer.reply.result).toBe('OK');
        expect(answer.payload?.MeterReading[0]).toMatchObject({
          Meter: { Names: [{ name: `M-${METER}` }] },
          Readings: [{ value: '1207.020' }],
        });
        const { header } = answer;
        expect(await nextLine()).toEqual({
          kind: 'bytes',
          correlation: header.correlationId,
          replyTo: 'temporary',
          priority: 4,
          persistent: true,
          expires: true,
          properties: {
            'content-type': 'String application/xml',
            verb: 'String get',
            noun: 'String MeterReadings',
            cimMessageId: `String ${header.correlationId ?? ''}`,
          },
          body: {
            root: 'RequestMessage',
            verb: 'get',
            noun: 'MeterReadings',
            correlation: header.correlationId,
            result: null,
            code: null,
            value: null,
          },
        });
      });

      test('asks, and is refused', async () => {
        const refused = mdm.client.getMeterReadings({ request: { query: query('M-9999') } });
        await expect(refused).rejects.toThrow(RequestFailedError);
        await expect(refused).rejects.toMatchObject({ errors: [{ code: '2.4' }] });
        expect(await nextLine()).toMatchObject({ kind: jmsMessage });
      });

      test('tells an event, which a selector finds by its properties and priority', async () => {
        await headEnd.client.createdEndDeviceEvents({ payload: ALARM });
        expect(await nextLine()).toMatchObject({
          kind: jmsMessage,
          priority: 7,
          persistent: true,
          properties: { verb: 'String created', noun: 'String EndDeviceEvents' },
          body: { root: 'EventMessage', verb: 'created', noun: 'EndDeviceEvents' },
        });
      });

      test('its properties come back as they went, those with a type as text', async () => {
        const adapter = createStompAdapter({ url: stompUrl(), jmsMessage });
        await adapter.start();
        const body = encode(`<Message xmlns="${ENVELOPE}">漢 é &lt; a:b\\c</Message>`);
        const properties = {
          digits: '41',
          truth: 'true',
          mixed_Case1: 'a:b \\n 漢',
          empty: '',
          blanks: ' x ',
          astral: '𝔞',
        };
        const reply = await adapter.request(
          'JavaHeadEnd.echo',
          { body, contentType: 'text/xml', properties, correlationId: 'e 1 漢', priority: 9 },
          { timeout: 20_000 },
        );
        await adapter.drain(2000);
        expect(reply).toMatchObject({ contentType: 'text/xml', correlationId: 'e 1 漢' });
        expect(new TextDecoder().decode(reply.body)).toBe(new TextDecoder().decode(body));
        expect(reply.properties).toEqual({
          ...properties,
          anInt: '42',
          aBoolean: 'true',
          aLong: '9223372036854775807',
          aDouble: '0.1',
          aShort: '-1',
          type: 'an echo',
        });
        expect(await nextLine()).toMatchObject({ kind: jmsMessage, priority: 9, correlation: 'e 1 漢' });
      });
    });
  });
});
