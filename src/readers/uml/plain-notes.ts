/** The few elements that Enterprise Architect writes into notes; other angle brackets are text. */
const MARKUP = /<(\/?)(b|i|u|sup|sub|ul|ol|li|font|a|p|br)(?:\s[^<>]*)?\/?>/giu;
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/giu;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Notes as plain text: line ends as `\n`, formatting of the tool removed, its character references expanded. */
export function plainNotes(text: string | undefined): string {
  if (text === undefined || text === '') return '';
  const lines = text.replaceAll(/\r\n?/gu, '\n');
  const bare = lines.includes('<') ? lines.replaceAll(MARKUP, plainMark) : lines;
  const expanded = bare.includes('&') ? bare.replaceAll(REFERENCE, expand) : bare;
  return expanded
    .replaceAll(/[ \t]+$/gmu, '')
    .replaceAll(/^\n+/gu, '')
    .trimEnd();
}

const plainMark = (_: string, end: string, name: string): string =>
  name.toLowerCase() === 'li' && end === '' ? '- ' : name.toLowerCase() === 'br' ? '\n' : '';

function expand(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : whole;
}
