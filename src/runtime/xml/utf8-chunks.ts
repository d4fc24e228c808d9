import { detectEncoding, LONGEST_DECLARATION, type Detected, type EncodingFault } from './encoding.js';
import {
  asciiTranscoder,
  latin1Transcoder,
  platformTranscoder,
  utf16Transcoder,
  type Transcode,
} from './transcoder.js';

/** What `utf8Chunks` throws when nobody takes its faults. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
  constructor(readonly encodingFault: EncodingFault) {
    super(`${encodingFault.fault}: ${encodingFault.encoding}`);
  }
}

/**
 * As `toUtf8`, over a stream: UTF-8 passes through, other encodings are transcoded piece by piece.
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
  let detected: Piecewise | undefined;
  for await (const chunk of source) {
    let piece = chunk;
    if (detected === undefined) {
      head = head.length === 0 ? chunk : concatenate(head, chunk);
      if (!hasWholeDeclaration(head)) continue;
      const found = detectEncoding(head, hint);
      if ('fault' in found) return report(found);
      detected = piecewise(found);
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
  const { bytes, fault } = transcodePiece(detected ?? piecewise(found), rest, true);
  if (bytes.length > 0) yield bytes;
  if (fault !== undefined) report(fault);
}

/** Where bytes stop being what their encoding promises: undefined if they do not, or if the encoding cannot be told. */
export function malformedOffset(bytes: Uint8Array, hint?: string): number | undefined {
  const found = detectEncoding(bytes, hint);
  if ('fault' in found) return undefined;
  return transcodePiece(piecewise(found), bytes.subarray(found.skip), true).fault?.offset;
}

const EMPTY = /* @__PURE__ */ new Uint8Array(0);

function raise(fault: EncodingFault): never {
  throw new EncodingError(fault);
}

interface Piecewise extends Detected {
  /** Absent for UTF-8. */
  readonly transcode: Transcode | undefined;
}

function piecewise(detected: Detected): Piecewise {
  const { encoding, label } = detected;
  const transcode =
    label === 'utf-8'
      ? undefined
      : encoding === 'US-ASCII'
        ? asciiTranscoder()
        : encoding === 'ISO-8859-1'
          ? latin1Transcoder
          : label.startsWith('utf-16')
            ? utf16Transcoder(label === 'utf-16le')
            : platformTranscoder(new TextDecoder(label, { fatal: true, ignoreBOM: true }));
  return { ...detected, transcode };
}

function transcodePiece(
  { encoding, skip, transcode }: Piecewise,
  piece: Uint8Array,
  last: boolean,
): { readonly bytes: Uint8Array; readonly fault?: EncodingFault } {
  if (transcode === undefined) return { bytes: piece };
  const out = transcode(piece, last);
  if (out instanceof Uint8Array) return { bytes: out };
  return { bytes: out.before, fault: { fault: 'malformed', encoding, offset: out.malformedAt + skip } };
}

/** Whether detection can be made on these first bytes: the declaration is complete, or there cannot be one. */
function hasWholeDeclaration(head: Uint8Array): boolean {
  if (head.length >= LONGEST_DECLARATION) return true;
  return head.length >= 4 && head.includes(0x3e);
}

function concatenate(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
