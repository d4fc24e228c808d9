import type { Transcode } from './transcoder.js';
import { asciiTranscoder, platformTranscoder, singleByteTranscoder, utf16Transcoder } from './transcoder.js';

/** Why bytes cannot be read as text. */
export interface EncodingFault {
  readonly fault: 'unsupported-encoding' | 'malformed' | 'contradicting-encoding';
  /** The encoding that the input is in, as far as it can be told, or the unsupported one. */
  readonly encoding: string;
  /** `contradicting-encoding`: what the XML declaration says instead. */
  readonly declared?: string;
  /** Where, in bytes of the input as it came. */
  readonly offset?: number;
}

/** UTF-8 without a byte order mark, and the encoding that the input had. */
export interface Utf8Text {
  readonly bytes: Uint8Array;
  readonly encoding: string;
}

/**
 * Brings a document entity to UTF-8 (XML 1.0, section 4.3.3 and appendix F).
 *
 * A byte order mark decides; then `hint`, what the transport said (`charset`); then the XML declaration; then UTF-8.
 * UTF-8 is returned as it stands, without a copy: whether it is valid is for the scanner to see.
 */
export function toUtf8(bytes: Uint8Array, hint?: string): Utf8Text | EncodingFault {
  const detected = detectEncoding(bytes, hint);
  if ('fault' in detected) return detected;
  const { bytes: text, fault } = transcodePiece(detected, bytes.subarray(detected.skip), true);
  return fault ?? { bytes: text, encoding: detected.encoding };
}

/** What `utf8Chunks` throws when nobody takes its faults. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
  constructor(readonly encodingFault: EncodingFault) {
    super(`${encodingFault.fault}: ${encodingFault.encoding}`);
  }
}

/**
 * The same over a stream: UTF-8 passes through, other encodings are transcoded piece by piece.
 *
 * At a fault, what came before it is still handed out; then the stream ends, and `report` gets the fault. Without
 * `report` an `EncodingError` is thrown, so that a cut document is never taken for a whole one.
 */
export async function* utf8Chunks(
  source: AsyncIterable<Uint8Array>,
  report: (fault: EncodingFault) => void = raise,
  hint?: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  let head: Uint8Array = EMPTY;
  let detected: Detected | undefined;
  for await (const chunk of source) {
    let piece = chunk;
    if (detected === undefined) {
      head = head.length === 0 ? chunk : concatenate(head, chunk);
      if (!hasWholeDeclaration(head)) continue;
      const found = detectEncoding(head, hint);
      if ('fault' in found) return report(found);
      detected = found;
      piece = head.subarray(found.skip);
      head = EMPTY;
    }
    const { bytes, fault } = transcodePiece(detected, piece, false);
    if (bytes.length > 0) yield bytes;
    if (fault !== undefined) return report(fault);
  }
  // A document of a few bytes was never long enough to look at; and an encoding may have something left to complain of.
  const found = detected ?? detectEncoding(head, hint);
  if ('fault' in found) return report(found);
  const rest = detected === undefined ? head.subarray(found.skip) : EMPTY;
  const { bytes, fault } = transcodePiece(found, rest, true);
  if (bytes.length > 0) yield bytes;
  if (fault !== undefined) report(fault);
}

const EMPTY = /* @__PURE__ */ new Uint8Array(0);

function raise(fault: EncodingFault): never {
  throw new EncodingError(fault);
}

interface Detected {
  readonly encoding: string;
  /** Length of the byte order mark. */
  readonly skip: number;
  /** Absent for UTF-8. */
  readonly transcode?: Transcode;
}

function transcodePiece(
  { encoding, skip, transcode }: Detected,
  piece: Uint8Array,
  last: boolean,
): { readonly bytes: Uint8Array; readonly fault?: EncodingFault } {
  if (transcode === undefined) return { bytes: piece };
  const out = transcode(piece, last);
  if (out instanceof Uint8Array) return { bytes: out };
  return { bytes: out.before, fault: { fault: 'malformed', encoding, offset: out.malformedAt + skip } };
}

/** A declaration longer than this is not looked at: no honest one comes near. */
const LONGEST_DECLARATION = 1024;

/** Whether detection can be made on these first bytes: the declaration is complete, or there cannot be one. */
function hasWholeDeclaration(head: Uint8Array): boolean {
  if (head.length >= LONGEST_DECLARATION) return true;
  if (head.length < 4) return false;
  for (let at = 0; at < head.length; at++) if (head[at] === 0x3e) return true;
  return false;
}

type Family = 'utf-8' | 'utf-16le' | 'utf-16be';

