/** Why bytes cannot be read as text. */
export interface EncodingFault {
  readonly fault: 'unsupported-encoding' | 'malformed' | 'contradicting-encoding';
  /** The encoding that the input is in, as far as it can be told, or the unsupported one. */
  readonly encoding: string;
  /** `contradicting-encoding`: what the XML declaration says instead. */
  readonly declared?: string;
  /** Where, in bytes of the input as it came, if that is known. */
  readonly offset?: number;
}

/** UTF-8 without a byte order mark, and the encoding that the input had. */
export interface Utf8Text {
  readonly bytes: Uint8Array;
  readonly encoding: string;
}

/** The encoding of an input. */
export interface Detected {
  readonly encoding: string;
  /** What `TextDecoder` calls it. */
  readonly label: string;
  /** Length of the byte order mark. */
  readonly skip: number;
}

/** A declaration longer than this is not looked at: no honest one comes near. */
export const LONGEST_DECLARATION = 1024;

/** What the first bytes say (appendix F.1): a byte order mark, or how `<` looks. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['UTF-32', '\0\0\xfe\xff', '\xff\xfe\0\0', '<\0\0\0', '\0<\0\0', '\0\0<\0', '\0\0\0<'],
  ['EBCDIC', 'Lo\xa7\x94'],
  ['UTF-16LE', '\xff\xfe', '<\0'],
  ['UTF-16BE', '\xfe\xff', '\0<'],
  ['UTF-8', '\xef\xbb\xbf'],
];

/** EncName of an XML declaration or text declaration. */
const ENCODING =
  /^<\?xml[ \t\r\n][^>]*?\sencoding[ \t\r\n]*=[ \t\r\n]*(["'])([A-Za-z][A-Za-z0-9._:-]*)\1[^>]*\?>/;

/**
 * Tells the encoding of a document entity (XML 1.0, section 4.3.3 and appendix F): a byte order mark decides; then `hint`,
 * what the transport said (`charset`); then the XML declaration; then UTF-8.
 */
export function detectEncoding(bytes: Uint8Array, hint?: string): Detected | EncodingFault {
  // As far as the declaration goes, and a zero behind its last byte.
  const long = bytes.subarray(0, LONGEST_DECLARATION * 2);
  const head = String.fromCharCode(...long.subarray(0, Math.max(4, long.indexOf(0x3e) + 2)));
  const [family = '', ...starts] =
    BEGINNINGS.find(([, ...all]) => all.some((start) => head.startsWith(start))) ?? [];
  if (starts.length > 2 || family === 'EBCDIC') return { fault: 'unsupported-encoding', encoding: family };
  const skip =
    head.startsWith('<') || family === '' ? 0 : family === 'UTF-8' ? 3 : head.startsWith('\0') ? 0 : 2;
  const inScript = ENCODING.exec(head.slice(skip).replaceAll('\0', ''))?.[2];
  const said = hint === undefined || skip > 0 ? inScript : family === '' ? hint : undefined;
  const named = said ?? (family || 'UTF-8');
  let label: string;
  try {
    // Without a byte order in its name, UTF-16 begins with the higher byte, unless the document shows that it does not.
    const generic = named.replace(/^utf-?(8|16)$/i, 'utf-$1');
    label = /^utf-8$/i.test(generic) ? 'utf-8' : new TextDecoder(generic).encoding;
    if (label === 'utf-16le' && family !== 'UTF-16LE' && !/le$/i.test(named)) label = 'utf-16be';
  } catch {
    label = '';
  }
  const isWide = label.startsWith('utf-16');
  if (family === '' ? isWide && said !== hint : label !== family.toLowerCase())
    return { fault: 'contradicting-encoding', encoding: family || 'UTF-8', declared: named };
  if (label === '') return { fault: 'unsupported-encoding', encoding: named };
  return { encoding: family || nameOf(label, named), label, skip };
}

/**
 * The true names of what `TextDecoder` takes for windows-1252, as web browsers do: in ISO-8859-1, 0x80 to 0x9F are
 * controls; in US-ASCII there are none.
 */
const nameOf = (label: string, named: string): string =>
  label === 'utf-8'
    ? 'UTF-8'
    : label !== 'windows-1252'
      ? named
      : /1252/.test(named)
        ? label
        : /ascii|ansi/i.test(named)
          ? 'US-ASCII'
          : 'ISO-8859-1';

/** ISO-8859-1 as UTF-8: the number of a byte is that of its character. */
export function fromLatin1(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 2);
  let to = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) out[to++] = 0xc0 | (byte >> 6);
    out[to++] = byte < 0x80 ? byte : byte & 0xbf;
  }
  return out.subarray(0, to);
}

/**
 * Brings a document entity to UTF-8. UTF-8 is returned as it stands, without a copy: whether it is valid is for the scanner
 * to see.
 */
export function toUtf8(bytes: Uint8Array, hint?: string): Utf8Text | EncodingFault {
  const detected = detectEncoding(bytes, hint);
  if ('fault' in detected) return detected;
  const { encoding, label, skip } = detected;
  const text = bytes.subarray(skip);
  if (label === 'utf-8') return { bytes: text, encoding };
  if (encoding === 'ISO-8859-1') return { bytes: fromLatin1(text), encoding };
  const isAscii = encoding === 'US-ASCII';
  if (isAscii && text.some((byte) => byte >= 0x80)) return { fault: 'malformed', encoding };
  try {
    const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
    // In one piece, Node 20 takes windows-1252 for ISO-8859-1; as a stream it does not.
    const whole = decoder.decode(text, { stream: true }) + decoder.decode();
    return { bytes: new TextEncoder().encode(whole), encoding };
  } catch {
    return { fault: 'malformed', encoding };
  }
}
