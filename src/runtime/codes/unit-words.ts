import { nameOf } from './code-table.js';
import { MULTIPLIER } from './reading-type/multiplier.js';
import { UNIT } from './reading-type/unit.js';
import { words } from './words.js';

/** Symbols of what stands above the line, where they differ from the names. */
const SYMBOL: Readonly<Record<string, string>> = {
  b: 'bit',
  bm: 'Bm',
  bq: 'Bq',
  btu: 'Btu',
  cosTheta: 'cos θ',
  deg: '°',
  degC: '°C',
  ft3compensated: 'ft³ compensated',
  gM2: 'g·m²',
  gy: 'Gy',
  imperialGal: 'imperial gal',
  j: 'J',
  kgM: 'kg·m',
  litre: 'L',
  litreCompensated: 'L compensated',
  litreUncompensated: 'L uncompensated',
  m3compensated: 'm³ compensated',
  m3uncompensated: 'm³ uncompensated',
  n: 'N',
  ohm: 'Ω',
  ohmM: 'Ω·m',
  pa: 'Pa',
  paA: 'Pa absolute',
  paG: 'Pa gauge',
  psiA: 'psi absolute',
  psiG: 'psi gauge',
  rev: 'revolution',
  sec: 's',
  siemens: 'S',
  sv: 'Sv',
  usGal: 'US gal',
  VAr: 'var',
  VArh: 'varh',
  w: 'W',
  wb: 'Wb',
};

/** Symbols of what stands below the line; there every name begins with a capital letter. */
const BELOW: Readonly<Record<string, string>> = {
  H: 'h',
  Kg: 'kg',
  Litre: 'L',
  M: 'm',
  M3: 'm³',
  MK: '(m·K)',
  Mol: 'mol',
  Rev: 'revolution',
  Sec: 's',
  Sec2: 's²',
  G: 'g',
};

/** Units of public tables that have no symbol. */
const WITHOUT_SYMBOL: readonly string[] = [
  'char',
  'code',
  'count',
  'meCode',
  'money',
  'status',
  'therm',
  'timeStamp',
];

/** A prefix belongs to the letters that follow it: km² is not a thousand square metres, and kkg is no unit. */
const TAKES_PREFIX =
  /^(?!kg)[A-Za-zΩ]{1,4}(?:·[^/ ]+)?(?:\/.+)?(?: (?:gauge|absolute|(?:un)?compensated))?(?:\/.+)?$/u;

/** A unit with its multiplier: `kWh`, `µV`, `10^3 count`. Undefined where neither says anything. */
export function unitWords(unit: number, multiplier: number): string | undefined {
  const name = nameOf(UNIT, unit);
  if (name === 'none') return multiplier === 0 ? undefined : `10^${multiplier}`;
  const symbol = name === undefined ? undefined : symbolOf(name);
  const prefix = nameOf({ standard: MULTIPLIER.standard }, multiplier);
  if (symbol !== undefined && prefix !== undefined && (multiplier === 0 || TAKES_PREFIX.test(symbol))) {
    return `${prefixSymbol(prefix)}${symbol}`;
  }
  const unitName = symbol ?? (name === undefined ? `unit ${unit}` : words(name));
  return multiplier === 0 ? unitName : `10^${multiplier} ${unitName}`;
}

const prefixSymbol = (name: string): string => (name === 'none' ? '' : name === 'micro' ? 'µ' : name);

function symbolOf(name: string): string | undefined {
  const [above = '', below] = name.split(/Per(?=[A-Z])/u);
  if (!Object.hasOwn(UNIT.standard, name) || WITHOUT_SYMBOL.includes(above)) return undefined;
  const head = SYMBOL[above] ?? superscript(above);
  return below === undefined ? head : `${head}/${BELOW[below] ?? superscript(below)}`;
}

const superscript = (symbol: string): string =>
  symbol.replace(/(?<=[A-Za-z])2/u, '²').replace(/(?<=[A-Za-z])3/u, '³');
