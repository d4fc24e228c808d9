import { skip } from '../xml/element.js';
import type { Reader } from '../xml/reader.js';
import { eachChild, openAttribute, openClarkName, slice } from '../xml/slice.js';
import { joined, utf8 } from './octets.js';
import { prefixesInValues } from './protect-envelope.js';
import { readElement } from './read-element.js';
import { readSignature } from './read-signature.js';
import { granted, refuse, type Checked } from './refusal.js';
import { DS, ENVELOPED, EXCLUSIVE } from './security-namespaces.js';
import {
  signatureOver,
  verifySignature,
  type SignatureCheck,
  type SigningKey,
  type VerifiedSignature,
} from './xml-signature.js';

/**
 * What an XML signature of a message is over. `message`: all of it; the signature stands at the end of the header, where the
 * envelope takes elements of others. `payload`: each element of the payload by itself, its signature at its end.
 */
export type SignedPart = 'message' | 'payload';

/**
 * Signs a document with an enveloped signature (XML Signature 1.1, 6.6.4), which is put at the end of the root element, or of
 * the child of it that is named. Bytes of the document stay as they are.
 */
export async function signDocument(
  document: Uint8Array,
  key: SigningKey,
  options: { readonly place?: string } = {},
): Promise<Uint8Array> {
  const at = endOf(document, options.place);
  if (at === undefined) throw new TypeError('the document to be signed is not well-formed');
  const signature = await signatureOver(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(document),
    [
      {
        xpath: '/*',
        whole: true,
        transforms: [ENVELOPED, EXCLUSIVE],
        inclusivePrefixes: prefixesInValues(document),
      },
    ],
    key,
    (certificate) => `<ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data>`,
  );
  const { before, after, opened } = at;
  return joined(document.subarray(0, before), utf8(opened), utf8(signature), document.subarray(after));
}

/** Where the end tag of an element starts; of an empty-element tag, what is to stand in its place. */
interface End {
  readonly before: number;
  readonly after: number;
  readonly opened: string;
}

function endOf(document: Uint8Array, place: string | undefined): End | undefined {
  let found: End | undefined;
  const end = (r: Reader): End | undefined => {
    // The last `<` of an element that was passed is that of its end tag.
    const before = r.bytes.lastIndexOf(0x3c, r.at - 1);
    return { before, after: before, opened: '' };
  };
  readElement(document, (r) => {
    eachChild(r, (name) => {
      const isPlace = found === undefined && place !== undefined && name.replace(/^\{.*\}/u, '') === place;
      const isEmpty = r.selfClosed;
      skip(r);
      if (isPlace && !isEmpty) found = end(r);
    });
    found ??= end(r);
  });
  return found;
}

/** A document whose signature holds: who signed it, and the document as it was signed, without the signature. */
export interface VerifiedDocument extends VerifiedSignature {
  readonly document: Uint8Array;
  /** Base64 of the signature, told apart from others. */
  readonly value: string;
}

/**
 * Checks the enveloped signature of a document. There must be one signature, in the place where it is looked for, about the
 * whole document: what comes out is what was signed, octet for octet in canonical form, and no element that
 * somebody put beside it.
 */
export async function verifyDocument(
  document: Uint8Array,
  check: SignatureCheck,
  options: { readonly place?: string } = {},
): Promise<Checked<VerifiedDocument>> {
  const found = findSignatures(document, options.place);
  if (found === undefined) return refuse('malformed-security', 'the document is not well-formed');
  const { root, id, signatures } = found;
  const [signature] = signatures;
  if (signature === undefined) return refuse('not-signed', `"${root}" has no signature in its place`);
  if (signatures.length > 1) return refuse('malformed-security', 'there are two signatures');
  const outline = readSignature(signature);
  const [reference] = outline?.references ?? [];
  const [certificate] = outline?.certificates ?? [];
  if (outline === undefined || reference === undefined || certificate === undefined)
    return refuse('malformed-security', 'the signature cannot be read, or has no certificate');
  const isWhole = reference.uri === '' || (id !== undefined && reference.uri === `#${id}`);
  if (outline.references.length !== 1 || !isWhole || !reference.transforms.includes(ENVELOPED))
    return refuse('wrapped-signature', 'the signature is not about the whole document');
  const verified = await verifySignature(document, signature, outline, certificate, check);
  if (!verified.ok) return verified;
  const octets = verified.value.signed.get(reference.uri);
  if (octets === undefined || readElement(octets, nameAndPass) !== root)
    return refuse('wrapped-signature', 'what is signed is not the root of the document');
  return granted({ ...verified.value, document: octets, value: outline.value });
}

function nameAndPass(r: Reader): string {
  const name = openClarkName(r);
  skip(r);
  return name;
}

/** The signatures that are children of the root, or of the child of it that is named; name and id of the root. */
function findSignatures(document: Uint8Array, place: string | undefined) {
  const signatures: Uint8Array[] = [];
  return readElement(document, (r) => {
    const root = openClarkName(r);
    const id = openAttribute(r, '', 'Id') ?? openAttribute(r, '', 'ID') ?? openAttribute(r, '', 'id');
    const take = (name: string): void => {
      if (name === `{${DS}}Signature`) signatures.push(slice(r));
      else skip(r);
    };
    eachChild(r, (name) => {
      if (place !== undefined && name.replace(/^\{.*\}/u, '') === place) eachChild(r, take);
      else take(name);
    });
    return { root, id, signatures };
  });
}

/** Does something with each element of the payload of a message, and gives the message with what came out in their place. */
export async function mapPayload<T>(
  message: Uint8Array,
  change: (element: Uint8Array) => Promise<Checked<{ readonly document: Uint8Array; readonly value: T }>>,
): Promise<Checked<{ readonly message: Uint8Array; readonly values: readonly T[] }>> {
  const elements: { readonly start: number; readonly end: number; readonly document: Uint8Array }[] = [];
  let bytes = message;
  const isRead = readElement(message, (r) => {
    bytes = r.bytes;
    eachChild(r, (part) => {
      if (part.replace(/^\{.*\}/u, '') !== 'Payload') return skip(r);
      const [namespace] = /^\{.*\}/u.exec(part) ?? [''];
      eachChild(r, (name) => {
        const start = (r.nameStart[r.depth] ?? 1) - 1;
        // What is of the envelope's own namespace is no object: Format, ID, OperationSet.
        if (namespace !== '' && name.startsWith(namespace)) return skip(r);
        const document = slice(r);
        elements.push({ start, end: r.at, document });
      });
    });
    return true;
  });
  if (isRead !== true) return refuse('malformed-security', 'the message is not well-formed');
  const pieces: Uint8Array[] = [];
  const values: T[] = [];
  let at = 0;
  for (const { start, end, document } of elements) {
    const changed = await change(document);
    if (!changed.ok) return changed;
    pieces.push(bytes.subarray(at, start), changed.value.document);
    values.push(changed.value.value);
    at = end;
  }
  return granted({ message: joined(...pieces, bytes.subarray(at)), values });
}
