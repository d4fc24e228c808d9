import { textClass } from '../xml/byte-class.js';

/**
 * Fast acceptance on bytes: the offset behind the literal that begins at `start`, if it is plain ASCII as it stands in the
 * document, valid, and white space normalisation would not change it. It ends at `limit` or before a byte that cannot be part
 * of it, such as the `<` of a tag. `UNSURE` means: ask `check`.
 */
export type Scan = (bytes: Uint8Array, start: number, limit: number) => number;

/** Answered by a scan that cannot tell. */
export const UNSURE = -1;

/** Says of bytes that are plain text whether they are a valid literal. */
export type Accepts = (bytes: Uint8Array, start: number, end: number) => boolean;

/** The scan of a type whose literals may hold any text: goes to the end of the text, then asks. */
export const scanText =
  (accepts: Accepts): Scan =>
  (bytes, start, limit) => {
    const end = textEnd(bytes, start, limit);
    return accepts(bytes, start, end) ? end : UNSURE;
  };

/** Where plain text ends that begins at `start`. */
export function textEnd(bytes: Uint8Array, start: number, limit: number): number {
  let at = start;
  while (at < limit && textClass[bytes[at] as number] === 0) at++;
  return at;
}
