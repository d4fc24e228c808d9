import { MeterReadings } from '../../generated/head-end/meter-readings/index.js';

/** One line of the export: meter, reading type, time, value. */
interface Line {
  readonly meter: string;
  readonly readingType: string;
  readonly time: string;
  readonly value: string;
}

/**
 * Maps the CSV export of a head end (`meter;readingType;time;value`, with a head line) to MeterReadings. Values stay the
 * digits that the export has. What is not valid is told with its line.
 */
export function readingsFromCsv(text: string): MeterReadings {
  const [head = '', ...rows] = text.trim().split(/\r?\n/u);
  if (head !== 'meter;readingType;time;value') throw new RangeError(`"${head}" is not the head of an export`);
  const meters = new Map<string, Line[]>();
  for (const [index, row] of rows.entries()) {
    const [meter = '', readingType = '', time = '', value = ''] = row.split(';');
    if ([meter, readingType, time, value].includes(''))
      throw new RangeError(`line ${index + 2} has an empty field: ${row}`);
    const lines = meters.get(meter) ?? [];
    meters.set(meter, lines);
    lines.push({ meter, readingType, time, value });
  }
  return MeterReadings.decode(xmlOf(meters));
}

/** The codec checks everything: times, digits, codes. */
function xmlOf(meters: ReadonlyMap<string, readonly Line[]>): string {
  const readings = [...meters].map(
    ([meter, lines]) =>
      `<MeterReading><Meter><Names><name>${escaped(meter)}</name></Names></Meter>${lines.map(readingOf).join('')}</MeterReading>`,
  );
  return `<MeterReadings xmlns="${MeterReadings.namespace}">${readings.join('')}</MeterReadings>`;
}

const readingOf = ({ time, value, readingType }: Line): string =>
  `<Readings><timeStamp>${escaped(time)}</timeStamp><value>${escaped(value)}</value><ReadingType ref="${escaped(readingType)}"/></Readings>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
