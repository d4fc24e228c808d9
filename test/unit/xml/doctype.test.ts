import { describe, expect, test } from 'vitest';
import { parseXml } from '../../../src/readers/xml/parse-xml.js';
import type { XmlElement } from '../../../src/readers/xml/xml-element.js';
import { internalSubset } from '../../../src/runtime/xml/doctype/internal-subset.js';
import { messageOf } from '../../support/compile-schema.js';

/** What is in an element, short: attributes in order, then children. */
function show({ name, attributes, children }: XmlElement): string {
  const values = attributes.map(
    (attribute) => ` ${attribute.name.localName}=${JSON.stringify(attribute.value)}`,
  );
  const content = children.map((child) => (typeof child === 'string' ? JSON.stringify(child) : show(child)));
  return `${name.localName}(${values.join('')} ${content.join(' ')})`;
}

/** The document element, or the first issue with what follows it in the document. */
function read(subset: string, rest: string): string {
  const text = `<!DOCTYPE a ${subset}>${rest}`;
  const bytes = new TextEncoder().encode(text);
  const { value, diagnostics } = parseXml({ uri: 'x', label: 'x', bytes }, { allowDoctype: true });
  if (value !== undefined) return show(value);
  const [error] = diagnostics.filter(({ severity }) => severity === 'error');
  const from = new TextDecoder().decode(bytes.subarray(error?.at?.start));
  return `${error?.message} at ${from.slice(0, 12)}`;
}

describe('entities in content', () => {
  test.each<[string, string, string, string]>([
    ['text', '[<!ENTITY e "x&#x21;">]', '<a>1&e;2</a>', 'a( "1x!2")'],
    ['the first declaration binds', '[<!ENTITY e "1"><!ENTITY e "2">]', '<a>&e;</a>', 'a( "1")'],
    [
      'elements',
      '[<!ENTITY e "x<b c=\'1\'>y</b>">]',
      '<a>&e;&e;</a>',
      'a( "x" b( c="1" "y") "x" b( c="1" "y"))',
    ],
    [
      'entities in entities',
      '[<!ENTITY e "(&f;)"><!ENTITY f "<b/>&lt;">]',
      '<a>&e;</a>',
      'a( "(" b( ) "<)")',
    ],
    ['markup from references', '[<!ENTITY e "&#60;b/>">]', '<a>&e;</a>', 'a( b( ))'],
    ['text from references escaped twice', '[<!ENTITY e "&#38;#60;b/>">]', '<a>&e;</a>', 'a( "<b/>")'],
    [
      'a carriage return from a reference stays',
      '[<!ENTITY e "1&#13;2">]',
      '<a>&e;\r\n</a>',
      'a( "1\\r2\\n")',
    ],
    ['"]]>" over a border is text', '[<!ENTITY e ">">]', '<a>]]&e;</a>', 'a( "]]>")'],
    ['CDATA in an entity', '[<!ENTITY e "<![CDATA[<&#38;]]>">]', '<a>&e;</a>', 'a( "<&")'],
    ['a comment in an entity', '[<!ENTITY e "<!-- &#38; -->1">]', '<a>&e;</a>', 'a( "1")'],
    [
      'not in comments, instructions and CDATA',
      '[<!ENTITY e "1">]',
      '<a><!--&f;--><?x &f;?><![CDATA[&f;]]></a>',
      'a( "&f;")',
    ],
    ['parameter entities', '[<!ENTITY % p "<!ENTITY e \'1\'>">%p;]', '<a>&e;</a>', 'a( "1")'],
    [
      'Appendix D',
      `[<!ENTITY % xx '&#37;zz;'><!ENTITY % zz '&#60;!ENTITY e "error-prone" >' >%xx;]`,
      '<a>&e;</a>',
      'a( "error-prone")',
    ],
    ['external entities are left out', '[<!ENTITY e SYSTEM "e.xml">]', '<a>1&e;2</a>', 'a( "12")'],
    [
      'what an external subset may declare is left out',
      'SYSTEM "a.dtd"',
      '<a b="&f;">1&e;2</a>',
      'a( b="" "12")',
    ],
    [
      'nothing counts behind what is not read',
      '[<!ENTITY % p SYSTEM "p"> %p; <!ENTITY e "1">]',
      '<a>&e;</a>',
      'a( )',
    ],
    ['undeclared', '[]', '<a>&e;</a>', 'entity "e" is not declared at &e;</a>'],
    [
      'undeclared outside',
      'SYSTEM "a.dtd" []',
      '<a/>&e;',
      'nothing but comments and processing instructions may follow the root element at &e;',
    ],
    [
      'a circle',
      '[<!ENTITY e "&f;"><!ENTITY f "&e;">]',
      '<a>&e;</a>',
      'in entity "e": in entity "f": entity "e" refers to itself at &e;</a>',
    ],
    [
      'a half element',
      '[<!ENTITY e "<b>">]',
      '<a>&e;</b></a>',
      'in entity "e": entity "e" ends within an element that began in it at &e;</b></a>',
    ],
    [
      'the other half',
      '[<!ENTITY e "</b>">]',
      '<a><b>&e;</a>',
      'in entity "e": an element ends in the entity that did not begin in it at &e;</a>',
    ],
    [
      'half a reference',
      '[<!ENTITY e "&#38;">]',
      '<a>&e;amp;</a>',
      'in entity "e": its text ends too early at &e;amp;</a>',
    ],
    [
      'half a comment',
      '[<!ENTITY e "<!--">]',
      '<a>&e;--></a>',
      'in entity "e": its text ends too early at &e;--></a>',
    ],
    [
      '"]]>" in an entity',
      '[<!ENTITY e "]]&#62;">]',
      '<a>&e;</a>',
      'in entity "e": "]]>" must not stand in character data at &e;</a>',
    ],
    [
      'unparsed',
      '[<!NOTATION n SYSTEM "n"><!ENTITY e SYSTEM "e" NDATA n>]',
      '<a>&e;</a>',
      'entity "e" is not XML: it must not be referred to at &e;</a>',
    ],
  ])('%s', (_, subset, rest, expected) => {
    expect(read(subset, rest)).toBe(expected);
  });
});

