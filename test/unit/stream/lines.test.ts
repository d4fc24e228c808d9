import { expect, test } from 'vitest';
import { MeterReadings } from '../../../generated/metering/meter-readings/messages.js';

const LINE_ENDS = ['\n', '\r\n', '\r', '\n\n', '', '\r\r\n', ' \n ä '];

/** A sequence that is the same every time. */
function* numbers(): Generator<number, never> {
  for (let state = 7; ;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state >> 8;
  }
}

test('a stream counts lines as decode does, wherever they end and wherever the bytes are cut', async () => {
  const chance = numbers();
  for (let round = 0; round < 60; round++) {
    const gap = (): string =>
      `<!--${LINE_ENDS[chance.next().value % LINE_ENDS.length] ?? ''}x-->${LINE_ENDS[chance.next().value % 5] ?? ''}`;
    const good = (): string => `<MeterReading>${gap()}<mRID>a</mRID>${gap()}</MeterReading>${gap()}`;
    const xml = `<MeterReadings xmlns="http://iec.ch/TC57/2011/MeterReadings#">${Array.from({ length: 20 }, good).join('')}<MeterReading><nothing/></MeterReading></MeterReadings>`;
    const bytes = new TextEncoder().encode(xml);
    const size = 5 + (chance.next().value % 90);
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const places: string[] = [];
    const stream = MeterReadings.stream(chunks(), {
      record: 'MeterReading',
      onIssue: ({ line, column }) => places.push(`${line}:${column}`),
    });
    for await (const _record of stream);
    const read = MeterReadings.safeDecode(bytes);
    expect(places).toEqual(read.issues.map(({ line, column }) => `${line}:${column}`));
    expect(places.length).toBeGreaterThan(0);
  }
});
