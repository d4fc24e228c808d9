/*
 * One lookup per byte decides whether a tight loop may go on. A read behind the end of the bytes yields `undefined`,
 * which no loop takes for zero, so every loop ends there.
 */

/** Character data that needs no care: ASCII but `<`, `&`, `]`, carriage return and control characters. */
export const TEXT = 0;

const fill = (inside: (byte: number) => boolean): Uint8Array => {
  const table = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) table[byte] = inside(byte) ? 0 : 1;
  return table;
};

const isControl = (byte: number): boolean => byte < 0x20 && byte !== 0x09 && byte !== 0x0a;

/** 0 where a byte of character data stands for itself. */
export const textClass: Uint8Array = /* @__PURE__ */ fill(
  (byte) => byte < 0x80 && !isControl(byte) && byte !== 0x3c && byte !== 0x26 && byte !== 0x5d,
);

/** 0 where a byte of an attribute value stands for itself, whichever quote encloses it. */
export const attributeClass: Uint8Array = /* @__PURE__ */ fill(
  (byte) => byte >= 0x20 && byte < 0x80 && byte !== 0x3c && byte !== 0x26 && byte !== 0x22 && byte !== 0x27,
);

/** 0 where a byte may stand in a name, the colon left out; bytes from 0x80 are looked at more closely elsewhere. */
export const nameClass: Uint8Array = /* @__PURE__ */ fill(
  (byte) =>
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x5f ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte >= 0x80,
);

/** White space of XML: space, tab, line feed, carriage return. */
export const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d;

/** Where white space ends that begins at `p`, if there is any. */
export function passSpace(bytes: Uint8Array, p: number): number {
  while (isSpace(bytes[p])) p++;
  return p;
}

/** A byte that may begin a name, as far as ASCII tells. */
export const isNameStart = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f || byte >= 0x80);
