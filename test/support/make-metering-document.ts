import { closeSync, openSync, writeSync } from 'node:fs';

/** How a made document is spelled; its content depends on the seed alone. */
export interface MeteringSpelling {
  /** Prefix of every element, such as `m`; empty for a default namespace, which is the default. */
  readonly prefix?: string;
  /** Whether elements stand on lines of their own. True by default. */
  readonly indented?: boolean;
}

const NAMESPACE = 'http://iec.ch/TC57/2011/MeterReadings#';
const DELTA_ENERGY = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const DELTA_ENERGY_REVERSE = '0.0.2.4.19.1.12.0.0.0.0.0.0.0.0.3.72.0';
const DELTA_REACTIVE = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.73.0';
const BULK_ENERGY = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const QUALITIES = ['1.0.0', '1.4.2', '2.5.259', '2.8.0', '3.7.0', '3.0.1', '3.8.0'] as const;
const STREETS = ['Hauptstraße', 'Am Bach', 'Mühlweg', 'Ringstraße', 'Lindenallee', 'Kirchplatz'] as const;
const INTERVALS_A_DAY = 96;
const INTERVAL_MILLISECONDS = 15 * 60 * 1000;
const FIRST_DAY = Date.UTC(2024, 0, 1);
const CHUNK_CHARACTERS = 64 * 1024;

/** A stream of numbers at or above 0 and below 1 that the seed alone decides (the generator known as mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes elements in one spelling, into a string that the caller drains. */
interface Scribe {
  open(name: string): void;
  close(name: string): void;
  /** An element with character content; `text` is XML already. */
  leaf(name: string, text: string): void;
  /** An empty element with the attribute `ref`. */
  reference(name: string, ref: string): void;
  drain(): string;
}

function scribe(spelling: MeteringSpelling, depth: number): Scribe {
  const colon = spelling.prefix === undefined || spelling.prefix === '' ? '' : `${spelling.prefix}:`;
  const indented = spelling.indented ?? true;
  let level = depth;
  let text = '';
  const margin = (): string => (indented ? `\n${'  '.repeat(level)}` : '');
  return {
    open(name) {
      text += `${margin()}<${colon}${name}>`;
      level++;
    },
    close(name) {
      level--;
      text += `${margin()}</${colon}${name}>`;
    },
    leaf(name, content) {
      text += `${margin()}<${colon}${name}>${content}</${colon}${name}>`;
    },
    reference(name, ref) {
      text += `${margin()}<${colon}${name} ref="${ref}"/>`;
    },
    drain() {
      const drained = text;
      text = '';
      return drained;
    },
  };
}

const hexadecimal = (random: () => number, digits: number): string => {
  let text = '';
  while (text.length < digits) text += Math.floor(random() * 16).toString(16);
  return text;
};

const uuid = (random: () => number): string =>
  `${hexadecimal(random, 8)}-${hexadecimal(random, 4)}-4${hexadecimal(random, 3)}-a${hexadecimal(random, 3)}-${hexadecimal(random, 12)}`;

const pick = <Item>(random: () => number, items: readonly [Item, ...Item[]]): Item =>
  items[Math.floor(random() * items.length)] ?? items[0];

/** 2024-01-01T00:15:00Z, without the milliseconds that no meter sends. */
const instant = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

const named = (out: Scribe, name: string): void => {
  out.open('Names');
  out.leaf('name', name);
  out.close('Names');
};

function intervalBlock(
  out: Scribe,
  random: () => number,
  start: number,
  readings: number,
  readingType: string,
): void {
  out.open('IntervalBlocks');
  out.leaf('intervalLength', 'PT15M');
  for (let index = 1; index <= readings; index++) {
    out.open('IntervalReadings');
    if (random() < 0.02)
      out.leaf('reportedDateTime', instant(start + index * INTERVAL_MILLISECONDS + 41_000));
    out.leaf('timeStamp', instant(start + index * INTERVAL_MILLISECONDS));
    out.leaf('value', (random() * 2.5).toFixed(3));
    const remarks = random();
    if (remarks < 0.25) {
      out.open('ReadingQualities');
      if (remarks < 0.01) out.leaf('comment', 'Ersatzwert für Lücke');
      out.reference('ReadingQualityType', pick(random, QUALITIES));
      out.close('ReadingQualities');
    }
    out.close('IntervalReadings');
  }
  out.reference('ReadingType', readingType);
  out.close('IntervalBlocks');
}

