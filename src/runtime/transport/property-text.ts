/*
 * Text in headers that do not carry all characters. What a header carries goes as it is, so that a peer who knows nothing of us
 * reads it; the rest in the form of RFC 8187, `UTF-8''` and octets in percent form.
 */
const PREFIX = "UTF-8''";

/** A value for a header; `plain` tells what the header carries as it is. */
export const toHeaderText = (value: string, plain: RegExp): string =>
  plain.test(value) && !value.startsWith(PREFIX) ? value : PREFIX + encodeURIComponent(value);

/** The value that a header stands for. What only looks like the form of RFC 8187 is taken as it is. */
export function fromHeaderText(text: string): string {
  if (!text.startsWith(PREFIX)) return text;
  try {
    return decodeURIComponent(text.slice(PREFIX.length));
  } catch {
    return text;
  }
}

/** Printable ASCII without blanks at the ends, which every header keeps. */
export const PRINTABLE_ASCII = /^(?:[!-~](?:[ -~]*[!-~])?)?$/;
