import { describe, expect, test } from 'vitest';
import { readSample, sampleDocument } from '../../../src/samples/sample-document.js';
import { elementOf, schemaOfText } from './schema-of-text.js';

/** The document without its XML declaration and the final line end. */
const sampleOf = (
  declarations: string,
  extent: 'minimal' | 'full' | 'random',
  seed = 1,
  attributes?: string,
): string =>
  sampleDocument(schemaOfText(declarations, attributes), elementOf('r'), { seed, extent })
    .replace('<?xml version="1.0" encoding="UTF-8"?>\n', '')
    .trimEnd();

const root = (type: string): string =>
  `<x:element name="r"><x:complexType>${type}</x:complexType></x:element>`;
const flag = (value: string): string =>
  `<x:simpleType><x:restriction base="x:string"><x:enumeration value="${value}"/></x:restriction></x:simpleType>`;
const leaf = (name: string, more = ''): string =>
  `<x:element name="${name}" ${more}>${flag(name.toUpperCase())}</x:element>`;

describe('extents', () => {
  const declarations = root(
    `<x:sequence>${leaf('a')}${leaf('b', 'minOccurs="0"')}${leaf('c', 'minOccurs="0" maxOccurs="unbounded"')}` +
      `<x:choice><x:sequence>${leaf('d')}${leaf('e')}</x:sequence>${leaf('f')}</x:choice></x:sequence>` +
      `<x:attribute name="p" use="required" type="x:boolean"/><x:attribute name="q" type="x:boolean"/>`,
  );

  test('minimal: what is required, by the shortest way', () => {
    expect(sampleOf(declarations, 'minimal')).toMatchInlineSnapshot(`
      "<r xmlns="urn:t" p="false">
        <a>A</a>
        <f>F</f>
      </r>"
    `);
  });

  test('full: everything that is optional, what repeats twice', () => {
    expect(sampleOf(declarations, 'full')).toMatchInlineSnapshot(`
      "<r xmlns="urn:t" p="false" q="false">
        <a>A</a>
        <b>B</b>
        <c>C</c>
        <c>C</c>
        <d>D</d>
        <e>E</e>
      </r>"
    `);
  });

  test('random: as the seed has it', () => {
    expect(sampleOf(declarations, 'random', 2)).toBe(sampleOf(declarations, 'random', 2));
    const all = new Set(Array.from({ length: 20 }, (_, seed) => sampleOf(declarations, 'random', seed)));
    expect(all.size).toBeGreaterThan(5);
  });
});

describe('names', () => {
  test('local elements without namespace keep a default namespace away', () => {
    expect(sampleOf(root(`<x:sequence>${leaf('a')}</x:sequence>`), 'minimal', 1, '')).toBe(
      '<t:r xmlns:t="urn:t">\n  <a>A</a>\n</t:r>'.replaceAll('t:', 'ns:').replace('xmlns:t', 'xmlns:ns'),
    );
  });

  test('QNames of enumerations get prefixes of the document', () => {
    const type =
      '<x:simpleType><x:restriction base="x:QName"><x:enumeration value="t:unit"/></x:restriction></x:simpleType>';
    expect(sampleOf(`<x:element name="r">${type}</x:element>`, 'minimal')).toBe(
      '<r xmlns="urn:t" xmlns:t="urn:t">t:unit</r>',
    );
  });
});

describe('what stands for something else', () => {
  test('an abstract type is replaced by xsi:type', () => {
    const types =
      '<x:complexType name="B" abstract="true"/>' +
      `<x:complexType name="D"><x:complexContent><x:extension base="t:B"><x:sequence>${leaf('a')}</x:sequence></x:extension></x:complexContent></x:complexType>`;
    expect(sampleOf(`<x:element name="r" type="t:B"/>${types}`, 'minimal')).toMatchInlineSnapshot(`
      "<r xmlns="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="D">
        <a>A</a>
      </r>"
    `);
  });

  test('an abstract head is replaced by a member of its substitution group', () => {
    const heads =
      '<x:element name="h" abstract="true"/><x:element name="m" substitutionGroup="t:h" type="x:boolean"/>';
    expect(sampleOf(root('<x:sequence><x:element ref="t:h"/></x:sequence>') + heads, 'minimal')).toMatch(
      /<m>(?:true|false|0|1)<\/m>/,
    );
  });

  test('a recursion ends in a nil', () => {
    const recursive = '<x:sequence><x:element ref="t:r"/></x:sequence>';
    const declarations = `<x:element name="r" nillable="true"><x:complexType>${recursive}</x:complexType></x:element>`;
    expect(sampleOf(declarations, 'minimal')).toContain('<r xsi:nil="true"/>');
  });

  test('wildcards that allow what holds them come to an end', () => {
    const declarations = root(
      '<x:sequence><x:any processContents="lax" minOccurs="9" maxOccurs="60"/></x:sequence>',
    );
    for (let seed = 1; seed <= 20; seed++)
      expect(sampleOf(declarations, 'random', seed).length).toBeLessThan(100_000);
  });

  test('a strict wildcard gets what is declared', () => {
    const declarations =
      root('<x:sequence><x:any namespace="##targetNamespace"/></x:sequence>') +
      '<x:element name="z" type="x:int"/>';
    expect(sampleOf(declarations, 'minimal')).toMatch(/<z>-?\d+<\/z>/);
  });
});

