import { describe, expect, test } from 'vitest';
import { readSoap, type SoapReading } from '../../../src/runtime/transport/soap/read-soap.js';
import { WSSE, type SoapFault } from '../../../src/runtime/transport/soap/soap-fault.js';
import { wrapSoap, wrapSoapFault } from '../../../src/runtime/transport/soap/write-soap.js';
import { SOAP_NAMESPACE, type SoapVersion } from '../../../src/runtime/transport/soap/soap-version.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (of: Uint8Array | undefined): string => new TextDecoder().decode(of);
const S11 = SOAP_NAMESPACE['1.1'];
const VERSIONS: readonly SoapVersion[] = ['1.1', '1.2'];

const messageOf = (reading: SoapReading) => {
  if (!reading.ok) throw new Error(reading.fault.reason);
  return reading.message;
};
const faultOf = (xml: string): SoapFault | undefined => {
  const reading = readSoap(bytes(xml));
  return reading.ok ? undefined : reading.fault;
};

describe('the body of a SOAP envelope', () => {
  test.each(VERSIONS)('comes out of SOAP %s as it went in', (version) => {
    const document =
      '<m:RequestMessage xmlns:m="urn:m"><m:Header>é 𝄞 &amp; <![CDATA[<]]></m:Header></m:RequestMessage>';
    const message = messageOf(
      readSoap(wrapSoap(bytes(`\ufeff<?xml version="1.0"?>${document}`), { version })),
    );
    expect(message).toMatchObject({ version, headers: [], body: { name: '{urn:m}RequestMessage' } });
    // The binding of the envelope's own prefix comes with it: bytes are cut, not written anew.
    expect(text(message.body?.bytes)).toBe(
      document.replace('<m:RequestMessage', `<m:RequestMessage xmlns:soap="${SOAP_NAMESPACE[version]}"`),
    );
  });

  test('keeps the namespaces that were declared around it', () => {
    const message = messageOf(
      readSoap(
        bytes(
          `<s:Envelope xmlns:s="${S11}" xmlns="urn:default" xmlns:a="urn:a" xmlns:b="urn:&quot;b"><s:Body xmlns:a="urn:inner">` +
            '<Root a:x="1" xmlns:b="urn:own" type="a:Type"><b:Child/></Root></s:Body></s:Envelope>',
        ),
      ),
    );
    expect(message.body?.name).toBe('{urn:default}Root');
    expect(text(message.body?.bytes)).toBe(
      `<Root xmlns="urn:default" xmlns:s="${S11}" xmlns:a="urn:inner" a:x="1" xmlns:b="urn:own" type="a:Type"><b:Child/></Root>`,
    );
  });

  test('may be in another encoding', () => {
    const latin1 = Uint8Array.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?><s:Envelope xmlns:s="${S11}"><s:Body><r>\xe9</r></s:Body></s:Envelope>`,
      (character) => character.charCodeAt(0),
    );
    expect(text(messageOf(readSoap(latin1)).body?.bytes)).toBe(`<r xmlns:s="${S11}">é</r>`);
    const utf16 = new Uint8Array(
      Buffer.from(`\ufeff<s:Envelope xmlns:s="${S11}"><s:Body><r>é</r></s:Body></s:Envelope>`, 'utf16le'),
    );
    expect(text(messageOf(readSoap(utf16)).body?.bytes)).toBe(`<r xmlns:s="${S11}">é</r>`);
  });

  test('may be empty', () => {
    expect(messageOf(readSoap(wrapSoap(new Uint8Array())))).not.toHaveProperty('body');
  });
});

test('blocks of the header say whom they are for', () => {
  const { headers } = messageOf(
    readSoap(
      bytes(
        `<s:Envelope xmlns:s="${S11}"><s:Header><a xmlns="urn:a" s:mustUnderstand="1"/>` +
          `<b s:actor="urn:next" s:mustUnderstand="0">x</b></s:Header><s:Body/></s:Envelope>`,
      ),
    ),
  );
  expect(headers.map(({ bytes: of, ...block }) => ({ ...block, text: text(of) }))).toEqual([
    {
      name: '{urn:a}a',
      mustUnderstand: true,
      text: `<a xmlns:s="${S11}" xmlns="urn:a" s:mustUnderstand="1"/>`,
    },
    {
      name: 'b',
      mustUnderstand: false,
      role: 'urn:next',
      text: `<b xmlns:s="${S11}" s:actor="urn:next" s:mustUnderstand="0">x</b>`,
    },
  ]);
});

describe('faults', () => {
  const fault: SoapFault = {
    code: 'Receiver',
    reason: 'a < b & "c"',
    detail: [bytes('<x xmlns="urn:x">1</x>')],
  };

  test.each(VERSIONS)('of SOAP %s are read as they were written', (version) => {
    const read = messageOf(readSoap(wrapSoapFault(fault, { version }))).fault;
    expect({ ...read, detail: read?.detail.map(text) }).toEqual({
      ...fault,
      detail: [`<x xmlns:soap="${SOAP_NAMESPACE[version]}" xmlns="urn:x">1</x>`],
    });
  });

  test.each(VERSIONS)('of SOAP %s carry codes of others', (version) => {
    const own: SoapFault = {
      code: 'Sender',
      subcode: `{${WSSE}}FailedAuthentication`,
      reason: 'no',
      detail: [],
    };
    expect(messageOf(readSoap(wrapSoapFault(own, { version }))).fault).toEqual(own);
  });

  test.each([
    ['soap:Client.Authentication', { code: 'Sender', subcode: 'Authentication' }],
    ['Server', { code: 'Receiver' }],
    ['soap:MustUnderstand', { code: 'MustUnderstand' }],
    ['x:Client', { code: 'Receiver', subcode: '{urn:x}Client' }],
    ['env:17', { code: 'Receiver', subcode: '17' }],
  ])('of SOAP 1.1 with the code %s', (code, expected) => {
    const xml =
      `<soap:Envelope xmlns:soap="${S11}" xmlns:x="urn:x"><soap:Body><soap:Fault><faultcode>${code}</faultcode>` +
      '<faultstring xml:lang="en">why</faultstring></soap:Fault></soap:Body></soap:Envelope>';
    expect(messageOf(readSoap(bytes(xml))).fault).toEqual({ ...expected, reason: 'why', detail: [] });
  });
});

describe('refused', () => {
  test.each([
    ['another version', '<E:Envelope xmlns:E="urn:soap9"><E:Body/></E:Envelope>', 'VersionMismatch'],
    ['no envelope', '<RequestMessage/>', 'Sender'],
    ['no body', `<s:Envelope xmlns:s="${S11}"><s:Header/></s:Envelope>`, 'Sender'],
    ['two bodies', `<s:Envelope xmlns:s="${S11}"><s:Body/><s:Body/></s:Envelope>`, 'Sender'],
    ['a header behind the body', `<s:Envelope xmlns:s="${S11}"><s:Body/><s:Header/></s:Envelope>`, 'Sender'],
    [
      'two elements in the body',
      `<s:Envelope xmlns:s="${S11}"><s:Body><a/><b/></s:Body></s:Envelope>`,
      'Sender',
    ],
    ['text in the body', `<s:Envelope xmlns:s="${S11}"><s:Body>text</s:Body></s:Envelope>`, 'Sender'],
    ['a document that ends early', `<s:Envelope xmlns:s="${S11}"><s:Body><a>`, 'Sender'],
    [
      'entities',
      `<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><s:Envelope xmlns:s="${S11}"><s:Body>&b;</s:Body></s:Envelope>`,
      'Sender',
    ],
    ['no XML at all', '{"verb":"get"}', 'Sender'],
    ['nothing', '', 'Sender'],
  ])('%s', (_, xml, code) => {
    expect(faultOf(xml)).toMatchObject({ code });
  });
});
