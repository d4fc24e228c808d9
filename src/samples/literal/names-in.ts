/** The names in a value that is a list, or one name. */
export const namesIn = (literal: string): readonly string[] =>
  literal.split(/[ \t\r\n]+/).filter((name) => name !== '');
