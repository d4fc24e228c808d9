/**
 * A distinguished name in one line, as RFC 4514 writes it, of the lines in which OpenSSL has it: the most specific part
 * first, characters escaped that would let one part look like several.
 */
export const distinguishedName = (lines: string): string =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .reverse()
    .map((line) => {
      const equals = line.indexOf('=');
      return `${line.slice(0, equals)}=${line
        .slice(equals + 1)
        .replace(/[\\",+;<>=]/gu, '\\$&')
        .replace(/^[ #]| $/gu, '\\$&')}`;
    })
    .join(',');