describe('attributes', () => {
  test.each<[string, string, string, string]>([
    ['entities', '[<!ENTITY e "1&#10;&f;"><!ENTITY f "\t2">]', '<a b="&e;&#10;\n"/>', 'a( b="1  2\\n " )'],
    ['quotes from entities', `[<!ENTITY e '"'>]`, '<a b="&e;">1</a>', 'a( b="\\"" "1")'],
    [
      'defaults',
      '[<!ATTLIST a b CDATA " 1&lt; " c NMTOKENS "  2  3 " d CDATA #IMPLIED>]',
      '<a d="4"/>',
      'a( d="4" b=" 1< " c="2 3" )',
    ],
    ['defaults do not replace values', '[<!ATTLIST a b CDATA #FIXED "1">]', '<a b="2"/>', 'a( b="2" )'],
    [
      'the first definition binds',
      '[<!ATTLIST a b ID #IMPLIED><!ATTLIST a b CDATA "2" c CDATA "3">]',
      '<a b=" 1 "/>',
      'a( b="1" c="3" )',
    ],
    ['tokens', '[<!ATTLIST a b NMTOKENS #IMPLIED>]', '<a b="&#32; 1\r\n 2&#9;  "/>', 'a( b="1 2\\t" )'],
    ['namespaces by default', '[<!ATTLIST x:a xmlns:x CDATA "urn:x">]', '<x:a x:b="1"/>', 'a( b="1" )'],
    [
      'in elements of entities',
      '[<!ENTITY e "<b/>"><!ATTLIST b c CDATA "1">]',
      '<a>&e;</a>',
      'a( b( c="1" ))',
    ],
    [
      '"<" from an entity',
      '[<!ENTITY e "&#60;">]',
      '<a b="&e;"/>',
      'in entity "e": no entity in an attribute value may have "<" at &e;"/>',
    ],
    [
      'an external entity',
      '[<!ENTITY e SYSTEM "e">]',
      '<a b="&e;"/>',
      'entity "e" is external: an attribute value must not refer to it at &e;"/>',
    ],
    [
      'a default before its entity',
      '[<!ATTLIST a b CDATA "&e;"><!ENTITY e "1">]',
      '<a/>',
      'entity "e" is not declared before it is used in a default value at &e;"><!ENTIT',
    ],
  ])('%s', (_, subset, rest, expected) => {
    expect(read(subset, rest)).toBe(expected);
  });
});

