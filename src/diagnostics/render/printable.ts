const UNSAFE = new RegExp(
  // C0 and C1 without tab and line feed; marks that reorder text; unpaired surrogates.
  '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]|\\p{Surrogate}',
  'gu',
);

/** Text of a document made safe for a terminal: no escape sequence of a hostile model gets through. */
export const printable = (text: string): string =>
  text.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
