import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { embed, type Envelope } from '../../../src/runtime/envelope/index.js';
import { meterReadings } from '../../../generated/metering/index.js';
import { ed1 } from '../../support/envelope-editions.js';

const { MeterReadings } = meterReadings;
const folder = new URL('../../../input-models/envelope-ed1/samples/', import.meta.url);
const samples = readdirSync(folder).map((name) => ({ name, xml: readFileSync(new URL(name, folder)) }));

/** A request with a header and a payload, as texts. */
const request = (header: string, payload = '', root = 'RequestMessage'): string =>
  `<${root} xmlns="http://iec.ch/TC57/2011/schema/message"><Header>${header}</Header>${payload}</${root}>`;

describe('strict reading', () => {
  test.each(samples)('$name is as its name says', ({ name, xml }) => {
    expect(ed1.decode(xml).ok).toBe(!name.includes('invalid'));
  });

  test.each(samples.filter(({ name }) => !name.includes('invalid')))(
    '$name is the same when written and read again',
    ({ xml }) => {
      const first = ed1.decode(xml);
      if (!first.ok) throw new Error('not valid');
      const second = ed1.decode(ed1.encode(first.value));
      expect(second.ok && plain(second.value)).toEqual(plain(first.value));
      expect(ed1.validate(first.value)).toMatchObject({ valid: true, issues: [] });
    },
  );

  test('a root that is no message is refused', () => {
    expect(ed1.decode('<Nothing/>').issues).toMatchObject([{ code: 'VAL6001', rule: 'envelope-root' }]);
  });
});

describe('payloads', () => {
  const payload = `<Payload><m:MeterReadings xmlns:m="${MeterReadings.namespace}">
    <m:MeterReading><m:valuesInterval><m:start>never</m:start></m:valuesInterval></m:MeterReading></m:MeterReadings></Payload>`;

  test('what is wrong with them is told when they are decoded, with the place in the message', () => {
    const result = ed1.decode(request('<Verb>create</Verb><Noun>MeterReadings</Noun>', payload));
    expect(result.ok).toBe(true);
    const element = result.value?.payload?.elements?.[0];
    expect(element?.name).toBe(`{${MeterReadings.namespace}}MeterReadings`);
    expect(element?.decode(MeterReadings).issues).toMatchObject([
      {
        path: '/RequestMessage/Payload/m:MeterReadings/m:MeterReading/m:valuesInterval/m:start',
        line: 2,
      },
    ]);
  });

  test('bindings from outside go with the element', () => {
    const xml = `<q:RequestMessage xmlns:q="${ed1.namespace}" xmlns:m="${MeterReadings.namespace}" xmlns:other="urn:o">
      <q:Header><q:Verb>create</q:Verb><q:Noun>MeterReadings</q:Noun></q:Header><q:Payload><m:MeterReadings/></q:Payload></q:RequestMessage>`;
    const element = ed1.decode(xml).value?.payload?.elements?.[0];
    expect(element?.decode(MeterReadings).ok).toBe(true);
    expect(new TextDecoder().decode(element?.document())).toBe(
      `<m:MeterReadings xmlns:m="${MeterReadings.namespace}"/>`,
    );
  });

  test('an element without a namespace keeps none', () => {
    const result = ed1.decode(
      `<q:EventMessage xmlns:q="${ed1.namespace}"><q:Header><q:Verb>created</q:Verb><q:Noun>X</q:Noun></q:Header><q:Payload><x><y/></x></q:Payload></q:EventMessage>`,
      { mode: 'tolerant' },
    );
    expect(result.tolerances).toMatchObject([{ rule: 'unqualified-element' }]);
    if (!result.ok) throw new Error('not valid');
    const again = ed1.decode(ed1.encode(result.value), { mode: 'tolerant' });
    expect(again.value?.payload?.elements?.map(({ name }) => name)).toEqual(['x']);
  });

  test('a value is written by its codec, and asked for is the value itself', () => {
    const value = MeterReadings.sample();
    const envelope: Envelope = {
      kind: 'event',
      header: { verb: 'created', noun: 'MeterReadings' },
      payload: { elements: [embed(MeterReadings, value), embed(MeterReadings, value)] },
    };
    expect(envelope.payload?.elements?.[0]?.decode(MeterReadings).value).toBe(value);
    const read = ed1.decode(ed1.encode(envelope, { indent: 2 }));
    expect(read.value?.payload?.elements?.map((element) => element.decode(MeterReadings).value)).toEqual([
      value,
      value,
    ]);
  });
});

