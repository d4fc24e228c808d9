import { describe, expect, test } from 'vitest';
import { embed } from '../../../src/runtime/envelope/index.js';
import {
  CreateMeterReadingsRequest,
  EndDeviceControlsFault,
  GetMeterReadingsRequest,
  MeterReadingsCreatedEvent,
  MeterReadingsFault,
  MeterReadingsResponse,
  messageClasses,
} from '../../../generated/metering-exchange/exchange/index.js';
import {
  endDeviceEvents,
  getMeterReadings,
  meterReadings,
} from '../../../generated/metering-exchange/index.js';
import {
  CreateMeterReadingsRequest as TypedCreate,
  GetMeterReadingsRequest as TypedGet,
  MeterReadingsFault as TypedFault,
  MeterReadingsResponse as TypedResponse,
} from '../../../generated/metering-messages/exchange/index.js';
import { CreateMeterReadingsRequest as SecondEdition } from '../../../generated/metering-2024/exchange/index.js';

const readings = meterReadings.MeterReadings.sample();
const header = {
  messageId: '4d1f0f6e-1b87-4f1e-9f53-3c1d3bb1a1aa',
  timestamp: '2024-06-03T06:30:00Z',
  source: 'HeadEnd',
};
const EDITIONS = ['ed1', 'ed2', '2010', '2008'];

describe('making', () => {
  test('what is not given has its default', () => {
    const made = CreateMeterReadingsRequest.create({ payload: readings });
    expect(made).toMatchObject({
      kind: 'request',
      header: { verb: 'create', noun: 'MeterReadings', revision: '2.0' },
    });
    expect(made.header.messageId).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(made.header.correlationId).toBe(made.header.messageId);
    expect(CreateMeterReadingsRequest.validate(made)).toMatchObject({ valid: true });
    const other = CreateMeterReadingsRequest.create({});
    expect(other.header.messageId).not.toBe(made.header.messageId);
  });

  test('verb and noun are those of the class', () => {
    const forged = { ...header, verb: 'delete', noun: 'X' };
    expect(MeterReadingsCreatedEvent.create({ header: forged }).header).toMatchObject({
      verb: 'created',
      noun: 'MeterReadings',
    });
  });

  test('a fault has no header', () => {
    expect(MeterReadingsFault.create({ reply: { result: 'FAILED' } })).toEqual({
      kind: 'fault',
      reply: { result: 'FAILED' },
    });
  });
});

describe.each(EDITIONS)('in edition %s', (edition) => {
  test('a request comes back as it was', () => {
    const message = CreateMeterReadingsRequest.create({
      header: {
        ...header,
        user: { userId: 'u', organization: 'o' },
        properties: [{ name: 'a', value: 'b' }],
      },
      payload: readings,
      furtherPayloads: [embed(endDeviceEvents.EndDeviceEvents, endDeviceEvents.EndDeviceEvents.sample())],
    });
    const read = CreateMeterReadingsRequest.safeDecode(
      CreateMeterReadingsRequest.encode(message, { edition }),
    );
    expect(read.issues).toEqual([]);
    if (!read.ok) throw new Error('not valid');
    const { furtherPayloads, ...rest } = read.value;
    expect(rest).toEqual({ ...message, furtherPayloads: undefined });
    expect(furtherPayloads?.map((one) => one.decode(endDeviceEvents.EndDeviceEvents).value)).toEqual([
      endDeviceEvents.EndDeviceEvents.sample(),
    ]);
  });

  test('a query comes back with its parameters', () => {
    const query = getMeterReadings.GetMeterReadings.sample();
    const message = GetMeterReadingsRequest.create({
      header,
      request: { startTime: '2024-01-01T00:00:00Z', options: [{ name: 'x' }], query },
    });
    const read = GetMeterReadingsRequest.decode(GetMeterReadingsRequest.encode(message, { edition }));
    expect(read).toEqual(message);
  });

  test('a response comes back with its reply', () => {
    const message = MeterReadingsResponse.create({
      header: { ...header, correlationId: 'c' },
      reply: {
        result: 'FAILED',
        errors: [{ code: '2.4', level: 'FATAL', operationId: '3', location: { node: 'n' } }],
        operationId: '3',
      },
    });
    // What an edition has no place for does not come back.
    if (edition === 'ed2') {
      expect(() => MeterReadingsResponse.encode(message, { edition })).not.toThrow();
      return;
    }
    const read = MeterReadingsResponse.decode(MeterReadingsResponse.encode(message, { edition }));
    expect(read).toMatchObject(message);
  });
});

