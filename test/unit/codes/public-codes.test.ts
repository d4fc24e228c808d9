import { describe, expect, test } from 'vitest';
import {
  describeEndDeviceCode,
  describeReadingQuality,
  describeReadingType,
  formatEndDeviceCode,
  formatReadingQuality,
  formatReadingType,
  parseEndDeviceCode,
  parseReadingQuality,
  parseReadingType,
} from '../../../src/runtime/codes/index.js';
import { bare, hasPublicCodes, publicCodes } from './code-samples.js';

/** Names that are spelled rightly here and wrongly there. */
const CORRECTED: Readonly<Record<string, string>> = {
  fluiddream: 'fluiddram',
  avoirdupoisonce: 'avoirdupoisounce',
  cubicfeetuncompensatedperhhour: 'cubicfeetuncompensatedperhour',
  loadcontroloccuredd: 'loadcontroloccurred',
  resetoccured: 'resetoccurred',
  dstchangeoccured: 'dstchangeoccurred',
  minute12: 'twelveminute',
  hour2: 'twohour',
  hour3: 'threehour',
  hour4: 'fourhour',
  hour6: 'sixhour',
  hour12: 'twelvehour',
  phases1n: 's1n',
  phases2n: 's2n',
};

const expected = (label: string): string =>
  CORRECTED[bare(label)] ?? bare(label).replace(/^phase(?=three|four|networked)/u, '');

interface Numbered {
  readonly value: number;
  readonly label: string;
}

interface ReadingTypeFacts {
  readonly fields: readonly { readonly position: number; readonly name: string }[];
  readonly enumerations: Readonly<
    Record<
      string,
      { readonly values: Readonly<Record<string, string>>; readonly onlyInSecondSource?: readonly Numbered[] }
    >
  >;
}

describe.skipIf(!hasPublicCodes)('every code of public sources (needs ../shared/domain)', () => {
  test('of reading types', () => {
    const { fields, enumerations } = publicCodes('reading-type-codes') as ReadingTypeFacts;
    let count = 0;
    for (const [name, { values, onlyInSecondSource = [] }] of Object.entries(enumerations)) {
      const index = (fields.find((field) => field.name === name)?.position ?? 0) - 1;
      const all = [
        ...Object.entries(values).map(([value, label]) => ({ value: Number(value), label })),
        ...onlyInSecondSource,
      ];
      for (const { value, label } of all) {
        const text = Array.from({ length: 18 }, (_, at) => (at === index ? value : 0)).join('.');
        const read = parseReadingType(text, { unknown: 'refuse' });
        if (!read.ok) throw new Error(JSON.stringify(read.issues));
        expect(formatReadingType(read.value)).toBe(text);
        const described = describeReadingType(read.value).fields[index];
        expect(bare(described?.name ?? ''), `${name} ${value}`).toBe(expected(label));
        expect(described?.words).not.toBe('');
        count++;
      }
    }
    expect(count).toBeGreaterThan(560);
  });

  test('of end device events and controls', () => {
    const facts = publicCodes('end-device-codes') as Readonly<
      Record<string, readonly { readonly code: number; readonly name: string }[]>
    > & { readonly order: readonly string[]; readonly examples: readonly { readonly code: string }[] };
    let count = 0;
    for (const [index, field] of facts.order.entries()) {
      for (const { code, name } of facts[field] ?? []) {
        const text = [0, 0, 0, 0].map((zero, at) => (at === index ? code : zero)).join('.');
        const read = parseEndDeviceCode(text, { unknown: 'refuse' });
        if (!read.ok) throw new Error(JSON.stringify(read.issues));
        expect(formatEndDeviceCode(read.value)).toBe(text);
        expect(bare(describeEndDeviceCode(read.value).fields[index]?.name ?? '')).toBe(bare(name));
        count++;
      }
    }
    expect(count).toBe(397);
    for (const { code } of facts.examples) {
      expect(parseEndDeviceCode(code, { unknown: 'refuse' }).issues).toEqual([]);
    }
  });

  test('of reading qualities', () => {
    const facts = publicCodes('reading-quality-codes') as {
      readonly system: Readonly<Record<string, string>>;
      readonly category: Readonly<Record<string, string>>;
      readonly index: readonly {
        readonly category: number;
        readonly index: number;
        readonly label: string;
      }[];
    };
    for (const { category, index, label } of facts.index) {
      for (const [system, systemLabel] of Object.entries(facts.system)) {
        const text = `${system}.${category}.${index}`;
        const read = parseReadingQuality(text, { unknown: 'refuse' });
        if (!read.ok) throw new Error(JSON.stringify(read.issues));
        expect(formatReadingQuality(read.value)).toBe(text);
        const [first, second, third] = describeReadingQuality(read.value).fields;
        expect(first?.words).toBe(systemLabel);
        expect(second?.words.replace(' or ', ' / ')).toBe(facts.category[category]);
        expect(bare(third?.name ?? '')).toBe(expected(label));
      }
    }
    expect(facts.index).toHaveLength(66);
  });
});