describe('tolerant reading', () => {
  const rules = (xml: string): readonly string[] => {
    const result = ed1.decode(xml, { mode: 'tolerant' });
    expect(result.ok).toBe(true);
    return result.tolerances.map(({ rule, path }) => `${rule} ${path}`);
  };

  test.each([
    ['verb-case', request('<Verb>GET</Verb><Noun>X</Noun>'), 'get'],
    ['verb-spelling', request('<Verb>cancelled</Verb><Noun>X</Noun>', '', 'EventMessage'), 'canceled'],
    ['verb-form', request('<Verb>created</Verb><Noun>X</Noun>'), 'create'],
    ['verb-form', request('<Verb>change</Verb><Noun>X</Noun>', '', 'EventMessage'), 'changed'],
    ['verb-unknown', request('<Verb>Do</Verb><Noun>X</Noun>'), 'Do'],
    ['element-order', request('<Noun>X</Noun><Verb>get</Verb>'), 'get'],
    ['boolean-case', request('<Verb>get</Verb><Noun>X</Noun><AckRequired>True</AckRequired>'), 'get'],
    ['value-form', request('<Verb>get</Verb><Noun>X</Noun><Timestamp>today</Timestamp>'), 'get'],
    ['placeholder', request('<Verb>get</Verb><Noun>X</Noun><Timestamp>?</Timestamp>'), 'get'],
    ['unknown-element', request('<Verb>get</Verb><Noun>X</Noun><Colour>red</Colour>'), 'get'],
    ['missing-element', request('<Verb>get</Verb>'), 'get'],
    ['repeated-element', request('<Verb>get</Verb><Noun>X</Noun><Noun>Y</Noun>'), 'get'],
    ['stray-text', request('<Verb>get</Verb>and<Noun>X</Noun>'), 'get'],
    ['name-case', request('<verb>get</verb><Noun>X</Noun>'), 'get'],
    ['namespace-variant', request('<Verb>get</Verb><Noun>X</Noun>').replace('iec.ch', 'www.iec.ch'), 'get'],
    ['typed-wrapper', request('<Verb>get</Verb><Noun>X</Noun>', '', 'GetX'), 'get'],
    [
      'soap-wrapped',
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${request('<Verb>get</Verb><Noun>X</Noun>')}</s:Body></s:Envelope>`,
      'get',
    ],
  ])('%s', (id, xml, verb) => {
    expect(rules(xml).map((line) => line.split(' ')[0])).toEqual([id]);
    expect(ed1.decode(xml, { mode: 'tolerant' }).value?.header?.verb).toBe(verb);
    // One that is not allowed is an error.
    const others = ed1.decode(xml, { mode: 'tolerant', tolerances: [] });
    expect(others).toMatchObject({ ok: false, tolerances: [] });
  });

  test('a verb that only a root tells is taken from there', () => {
    const xml = request('<Verb>?</Verb><Noun>X</Noun>', '', 'ChangedX');
    expect(ed1.decode(xml, { mode: 'tolerant' }).value).toMatchObject({
      kind: 'event',
      header: { verb: 'changed', noun: 'X' },
    });
  });

  test('a message without a fault is read as it is in strict reading', () => {
    const xml = request('<Verb>get</Verb><Noun>X</Noun>');
    expect(ed1.decode(xml, { mode: 'tolerant' })).toMatchObject({ ok: true, issues: [], tolerances: [] });
  });

  test('what is no envelope stays refused', () => {
    expect(ed1.decode('<a><b/></a>', { mode: 'tolerant' })).toMatchObject({ ok: false });
    expect(ed1.decode('<a>', { mode: 'tolerant' })).toMatchObject({ ok: false });
  });
});

/** An envelope with its elements as texts, to be compared. */
const plain = (value: Envelope): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'object' &&
      inner !== null &&
      'document' in inner &&
      typeof inner.document === 'function'
        ? new TextDecoder().decode((inner as { document(): Uint8Array }).document())
        : inner,
    ),
  );
