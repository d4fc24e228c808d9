import { describe, expect, test } from 'vitest';
import { messageOf } from '../../support/compile-schema.js';

const order = messageOf(
  `<xs:element name="order"><xs:complexType><xs:sequence>
     <xs:element name="number" type="xs:int"/>
     <xs:element name="amount" type="xs:decimal" minOccurs="0"/>
     <xs:element name="kind" type="xs:QName" minOccurs="0"/>
     <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
     <xs:element name="line" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
   </xs:sequence><xs:attribute name="state" type="xs:string" default="new"/></xs:complexType></xs:element>`,
  'order',
);
const xml = (content: string, attributes = ''): string =>
  `<order xmlns="urn:s"${attributes}>${content}</order>`;

describe('strict and tolerant', () => {
  test.each([
    ['an unknown element', '<number>1</number><colour>red</colour>', { number: '1' }],
    ['the wrong order', '<amount>2.50</amount><number>1</number>', { number: '1', amount: '2.50' }],
  ])('%s is an error in strict mode, a warning in tolerant mode', (_, content, value) => {
    expect(order.safeDecode(xml(content)).ok).toBe(false);
    const result = order.safeDecode(xml(content), { mode: 'tolerant' });
    expect(result.ok).toBe(true);
    expect(new Set(result.issues.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(result.value).toMatchObject(value);
  });

  test('another namespace than the schema has', () => {
    const plain = messageOf(
      '<xs:element name="e"><xs:complexType><xs:sequence><xs:element name="n" type="xs:int"/></xs:sequence></xs:complexType></xs:element>',
      'e',
    );
    const result = plain.safeDecode('<e xmlns="urn:other"><n>1</n></e>', { mode: 'tolerant' });
    expect(result).toMatchObject({ ok: true, value: { n: '1' } });
    expect(result.issues.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    expect(plain.safeDecode('<e xmlns="urn:other"><n>1</n></e>').ok).toBe(false);
  });

  test('an unknown attribute is a warning, a bad value stays an error', () => {
    expect(order.safeDecode(xml('<number>1</number>', ' colour="red"'), { mode: 'tolerant' }).ok).toBe(true);
    expect(order.safeDecode(xml('<number>one</number>'), { mode: 'tolerant' }).ok).toBe(false);
  });
});

describe('values', () => {
  test('defaults are filled in, or not', () => {
    expect(order.decode(xml('<number>1</number>'))).toMatchObject({ state: 'new' });
    expect(order.decode(xml('<number>1</number>'), { applyDefaults: false })).toMatchObject({
      state: undefined,
    });
  });

  test('digits stay as they were sent', () => {
    expect(order.decode(xml('<number>+07</number><amount>12.500</amount>'))).toMatchObject({
      number: '+07',
      amount: '12.500',
    });
  });

  test('a choice of single elements gives single values', () => {
    const either = messageOf(
      `<xs:element name="either"><xs:complexType><xs:choice>
         <xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int"/>
       </xs:choice></xs:complexType></xs:element>`,
      'either',
    );
    const value = either.decode('<either xmlns="urn:s"><b>1</b></either>');
    expect(value).toEqual({ a: undefined, b: '1', c: undefined });
    expect(either.encode(value, { declaration: false })).toBe('<either xmlns="urn:s"><b>1</b></either>');
  });

  test('names keep their namespace, whatever the prefix', () => {
    const value = order.decode(xml('<number>1</number><kind xmlns:k="urn:k">k:big</kind>'));
    expect(value).toMatchObject({ kind: '{urn:k}big' });
    expect(order.decode(order.encode(value))).toEqual(value);
  });

  test('what a wildcard lets in is kept and written again', () => {
    const value = order.decode(
      xml('<number>1</number><v:x xmlns:v="urn:v" a="1">t<v:y/></v:x><line>l</line>'),
    );
    expect(order.decode(order.encode(value))).toEqual(value);
    expect(order.encode(value)).toContain('<v:x a="1" xmlns:v="urn:v">t<v:y/></v:x>');
  });

  test('a value that never was XML is validated by the same rules', () => {
    expect(order.validate({ number: '1', line: [] }).valid).toBe(true);
    const { issues } = order.validate({ amount: 'much', line: [] });
    expect(issues.map(({ rule, line }) => [rule, line])).toEqual([
      ['cvc-complex-type.2.4.a', 0],
      ['cvc-datatype-valid.1.2.1', 0],
    ]);
    expect(order.validate(null).issues[0]?.code).toBe('VAL4001');
    expect(order.validate({ number: '<', line: ['&'] }).issues).toHaveLength(1);
  });
});

test('every problem is found in one run, as many as the limit lets through', () => {
  const broken = xml('<number>one</number><amount>much</amount><line><b/></line>', ' colour="red"');
  const result = order.safeDecode(broken);
  expect(result.issues.map(({ path }) => path)).toEqual([
    '/order/@colour',
    '/order/number',
    '/order/amount',
    '/order/line/b',
  ]);
  const limited = order.safeDecode(broken, { limits: { maxIssues: 1 } });
  expect(limited.ok ? 0 : limited.issueCount).toBe(4);
  expect(limited.issues).toHaveLength(1);
});

test('documents in other encodings', () => {
  const text = `<?xml version="1.0" encoding="UTF-16"?>${xml('<number>1</number><line>Zähler 🔌</line>')}`;
  const utf16 = new Uint8Array(
    new Uint16Array([
      0xfeff,
      ...[...text]
        .join('')
        .split('')
        .map((c) => c.charCodeAt(0)),
    ]).buffer,
  );
  expect(order.decode(utf16)).toMatchObject({ line: ['Zähler 🔌'] });
  const latin1 = Uint8Array.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?>${xml('<number>1</number><line>Zähler</line>')}`,
    (c) => c.charCodeAt(0),
  );
  expect(order.decode(latin1)).toMatchObject({ line: ['Zähler'] });
});

test('how a document is written', () => {
  const value = { number: '1', line: ['a < b'] };
  expect(order.encode(value)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><order xmlns="urn:s"><number>1</number><line>a &lt; b</line></order>',
  );
  expect(order.encode(value, { declaration: false, indent: 2, prefixes: { 'urn:s': 'o' } })).toBe(
    '<o:order xmlns:o="urn:s">\n  <o:number>1</o:number>\n  <o:line>a &lt; b</o:line>\n</o:order>\n',
  );
  expect(order.encode(value, { schemaLocation: { 'urn:s': 's.xsd' } })).toContain(
    'xsi:schemaLocation="urn:s s.xsd"',
  );
});

test('messages are standard schemas', () => {
  const { validate, vendor } = order['~standard'];
  expect(vendor).toBe('cimbind');
  expect(validate(xml('<number>1</number>'))).toMatchObject({ value: { number: '1' } });
  expect(validate({ number: 'x', line: [] })).toMatchObject({ issues: [{ path: ['order', 'number'] }] });
});

test('a stream lets in what a wildcard lets in', async () => {
  const bytes = new TextEncoder().encode(
    xml('<number>1</number><v:x xmlns:v="urn:v"/><line>a</line><line>b</line>'),
  );
  const lines: unknown[] = [];
  await order.stream(bytes, { record: 'line' }).forEach((line) => lines.push(line));
  expect(lines).toEqual(['a', 'b']);
});
