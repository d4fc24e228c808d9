import { describe, expect, test } from 'vitest';
import { lineColumn } from '../../../src/foundation/source-text.js';
import type { SchemaNames } from '../../../src/readers/wsdl/link-services.js';
import { linkServices } from '../../../src/readers/wsdl/link-services.js';
import { loadWsdlDocuments } from '../../../src/readers/wsdl/load-wsdl-documents.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';

const PROLOG = `xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:http="http://schemas.xmlsoap.org/wsdl/http/"
  xmlns:mime="http://schemas.xmlsoap.org/wsdl/mime/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t"`;
const definitions = (body: string): string => `<definitions ${PROLOG}>\n${body}\n</definitions>`;

interface Result {
  readonly model: ReturnType<typeof linkServices>['value'];
  readonly schemas: readonly string[];
  /** `code file:line message (hint)` */
  readonly said: readonly string[];
}

function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  inputs = ['main.wsdl'],
  schema?: SchemaNames,
): Result {
  const host = memorySourceHost(files);
  const loaded = loadWsdlDocuments(
    inputs.map((name) => host.resolve(name, '')),
    host,
  );
  const linked = linkServices(loaded.value.documents, schema);
  const said = [...loaded.diagnostics, ...linked.diagnostics].map(({ code, message, hint, at }) => {
    const source = at && host.load(at.source).value;
    const place = source ? `${source.label}:${lineColumn(source.bytes, at.start).line}` : '-';
    return `${code} ${place} ${message}${hint === undefined ? '' : ` (${hint})`}`;
  });
  return {
    model: linked.value,
    schemas: loaded.value.schemas.map((entry) =>
      'uri' in entry
        ? entry.uri
        : `${entry.source.label}@${lineColumn(entry.source.bytes, entry.root.span.start).line}`,
    ),
    said,
  };
}

const METERS = definitions(`<documentation>Readings
  <p>and</p> more</documentation>
<types><xs:schema targetNamespace="urn:x"/><xs:schema targetNamespace="urn:y"/></types>
<message name="Get"><part name="body" element="t:Get"/><part name="head" element="t:Head"/></message>
<message name="Reply"><part name="body" element="t:Reply"/></message>
<message name="Bad"><part name="bad" type="xs:string"/></message>
<portType name="Meters">
  <documentation>What meters do.</documentation>
  <operation name="get">
    <documentation xml:lang="en">Reads.</documentation>
    <input message="t:Get"/><output message="t:Reply"/><fault name="bad" message="t:Bad"/>
  </operation>
  <operation name="tell"><input message="t:Get"/></operation>
  <operation name="ask"><output message="t:Get"/><input message="t:Reply"/></operation>
  <operation name="note"><output name="noted" message="t:Reply"/></operation>
</portType>
<binding name="Soap" type="t:Meters">
  <soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
  <operation name="get">
    <soap:operation soapAction="urn:get"/>
    <input><soap:body use="literal" parts="body"/><soap:header message="t:Get" part="head" use="literal"><soap:headerfault message="t:Bad" part="bad" use="literal"/></soap:header></input>
    <output><soap:body use="encoded" namespace="urn:n" encodingStyle="urn:a urn:b"/></output>
    <fault name="bad"><soap:fault name="bad" use="literal"/></fault>
  </operation>
  <operation name="tell"><soap:operation style="rpc" soapAction=""/><input><soap:body use="literal"/></input></operation>
  <operation name="ask"/><operation name="note"/>
</binding>
<binding name="Soap12" type="t:Meters">
  <soap12:binding style="rpc" transport="urn:jms"/>
  <operation name="get"><soap12:operation soapAction="urn:get" soapActionRequired="false"/></operation>
  <operation name="tell"><soap12:operation/></operation><operation name="ask"/><operation name="note"/>
</binding>
<binding name="Http" type="t:Meters">
  <http:binding verb="GET"/>
  <operation name="get"><http:operation location="/get"/>
    <input><http:urlEncoded/></input>
    <output><mime:multipartRelated><mime:part><soap:body use="literal"/></mime:part><mime:part><mime:content part="body" type="text/csv"/></mime:part></mime:multipartRelated></output>
  </operation>
  <operation name="tell"><http:operation location="/tell/(body)"/><input><http:urlReplacement/></input></operation>
  <operation name="ask"><output><mime:mimeXml part="body"/></output></operation><operation name="note"/>
</binding>
<binding name="Bare" type="t:Meters"><operation name="get"/><operation name="tell"/><operation name="ask"/><operation name="note"/></binding>
<service name="Service">
  <port name="soap" binding="t:Soap"><soap:address location="http://e.org/soap"/></port>
  <port name="http" binding="t:Http"><http:address location="http://e.org/http"/></port>
  <port name="bare" binding="t:Bare"/>
</service>`);

