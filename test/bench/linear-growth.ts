import { loadCodec } from '../../src/pipeline/load-codec.js';
import { loadSchema } from '../../src/pipeline/load-schema.js';
import { memorySourceHost } from '../../src/readers/source/memory-source-host.js';
import { anyMessage } from '../../src/runtime/message/any-message.js';
import { row } from './measure.js';

interface Case {
  readonly name: string;
  readonly schema: string;
  readonly document: (size: number) => string;
  readonly sizes: readonly number[];
}

const xsd = (body: string): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${body}</xs:schema>`;
const times = (count: number, make: (index: number) => string): string => {
  const parts: string[] = [];
  for (let index = 0; index < count; index++) parts.push(make(index));
  return parts.join('');
};

const CASES: readonly Case[] = [
  {
    name: 'a pattern that backtracks badly, (a|a?)+b',
    schema: xsd(
      `<xs:element name="e"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="(a|a?)+b"/></xs:restriction></xs:simpleType></xs:element>`,
    ),
    document: (size) => `<e>${'a'.repeat(size)}</e>`,
    sizes: [50_000, 100_000, 200_000],
  },
  {
    name: 'a choice of 5,000 branches',
    schema: xsd(
      `<xs:element name="e"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">${times(5000, (index) => `<xs:element name="b${index}" type="xs:int"/>`)}</xs:choice></xs:complexType></xs:element>`,
    ),
    document: (size) =>
      `<e>${times(size, (index) => `<b${(index * 7919) % 5000}>1</b${(index * 7919) % 5000}>`)}</e>`,
    sizes: [50_000, 100_000, 200_000],
  },
  {
    name: 'maxOccurs="100000" in nested sequences',
    schema: xsd(
      `<xs:element name="e"><xs:complexType><xs:sequence maxOccurs="100000"><xs:element name="a" type="xs:int" maxOccurs="100000"/><xs:sequence minOccurs="0" maxOccurs="100000"><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int" minOccurs="0"/></xs:sequence></xs:sequence></xs:complexType></xs:element>`,
    ),
    document: (size) => `<e>${times(size, () => '<a>1</a><b>1</b><c>1</c>')}</e>`,
    sizes: [20_000, 40_000, 80_000],
  },
  {
    name: '100,000 key fields',
    schema: xsd(
      `<xs:element name="e"><xs:complexType><xs:sequence><xs:element name="i" maxOccurs="unbounded"><xs:complexType><xs:attribute name="id" type="xs:int"/><xs:attribute name="ref" type="xs:int"/></xs:complexType></xs:element></xs:sequence></xs:complexType><xs:key name="k"><xs:selector xpath="i"/><xs:field xpath="@id"/></xs:key><xs:keyref name="r" refer="k"><xs:selector xpath="i"/><xs:field xpath="@ref"/></xs:keyref></xs:element>`,
    ),
    document: (size) => `<e>${times(size, (index) => `<i id="${index}" ref="${size - 1 - index}"/>`)}</e>`,
    sizes: [25_000, 50_000, 100_000],
  },
];

/** Documents of growing sizes against what tends to explode: the time a unit stays the same. */
export async function linearGrowth(): Promise<Readonly<Record<string, number>>> {
  console.log('\nGrowth, microseconds an item');
  const figures: Record<string, number> = {};
  for (const { name, schema, document, sizes } of CASES) {
    const host = memorySourceHost({ 's.xsd': schema });
    const read = loadSchema([{ uri: host.resolve('s.xsd', '') }], host);
    const codec = loadCodec(read.value);
    anyMessage(codec.registry(), document(sizes[0] ?? 1));
    const each = sizes.map((size) => {
      const bytes = new TextEncoder().encode(document(size));
      const begun = performance.now();
      anyMessage(codec.registry(), bytes, { limits: { maxIssues: 1 } });
      return ((performance.now() - begun) / size) * 1000;
    });
    const growth = (each.at(-1) ?? 0) / (each[0] ?? 1);
    figures[`growth of ${name}`] = growth;
    row(
      name,
      ...sizes.map((size, index) => `${size / 1000}k: ${(each[index] ?? 0).toFixed(2)}`),
      growth < 2 ? 'linear' : 'NOT LINEAR',
    );
  }
  return Promise.resolve(figures);
}
