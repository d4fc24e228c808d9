import { readEpilog, readProlog } from '../../xml/document.js';
import { toUtf8 } from '../../xml/encoding.js';
import { close, openTag, skip, textContent } from '../../xml/element.js';
import { NO_NAMES } from '../../xml/name-table.js';
import { Reader, STOP } from '../../xml/reader.js';
import type { Limits } from '../../xml/limits.js';
import { namespaceOf } from '../../xml/namespace.js';
import { eachChild, openAttribute, openClarkName, slice } from '../../xml/slice.js';
import { parseFaultCode, type SoapFault } from './soap-fault.js';
import { SOAP_NAMESPACE, versionOfNamespace, type SoapVersion } from './soap-version.js';

/** An element out of a SOAP message: bytes that are a document of their own, its namespaces declared on it. */
export interface SoapElement {
  /** Clark name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A block of the header. */
export interface SoapHeaderBlock extends SoapElement {
  readonly mustUnderstand: boolean;
  /** Whom it is for: `actor` in 1.1, `role` in 1.2. Absent: the last receiver. */
  readonly role?: string;
}

/** What a SOAP envelope holds. */
export interface SoapMessage {
  readonly version: SoapVersion;
  readonly headers: readonly SoapHeaderBlock[];
  /** The one element of the body (document/literal has one at most), a fault left out; absent where the body is empty. */
  readonly body?: SoapElement;
  readonly fault?: SoapFault;
  /** The whole envelope in UTF-8, as it was read. */
  readonly envelope: Uint8Array;
}

export type SoapReading =
  { readonly ok: true; readonly message: SoapMessage } | { readonly ok: false; readonly fault: SoapFault };

/** How a SOAP envelope is read. */
export interface ReadSoapOptions {
  /** What the content type says about the encoding. */
  readonly charset?: string;
  readonly limits?: Partial<Limits>;
}

/**
 * Reads a SOAP envelope of either version and cuts out what it holds. A DOCTYPE is refused (SOAP 1.1, 3; 1.2 part 1, 5),
 * and what is not an envelope, with the fault that the sender is to get.
 */
export function readSoap(bytes: Uint8Array, options: ReadSoapOptions = {}): SoapReading {
  const text = toUtf8(bytes, options.charset);
  if ('fault' in text) return refused('Sender', `the message is not text in ${text.encoding}`);
  const r = new Reader(text.bytes, options.limits === undefined ? {} : { limits: options.limits });
  try {
    readProlog(r);
    openTag(r, NO_NAMES, r.at);
    const found = openClarkName(r);
    const version = versionOfNamespace(r.openNamespace);
    if (version === undefined || !found.endsWith('}Envelope'))
      return found.endsWith('Envelope')
        ? refused('VersionMismatch', `"${found}" is the envelope of no version of SOAP that is spoken here`)
        : refused('Sender', `a SOAP envelope expected, "${found}" found`);
    const parts = readEnvelope(r, version);
    readEpilog(r);
    const [issue] = r.issues;
    if (issue !== undefined) return refused('Sender', issue.message);
    if ('code' in parts) return { ok: false, fault: parts };
    return { ok: true, message: { version, ...parts, envelope: r.bytes } };
  } catch (signal) {
    if (signal !== STOP) throw signal;
    return refused('Sender', r.issues[0]?.message ?? 'the message cannot be read');
  }
}

const refused = (code: SoapFault['code'], reason: string): SoapReading => ({
  ok: false,
  fault: { code, reason, detail: [] },
});

const senderFault = (reason: string): SoapFault => ({ code: 'Sender', reason, detail: [] });

type Parts = Omit<SoapMessage, 'version' | 'envelope'>;

function readEnvelope(r: Reader, version: SoapVersion): Parts | SoapFault {
  const own = `{${SOAP_NAMESPACE[version]}}`;
  const headers: SoapHeaderBlock[] = [];
  const bodies: SoapElement[] = [];
  const seen: string[] = [];
  let fault: SoapFault | undefined;
  eachChild(r, (part) => {
    seen.push(part.startsWith(own) ? part.slice(own.length) : part);
    if (part === `${own}Header`) eachChild(r, (name) => headers.push(headerBlock(r, version, name)));
    else if (part === `${own}Body`)
      eachChild(r, (name) => {
        if (name === `${own}Fault`) fault = readFault(r, version);
        else bodies.push({ name, bytes: slice(r) });
      });
    else skip(r);
  });
  const order = seen.join(' ');
  if (order !== 'Body' && order !== 'Header Body')
    return senderFault(`a SOAP envelope holds a Header, if any, and a Body; "${order}" found`);
  // WS-I Basic Profile R2712 and R9981: one element at most, by which the operation is told.
  if (bodies.length + (fault === undefined ? 0 : 1) > 1)
    return senderFault('the body of a document/literal message holds one element at most');
  const [body] = bodies;
  return {
    headers,
    ...(body === undefined ? {} : { body }),
    ...(fault === undefined ? {} : { fault }),
  };
}

function headerBlock(r: Reader, version: SoapVersion, name: string): SoapHeaderBlock {
  const namespace = SOAP_NAMESPACE[version];
  const must = openAttribute(r, namespace, 'mustUnderstand')?.trim();
  const role = openAttribute(r, namespace, version === '1.1' ? 'actor' : 'role');
  return {
    name,
    mustUnderstand: must === '1' || must === 'true',
    ...(role === undefined ? {} : { role }),
    bytes: slice(r),
  };
}

const textOf = (r: Reader): string => {
  const text = textContent(r, 'soap-fault').trim();
  close(r);
  return text;
};

/** A QName in the text of the open element, and the namespace that its prefix stands for there. */
function qualifiedTextOf(r: Reader): readonly [text: string, namespace: string | undefined] {
  const text = textContent(r, 'soap-fault').trim();
  const colon = text.indexOf(':');
  const namespace = namespaceOf(r, colon < 0 ? '' : text.slice(0, colon));
  close(r);
  return [text, namespace];
}

const clark = (text: string, namespace: string | undefined): string => {
  const local = text.replace(/^[^:]*:/u, '');
  return namespace === undefined || namespace === '' ? local : `{${namespace}}${local}`;
};

function readFault(r: Reader, version: SoapVersion): SoapFault {
  const own = `{${SOAP_NAMESPACE[version]}}`;
  const detail: Uint8Array[] = [];
  let code: Pick<SoapFault, 'code' | 'subcode'> = { code: 'Receiver' };
  let subcode: string | undefined;
  let reason = '';
  eachChild(r, (name) => {
    // The children are unqualified in 1.1, of the namespace of SOAP in 1.2; both errors are seen in the field.
    switch (name.startsWith(own) ? name.slice(own.length) : name) {
      case 'faultcode':
        code = parseFaultCode(...qualifiedTextOf(r), SOAP_NAMESPACE[version]);
        break;
      case 'faultstring':
        reason = textOf(r);
        break;
      case 'Code':
        eachChild(r, (part) => {
          if (part === `${own}Value`) code = parseFaultCode(...qualifiedTextOf(r), SOAP_NAMESPACE[version]);
          else if (part === `${own}Subcode`)
            eachChild(r, (inner) => {
              if (inner === `${own}Value`) subcode = clark(...qualifiedTextOf(r));
              else skip(r);
            });
          else skip(r);
        });
        break;
      case 'Reason':
        eachChild(r, () => {
          const text = textOf(r);
          if (reason === '') reason = text;
        });
        break;
      case 'detail':
      case 'Detail':
        eachChild(r, () => detail.push(slice(r)));
        break;
      default:
        skip(r);
    }
  });
  return { ...code, ...(subcode === undefined ? {} : { subcode }), reason, detail };
}