describe('a service description', () => {
  const { model, schemas, said } = read({ 'main.wsdl': METERS });

  test('is read without complaint', () => {
    expect(said).toEqual([]);
    expect(schemas).toEqual(['main.wsdl@6', 'main.wsdl@6']);
    expect(model.documents).toMatchObject([
      {
        label: 'main.wsdl',
        targetNamespace: 'urn:t',
        annotation: { documentation: [{ text: 'Readings\n  and more' }] },
      },
    ]);
  });

  test('gives messages by id, with parts that point at schema components', () => {
    expect([...model.messages.keys()]).toEqual([
      'message:{urn:t}Bad',
      'message:{urn:t}Get',
      'message:{urn:t}Reply',
    ]);
    expect(
      [...model.messages.values()].flatMap(({ parts }) =>
        parts.map(({ name, content }) => `${name} ${content.component}`),
      ),
    ).toEqual([
      'bad type:{http://www.w3.org/2001/XMLSchema}string',
      'body element:{urn:t}Get',
      'head element:{urn:t}Head',
      'body element:{urn:t}Reply',
    ]);
  });

  test('gives operations with style and the default names of section 2.4.5', () => {
    const [portType] = model.portTypes.values();
    expect(portType?.annotation.documentation).toEqual([{ text: 'What meters do.' }]);
    expect(portType?.operations[0]?.annotation.documentation).toEqual([{ text: 'Reads.', lang: 'en' }]);
    expect(
      portType?.operations.map(({ id, style, input, output, faults }) => [
        id,
        style,
        input?.name,
        output?.name,
        faults.map(({ name }) => name),
      ]),
    ).toEqual([
      ['portType:{urn:t}Meters/operation(get)', 'request-response', 'getRequest', 'getResponse', ['bad']],
      ['portType:{urn:t}Meters/operation(tell)', 'one-way', 'tell', undefined, []],
      ['portType:{urn:t}Meters/operation(ask)', 'solicit-response', 'askResponse', 'askSolicit', []],
      ['portType:{urn:t}Meters/operation(note)', 'notification', undefined, 'noted', []],
    ]);
  });

  test('gives bindings of SOAP 1.1, SOAP 1.2, HTTP and of nothing known', () => {
    const bindings = Object.fromEntries(
      [...model.bindings.values()].map((binding) => [binding.name.localName, binding]),
    );
    expect(Object.values(bindings).map(({ protocol }) => protocol)).toEqual([
      { kind: 'other', namespace: '' },
      { kind: 'http', verb: 'GET' },
      { kind: 'soap', version: '1.1', style: 'document', transport: 'http://schemas.xmlsoap.org/soap/http' },
      { kind: 'soap', version: '1.2', style: 'rpc', transport: 'urn:jms' },
    ]);
    const [get, tell, ask] = bindings['Soap']?.operations ?? [];
    expect(get).toMatchObject({
      operation: 'portType:{urn:t}Meters/operation(get)',
      style: 'document',
      soapAction: 'urn:get',
      input: {
        content: {
          kind: 'soap',
          body: { use: 'literal', parts: ['body'], encodingStyle: [] },
          headers: [
            {
              message: 'message:{urn:t}Get',
              part: 'head',
              use: 'literal',
              headerFaults: [{ message: 'message:{urn:t}Bad', part: 'bad' }],
            },
          ],
        },
      },
      output: {
        content: { body: { use: 'encoded', namespace: 'urn:n', encodingStyle: ['urn:a', 'urn:b'] } },
      },
      faults: [{ name: 'bad', soap: { use: 'literal' } }],
    });
    expect(tell).toMatchObject({ style: 'rpc', soapAction: '' });
    expect(ask?.soapAction).toBeUndefined();
    expect(
      bindings['Soap12']?.operations.map(({ style, soapActionRequired }) => [style, soapActionRequired]),
    ).toEqual([
      ['rpc', false],
      ['rpc', true],
      ['rpc', undefined],
      ['rpc', undefined],
    ]);
    expect(
      bindings['Http']?.operations.map(({ location, input, output }) => [
        location,
        input?.content,
        output?.content,
      ]),
    ).toEqual([
      [
        '/get',
        { kind: 'url-encoded' },
        {
          kind: 'multipart',
          parts: [
            { kind: 'soap', body: { use: 'literal', encodingStyle: [] }, headers: [] },
            { kind: 'mime', part: 'body', mediaType: 'text/csv' },
          ],
        },
      ],
      ['/tell/(body)', { kind: 'url-replacement' }, undefined],
      [undefined, undefined, { kind: 'mime', part: 'body', mediaType: 'text/xml' }],
      [undefined, undefined, undefined],
    ]);
  });

  test('gives services with their ports', () => {
    expect(
      [...model.services.values()].flatMap(({ ports }) =>
        ports.map(({ name, binding, address }) => [name, binding, address]),
      ),
    ).toEqual([
      ['soap', 'binding:{urn:t}Soap', 'http://e.org/soap'],
      ['http', 'binding:{urn:t}Http', 'http://e.org/http'],
      ['bare', 'binding:{urn:t}Bare', undefined],
    ]);
  });

  test('tells operations of one name apart by the names of their messages', () => {
    const operation = (name: string): string =>
      `<operation name="do"><input name="${name}" message="t:M"/></operation>`;
    const bound = (name: string): string => `<operation name="do"><input name="${name}"/></operation>`;
    const overloaded = read({
      'main.wsdl': definitions(`<message name="M"/>
        <portType name="P">${operation('one')}${operation('two')}</portType>
        <binding name="B" type="t:P">${bound('two')}${bound('one')}</binding>`),
    });
    expect(overloaded.said).toEqual([]);
    expect([...overloaded.model.bindings.values()][0]?.operations.map((each) => each.operation)).toEqual([
      'portType:{urn:t}P/operation(do)[2]',
      'portType:{urn:t}P/operation(do)',
    ]);
  });
});

