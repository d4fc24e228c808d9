import { escapeAttribute, escapeText } from '../../encode/escape.js';
import { isSpace } from '../../xml/byte-class.js';
import { toUtf8 } from '../../xml/encoding.js';
import { faultCode11, type SoapFault } from './soap-fault.js';
import { SOAP_NAMESPACE, type SoapVersion } from './soap-version.js';

/** What goes into an envelope besides its body. */
export interface WriteSoapOptions {
  readonly version?: SoapVersion;
  /** Blocks of the header, each an element as bytes. */
  readonly headers?: readonly Uint8Array[];
  /** Attributes of the Body with their namespace declarations, for what refers to it: a leading blank, then XML. */
  readonly bodyAttributes?: string;
}

const encoder = /* @__PURE__ */ new TextEncoder();

/**
 * Puts a document into the body of a SOAP envelope. Its bytes stay as they are, but for the XML declaration and byte order
 * mark, which may stand at the start of a document only.
 */
export const wrapSoap = (body: Uint8Array, options: WriteSoapOptions = {}): Uint8Array =>
  envelope(options, [withoutDeclaration(body)]);

/** Writes a SOAP fault. */
export function wrapSoapFault(fault: SoapFault, options: WriteSoapOptions = {}): Uint8Array {
  const is11 = (options.version ?? '1.1') === '1.1';
  const detail = fault.detail.map(withoutDeclaration);
  const name = is11 ? 'detail' : 'soap:Detail';
  return envelope(options, [
    encoder.encode(`<soap:Fault>${is11 ? codeAndReason11(fault) : codeAndReason12(fault)}`),
    ...(detail.length === 0 ? [] : [encoder.encode(`<${name}>`), ...detail, encoder.encode(`</${name}>`)]),
    encoder.encode('</soap:Fault>'),
  ]);
}

/** SOAP 1.1, 4.4: a code of somebody's own stands for the code of SOAP. */
function codeAndReason11({ code, subcode = '', reason }: SoapFault): string {
  const [, namespace, local] = CLARK.exec(subcode) ?? [];
  const dotted = /^[\w.-]+$/u.test(subcode) ? `.${subcode}` : '';
  const own = namespace === undefined || local === undefined ? undefined : { namespace, local };
  return (
    (own === undefined
      ? `<faultcode>soap:${faultCode11(code)}${dotted}</faultcode>`
      : `<faultcode xmlns:own="${escapeAttribute(own.namespace)}">own:${own.local}</faultcode>`) +
    `<faultstring>${escapeText(reason)}</faultstring>`
  );
}

/** SOAP 1.2 part 1, 5.4.1 and 5.4.2. */
function codeAndReason12({ code, subcode = '', reason }: SoapFault): string {
  const [, namespace, local] = CLARK.exec(subcode) ?? [];
  const own =
    namespace === undefined || local === undefined
      ? ''
      : `<soap:Subcode><soap:Value xmlns:own="${escapeAttribute(namespace)}">own:${local}</soap:Value></soap:Subcode>`;
  return (
    `<soap:Code><soap:Value>soap:${code}</soap:Value>${own}</soap:Code>` +
    `<soap:Reason><soap:Text xml:lang="en">${escapeText(reason)}</soap:Text></soap:Reason>`
  );
}

const CLARK = /^\{([^{}]+)\}([\w.-]+)$/u;

function envelope(
  { version = '1.1', headers = [], bodyAttributes = '' }: WriteSoapOptions,
  body: readonly Uint8Array[],
): Uint8Array {
  const start = `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="${SOAP_NAMESPACE[version]}">`;
  return concatenate([
    encoder.encode(headers.length === 0 ? start : `${start}<soap:Header>`),
    ...headers.map(withoutDeclaration),
    encoder.encode(`${headers.length === 0 ? '' : '</soap:Header>'}<soap:Body${bodyAttributes}>`),
    ...body,
    encoder.encode('</soap:Body></soap:Envelope>'),
  ]);
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The document in UTF-8, without byte order mark and XML declaration. */
function withoutDeclaration(document: Uint8Array): Uint8Array {
  const text = toUtf8(document);
  const bytes = 'bytes' in text ? text.bytes : document;
  const isDeclaration =
    DECLARATION.every((byte, at) => bytes[at] === byte) && isSpace(bytes[DECLARATION.length]);
  return isDeclaration ? bytes.subarray(bytes.indexOf(0x3e) + 1) : bytes;
}

/** `<?xml` */
const DECLARATION = [0x3c, 0x3f, 0x78, 0x6d, 0x6c];
