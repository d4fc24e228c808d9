import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { smallMeterReadings } from '../../support/make-metering-document.js';
import { INTERVAL_READING, meteringCodec } from '../../bench/metering-codec.js';
import { messageOf } from '../../support/compile-schema.js';
import type { Issue } from '../../../src/runtime/issue/issue.js';

const message = meteringCodec();
const sample = (name: string): Uint8Array =>
  new Uint8Array(
    readFileSync(fileURLToPath(new URL(`../../../input-models/metering/samples/${name}`, import.meta.url))),
  );

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function streamed(
  bytes: Uint8Array,
  size: number,
  record: string,
): Promise<{ records: unknown[]; issues: Issue[] }> {
  const records: unknown[] = [];
  const issues: Issue[] = [];
  const stream = message.stream(pieces(bytes, size), { record, onIssue: (issue) => issues.push(issue) });
  for await (const one of stream) records.push(one);
  return { records, issues };
}

interface Readings {
  readonly MeterReading: readonly {
    readonly IntervalBlocks: readonly { readonly IntervalReadings: readonly unknown[] }[];
  }[];
}

describe('a stream gives what decode gives, however the bytes arrive', () => {
  const bytes = smallMeterReadings(7);
  const whole = message.decode(bytes) as Readings;
  const readings = whole.MeterReading.flatMap(({ IntervalBlocks }) =>
    IntervalBlocks.flatMap(({ IntervalReadings }) => IntervalReadings),
  );
  test.each([1, 2, 3, 7, 61, 1000, 100_000])('records, in pieces of %i bytes', async (size) => {
    expect(await streamed(bytes, size, 'MeterReading')).toEqual({ records: whole.MeterReading, issues: [] });
    expect(await streamed(bytes, size, INTERVAL_READING)).toEqual({ records: readings, issues: [] });
  });

  const broken = sample('MeterReadings-broken.xml');
  const expected = message.safeDecode(broken).issues;
  test.each([1, 5, 100, 100_000])('issues with their places, in pieces of %i bytes', async (size) => {
    for (const record of ['MeterReading', INTERVAL_READING])
      expect((await streamed(broken, size, record)).issues).toEqual(expected);
  });
});

test('without onIssue, the first invalid record ends the stream', async () => {
  const stream = message.stream(sample('MeterReadings-broken.xml'), { record: 'MeterReading' });
  await expect(stream.forEach(() => undefined)).rejects.toThrow(/is not a valid value of type dateTime/);
});

test('an unknown record is named with those that there are', async () => {
  const stream = message.stream(sample('MeterReadings.xml'), { record: 'Reading' });
  await expect(stream.forEach(() => undefined)).rejects.toThrow(
    /has no record "Reading"; it has .*MeterReading/,
  );
});

describe('references that lead nowhere are told with their places, though the window has moved on', () => {
  const links = messageOf(
    `<xs:element name="links">
       <xs:complexType><xs:sequence>
         <xs:element name="item" maxOccurs="unbounded"><xs:complexType>
           <xs:attribute name="code"/><xs:attribute name="to"/><xs:attribute name="idref" type="xs:IDREF"/>
         </xs:complexType></xs:element>
       </xs:sequence></xs:complexType>
       <xs:key name="codes"><xs:selector xpath="s:item"/><xs:field xpath="@code"/></xs:key>
       <xs:keyref name="to" refer="codes"><xs:selector xpath="s:item"/><xs:field xpath="@to"/></xs:keyref>
     </xs:element>`,
    'links',
  );
  const items = [1, 2, 3, 4, 5].map((code) => `<item code="${code}" to="${code * 2}" idref="i${code}"/>`);
  const bytes = new TextEncoder().encode(`<links xmlns="urn:s">\n${items.join('\n')}</links>`);
  const expected = links.safeDecode(bytes).issues;
  test.each([1, 10, 64, 100_000])('in pieces of %i bytes', async (size) => {
    const issues: Issue[] = [];
    const stream = links.stream(pieces(bytes, size), { record: 'item', onIssue: (one) => issues.push(one) });
    expect(await stream.forEach(() => undefined)).toBe(5);
    expect(expected).toHaveLength(8);
    expect(issues).toEqual(expected);
  });
});
