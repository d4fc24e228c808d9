import { isIdentifierName } from '../foundation/identifier-name.js';

/** Text that needs no escape in single quotes. `<` is left out so that no `</script` or `<!--` slips through. */
const PLAIN = /^[ !#-&(-;=-[\]-~]*$/;

/** Controls, invisible format characters (bidirectional overrides too), line separators, unpaired surrogates. */
const UNSAFE = /[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|<(?=\/?script|!--)/giu;

/** A string literal. Single quotes, unless double quotes save escapes: as Prettier would choose. */
export function quote(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  const escaped = text.replace(UNSAFE, escapeCharacter);
  const single = count(text, "'");
  const double = count(text, '"');
  if (single > double) return `"${escaped.replaceAll('"', '\\"')}"`;
  return `'${escaped.replaceAll("'", "\\'")}'`;
}

/** A number, exactly: also negative zero and the values that are no literals. */
export const numberLiteral = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/**
 * A property name in a type or an object literal: quoted where it is no identifier name. `__proto__` is computed,
 * because an object literal would set the prototype instead.
 */
export const propertyText = (name: string): string => {
  if (name === '__proto__') return "['__proto__']";
  return isIdentifierName(name) ? name : quote(name);
};

/** Property access on an expression: with a dot where the name allows it. */
export const memberText = (name: string): string =>
  isIdentifierName(name) ? `.${name}` : `[${quote(name)}]`;

function escapeCharacter(character: string): string {
  switch (character) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    case '\\':
      return '\\\\';
    case '<':
      return '\\x3C';
    default: {
      const codePoint = character.codePointAt(0) ?? 0;
      if (codePoint > 0xffff) return `\\u{${codePoint.toString(16)}}`;
      return `\\u${codePoint.toString(16).padStart(4, '0')}`;
    }
  }
}

const count = (text: string, character: string): number => text.split(character).length - 1;
