import { parsePattern, type PatternNode } from '../../analysis/pattern/index.js';
import type { Schema, SimpleType } from '../../model/schema/index.js';
import { literalFacets, simpleTypeOf } from './literal-facets.js';

const DATE = '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])';
const TIME = '([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?';
const ZONE = '(Z|[+\\-](0[0-9]|1[0-3]):[0-5][0-9])?';
const DIGITS = '[0-9]+';
const NAME = '[A-Za-z_][A-Za-z0-9_.\\-]*';
const NUMBER = `[+\\-]?(${DIGITS}(\\.[0-9]*)?|\\.${DIGITS})`;
const OCTETS = '([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?';
const DURATION =
  '-?P([0-9]+Y([0-9]+M)?([0-9]+D)?|[0-9]+M([0-9]+D)?|[0-9]+D)(T([0-9]+H([0-9]+M)?([0-9]+S)?|[0-9]+M([0-9]+S)?|[0-9]+(\\.[0-9]+)?S))?' +
  '|-?PT([0-9]+H([0-9]+M)?([0-9]+S)?|[0-9]+M([0-9]+S)?|[0-9]+(\\.[0-9]+)?S)';

/** The lexical form of built-in types, narrower than they are where that only leaves out what nobody writes. */
const FORMS: Readonly<Record<string, string>> = {
  boolean: 'true|false|0|1',
  decimal: NUMBER,
  float: `${NUMBER}([Ee][+\\-]?[0-9]{1,2})?|INF|-INF|NaN`,
  double: `${NUMBER}([Ee][+\\-]?[0-9]{1,2})?|INF|-INF|NaN`,
  duration: DURATION,
  dateTime: `-?${DATE}T${TIME}${ZONE}`,
  date: `-?${DATE}${ZONE}`,
  time: TIME + ZONE,
  gYear: `-?[0-9]{4,}${ZONE}`,
  gYearMonth: `-?[0-9]{4}-(0[1-9]|1[0-2])${ZONE}`,
  gMonth: `--(0[1-9]|1[0-2])${ZONE}`,
  gMonthDay: `--(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])${ZONE}`,
  gDay: `---(0[1-9]|[12][0-9]|3[01])${ZONE}`,
  hexBinary: '([0-9A-Fa-f]{2})*',
  base64Binary: OCTETS,
  anyURI: '[A-Za-z0-9:/.?=&#_\\-]*',
  language: '[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*',
  Name: NAME,
  NCName: NAME,
  ID: NAME,
  IDREF: NAME,
  ENTITY: NAME,
  NMTOKEN: '[A-Za-z0-9_.:\\-]+',
  token: '([!-~]+( [!-~]+)*)?',
  integer: `[+\\-]?${DIGITS}`,
  long: '[+\\-]?0*[0-9]{1,18}',
  int: '[+\\-]?0*[0-9]{1,9}',
  short: '[+\\-]?0*([0-9]{1,4}|[12][0-9]{4})',
  byte: '[+\\-]?0*([0-9]{1,2}|1[01][0-9]|12[0-7])',
  nonPositiveInteger: `-${DIGITS}|0+`,
  negativeInteger: `-${DIGITS}`,
  nonNegativeInteger: `\\+?${DIGITS}`,
  positiveInteger: `\\+?${DIGITS}`,
  unsignedLong: '\\+?0*[0-9]{1,19}',
  unsignedInt: '\\+?0*[0-9]{1,9}',
  unsignedShort: '\\+?0*([0-9]{1,4}|[1-5][0-9]{4})',
  unsignedByte: '\\+?0*([0-9]{1,2}|1[0-9]{2}|2[0-4][0-9]|25[0-5])',
};

/** What literals of a type look like before its own patterns. Undefined where that says nothing. */
export function lexicalForm(schema: Schema, type: SimpleType): PatternNode | undefined {
  const text = formOf(schema, type);
  if (text === undefined) return undefined;
  let node = parsed.get(text);
  if (node === undefined) {
    const result = parsePattern(text);
    if (!result.ok) return undefined;
    node = result.node;
    parsed.set(text, node);
  }
  return node;
}

// The forms are few: built-in types, and lists of them.
const parsed = new Map<string, PatternNode>();

function formOf(schema: Schema, type: SimpleType): string | undefined {
  const { variety } = type;
  switch (variety.kind) {
    case 'atomic':
      return FORMS[literalFacets(schema, type).builtIn];
    case 'list': {
      const item = simpleTypeOf(schema, variety.itemType);
      const form = (item && formOf(schema, item)) ?? '[!-~]+';
      return `((${form})( (${form}))*)?`;
    }
    case 'union': {
      const members = variety.memberTypes.map((id) => simpleTypeOf(schema, id));
      const forms = members.map((member) => member && formOf(schema, member));
      return forms.includes(undefined) ? undefined : forms.map((form) => `(${form ?? ''})`).join('|');
    }
  }
}