/** What the first bytes say (appendix F.1): a byte order mark, or how `<` looks. `skip` is the mark's length. */
function sniff(bytes: Uint8Array): {
  readonly family: Family | 'UTF-32' | 'EBCDIC' | 'ascii';
  readonly skip: number;
} {
  const [a = -1, b = -1, c = -1, d = -1] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { family: 'utf-8', skip: 3 };
  const zeros = Number(a === 0) + Number(b === 0) + Number(c === 0) + Number(d === 0);
  if ((zeros === 3 && a + b + c + d === 0x3c) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    return { family: 'UTF-32', skip: 0 };
  }
  if (a === 0xff && b === 0xfe)
    return c === 0 && d === 0 ? { family: 'UTF-32', skip: 4 } : { family: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { family: 'utf-16be', skip: 2 };
  if (a === 0x3c && b === 0) return { family: 'utf-16le', skip: 0 };
  if (a === 0 && b === 0x3c) return { family: 'utf-16be', skip: 0 };
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) return { family: 'EBCDIC', skip: 0 };
  return { family: 'ascii', skip: 0 };
}

function detectEncoding(bytes: Uint8Array, hint: string | undefined): Detected | EncodingFault {
  const { family, skip } = sniff(bytes);
  switch (family) {
    case 'UTF-32':
    case 'EBCDIC':
      return { fault: 'unsupported-encoding', encoding: family };
    case 'ascii':
      return byLabel(hint ?? declaredEncoding(bytes, 0, 1) ?? 'utf-8', hint !== undefined);
    case 'utf-8':
      return contradiction(declaredEncoding(bytes, 3, 1), 'UTF-8', ['utf-8']) ?? { encoding: 'UTF-8', skip };
    case 'utf-16le':
    case 'utf-16be': {
      const little = family === 'utf-16le';
      const encoding = little ? 'UTF-16LE' : 'UTF-16BE';
      const declared =
        hint === undefined || skip > 0 ? declaredEncoding(bytes, little ? skip : skip + 1, 2) : undefined;
      return (
        contradiction(declared, encoding, ['utf-16', family]) ?? {
          encoding,
          skip,
          transcode: utf16Transcoder(little),
        }
      );
    }
  }
}

function contradiction(
  declared: string | undefined,
  encoding: string,
  fitting: readonly string[],
): EncodingFault | undefined {
  if (declared === undefined || fitting.includes(canonical(declared))) return undefined;
  return { fault: 'contradicting-encoding', encoding, declared };
}

/** The encoding of input without a byte order mark, by the name that the declaration or the transport gave. */
function byLabel(label: string, fromTransport: boolean): Detected | EncodingFault {
  const name = canonical(label);
  switch (name) {
    case 'utf-8':
      return { encoding: 'UTF-8', skip: 0 };
    case 'us-ascii':
      return { encoding: 'US-ASCII', skip: 0, transcode: asciiTranscoder() };
    case 'iso-8859-1':
      return { encoding: 'ISO-8859-1', skip: 0, transcode: singleByteTranscoder(name) };
    case 'windows-1252':
      return { encoding: 'windows-1252', skip: 0, transcode: singleByteTranscoder(name) };
    case 'utf-16':
    case 'utf-16be':
    case 'utf-16le':
      // A declaration that could be read as ASCII is not UTF-16, whatever it says.
      if (!fromTransport) return { fault: 'contradicting-encoding', encoding: 'UTF-8', declared: label };
      return { encoding: label, skip: 0, transcode: utf16Transcoder(name === 'utf-16le') };
    default:
      try {
        const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true });
        return { encoding: label, skip: 0, transcode: platformTranscoder(decoder) };
      } catch {
        return { fault: 'unsupported-encoding', encoding: label };
      }
  }
}

/** The registered names, and those that are met, of the encodings that are read without the platform's help. */
const SAME: readonly (readonly [string, RegExp])[] = [
  ['utf-8', /^utf-?8$/],
  ['utf-16', /^(utf-?16|iso-10646-ucs-2|ucs-2|csunicode|unicode)$/],
  [
    'us-ascii',
    /^((us-)?ascii|us|iso646-us|iso-ir-6|ansi_x3\.4-19(68|86)|iso_646\.irv:1991|ibm367|cp367|csascii)$/,
  ],
  ['iso-8859-1', /^(iso[-_]?8859-?1(:1987)?|latin-?1|l1|iso-ir-100|ibm819|cp819|csisolatin1)$/],
  ['windows-1252', /^(windows-1252|cp-?1252|x-cp1252)$/],
];

function canonical(label: string): string {
  const lower = label.toLowerCase();
  return SAME.find(([, names]) => names.test(lower))?.[0] ?? lower;
}

/** EncName of the XML declaration or text declaration, if there is one. `stride` is the width of a code unit. */
function declaredEncoding(bytes: Uint8Array, from: number, stride: number): string | undefined {
  let text = '';
  const end = Math.min(bytes.length, from + LONGEST_DECLARATION * stride);
  for (let at = from; at < end; at += stride) {
    const byte = bytes[at] as number;
    text += String.fromCharCode(byte);
    if (byte === 0x3e) break;
  }
  return /^<\?xml[ \t\r\n][^>]*?\sencoding[ \t\r\n]*=[ \t\r\n]*(["'])([A-Za-z][A-Za-z0-9._:-]*)\1[^>]*\?>$/.exec(
    text,
  )?.[2];
}

function concatenate(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
