const UNWISE = /[\u0000-\u0020"<>\\^`{|}\u007f-\u{10ffff}]/gu;

/** Section 6.3: characters that a URI cannot have are replaced by the escapes of their UTF-8 bytes. */
export const normalizeUri = (uri: string): string =>
  uri.replace(UNWISE, (char) =>
    Array.from(
      new TextEncoder().encode(char),
      (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join(''),
  );

/** Section 6.2: white space in a public identifier is collapsed. */
export const normalizePublicId = (publicId: string): string => publicId.trim().replace(/[ \t\r\n]+/g, ' ');

const TRANSCRIBED: Readonly<Record<string, string>> = {
  '+': ' ',
  ':': '//',
  ';': '::',
  '%2B': '+',
  '%3A': ':',
  '%2F': '/',
  '%3B': ';',
  '%27': "'",
  '%3F': '?',
  '%23': '#',
  '%25': '%',
};

/** Section 6.4: the public identifier that a `urn:publicid:` stands for; undefined for any other URI. */
export function unwrapPublicIdUrn(uri: string): string | undefined {
  if (!/^urn:publicid:/i.test(uri)) return undefined;
  const wrapped = uri.slice('urn:publicid:'.length);
  return normalizePublicId(
    wrapped.replace(/[+:;]|%[0-9A-F]{2}/gi, (part) => TRANSCRIBED[part.toUpperCase()] ?? part),
  );
}
