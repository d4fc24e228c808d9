import { describe, expect, test } from 'vitest';
import type { Read } from '../../../src/diagnostics/diagnostic.js';
import { lineColumn } from '../../../src/foundation/source-text.js';
import { type Graph, linksOf, membersOf, textOf, textsOf } from '../../../src/readers/rdf/graph.js';
import { readGraph } from '../../../src/readers/rdf/read-graph.js';
import { RDFS } from '../../../src/readers/rdf/vocabulary.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const read = (text: string | Uint8Array, label = 'some/model.owl'): Promise<Read<Graph | undefined>> => {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  return readGraph({ uri: `file:///${label}`, label, bytes });
};

/** Code, place and message of everything that was said. */
const said = (text: string, { diagnostics }: Read<unknown>): readonly string[] =>
  diagnostics.map(({ code, message, at }) => {
    const place = at && lineColumn(bytesOf(text), at.start);
    return `${code} ${place === undefined ? '-' : `${place.line}:${place.column}`} ${message}`;
  });

const RDF_XML =
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"';

describe('RDF/XML and Turtle', () => {
  const statements = [
    `<?xml version="1.0"?>
<rdf:RDF ${RDF_XML} xml:base="http://example.org/model" xmlns:e="http://example.org/e#">
  <rdf:Description rdf:about="#A">
    <rdfs:label xml:lang="de">Ä</rdfs:label>
    <rdfs:label xml:lang="en">A name</rdfs:label>
    <rdfs:subClassOf rdf:resource="#B"/>
    <e:list rdf:parseType="Collection"><rdf:Description rdf:about="#B"/><rdf:Description rdf:about="#C"/></e:list>
    <e:note rdf:parseType="Literal">a &lt; <b>b</b></e:note>
  </rdf:Description>
</rdf:RDF>`,
    `@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . # a comment
@prefix : <http://example.org/model#> .
@prefix e: <http://example.org/e#> .
:A rdfs:label "Ä"@de, "A name"@en ; rdfs:subClassOf :B ; e:list (:B :C) ; e:note "a < <b>b</b>" .
{ :A rdfs:subClassOf :Z } => { :Z rdfs:subClassOf :A } .`,
  ];

  test.each(statements)('say the same', async (text) => {
    const { value, diagnostics } = await read(text);
    const a = value?.resources.get('http://example.org/model#A');
    expect(diagnostics).toEqual([]);
    expect(textOf(a, RDFS.label)).toBe('A name');
    expect(textsOf(a, RDFS.label)).toHaveLength(2);
    expect(linksOf(a, RDFS.subClassOf)).toEqual(['http://example.org/model#B']);
    const [list] = linksOf(a, 'http://example.org/e#list');
    expect(value && membersOf(value, list)).toEqual([
      { kind: 'resource', id: 'http://example.org/model#B' },
      { kind: 'resource', id: 'http://example.org/model#C' },
    ]);
    expect(textOf(a, 'http://example.org/e#note')).toBe('a < <b>b</b>');
  });

  test('RDF/XML tells where a resource is described', async () => {
    const text = `<rdf:RDF ${RDF_XML}>\n<rdf:Description rdf:ID="A"/>\n<rdf:Description rdf:ID="A"><rdfs:label>a</rdfs:label></rdf:Description>\n</rdf:RDF>`;
    const { value } = await read(text);
    const origin = value?.originOf('file:///model.owl#A');
    expect(origin).toHaveProperty('span.source', 'file:///some/model.owl');
    expect(origin && 'span' in origin && lineColumn(bytesOf(text), origin.span.start)).toEqual({
      line: 3,
      column: 1,
    });
    expect(value?.originOf('nowhere')).toEqual({ source: 'file:///some/model.owl', record: 'nowhere' });
  });

  test('names are relative to the file name, whatever folder it is in', async () => {
    const { value } = await read('<#A> a <B> .', 'C:\\models\\my model.ttl');
    expect([...(value?.resources.keys() ?? [])]).toEqual(['file:///my+model.ttl#A']);
  });

  test('entities of an internal subset are expanded', async () => {
    const text = `<!DOCTYPE rdf:RDF [ <!ENTITY cim "http://example.org/cim#"> ]>
<rdf:RDF ${RDF_XML}><rdf:Description rdf:about="&cim;A"><rdfs:label>&lt;a&gt;</rdfs:label></rdf:Description></rdf:RDF>`;
    const { value, diagnostics } = await read(text);
    expect(diagnostics).toEqual([]);
    expect(textOf(value?.resources.get('http://example.org/cim#A'), RDFS.label)).toBe('<a>');
    expect(value?.originOf('http://example.org/cim#A')).toHaveProperty('span');
  });

  test('another encoding is read', async () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?><rdf:RDF ${RDF_XML}><rdf:Description rdf:about="urn:a"><rdfs:label>ä</rdfs:label></rdf:Description></rdf:RDF>`;
    const { value } = await read(Uint8Array.from([...text], (character) => character.charCodeAt(0)));
    expect(textOf(value?.resources.get('urn:a'), RDFS.label)).toBe('ä');
  });

  test('a list that bites its tail ends', async () => {
    const { value } = await read(
      '@prefix r: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . <urn:l> r:first <urn:a> ; r:rest <urn:l> .',
    );
    expect(value && membersOf(value, 'urn:l')).toEqual([{ kind: 'resource', id: 'urn:a' }]);
  });
});

describe('what is broken', () => {
  const bomb = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    .map(
      (name, at, all) =>
        `<!ENTITY ${name} "${at === 0 ? 'x'.repeat(100) : `&${all[at - 1] ?? ''};`.repeat(20)}">`,
    )
    .join('\n');

  test.each<readonly [string, string, readonly (string | RegExp)[]]>([
    ['Turtle', '@prefix : <urn:x:> .\n:a :b :c ;\n  :d "x .', [/^RDF1001 3:1 unexpected ""x/u]],
    ['Turtle without its prefix', 'a:b a:c a:d .', [/^RDF1001 1:1 undefined prefix "a:"/u]],
    [
      'RDF/XML that ends too early',
      `<rdf:RDF ${RDF_XML}>\n<rdf:Description rdf:about="#a">`,
      [/^XML1001 2:33 /u],
    ],
    [
      'RDF/XML that says two things at once',
      `<rdf:RDF ${RDF_XML}>\n  <rdf:Description rdf:about="#a" rdf:ID="b"/></rdf:RDF>`,
      [/^RDF1001 2:4\d only one of rdf:about, rdf:nodeID and rdf:ID/u],
    ],
    [
      'RDF/XML that says two things at once behind a DOCTYPE',
      `<!DOCTYPE rdf:RDF [\n<!ENTITY e "${'e'.repeat(500)}">\n]><rdf:RDF ${RDF_XML}>\n  <rdf:Description rdf:about="#a" rdf:ID="b"/></rdf:RDF>`,
      [/^RDF1001 4:4\d only one of/u],
    ],
    [
      'an entity that is not declared',
      `<rdf:RDF ${RDF_XML}><rdf:Description rdf:about="&cim;a"/></rdf:RDF>`,
      [/^XML1001 1:\d+ .*cim/u],
    ],
    [
      'entities that grow beyond all bounds',
      `<!DOCTYPE rdf:RDF [ ${bomb} ]>\n<rdf:RDF ${RDF_XML}><rdf:Description rdf:about="&h;"/></rdf:RDF>`,
      [/^XML1003 /u],
    ],
  ])('%s is refused, with its place', async (_, text, expected) => {
    const result = await read(text);
    expect(result.value).toBeUndefined();
    const lines = said(text, result);
    expect(lines).toHaveLength(expected.length);
    for (const [at, one] of expected.entries()) expect(lines[at]).toMatch(one);
  });

  test('what is external is not read', async () => {
    const text = `<!DOCTYPE rdf:RDF [ <!ENTITY secret SYSTEM "file:///etc/passwd"> ]>
<rdf:RDF ${RDF_XML}><rdf:Description rdf:about="urn:a"><rdfs:label>[&secret;]</rdfs:label></rdf:Description></rdf:RDF>`;
    const result = await read(text);
    expect(textOf(result.value?.resources.get('urn:a'), RDFS.label)).toBe('[]');
    expect(said(text, result)).toEqual([expect.stringMatching(/^XML1005 2:.*secret/u)]);
  });
});