describe('imports', () => {
  const part = definitions('<message name="M"/><import namespace="urn:t" location="../main.wsdl"/>');

  test('are followed, each document once, and circles end', () => {
    const { model, said } = read({
      'main.wsdl': definitions(
        '<import namespace="urn:t" location="sub/part.wsdl"/><import namespace="urn:t" location="./sub/part.wsdl"/>',
      ),
      'sub/part.wsdl': part,
    });
    expect(said).toEqual([]);
    expect(model.documents.map(({ label }) => label)).toEqual(['main.wsdl', 'sub/part.wsdl']);
    expect(model.messages.size).toBe(1);
  });

  test('of schemas are handed on', () => {
    const { schemas, said } = read({
      'main.wsdl': definitions('<import namespace="urn:s" location="s.xsd"/>'),
      's.xsd': '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:s"/>',
    });
    expect(said).toEqual([]);
    expect(schemas).toEqual(['memory:/s.xsd']);
  });

  test.each([
    {
      name: 'a missing document',
      files: {
        'main.wsdl': definitions('<import namespace="urn:t" location="mian.wsdl"/>\n<message name="M"/>'),
      },
      said: [
        'SRC1001 main.wsdl:4 there is no file mian.wsdl (the folder has main.wsdl: correct the reference, or map it in catalog.xml)',
      ],
    },
    {
      name: 'another namespace',
      files: {
        'main.wsdl': definitions('<message name="M"/>\n<import namespace="urn:u" location="sub/part.wsdl"/>'),
        'sub/part.wsdl': definitions(''),
      },
      said: [
        'WSD1009 main.wsdl:5 the import says namespace urn:u, the document has urn:t (correct the namespace of the import)',
      ],
    },
    {
      name: 'something else',
      files: {
        'main.wsdl': definitions('<message name="M"/><import namespace="urn:u" location="x.xml"/>'),
        'x.xml': '<x/>',
      },
      said: [
        'WSD1010 main.wsdl:4 x.xml has root x, expected a WSDL 1.1 or XML Schema document (correct the location of the import)',
      ],
    },
    {
      name: 'a broken document',
      files: {
        'main.wsdl': definitions('<message name="M"/><import namespace="urn:u" location="x.wsdl"/>'),
        'x.wsdl': '<definitions>',
      },
      said: [expect.stringMatching(/^XML1001 x\.wsdl:1 /)],
    },
    {
      name: 'a namespace without a place',
      files: { 'main.wsdl': definitions('<message name="M"/><import namespace="urn:u"/>') },
      said: [],
    },
  ])('of $name do not stop the rest', ({ files, said }) => {
    const result = read(files);
    expect(result.said).toEqual(said);
    expect(result.model.messages.size).toBe(1);
  });
});

