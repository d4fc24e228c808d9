import { allotNames } from './allot.js';
import { capitalised, toIdentifierName } from './identifier-form.js';
import { isSafePropertyName } from './reserved-name.js';

/** Signs that stand alone or in front often enough to deserve a word. */
const SIGNS: Readonly<Record<string, string>> = {
  '+': 'Plus',
  '-': 'Minus',
  '*': 'Asterisk',
  '/': 'Slash',
  '%': 'Percent',
  '.': 'Dot',
  '<': 'Less',
  '>': 'Greater',
  '=': 'Equals',
  '°': 'Degree',
};

/**
 * Member names for the values of an enumeration: words with raised first letters, `meter reading` as `MeterReading`.
 * Values that differ only in that (`m`, `M`) keep their own case.
 */
export function enumerationMembers(
  values: readonly string[],
): readonly { readonly value: string; readonly member: string }[] {
  const distinct = [...new Set(values)];
  const uses = new Map<string, number>();
  for (const value of distinct) uses.set(joined(value), (uses.get(joined(value)) ?? 0) + 1);
  const { names } = allotNames(
    distinct.map((key) => {
      const member = joined(key);
      const wanted = uses.get(member) === 1 ? member : kept(key);
      return { key, wanted: isSafePropertyName(wanted) ? wanted : `${wanted}_`, exact: wanted === key };
    }),
    new Set(),
  );
  return distinct.map((value) => ({ value, member: names.get(value) ?? value }));
}

const kept = (value: string): string => toIdentifierName(value.trim());

function joined(value: string): string {
  const words = value.split(/[^$_\p{ID_Continue}]+/u).filter((word) => word !== '');
  if (words.length === 0) {
    const signs = [...value].map((sign) => SIGNS[sign] ?? (sign.trim() === '' ? 'Space' : codeOf(sign)));
    return signs.length === 0 ? 'Empty' : signs.join('');
  }
  // A number must not run into one before it: 1.23 is not 12.3.
  const text = words.reduce(
    (all, word) => all + (/\d$/.test(all) && /^\d/.test(word) ? '_' : '') + capitalised(word),
    '',
  );
  return toIdentifierName(/^-\d/.test(value) ? `Minus${text}` : text);
}

const codeOf = (sign: string): string =>
  `U${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
