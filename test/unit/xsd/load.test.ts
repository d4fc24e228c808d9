import { describe, expect, test } from 'vitest';
import { linkSchema } from '../../../src/model/link/index.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';
import { parseXml } from '../../../src/readers/xml/parse-xml.js';
import type { XmlElement } from '../../../src/readers/xml/xml-element.js';
import { loadSchemaDocuments } from '../../../src/readers/xsd/index.js';
import { link, schemaText } from './schema-source.js';

const include = (...names: readonly string[]): string =>
  names.map((name) => `<xs:include schemaLocation="${name}"/>`).join('');
const element = (name: string, type = 'xs:string'): string => `<xs:element name="${name}" type="${type}"/>`;
const simpleType = (name: string): string =>
  `<xs:simpleType name="${name}"><xs:restriction base="xs:string"/></xs:simpleType>`;
const inA = 'targetNamespace="urn:a" xmlns:a="urn:a" xmlns:b="urn:b"';
const inB = 'targetNamespace="urn:b" xmlns:a="urn:a" xmlns:b="urn:b"';

describe('the graph of documents', () => {
  test('diamonds and circles: each document counts once', () => {
    const { schema, rules } = link(
      {
        'top.xsd': schemaText(include('left.xsd', './right.xsd')),
        'left.xsd': schemaText(`${include('bottom.xsd')}${element('l', 't:S')}`),
        'right.xsd': schemaText(`${include('bottom.xsd', 'top.xsd')}${element('r', 't:S')}`),
        'bottom.xsd': schemaText(`${include('top.xsd')}${simpleType('S')}`),
      },
      ['top.xsd'],
    );
    expect(rules).toEqual([]);
    expect([...schema.elements.keys()]).toEqual(['element:{urn:t}l', 'element:{urn:t}r']);
    expect(schema.documents.map(({ label }) => label)).toEqual([
      'top.xsd',
      'bottom.xsd',
      'left.xsd',
      'right.xsd',
    ]);
  });

  test('a chameleon takes the namespace of each document that includes it', () => {
    const { schema, rules } = link(
      {
        'a.xsd': schemaText(`<xs:import namespace="urn:b" schemaLocation="b.xsd"/>${include('c.xsd')}`, inA),
        'b.xsd': schemaText(include('c.xsd'), inB),
        'c.xsd': `<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
          <xs:complexType name="T"><xs:sequence><xs:element name="e"/><xs:any namespace="##targetNamespace"/></xs:sequence></xs:complexType></schema>`,
        'd.xsd': schemaText(`${include('e.xsd')}${element('d', 't:S')}`),
        'e.xsd': `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${simpleType('S')}<xs:element name="f" type="S"/></xs:schema>`,
      },
      ['a.xsd', 'd.xsd'],
    );
    expect(rules).toEqual([]);
    expect([...schema.elements.values()].map(({ id, type }) => [id, type])).toEqual([
      ['element:{urn:t}d', 'type:{urn:t}S'],
      ['element:{urn:t}f', 'type:{urn:t}S'],
      ['type:{urn:a}T/element({urn:a}e)', 'type:{http://www.w3.org/2001/XMLSchema}anyType'],
      ['type:{urn:b}T/element({urn:b}e)', 'type:{http://www.w3.org/2001/XMLSchema}anyType'],
    ]);
  });

  test.each<[string, Record<string, string>, readonly string[]]>([
    [
      'include of another namespace',
      { 'top.xsd': schemaText(include('a.xsd')), 'a.xsd': schemaText('', inA) },
      ['src-include.2.1'],
    ],
    [
      'import of another namespace than said',
      {
        'top.xsd': schemaText('<xs:import namespace="urn:b" schemaLocation="a.xsd"/>'),
        'a.xsd': schemaText('', inA),
      },
      ['src-import.3.1'],
    ],
    [
      'a namespace that is not imported',
      {
        'top.xsd': schemaText(
          `${include('mid.xsd')}${element('e', 'a:S')}`,
          `targetNamespace="urn:t" xmlns:a="urn:a"`,
        ),
        'mid.xsd': schemaText('<xs:import namespace="urn:a" schemaLocation="a.xsd"/>'),
        'a.xsd': schemaText(simpleType('S'), inA),
      },
      ['src-resolve.4.2'],
    ],
    [
      'no namespace that is not imported',
      {
        'top.xsd': schemaText(`<xs:import schemaLocation="n.xsd"/>`),
        'n.xsd': schemaText(simpleType('S'), ''),
        'o.xsd': schemaText(element('e', 'S')),
      },
      [],
    ],
    [
      'one component in two documents',
      { 'top.xsd': schemaText(`${include('a.xsd')}${element('e')}`), 'a.xsd': schemaText(element('e')) },
      ['sch-props-correct.2'],
    ],
    [
      'a broken document among others',
      { 'top.xsd': schemaText(`${include('a.xsd')}${element('e')}`), 'a.xsd': '<xs:schema' },
      ['well-formed'],
    ],
    [
      'what is included is no schema',
      { 'top.xsd': schemaText(include('a.xsd')), 'a.xsd': '<html/>' },
      ['s4s-elt-schema-ns'],
    ],
    [
      'a redefined document that is missing',
      { 'top.xsd': schemaText(`<xs:redefine schemaLocation="a.xsd">${simpleType('S')}</xs:redefine>`) },
      ['src-redefine'],
    ],
  ])('%s', (_, files, expected) => {
    expect(link(files, ['top.xsd']).rules).toEqual(expected);
  });

  test('what is missing is a warning, and an error only where it is needed', () => {
    const importing =
      '<xs:import namespace="urn:a" schemaLocation="gone.xsd"/><xs:include schemaLocation="gone-too.xsd"/>';
    const attributes = 'targetNamespace="urn:t" xmlns:a="urn:a"';
    const unused = link({ 'top.xsd': schemaText(importing, attributes) });
    expect(unused.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['XSD1202', 'warning'],
      ['XSD1201', 'warning'],
    ]);
    expect(unused.diagnostics[0]?.message).toContain('could not import "gone.xsd" for namespace "urn:a": ');
    const used = link({ 'top.xsd': schemaText(`${importing}${element('e', 'a:S')}`, attributes) });
    expect(used.rules).toEqual(['src-resolve']);
    expect(used.diagnostics.at(-1)?.hint).toContain('no document could be read for namespace "urn:a"');
  });

  test('two imports of one namespace: copies agree, else the first counts and a warning says so', () => {
    const both = (second: string): ReturnType<typeof link> =>
      link(
        {
          'top.xsd': schemaText(
            '<xs:import namespace="urn:a" schemaLocation="a1.xsd"/><xs:import namespace="urn:a" schemaLocation="a2.xsd"/>',
          ),
          'a1.xsd': schemaText(element('e'), inA),
          'a2.xsd': schemaText(second, inA),
        },
        ['top.xsd'],
      );
    expect(both(element('e')).diagnostics).toEqual([]);
    const other = both(element('e', 'xs:int'));
    expect(other.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['XSD1304', 'warning']]);
    expect([...other.schema.elements.values()][0]?.type).toBe(
      'type:{http://www.w3.org/2001/XMLSchema}string',
    );
  });

  test('schemas inside one document import each other by namespace', () => {
    const text = `<types>${schemaText('<xs:import namespace="urn:b"/><xs:element name="e" type="b:S"/>', inA)}${schemaText(simpleType('S'), inB)}</types>`;
    const source = { uri: 'memory:/s.wsdl', label: 's.wsdl', bytes: new TextEncoder().encode(text) };
    const roots = parseXml(source).value?.children.filter(
      (child): child is XmlElement => typeof child !== 'string',
    );
    const entries = (roots ?? []).map((root) => ({ root, source }));
    const loaded = loadSchemaDocuments(entries, memorySourceHost({}));
    const linked = linkSchema(loaded.value);
    expect([...loaded.diagnostics, ...linked.diagnostics]).toEqual([]);
    expect([...linked.value.elements.values()].map(({ type }) => type)).toEqual(['type:{urn:b}S']);
  });

  test('the namespace of xml: needs no file', () => {
    const { schema, rules } = link({
      'top.xsd': schemaText(
        '<xs:import namespace="http://www.w3.org/XML/1998/namespace"/><xs:complexType name="T"><xs:attribute ref="xml:lang"/></xs:complexType>',
      ),
    });
    expect(rules).toEqual([]);
    expect([...schema.attributes.keys()]).toContain('attribute:{http://www.w3.org/XML/1998/namespace}lang');
  });
});
