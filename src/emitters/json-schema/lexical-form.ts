import {
  compilePattern,
  parsePattern,
  type PatternNode,
  regexpSource,
  simplifyPattern,
} from '../../analysis/pattern/index.js';
import type { SchemaObject } from './json-schema.js';

/** A pattern of XML Schema as one of ECMA-262 with flag u; undefined where that could be slow, so that it is left out. */
export function translatedPattern(pattern: string): string | undefined {
  const compiled = compilePattern(pattern);
  if (!compiled.ok || compiled.regexp !== undefined) return compiled.ok ? compiled.regexp?.source : undefined;
  const parsed = parsePattern(pattern);
  const node = parsed.ok ? simplifyPattern(parsed.node) : undefined;
  return node !== undefined && countsNothing(node) ? `^(?:${regexpSource(node)})$` : undefined;
}

/** Only single characters are repeated: however a text is matched, there are few ways. */
function countsNothing(node: PatternNode): boolean {
  switch (node.kind) {
    case 'characters':
      return true;
    case 'sequence':
      return node.parts.every(countsNothing);
    case 'choice':
      return node.branches.every(countsNothing);
    case 'repeat':
      return node.max === 1 ? countsNothing(node.body) : node.body.kind === 'characters' && node.max <= 16;
  }
}

/** Text that white space normalisation leaves as it is (4.3.6). */
export const WHITE_SPACE_FORM: Readonly<Record<string, string | undefined>> = {
  replace: '^[^\\t\\n\\r]*$',
  collapse: '^(?:[^\\t\\n\\r ]+(?: [^\\t\\n\\r ]+)*)?$',
};

/** An item of a list: no white space in it. */
export const ITEM_FORM = '^[^\\t\\n\\r ]+$';

const ZONE = '(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?';
const YEAR = '-?(?!0000)(?:[1-9][0-9]{3,}|0[0-9]{3})';
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12][0-9]|3[01])';
const MONTH_AND_DAY =
  '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))';
const CLOCK = '(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?|24:00:00(?:\\.0+)?)';
const FLOATING_POINT = '[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN';
const SEXTETS = '(?:(?:[A-Za-z0-9+/] ?){4})*';

/** Lexical spaces (3.2, 3.3), anchors left out. Bounds of integers and leap days are not said. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ['decimal', '[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)'],
  ...'integer long int short byte'.split(' ').map((name) => [name, '[+-]?[0-9]+'] as const),
  ...'nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte'
    .split(' ')
    .map((name) => [name, '\\+?[0-9]+|-0+'] as const),
  ['positiveInteger', '\\+?0*[1-9][0-9]*'],
  ['nonPositiveInteger', '-[0-9]+|\\+?0+'],
  ['negativeInteger', '-0*[1-9][0-9]*'],
  ['float', FLOATING_POINT],
  ['double', FLOATING_POINT],
  ['boolean', 'true|false|1|0'],
  ['dateTime', `${YEAR}-${MONTH_AND_DAY}T${CLOCK}${ZONE}`],
  ['date', `${YEAR}-${MONTH_AND_DAY}${ZONE}`],
  ['time', CLOCK + ZONE],
  ['gYear', YEAR + ZONE],
  ['gYearMonth', `${YEAR}-${MONTH}${ZONE}`],
  ['gMonth', `--${MONTH}${ZONE}`],
  ['gMonthDay', `--${MONTH_AND_DAY}${ZONE}`],
  ['gDay', `---${DAY}${ZONE}`],
  [
    'duration',
    '-?P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\\.[0-9]+)?S)?)?',
  ],
  ['hexBinary', '(?:[0-9A-Fa-f]{2})*'],
  [
    'base64Binary',
    `(?:${SEXTETS}(?:(?:[A-Za-z0-9+/] ?){3}[A-Za-z0-9+/]|(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?=|[A-Za-z0-9+/] ?[AQgw] ?= ?=))?`,
  ],
  ['language', '[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*'],
]);

/** Built-in types of names, as patterns of XML Schema. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['Name', '\\i\\c*'],
  ['NMTOKEN', '\\c+'],
  ...['NCName', 'ID', 'IDREF', 'ENTITY'].map((name) => [name, '[\\i-[:]][\\c-[:]]*'] as const),
  ...['QName', 'NOTATION'].map((name) => [name, '(\\{[^{}]+\\})?[\\i-[:]][\\c-[:]]*'] as const),
]);

/** A value of a built-in type as text. */
export function textForm(builtIn: string): SchemaObject {
  const form = FORMS.get(builtIn);
  if (form !== undefined) return { type: 'string', pattern: `^(?:${form})$` };
  const name = NAMES.get(builtIn);
  const pattern =
    name === undefined
      ? WHITE_SPACE_FORM[
          builtIn === 'normalizedString' ? 'replace' : COLLAPSED.has(builtIn) ? 'collapse' : 'preserve'
        ]
      : translatedPattern(name);
  return pattern === undefined ? { type: 'string' } : { type: 'string', pattern };
}

const COLLAPSED: ReadonlySet<string> = new Set(['token', 'anyURI']);

/** A value of a built-in type as a number. */
export function numberForm(builtIn: string): SchemaObject {
  const bounds = INTEGERS.get(builtIn);
  if (bounds === undefined) return { anyOf: [{ type: 'number' }, { enum: ['INF', '-INF', 'NaN', '-0'] }] };
  const [minimum, maximum] = bounds;
  return { anyOf: [{ type: 'integer', minimum, maximum }, { const: '-0' }] };
}

const INTEGERS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['byte', [-128, 127]],
  ['short', [-32_768, 32_767]],
  ['int', [-2_147_483_648, 2_147_483_647]],
  ['unsignedByte', [0, 255]],
  ['unsignedShort', [0, 65_535]],
  ['unsignedInt', [0, 4_294_967_295]],
]);