describe('declarations', () => {
  test.each<[string, string]>([
    ['[<!ELEMENT a (b|(c,d?)*)+><!ELEMENT b (#PCDATA|c)*><!ELEMENT c EMPTY><!ELEMENT d ANY>]', 'a( )'],
    ['[<!ATTLIST a b (1|2) "1" c NOTATION (n) #IMPLIED><!NOTATION n PUBLIC "p">]', 'a( b="1" )'],
    ['PUBLIC "-//X//DTD" "a.dtd"', 'a( )'],
    ['[<!ELEMENT a (b|c,d)>]', '"," found, "|" or ")" expected at ,d)>]><a/>'],
    ['[<!ELEMENT a (#PCDATA|b)>]', '">" found, "*" expected at >]><a/>'],
    ['[<!ENTITY e:f "1">]', 'the name of an entity must not have a colon at e:f "1">]><a'],
    [
      '[<!ENTITY e "%p;">]',
      'a parameter entity must not be referred to within a declaration of the internal subset at %p;">]><a/>',
    ],
    ['[<!ENTITY e "&f">]', '""" found, ";" after the entity name expected at ">]><a/>'],
    ['[<![INCLUDE[]]>]', 'a conditional section must not stand in the internal subset at <![INCLUDE[]'],
    ['[<!ENTITY % p "<!ENTITY e">%p;]', 'in entity "p": its text ends too early at %p;]><a/>'],
    ['PUBLIC "{" "a.dtd"', '"{" found, a character of a public identifier expected at {" "a.dtd"><'],
    ['[<?xml version="1.0"?>]', 'the XML declaration may only stand at the very start at <?xml versio'],
  ])('%s', (subset, expected) => {
    expect(read(subset, '<a/>')).toBe(expected);
  });
});

describe('places', () => {
  const message = messageOf(
    `<xs:element name="a"><xs:complexType><xs:sequence>
      <xs:element name="b" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="c" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`,
    'a',
  );
  const LONG = `<!DOCTYPE a [\n<!ENTITY e "<b>a rather\n long\n text</b>">\n<!ATTLIST a xmlns CDATA "urn:s">]>\n<a>&e;&e;`;

  test('are those of the document as it came', () => {
    const result = message.safeDecode(`${LONG}<c>x</c>\n <d/></a>`, { allowDoctype: internalSubset });
    expect(result.issues.map(({ rule, path, line, column }) => `${rule} ${path} ${line}:${column}`)).toEqual([
      'cvc-datatype-valid.1.2.1 /a/c 6:13',
      'cvc-complex-type.2.4.d /a/d 7:3',
    ]);
  });

  test.each([1, 10, 1000])('in a stream, in windows of %i bytes', async (size) => {
    const bytes = new TextEncoder().encode(`${LONG}<c>x</c></a>`);
    const windows = async function* (): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += size)
        yield await Promise.resolve(bytes.subarray(at, at + size));
    };
    const seen: unknown[] = [];
    await message
      .stream(windows(), {
        record: 'b',
        allowDoctype: internalSubset,
        onIssue: ({ path, line, column }) => seen.push(`${path} ${line}:${column}`),
      })
      .forEach((record) => seen.push(record));
    expect(seen).toEqual(['a rather\n long\n text', 'a rather\n long\n text', '/a/c 6:13']);
  });
});
