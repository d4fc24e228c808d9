import { embedDocument, type EmbeddedElement } from './embedded-element.js';

/** Bytes to bytes: what packs or unpacks. `node:zlib` has such functions: `gzipSync`, `gunzipSync`. */
export type Pack = (bytes: Uint8Array) => Uint8Array;

/** How much a compressed payload may hold. */
export interface DecompressOptions {
  /** Bytes at most; more is refused, so that a small message cannot fill the memory. Default 64 MiB. */
  readonly maxBytes?: number;
}

/** The text of `Compressed`: an element packed by gzip, in Base64. Without `pack`, see `compress`. */
export const compressSync = (element: EmbeddedElement, pack: Pack): string =>
  toBase64(pack(element.document()));

/** The element of a `Compressed` text. Undefined where the text holds none, or more than is allowed. */
export function decompressSync(
  text: string,
  unpack: Pack,
  { maxBytes = MAX_BYTES }: DecompressOptions = {},
): EmbeddedElement | undefined {
  const packed = fromBase64(text);
  if (packed === undefined) return undefined;
  // The size stands at the end of a gzip member; it may lie, so what came out counts, too.
  if (isGzip(packed) && sizeSaid(packed) > maxBytes) return undefined;
  try {
    const bytes = isGzip(packed) ? unpack(packed) : packed;
    return bytes.length > maxBytes ? undefined : embedDocument(bytes);
  } catch {
    return undefined;
  }
}

/** The text of `Compressed`: an element packed by gzip, in Base64. */
export async function compress(element: EmbeddedElement): Promise<string> {
  const packed = await throughStream(element.document(), new CompressionStream('gzip'), Infinity);
  return toBase64(packed ?? new Uint8Array(0));
}

/**
 * The element of a `Compressed` text; XML that was not packed is taken, too. Undefined where the text holds no element, or
 * more than is allowed.
 */
export async function decompress(
  text: string,
  { maxBytes = MAX_BYTES }: DecompressOptions = {},
): Promise<EmbeddedElement | undefined> {
  const packed = fromBase64(text);
  if (packed === undefined) return undefined;
  if (!isGzip(packed)) return packed.length > maxBytes ? undefined : embedDocument(packed);
  try {
    const bytes = await throughStream(packed, new DecompressionStream('gzip'), maxBytes);
    return bytes === undefined ? undefined : embedDocument(bytes);
  } catch {
    return undefined;
  }
}

const MAX_BYTES = 64 * 1024 * 1024;

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const sizeSaid = (bytes: Uint8Array): number =>
  bytes.length < 4
    ? 0
    : new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);

/** What a stream makes of bytes; undefined where it is more than the limit. */
async function throughStream(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Uint8Array | undefined> {
  const writer = stream.writable.getWriter();
  // What goes wrong is told where it is read.
  const written = writer.write(new Uint8Array(bytes)).then(() => writer.close());
  written.catch(() => undefined);
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const chunk: Uint8Array = value;
    length += chunk.length;
    if (length > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