describe('size', () => {
  const many = Array.from(
    { length: 30 },
    (_, at) => `<x:element ref="t:e${at}" minOccurs="0" maxOccurs="unbounded"/>`,
  ).join('');
  const explosive =
    root(`<x:sequence>${many}</x:sequence>`) +
    Array.from(
      { length: 30 },
      (_, at) =>
        `<x:element name="e${at}"><x:complexType><x:sequence>${many}</x:sequence></x:complexType></x:element>`,
    ).join('');

  test.each(['full', 'random'] as const)('%s stays within the limit', (extent) => {
    const schema = schemaOfText(explosive);
    for (const maxBytes of [2_000, 65_536]) {
      const text = sampleDocument(schema, elementOf('r'), { seed: 5, extent, maxBytes });
      expect(text.length).toBeLessThan(maxBytes * 1.3);
    }
  });

  test('depth is limited, too', () => {
    const text = sampleDocument(schemaOfText(explosive), elementOf('r'), {
      seed: 5,
      extent: 'full',
      maxDepth: 2,
    });
    expect(text).not.toMatch(/^ {8}</m);
  });
});

describe('keys and references', () => {
  const item = (attributes: string): string => `<x:complexType>${attributes}</x:complexType>`;
  const declarations =
    '<x:element name="r"><x:complexType><x:sequence>' +
    `<x:element name="k" minOccurs="2" maxOccurs="3">${item('<x:attribute name="n"><x:simpleType><x:restriction base="x:int"><x:minInclusive value="1"/><x:maxInclusive value="3"/></x:restriction></x:simpleType></x:attribute>')}</x:element>` +
    `<x:element name="u" minOccurs="3" maxOccurs="3">${item('<x:attribute name="to" type="x:int" use="required"/>')}</x:element>` +
    '</x:sequence></x:complexType>' +
    '<x:key name="K"><x:selector xpath="t:k"/><x:field xpath="@n"/></x:key>' +
    '<x:keyref name="R" refer="t:K"><x:selector xpath="t:u"/><x:field xpath="@to"/></x:keyref></x:element>';

  test.each([1, 2, 3, 4, 5, 6])('keys differ and references refer, seed %d', (seed) => {
    const text = sampleOf(declarations, 'random', seed);
    const keys = [...text.matchAll(/<k n="(\d)"/g)].map(([, key]) => key);
    const references = [...text.matchAll(/<u to="(\d)"/g)].map(([, key]) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(1);
    expect(references).toHaveLength(3);
    for (const reference of references) expect(keys).toContain(reference);
  });

  test('IDs differ and IDREFs refer to them', () => {
    const text = sampleOf(
      root(
        `<x:sequence><x:element name="i" minOccurs="4" maxOccurs="4">${item('<x:attribute name="id" type="x:ID" use="required"/><x:attribute name="to" type="x:IDREFS" use="required"/>')}</x:element></x:sequence>`,
      ),
      'full',
    );
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(4);
    for (const [, names = ''] of text.matchAll(/ to="([^"]*)"/g)) {
      for (const name of names.split(' ')) expect(ids).toContain(name);
    }
  });
});

describe('what cannot be', () => {
  const problems = (declarations: string): readonly string[] =>
    readSample(schemaOfText(declarations), elementOf('r'), { seed: 1, extent: 'minimal' }).diagnostics.map(
      ({ code, message }) => `${code} ${message}`,
    );

  test('an element that requires itself has no document', () => {
    const recursive = '<x:sequence><x:element ref="t:r"/></x:sequence>';
    expect(problems(root(recursive))).toEqual(['SMP1002 no document with the element {urn:t}r can be valid']);
  });

  test('an abstract element without members has no document', () => {
    expect(problems('<x:element name="r" abstract="true"/>')).toEqual([
      'SMP1002 no document with the element {urn:t}r can be valid',
    ]);
  });

  test('an optional element whose type has no values is left out', () => {
    const type =
      '<x:simpleType><x:restriction base="x:int"><x:minInclusive value="3"/><x:maxInclusive value="2"/></x:restriction></x:simpleType>';
    const declarations = root(
      `<x:sequence><x:element name="a" minOccurs="0">${type}</x:element></x:sequence>`,
    );
    expect(problems(declarations)).toEqual([]);
    expect(sampleOf(declarations, 'full')).toBe('<r xmlns="urn:t"/>');
  });
});

test('marks of XML in values are escaped', () => {
  const type =
    '<x:simpleType><x:restriction base="x:string"><x:enumeration value="a&amp;b&lt;c&gt;&quot;&#9;d"/></x:restriction></x:simpleType>';
  const declarations = `<x:element name="r"><x:complexType><x:sequence><x:element name="a">${type}</x:element></x:sequence><x:attribute name="p" use="required">${type}</x:attribute></x:complexType></x:element>`;
  expect(sampleOf(declarations, 'minimal')).toBe(
    '<r xmlns="urn:t" p="a&amp;b&lt;c>&quot;&#9;d">\n  <a>a&amp;b&lt;c&gt;"\td</a>\n</r>',
  );
});