describe('what is wrong is said', () => {
  const wrong: readonly { readonly body: string; readonly said: readonly string[] }[] = [
    { body: '<message/>', said: ['WSD1002 main.wsdl:4 message has no attribute name (add name="…")'] },
    {
      body: '<message name="M"><part name="p" element="z:e"/></message>',
      said: ['WSD1003 main.wsdl:4 the prefix z of z:e is not declared (declare it with xmlns:z="…")'],
    },
    {
      body: '<message name="M"/>\n<portType name="P"><operation name="o"><input message="t:N"/></operation></portType>',
      said: ['WSD1004 main.wsdl:5 there is no message {urn:t}N (did you mean {urn:t}M)'],
    },
    {
      body: '<message name="M"/>\n<portType name="P"><operation name="o"><input message="M"/></operation></portType>',
      said: [
        'WSD1004 main.wsdl:5 there is no message {http://schemas.xmlsoap.org/wsdl/}M (did you mean {urn:t}M)',
      ],
    },
    {
      body: '<binding name="B" type="t:Nothing"/>',
      said: [
        'WSD1004 main.wsdl:4 there is no port type {urn:t}Nothing (correct the name, or import the document that defines it)',
      ],
    },
    {
      body: '<service name="S"><port name="p" binding="t:B"/></service>',
      said: [
        'WSD1004 main.wsdl:4 there is no binding {urn:t}B (correct the name, or import the document that defines it)',
      ],
    },
    {
      body: '<message name="M"/><portType name="P"><operation name="create"><input message="t:M"/></operation></portType>\n<binding name="B" type="t:P"><operation name="craete"/></binding>',
      said: [
        'WSD1011 main.wsdl:5 binding {urn:t}B does not bind operation create (add the operation to the binding, or take it out of the port type)',
        'WSD1004 main.wsdl:5 there is no operation craete in port type {urn:t}P (did you mean create)',
      ],
    },
    {
      body: '<message name="M"/><portType name="P"><operation name="o"><input message="t:M"/></operation></portType>\n<binding name="B" type="t:P"><operation name="o"><input><soap:body parts="p" use="literal"/><soap:header message="t:X" part="q"/></input>\n<output/>\n<fault name="f"/></operation></binding>',
      said: [
        'WSD1004 main.wsdl:5 there is no part p in message {urn:t}M (correct the name, or add the part there)',
        'WSD1004 main.wsdl:5 there is no message {urn:t}X (did you mean {urn:t}M)',
        'WSD1004 main.wsdl:6 there is no output in operation o of its port type (correct the name, or add the output there)',
        'WSD1004 main.wsdl:7 there is no fault f in operation o of its port type (correct the name, or add the fault there)',
      ],
    },
    {
      body: '<message name="M"/>\n<message name="M"/>',
      said: [
        'WSD1005 main.wsdl:5 there is a second message {urn:t}M, the first one counts (rename or remove one of them)',
      ],
    },
    {
      body: '<message name="M"/><portType name="P"><operation name="o"><input message="t:M"/></operation>\n<operation name="o"><input message="t:M"/></operation></portType>',
      said: [
        'WSD1005 main.wsdl:5 there is a second operation o, the first one counts (rename or remove one of them)',
      ],
    },
    {
      body: '<message name="M"><part name="p"/>\n<part name="q" element="t:e" type="t:t"/></message>',
      said: [
        'WSD1006 main.wsdl:4 part p has neither element nor type, expected one of them (name the element declaration for document style, the type definition for rpc style)',
        'WSD1006 main.wsdl:5 part q has both element and type, expected one of them; element counts (name the element declaration for document style, the type definition for rpc style)',
      ],
    },
    {
      body: '<p:policy xmlns:p="urn:p" xmlns:w="http://schemas.xmlsoap.org/wsdl/" w:required="true"/>',
      said: [
        'WSD1007 main.wsdl:4 {urn:p}policy is required by the service, but not known here: it is passed over (see that messages fulfil it, or remove wsdl:required where it does not matter)',
      ],
    },
    {
      body: '<xs:schema><xs:import namespace="urn:a"/></xs:schema>\n<xs:schema><xs:element name="a"/></xs:schema>',
      said: [
        'WSD1008 main.wsdl:4 a schema stands outside of wsdl:types and declares nothing, it is passed over (move its imports into wsdl:types, or remove it)',
        'WSD1008 main.wsdl:5 a schema stands outside of wsdl:types, it is read all the same (move it into wsdl:types: other tools do not see it here)',
      ],
    },
    {
      body: '<portType name="P"><operation name="o"/></portType>',
      said: [
        'WSD1012 main.wsdl:4 operation o has neither input nor output (add the messages that it exchanges)',
      ],
    },
    {
      body: '<message name="1 M"/>',
      said: [
        'WSD1013 main.wsdl:4 "1 M" is no name for message, expected an NCName (rename: letters, digits, ".", "-" and "_", a letter or "_" first)',
      ],
    },
    {
      body: '<binding name="B" type="t:P"><soap:binding style="sideways"/></binding><portType name="P"/>',
      said: [
        'WSD1014 main.wsdl:4 style="sideways" of soap:binding is not allowed, expected "document" or "rpc"',
      ],
    },
    {
      body: '<operation name="o"/>',
      said: ['WSD1015 main.wsdl:4 operation is not allowed in definitions, it is passed over'],
    },
    {
      body: '<message name="{Noun}Request"/>\n<message name="{Noun}Reply"/>',
      said: [
        'WSD1017 main.wsdl:4 names hold the placeholder {Noun}: this is a template, not a service description (replace {Noun} throughout the document, or leave the document out of the inputs)',
      ],
    },
  ];

  test.each(wrong)('$said.0', ({ body, said }) => {
    expect(read({ 'main.wsdl': definitions(body) }).said).toEqual(said);
  });

  test('also of the operation that a binding may mean', () => {
    const { said } = read({
      'main.wsdl': definitions(`<message name="M"/>
<portType name="P"><operation name="o"><input name="a" message="t:M"/></operation><operation name="o"><input name="b" message="t:M"/></operation></portType>
<binding name="B" type="t:P"><operation name="o"/></binding>`),
    });
    expect(said).toEqual([
      expect.stringMatching(/^WSD1016 main\.wsdl:6 the port type has several operations o/),
    ]);
  });

  test('also of elements and types that the schemas do not have', () => {
    const schema: SchemaNames = { elements: new Map(), types: new Map() };
    const { said } = read(
      {
        'main.wsdl': definitions(
          '<message name="M"><part name="p" element="t:e"/>\n<part name="q" type="t:t"/></message>',
        ),
      },
      ['main.wsdl'],
      schema,
    );
    expect(said).toEqual([
      expect.stringMatching(/^WSD1004 main\.wsdl:4 there is no element declaration \{urn:t\}e/),
      expect.stringMatching(/^WSD1004 main\.wsdl:5 there is no type definition \{urn:t\}t/),
    ]);
  });

  test.each([
    ['nothing', ''],
    ['another root', '<html/>'],
    ['WSDL 2.0', '<description xmlns="http://www.w3.org/ns/wsdl"/>'],
    ['NUL bytes', '<definitions>\0</definitions>'],
    ['half a character', Uint8Array.from([0x3c, 0x61, 0xc3])],
    ['half a document', METERS.slice(0, 900)],
    [
      'a wrong encoding',
      Uint8Array.from('<?xml version="1.0" encoding="UTF-8"?><a>\xe9</a>', (char) => char.charCodeAt(0)),
    ],
    [
      'ten thousand levels',
      `<definitions ${PROLOG}><documentation>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</documentation></definitions>`,
    ],
    [
      'names of objects',
      definitions('<message name="__proto__"><part name="constructor" element="constructor:x"/></message>'),
    ],
  ])('and nothing is thrown: %s', (_, content) => {
    const { said } = read({ 'main.wsdl': content });
    for (const line of said) expect(line).toMatch(/^(XML|WSD|SRC)\d{4} /);
  });
});

test('the order of the inputs does not show', () => {
  const files = {
    'a.wsdl': definitions('<message name="A"/><message name="Same"><part name="a" element="t:a"/></message>'),
    'b.wsdl': definitions('<message name="B"/><message name="Same"><part name="b" element="t:b"/></message>'),
  };
  const forth = read(files, ['a.wsdl', 'b.wsdl']);
  const back = read(files, ['b.wsdl', 'a.wsdl']);
  expect([...back.model.messages]).toEqual([...forth.model.messages]);
  expect(back.said).toEqual(forth.said);
});
