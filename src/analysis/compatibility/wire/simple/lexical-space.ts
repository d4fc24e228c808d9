import { patternAcceptor } from './text-acceptors.js';
import { type Acceptor, EVERYTHING } from './acceptor.js';

/** The literals of a primitive type as an automaton: exactly, or a set that holds all of them. */
export interface LexicalSpace {
  readonly acceptor: Acceptor;
  readonly isExact: boolean;
}

const NUMBER = '[+\\-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)';
const ZONE = '(Z|[+\\-][0-9]{2}:[0-9]{2})?';
const YEAR = '-?[0-9]{4,}';
const TIME = '[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?';
const FLOATING = `${NUMBER}([Ee][+\\-]?[0-9]+)?|INF|-INF|NaN`;

const EXACT: Readonly<Record<string, string>> = {
  boolean: 'true|false|0|1',
  decimal: NUMBER,
  float: FLOATING,
  double: FLOATING,
  hexBinary: '([0-9A-Fa-f]{2})*',
  gMonth: `--(0[1-9]|1[0-2])(Z|[+\\-](0[0-9]|1[0-3]):[0-5][0-9]|[+\\-]14:00)?`,
  gDay: `---(0[1-9]|[12][0-9]|3[01])(Z|[+\\-](0[0-9]|1[0-3]):[0-5][0-9]|[+\\-]14:00)?`,
};

/** Forms that all literals have, and some texts that are none. */
const ROUGH: Readonly<Record<string, string>> = {
  duration: '-?P([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?',
  dateTime: `${YEAR}-[0-9]{2}-[0-9]{2}T${TIME}${ZONE}`,
  date: `${YEAR}-[0-9]{2}-[0-9]{2}${ZONE}`,
  time: `${TIME}${ZONE}`,
  gYear: `${YEAR}${ZONE}`,
  gYearMonth: `${YEAR}-[0-9]{2}${ZONE}`,
  gMonthDay: `--[0-9]{2}-[0-9]{2}${ZONE}`,
  base64Binary: '[A-Za-z0-9+/= ]*',
  QName: '[\\i-[:]][\\c-[:]]*(:[\\i-[:]][\\c-[:]]*)?',
  NOTATION: '[\\i-[:]][\\c-[:]]*(:[\\i-[:]][\\c-[:]]*)?',
};

/** The lexical space of a primitive type, by its local name. */
export function lexicalSpace(primitive: string): LexicalSpace {
  if (primitive === 'string' || primitive === 'anySimpleType') return { acceptor: EVERYTHING, isExact: true };
  const exact = EXACT[primitive];
  const form = exact ?? ROUGH[primitive];
  const acceptor = form === undefined ? undefined : patternAcceptor(form);
  return { acceptor: acceptor ?? EVERYTHING, isExact: exact !== undefined && acceptor !== undefined };
}
