import { fromLatin1 } from './encoding.js';

/** Input that is not what its encoding promises; the offset counts from the first byte that was pushed. */
export interface Malformed {
  readonly malformedAt: number;
}

/**
 * Turns one encoding into UTF-8, piece by piece. `last` ends the input: what is still incomplete then is malformed.
 * The bytes returned before a fault are gone; what a piece holds before its own fault comes in `before`.
 */
export type Transcode = (
  chunk: Uint8Array,
  last: boolean,
) => Uint8Array | (Malformed & { readonly before: Uint8Array });

const NOTHING = /* @__PURE__ */ new Uint8Array(0);

/** US-ASCII: a byte above 0x7F is malformed. */
export function asciiTranscoder(): Transcode {
  let consumed = 0;
  return (chunk) => {
    for (let at = 0; at < chunk.length; at++) {
      if ((chunk[at] as number) >= 0x80) return { malformedAt: consumed + at, before: chunk.subarray(0, at) };
    }
    consumed += chunk.length;
    return chunk;
  };
}

/** ISO-8859-1: every byte is a character. */
export const latin1Transcoder: Transcode = (chunk) => fromLatin1(chunk);

/** UTF-16: unpaired surrogates and half a code unit at the end are malformed. */
export function utf16Transcoder(littleEndian: boolean): Transcode {
  const highAt = littleEndian ? 1 : 0;
  let carry = NOTHING;
  let consumed = 0;
  return (chunk, last) => {
    let input = chunk;
    if (carry.length > 0) {
      input = new Uint8Array(carry.length + chunk.length);
      input.set(carry);
      input.set(chunk, carry.length);
    }
    // A code unit takes three bytes of UTF-8 at most; a pair takes four.
    const out = new Uint8Array((input.length >> 1) * 3);
    let to = 0;
    let at = 0;
    const malformed = (): Malformed & { readonly before: Uint8Array } => ({
      malformedAt: consumed + at,
      before: out.subarray(0, to),
    });
    for (; at + 1 < input.length; at += 2) {
      const unit = ((input[at + highAt] as number) << 8) | (input[at + 1 - highAt] as number);
      if (unit < 0x80) {
        out[to++] = unit;
      } else if ((unit & 0xf800) !== 0xd800) {
        to = putCodePoint(out, to, unit);
      } else {
        if (unit >= 0xdc00) return malformed();
        if (at + 3 >= input.length) break;
        const low = ((input[at + 2 + highAt] as number) << 8) | (input[at + 3 - highAt] as number);
        if ((low & 0xfc00) !== 0xdc00) return malformed();
        to = putCodePoint(out, to, 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff));
        at += 2;
      }
    }
    if (last && at < input.length) return malformed();
    carry = input.slice(at);
    consumed += at;
    return out.subarray(0, to);
  };
}

/** Any other encoding that the platform knows. The offset of a fault is that of the piece it lies in. */
export function platformTranscoder(decoder: TextDecoder): Transcode {
  const encoder = new TextEncoder();
  let consumed = 0;
  return (chunk, last) => {
    try {
      const out = encoder.encode(decoder.decode(chunk, { stream: !last }));
      consumed += chunk.length;
      return out;
    } catch {
      return { malformedAt: consumed, before: NOTHING };
    }
  };
}

function putCodePoint(out: Uint8Array, at: number, codePoint: number): number {
  if (codePoint < 0x80) {
    out[at++] = codePoint;
  } else if (codePoint < 0x800) {
    out[at++] = 0xc0 | (codePoint >> 6);
    out[at++] = 0x80 | (codePoint & 0x3f);
  } else {
    if (codePoint < 0x10000) {
      out[at++] = 0xe0 | (codePoint >> 12);
    } else {
      out[at++] = 0xf0 | (codePoint >> 18);
      out[at++] = 0x80 | ((codePoint >> 12) & 0x3f);
    }
    out[at++] = 0x80 | ((codePoint >> 6) & 0x3f);
    out[at++] = 0x80 | (codePoint & 0x3f);
  }
  return at;
}
