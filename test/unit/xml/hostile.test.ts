import { describe, expect, test } from 'vitest';
import { parseXml } from '../../../src/readers/xml/parse-xml.js';
import type { Issue } from '../../../src/runtime/issue/issue.js';
import { internalSubset } from '../../../src/runtime/xml/doctype/internal-subset.js';
import { messageOf } from '../../support/compile-schema.js';

const noteWith = (wildcard: string): string => `<xs:element name="note"><xs:complexType>
    <xs:sequence>
      <xs:element name="title" type="xs:string"/>
      <xs:element name="at" type="xs:dateTime" minOccurs="0"/>
      <xs:element name="line" maxOccurs="unbounded" minOccurs="0"><xs:complexType mixed="true">
        <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="b" type="xs:token"/></xs:choice>
        <xs:attribute name="n" type="xs:int"/>
      </xs:complexType></xs:element>
      <xs:element ref="note" minOccurs="0" maxOccurs="unbounded"/>
      ${wildcard}
    </xs:sequence>
    <xs:attribute name="id" type="xs:ID"/>
    <xs:attribute name="tag" type="xs:string"/>
  </xs:complexType></xs:element>`;
const message = messageOf(
  noteWith('<xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>'),
  'note',
);
const plainMessage = messageOf(noteWith(''), 'note');
const ALLOWED = { allowDoctype: internalSubset };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const codesOf = (source: string | Uint8Array, options = {}): readonly string[] =>
  message.safeDecode(source, options).issues.map(({ code, rule }) => `${code} ${rule}`);
const note = (content: string, doctype = ''): string =>
  `${doctype}<note xmlns="urn:s"><title>${content}</title></note>`;

