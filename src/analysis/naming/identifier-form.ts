import { isIdentifierName } from '../../foundation/identifier-name.js';

/** An XML name or other text made an identifier name: unchanged where it is one, else `_` for what cannot stand. */
export function toIdentifierName(text: string): string {
  if (isIdentifierName(text)) return text;
  const joined = text.replace(/[^$_\p{ID_Continue}]+/gu, '_');
  return isIdentifierName(joined) ? joined : `_${joined}`;
}

/** `meter-readings` becomes `MeterReadings`: the first letter of each word raised, the others kept. */
export const toPascalCase = (text: string): string =>
  text
    .split(/[^\p{ID_Continue}]+|_/u)
    .filter((word) => word !== '')
    .map(capitalised)
    .join('');

/** The first letter raised. */
export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The first letter lowered. */
export const uncapitalised = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

/** `IEC61968CimPart9` becomes `iec61968-cim-part9`: what a folder may be called on every file system. */
export const toKebabCase = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
