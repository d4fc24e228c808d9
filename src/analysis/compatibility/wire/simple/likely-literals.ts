import type { ComponentId, Schema } from '../../../../model/schema/index.js';
import { effectiveFacets, simpleTypeBehind } from '../../../simple-type/index.js';

const TYPICAL: Readonly<Record<string, readonly string[]>> = {
  string: ['', 'a', 'text', ' '],
  anySimpleType: ['', 'a', 'text', '%'],
  boolean: ['true', 'false', '0', '1'],
  decimal: [
    '0',
    '1',
    '-1',
    '0.5',
    '1.0',
    '10',
    '-10',
    '01',
    '+1',
    '1000000000000000000000',
    '-1000000000000000000000',
    '0.000000000001',
  ],
  float: ['0', '1', '-1', '0.5', 'NaN', 'INF', '-INF', '1E30', '-1E30', '1E-30'],
  double: ['0', '1', '-1', '0.5', 'NaN', 'INF', '-INF', '1E300', '-1E300', '1E-300'],
  duration: ['P0D', 'P1D', 'P1Y', '-P1D', 'PT1S', 'P9999Y', '-P9999Y', 'P1M', 'P30D'],
  dateTime: [
    '2001-01-01T00:00:00',
    '2001-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2001-01-01T00:00:00.5',
    '2001-06-30T12:00:00+02:00',
  ],
  date: ['2001-01-01', '2001-01-01Z', '0001-01-01', '9999-12-31', '2001-06-30+02:00'],
  time: ['00:00:00', '12:00:00', '23:59:59', '12:00:00Z', '12:00:00.5', '23:59:59Z'],
  gYear: ['2001', '2001Z', '0001', '9999'],
  gYearMonth: ['2001-01', '2001-01Z', '0001-01', '9999-12'],
  gMonth: ['--01', '--12', '--06Z'],
  gMonthDay: ['--01-01', '--12-31', '--06-30Z'],
  gDay: ['---01', '---31', '---15Z'],
  hexBinary: ['', '00', 'FF', 'ff', '0000', '000000', '00000000'],
  base64Binary: ['', 'AA==', 'AAA=', 'AAAA', 'AAAAAA==', 'AAAAAAAA'],
  anyURI: ['', 'a', 'urn:example:a', 'http://example.org/', '#a', '%20'],
  QName: ['a', 'xml:lang'],
  NOTATION: [],
};

/** Literals that are worth a try: what facets name, what lies beside it, and what is typical of the primitive type. */
export function likelyLiterals(schema: Schema, id: ComponentId, depth = 0): readonly string[] {
  const type = simpleTypeBehind(schema, id);
  if (type === undefined || depth > 8) return [];
  const { facets, primitive } = effectiveFacets(schema, id);
  const stated = [...facets]
    .filter(([kind]) => STATING.has(kind))
    .flatMap(([kind, values]) =>
      values.flatMap(({ facet: { value } }) =>
        kind === 'enumeration' ? [value] : [value.trim(), ...beside(value.trim())],
      ),
    );
  const { variety } = type;
  const inner =
    variety.kind === 'list'
      ? listed(likelyLiterals(schema, variety.itemType, depth + 1))
      : variety.kind === 'union'
        ? variety.memberTypes.flatMap((member) => likelyLiterals(schema, member, depth + 1))
        : sized(TYPICAL[primitive ?? 'anySimpleType'] ?? [], primitive, facets);
  return [...new Set([...stated, ...inner])];
}

const STATING: ReadonlySet<string> = new Set([
  'enumeration',
  'minInclusive',
  'maxInclusive',
  'minExclusive',
  'maxExclusive',
]);

/** Lists of none, one and several items. */
const listed = (items: readonly string[]): readonly string[] => {
  const plain = items.filter((item) => item !== '' && !/[ \t\r\n]/.test(item));
  const [first] = plain;
  const repeated =
    first === undefined
      ? []
      : [2, 3, 4, 5, 8].map((count) => Array.from({ length: count }, () => first).join(' '));
  return ['', ...plain, ...repeated, plain.slice(0, 3).join(' ')];
};

/** Binary values of the lengths that facets name. */
function sized(
  typical: readonly string[],
  primitive: string | undefined,
  facets: ReturnType<typeof effectiveFacets>['facets'],
): readonly string[] {
  const lengths = (['length', 'minLength', 'maxLength'] as const)
    .flatMap((kind) => facets.get(kind)?.map(({ facet }) => Number(facet.value)) ?? [])
    .flatMap((length) => [length, length + 1, Math.max(0, length - 1)])
    .filter((length) => length <= 5_000);
  if (primitive === 'hexBinary') return [...typical, ...lengths.map((length) => '00'.repeat(length))];
  if (primitive === 'base64Binary') return [...typical, ...lengths.map(octets)];
  if (primitive === 'string' || primitive === 'anyURI')
    return [...typical, ...lengths.map((length) => 'a'.repeat(length))];
  return typical;
}

const octets = (count: number): string =>
  'AAAA'.repeat(Math.floor(count / 3)) + ['', 'AA==', 'AAA='][count % 3];

/** The values before and after, as far as changing digits goes. */
function beside(literal: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < literal.length; at++) {
    const digit = literal.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) continue;
    const changed = (by: number): string => literal.slice(0, at) + String(digit + by) + literal.slice(at + 1);
    if (digit > 0) found.push(changed(-1));
    if (digit < 9) found.push(changed(1));
  }
  const [head = '', zone = ''] = [
    literal.replace(/(Z|[+-]\d\d:\d\d)$/, ''),
    /(Z|[+-]\d\d:\d\d)$/.exec(literal)?.[1],
  ];
  if (/^-?\d+(-\d\d)*(T[\d:.]+)?$|^[\d:.]+$/.test(head))
    found.push(head, `${head}Z`, `${head}+14:00`, `${head}-14:00`);
  if (/\d\d:\d\d:\d\d$/.test(head)) found.push(`${head}.5${zone}`, `${head}.000001${zone}`);
  if (/^[+-]?[\d.]+$/.test(literal))
    found.push(`${literal}${literal.includes('.') ? '' : '.'}0001`, `-${literal}`);
  return found;
}