function meterReading(
  out: Scribe,
  random: () => number,
  readingsABlock: number,
  readingTypes: readonly string[],
): void {
  const start = FIRST_DAY + Math.floor(random() * 366) * INTERVALS_A_DAY * INTERVAL_MILLISECONDS;
  const serialNumber = String(10_000_000 + Math.floor(random() * 89_999_999));
  out.open('MeterReading');
  if (random() < 0.05) {
    out.open('EndDeviceEvents');
    out.leaf('createdDateTime', instant(start + 7_391_000));
    out.leaf('severity', 'minor');
    out.reference('EndDeviceEventType', '3.26.0.85');
    out.close('EndDeviceEvents');
  }
  for (const readingType of readingTypes) intervalBlock(out, random, start, readingsABlock, readingType);
  out.open('Meter');
  out.leaf('mRID', uuid(random));
  out.leaf('serialNumber', serialNumber);
  named(out, `M-${serialNumber}`);
  out.close('Meter');
  out.open('Readings');
  out.leaf('reason', 'billing');
  out.leaf('timeStamp', instant(start));
  out.leaf('value', (random() * 90_000).toFixed(3));
  out.reference('ReadingType', BULK_ENERGY);
  out.close('Readings');
  out.open('UsagePoint');
  out.leaf('mRID', uuid(random));
  named(out, `DE00012345678${String(Math.floor(random() * 1e15)).padStart(20, '0')}`);
  if (random() < 0.2) {
    out.open('UsagePointLocation');
    if (random() < 0.3) out.leaf('accessMethod', 'door code 17 &amp; key');
    out.open('mainAddress');
    out.open('streetDetail');
    out.leaf('name', pick(random, STREETS));
    out.leaf('number', String(1 + Math.floor(random() * 180)));
    out.close('streetDetail');
    out.close('mainAddress');
    out.close('UsagePointLocation');
  }
  out.close('UsagePoint');
  out.open('valuesInterval');
  out.leaf('end', instant(start + readingsABlock * INTERVAL_MILLISECONDS));
  out.leaf('start', instant(start));
  out.close('valuesInterval');
  out.close('MeterReading');
}

function frame(spelling: MeteringSpelling): { readonly head: string; readonly foot: string } {
  const prefix = spelling.prefix ?? '';
  const name = prefix === '' ? 'MeterReadings' : `${prefix}:MeterReadings`;
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  return {
    head: `<?xml version="1.0" encoding="UTF-8"?>\n<${name} ${declaration}="${NAMESPACE}">`,
    foot: `${(spelling.indented ?? true) ? '\n' : ''}</${name}>\n`,
  };
}

/**
 * A valid MeterReadings document of about so many megabytes (of a million bytes), in pieces of about 64 KB.
 *
 * Each MeterReading is a meter with one to three load profiles of a day. The same arguments give the same bytes on every machine.
 */
export function* meterReadingsChunks(
  megabytes: number,
  seed = 1,
  spelling: MeteringSpelling = {},
): Generator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  const random = randomNumbers(seed);
  const out = scribe(spelling, 1);
  const { head, foot } = frame(spelling);
  const limit = megabytes * 1_000_000 - foot.length;
  let bytes = 0;
  let pending = head;
  // Characters are counted until a chunk is encoded; only umlauts make the two counts differ.
  while (bytes + pending.length < limit) {
    const profiles = random();
    const readingTypes =
      profiles < 0.6
        ? [DELTA_ENERGY]
        : profiles < 0.85
          ? [DELTA_ENERGY, DELTA_ENERGY_REVERSE]
          : [DELTA_ENERGY, DELTA_ENERGY_REVERSE, DELTA_REACTIVE];
    meterReading(out, random, INTERVALS_A_DAY, readingTypes);
    pending += out.drain();
    if (pending.length >= CHUNK_CHARACTERS) {
      const chunk = encoder.encode(pending);
      pending = '';
      bytes += chunk.length;
      yield chunk;
    }
  }
  yield encoder.encode(pending + foot);
}

/** Writes a document of {@link meterReadingsChunks} to a file, piece by piece, and returns its size in bytes. */
export function writeMeterReadings(
  path: string,
  megabytes: number,
  seed = 1,
  spelling: MeteringSpelling = {},
): number {
  const file = openSync(path, 'w');
  try {
    let size = 0;
    for (const chunk of meterReadingsChunks(megabytes, seed, spelling)) {
      for (let written = 0; written < chunk.length;) written += writeSync(file, chunk, written);
      size += chunk.length;
    }
    return size;
  } finally {
    closeSync(file);
  }
}

/** A valid MeterReadings message of about 5 KB: one meter with some hours of one load profile. */
export function smallMeterReadings(seed = 1, spelling: MeteringSpelling = {}): Uint8Array {
  const { head, foot } = frame(spelling);
  const out = scribe(spelling, 1);
  const readings = (spelling.indented ?? true) ? 24 : 33;
  meterReading(out, randomNumbers(seed), readings, [DELTA_ENERGY]);
  return new TextEncoder().encode(head + out.drain() + foot);
}