describe('DOCTYPE', () => {
  test('is refused unless it is allowed', () => {
    expect(codesOf(note('x', '<!DOCTYPE note>'))).toEqual(['XML1004 doctype']);
    expect(codesOf(note('x', '<!DOCTYPE note>'), ALLOWED)).toEqual([]);
  });

  const entities = (count: number, text: (n: number) => string): string =>
    `<!DOCTYPE note [${Array.from({ length: count }, (_, n) => `<!ENTITY e${n} "${text(n)}">`).join('')}]>`;
  const laughs = (end: string): string => entities(40, (n) => (n === 0 ? end : `&e${n - 1};`.repeat(10)));

  test.each<[string, string, string]>([
    ['a bomb of text', note('&e39;', laughs('ha')), 'XML1003 limit'],
    ['a bomb of elements', note('&e39;', laughs('<b/>')), 'XML1003 limit'],
    ['a bomb in an attribute', `${laughs('ha')}<note xmlns="urn:s" tag="&e39;"/>`, 'XML1003 limit'],
    [
      'a bomb in a default',
      `<!DOCTYPE note [${laughs('ha').slice(16, -2)}<!ATTLIST note tag CDATA "&e39;">]>${note('')}`,
      'XML1003 limit',
    ],
    [
      'one large entity many times',
      note('&e0;'.repeat(1000), `<!DOCTYPE note [<!ENTITY e0 "${'x'.repeat(100_000)}">]>`),
      'XML1003 limit',
    ],
    [
      'a large default many times',
      `<!DOCTYPE note [<!ATTLIST b x CDATA "${'x'.repeat(100_000)}">]>${note('<b/>'.repeat(1000))}`,
      'XML1003 limit',
    ],
    [
      'a long chain',
      note(
        '&e9999;',
        entities(10_000, (n) => (n === 0 ? '' : `&e${n - 1};`)),
      ),
      'XML1003 limit',
    ],
    [
      'a circle',
      note(
        '&e0;',
        entities(3, (n) => `&e${(n + 1) % 3};`),
      ),
      'XML1001 wf-no-recursion',
    ],
    [
      'deep content models',
      note('', `<!DOCTYPE note [<!ELEMENT a ${'('.repeat(1_000_000)}`),
      'XML1001 well-formed',
    ],
  ])('%s', (_, document, expected) => {
    const begun = performance.now();
    expect(codesOf(document, ALLOWED)).toEqual([expected]);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('a bomb of nothing is harmless', () => {
    expect(codesOf(note('&e39;', laughs('')), ALLOWED)).toEqual([]);
  });

  test('nothing external is read', () => {
    const secret =
      '<!DOCTYPE note [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://localhost/">]>';
    const result = message.safeDecode(note('[&e;]', secret), ALLOWED);
    expect(result.ok).toBe(true);
    expect(result.value).toMatchObject({ title: '[]' });
    expect(result.issues.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['XML1005 warning']);
  });
});

describe('size', () => {
  const repeated = (unit: string, count: number, before: string, after: string): Uint8Array => {
    const piece = bytesOf(unit);
    const start = bytesOf(before);
    const all = new Uint8Array(start.length + piece.length * count + after.length);
    all.set(start);
    if (piece.length === 1) all.fill(piece[0] ?? 0, start.length, start.length + count);
    else for (let n = 0; n < count; n++) all.set(piece, start.length + n * piece.length);
    all.set(bytesOf(after), start.length + piece.length * count);
    return all;
  };
  const deep = '<note xmlns="urn:s"><title/>';

  test.each<[string, Uint8Array]>([
    [
      '10 million nested elements that are declared',
      repeated('<note><title/>'.repeat(1000), 10_000, deep, ''),
    ],
    ['10 million nested elements that are not', repeated('<x>'.repeat(1000), 10_000, deep, '')],
    [
      '10 million nested elements of another namespace',
      repeated('<x>'.repeat(1000), 10_000, `${deep}<x xmlns="urn:x">`, ''),
    ],
    ['an attribute of 80 MB', repeated('x', 80_000_000, '<note xmlns="urn:s" tag="', '"><title/></note>')],
    ['text of 80 MB', repeated('é'.repeat(1000), 40_000, '<note xmlns="urn:s"><title>', '</title></note>')],
    ['a name of 80 MB', repeated('x', 80_000_000, '<', '/>')],
    ['an attribute name of 80 MB', repeated('x', 80_000_000, '<note ', '=""/>')],
    [
      'two thousand attributes',
      bytesOf(`<note ${Array.from({ length: 2000 }, (_, n) => `a${n}=""`).join(' ')}/>`),
    ],
  ])('%s', (_, bytes) => {
    const codes = codesOf(bytes);
    expect(codes.at(-1)).toBe('XML1003 limit');
    expect(codes.length).toBeLessThan(3);
  });

  test('many prefixes in scope do not slow down what uses one', () => {
    const declared = (n: number): string =>
      Array.from({ length: 1000 }, (_, m) => `xmlns:p${n}-${m}="urn:${m}"`).join(' ');
    const open = Array.from({ length: 200 }, (_, n) => `<x xmlns="urn:x" ${declared(n)}>`).join('');
    const inner = '<p0-0:y p0-1:z=""/>'.repeat(200_000);
    const begun = performance.now();
    expect(codesOf(`<note xmlns="urn:s"><title/>${open}${inner}${'</x>'.repeat(200)}</note>`)).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('wildcards in wildcards are read again once, not once a level', () => {
    const any = messageOf(
      `<xs:element name="w"><xs:complexType><xs:sequence>
        <xs:any namespace="##any" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>`,
      'w',
    );
    const text = `<w xmlns="urn:s">${'<w>'.repeat(500)}${'<x>1</x>'.repeat(10_000)}${'</w>'.repeat(501)}`;
    const begun = performance.now();
    const result = any.safeDecode(text);
    expect(result.ok).toBe(true);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(any.encode(result.value)).toContain('<x>1</x><x>1</x>');
  });

  test('a million elements side by side are no trouble', () => {
    const bytes = repeated('<line/>', 1_000_000, deep, '</note>');
    expect(codesOf(bytes)).toEqual([]);
  });
});

describe('bytes that are no text', () => {
  const at = (place: string): ((bytes: readonly number[]) => Uint8Array) => {
    const [before = '', after = ''] = place.split('@');
    return (bytes) => new Uint8Array([...bytesOf(before), ...bytes, ...bytesOf(after)]);
  };
  const places: readonly [string, string][] = [
    ['simple content', note('a@b')],
    ['mixed content', '<note xmlns="urn:s"><title/><line>a@b</line></note>'],
    ['content of elements', '<note xmlns="urn:s">@<title/></note>'],
    ['an attribute', '<note xmlns="urn:s" tag="a@b"><title/></note>'],
    ['an attribute that is not known', '<note xmlns="urn:s" x:y="a@b" xmlns:x="urn:x"><title/></note>'],
    ['a namespace', '<note xmlns="urn:s" xmlns:a="a@b"><title/></note>'],
    ['a comment', note('<!-- a@b -->')],
    ['an instruction', note('<?x a@b ?>')],
    ['a CDATA section', note('<![CDATA[a@b]]>')],
    ['the prolog', `<!-- @ -->${note('')}`],
    ['the end', `${note('')}<!-- @ -->`],
    ['a wildcard', '<note xmlns="urn:s"><title/><x xmlns="urn:x">a@b</x></note>'],
    ['a name', '<note xmlns="urn:s"><title/><x@y xmlns="urn:x"/></note>'],
  ];
  const sequences: readonly [string, readonly number[]][] = [
    ['NUL', [0]],
    ['a control', [0x1b]],
    ['a continuation byte alone', [0x80]],
    ['an overlong form of two bytes', [0xc0, 0xaf]],
    ['an overlong form of three bytes', [0xe0, 0x80, 0xaf]],
    ['an overlong form of four bytes', [0xf0, 0x80, 0x80, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a pair of surrogates', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]],
    ['a sequence cut short', [0xe2, 0x82]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['a byte that UTF-8 has not', [0xff]],
    ['U+FFFE', [0xef, 0xbf, 0xbe]],
  ];
  test.each(places)('in %s', (_, place) => {
    const codes = sequences.map(([name, bytes]) => [name, codesOf(at(place)(bytes)).at(-1)]);
    expect(codes).toEqual(sequences.map(([name]) => [name, 'XML1001 well-formed']));
  });

  test.each(['\ud800', '\udc00', 'a\ud800b', '\udc00\ud800'])(
    'unpaired surrogates in a string %#',
    (text) => {
      expect(codesOf(note(text))).toEqual(['XML1001 well-formed']);
    },
  );
});

const SAMPLE = `<?xml version="1.0" encoding="UTF-8"?>
<!-- a small message --><s:note xmlns:s="urn:s" id="n1" tag='a&amp;"b"'>
  <s:title>Grüße &lt;an&gt; alle &#x1F600; 😀<![CDATA[ <&> ]]></s:title>
  <s:at>2024-02-29T12:00:00.5+01:00</s:at>
  <s:line n="1">some <s:b>bold</s:b> text</s:line><s:line/>
  <s:note><s:title/></s:note>
  <x:any xmlns:x="urn:x" x:a="1"><x:b>kept</x:b><?pi here?></x:any>
</s:note>
`;

/** What a stream has to say, read in windows of some size. */
async function streamed(bytes: Uint8Array, size: number): Promise<readonly string[]> {
  const issues: Issue[] = [];
  const windows = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size)
      yield await Promise.resolve(bytes.subarray(at, at + size));
  };
  await plainMessage
    .stream(windows(), { record: 'line', onIssue: (issue) => issues.push(issue) })
    .forEach(() => undefined);
  return issues.map(({ code }) => code);
}

/** The sample without what a wildcard lets in. */
const PLAIN = SAMPLE.replace(/<x:any.*/, '');

test('names that objects have by themselves are names like others', () => {
  const attributes = '__proto__="1" constructor="2" hasOwnProperty="3"';
  const text = `<note xmlns="urn:s"><title/><x xmlns="urn:x" ${attributes}><__proto__/></x></note>`;
  const result = message.safeDecode(text);
  expect(result.ok && message.encode(result.value)).toContain(attributes);
  expect(result.ok && message.encode(result.value)).toContain('__proto__/>');
});

describe('truncation', () => {
  const bytes = bytesOf(SAMPLE);
  const last = bytes.lastIndexOf(0x3e);

  test('at every byte is an issue', () => {
    expect(codesOf(bytes)).toEqual([]);
    for (let end = 0; end <= last; end++) {
      const codes = codesOf(bytes.subarray(0, end));
      expect([end, codes.at(-1)]).toEqual([end, 'XML1001 well-formed']);
    }
  });

  test('at every byte of a stream is an issue', async () => {
    const plain = bytesOf(PLAIN);
    expect(await streamed(plain, 7)).toEqual([]);
    for (let end = 0; end <= plain.lastIndexOf(0x3e); end++) {
      const codes = await streamed(plain.subarray(0, end), 11);
      expect([end, codes.at(-1)]).toEqual([end, 'XML1001']);
    }
  });

  test('windows of any size see the same', async () => {
    for (let size = 1; size < 64; size++)
      expect([size, await streamed(bytesOf(PLAIN), size)]).toEqual([size, []]);
  });
});

describe('random changes', () => {
  test('5,000 documents with flipped bytes are read or refused, by every way alike', async () => {
    const original = bytesOf(SAMPLE);
    const random = generator(20240229);
    for (let run = 0; run < 5000; run++) {
      const bytes = original.slice();
      for (let flips = 1 + (random() % 3); flips > 0; flips--)
        bytes[random() % bytes.length] = random() % 256;
      const { issues } = message.safeDecode(bytes);
      const isWellFormed = !issues.some(({ code }) => code === 'XML1001' || code === 'XML1002');
      // The reader of models looks at bytes that were brought to UTF-8 before: it is asked only where this is UTF-8.
      const tree = parseXml({ uri: 'x', label: 'x', bytes });
      if (!/encoding="UTF-8"/.test(new TextDecoder('latin1').decode(bytes))) continue;
      expect([new TextDecoder().decode(bytes), tree.value !== undefined]).toEqual([
        new TextDecoder().decode(bytes),
        isWellFormed,
      ]);
      if (run % 10 === 0)
        expect((await streamed(bytes, 1 + (random() % 50))).includes('XML1001')).toBe(
          issues.some(({ code }) => code === 'XML1001'),
        );
    }
  });
});

/** Numbers that look random, the same ones each time (xorshift). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
