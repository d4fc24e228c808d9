/** A document that was loaded: its identity, how to show it to people, and its text as UTF-8. */
export interface SourceText {
  /** Identity: an absolute `file:` URI or the URI it was fetched by. Never printed into generated files. */
  readonly uri: string;
  /** What diagnostics and generated files call it: a path relative to the working or project folder, `/` separated. */
  readonly label: string;
  /** The text, transcoded to UTF-8, without a byte order mark. */
  readonly bytes: Uint8Array;
}

/** A place for people: both count from 1; the column counts code points. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Line and column of a byte offset. Linear in the offset: call it when reporting, not when reading. */
export function lineColumn(bytes: Uint8Array, offset: number): LineColumn {
  let line = 1;
  let lineStart = 0;
  const end = Math.min(offset, bytes.length);
  for (let at = 0; at < end; at++) {
    const byte = bytes[at];
    if (byte === 0x0a || (byte === 0x0d && bytes[at + 1] !== 0x0a)) {
      line++;
      lineStart = at + 1;
    }
  }
  let column = 1;
  for (let at = lineStart; at < end; at++) {
    if (((bytes[at] ?? 0) & 0xc0) !== 0x80) column++;
  }
  return { line, column };
}