describe('reading', () => {
  test('issues of the payload have their places in the message', () => {
    const xml = CreateMeterReadingsRequest.encode(
      CreateMeterReadingsRequest.create({
        header,
        payload: meterReadings.MeterReadings.decode(
          `<MeterReadings xmlns="${meterReadings.MeterReadings.namespace}"/>`,
        ),
      }),
    ).replace(/<MeterReadings[^>]*\/>/, (tag) => `${tag.slice(0, -2)}><Nothing/></MeterReadings>`);
    const read = CreateMeterReadingsRequest.safeDecode(xml);
    expect(read).toMatchObject({
      ok: false,
      issues: [{ path: '/RequestMessage/Payload/MeterReadings/Nothing', line: 1 }],
      envelope: { header: { messageId: header.messageId } },
    });
  });

  test('a message of another class is refused', () => {
    const event = MeterReadingsCreatedEvent.encode(MeterReadingsCreatedEvent.create({ header }));
    expect(CreateMeterReadingsRequest.safeDecode(event).issues).toMatchObject([{ code: 'VAL6003' }]);
  });

  test('tolerances come through', () => {
    const xml = CreateMeterReadingsRequest.encode(CreateMeterReadingsRequest.create({ header })).replace(
      '>create<',
      '>CREATED<',
    );
    expect(CreateMeterReadingsRequest.safeDecode(xml).ok).toBe(false);
    const read = CreateMeterReadingsRequest.safeDecode(xml, { mode: 'tolerant' });
    expect(read).toMatchObject({ ok: true, value: { header: { verb: 'create' } } });
    expect(read.tolerances.map(({ rule }) => rule)).toEqual(['verb-case', 'verb-form']);
  });

  test('the class of a message can be found by its header', () => {
    const request = GetMeterReadingsRequest.toEnvelope(GetMeterReadingsRequest.create({ header }));
    const names = Object.values(messageClasses()).filter((one) => one.matches(request));
    expect(names.map(({ name }) => name)).toEqual(['GetMeterReadingsRequest']);
  });
});

describe('strongly typed messages', () => {
  const value = meterReadings.MeterReadings.sample();

  test('have a root for each verb and noun', () => {
    const message = TypedCreate.create({ header, payload: value, format: 'XML' });
    const xml = TypedCreate.encode(message, { edition: 'typed' });
    expect(xml).toMatch(/^<\?xml[^>]*\?><CreateMeterReadings /);
    expect(TypedCreate.decode(xml)).toEqual(message);
  });

  test('have the query among the parameters', () => {
    const message = TypedGet.create({
      header,
      request: { query: getMeterReadings.GetMeterReadings.sample() },
    });
    const xml = TypedGet.encode(message, { edition: 'typed' });
    expect(xml).toMatch(/^<\?xml[^>]*\?><GetMeterReadings /);
    expect(TypedGet.decode(xml)).toEqual(message);
  });

  test('answer and fail under names of their own', () => {
    const answer = TypedResponse.create({ header, reply: { result: 'OK' }, payload: value });
    expect(TypedResponse.decode(TypedResponse.encode(answer, { edition: 'typed' }))).toEqual(answer);
    const fault = TypedFault.create({ reply: { result: 'FAILED', errors: [{ code: '5.1' }] } });
    const xml = TypedFault.encode(fault, { edition: 'typed' });
    expect(xml).toContain('<MeterReadingsFaultMessage ');
    expect(TypedFault.decode(xml)).toEqual(fault);
  });

  test('the noun is mandatory in their payloads, so an operation set alone is not valid', () => {
    const message = TypedCreate.create({ header, operationSet: { operations: [] } });
    expect(TypedCreate.validate(message).valid).toBe(true);
    expect(TypedCreate.validate(message, { edition: 'typed' }).valid).toBe(false);
  });

  test('of a noun that another has are not mistaken', () => {
    expect(EndDeviceControlsFault.noun).toBe('EndDeviceControls');
  });
});

describe('payloads of a substitution group', () => {
  test('are told by their names', () => {
    const message = SecondEdition.create({
      header,
      payload: SecondEdition.parts.payload === undefined ? undefined : sampleOf(SecondEdition),
    });
    const xml = SecondEdition.encode(message);
    expect(xml).toContain('http://iec.ch/TC57/2021/schema/message');
    expect(SecondEdition.decode(xml)).toEqual(message);
  });
});

/** The sample of the payload of a class. */
function sampleOf(one: typeof SecondEdition) {
  const { info } = one.parts.payload ?? {};
  const xml = info?.sample?.() ?? '';
  const read = one.parts.payload?.safeDecode(new TextEncoder().encode(xml));
  if (read?.ok !== true) throw new Error('no sample');
  return read.value as NonNullable<ReturnType<typeof one.create>['payload']>;
}
