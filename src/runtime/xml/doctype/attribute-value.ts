import { isSpace } from '../byte-class.js';
import { beyondLimit, malformed } from '../fault.js';
import type { Reader } from '../reader.js';
import { cutUtf8 } from '../text.js';
import type { Doctype, Entity } from './doctype.js';
import {
  PREDEFINED,
  countAdded,
  entityNamed,
  inside,
  nameOfReference,
  passEntityReference,
} from './reference.js';
import { reference } from './token.js';

/** How an attribute value is read. */
export interface ValueReading {
  /** In the document, a line end of two characters is one; in replacement text, what looks like one was written as such. */
  readonly inEntity: boolean;
  /** Takes a reference to what is not declared, instead of looking for the entity. */
  readonly undeclared?: (name: string, at: number) => void;
}

/** The value in `bytes[start, end)`, normalised as CDATA (3.3.3): references replaced, white space as spaces. */
export function attributeValue(d: Doctype, c: Reader, start: number, end: number, how: ValueReading): string {
  const { bytes } = c;
  const most = end - start + d.r.limits.maxEntityExpansion;
  let value = '';
  let from = start;
  let p = start;
  while (p < end) {
    const byte = bytes[p] as number;
    if (byte === 0x3c) return malformed(c, 'no entity in an attribute value may have "<"', p, 'wf-no-lt');
    if (byte === 0x26) {
      value += cutUtf8(c, from, p) + valueOfReference(d, c, p, how);
      from = p = c.at;
    } else if (byte < 0x20) {
      value += `${cutUtf8(c, from, p)} `;
      p += byte === 0x0d && bytes[p + 1] === 0x0a && !how.inEntity ? 2 : 1;
      from = p;
    } else p++;
    if (value.length > most) beyondLimit(c, 'maxEntityExpansion', start, d.r.limits.maxEntityExpansion);
  }
  return value + cutUtf8(c, from, end);
}

/** What the reference at `p` stands for; leaves `c.at` behind it. */
function valueOfReference(d: Doctype, c: Reader, p: number, how: ValueReading): string {
  if (c.bytes[p + 1] === 0x23) return reference(c, p);
  const end = passEntityReference(c, p);
  const name = nameOfReference(c, p, end);
  if (PREDEFINED.has(name)) return reference(c, p);
  if (how.undeclared !== undefined && !d.entities.has(name)) {
    how.undeclared(name, p);
    c.at = end;
    return '';
  }
  const entity = entityNamed(d, c, name, p);
  const value = entity === undefined ? '' : replacementInValue(d, c, entity, p);
  c.at = end;
  return value;
}

function replacementInValue(d: Doctype, c: Reader, entity: Entity, p: number): string {
  const { name, text } = entity;
  if (text === null)
    return malformed(
      c,
      `entity "${name}" is external: an attribute value must not refer to it`,
      p,
      'wf-no-external-entity',
    );
  if (entity.value !== null) return entity.value;
  const value = inside(d, c, entity, text, p, (inner) => {
    checkCharacters(inner);
    return attributeValue(d, inner, 0, inner.end, { inEntity: true });
  });
  countAdded(d, c, value.length - text.length, p);
  entity.value = value;
  return value;
}

/** Character references may have brought characters in that only they may stand for; here they would stand for themselves. */
function checkCharacters(c: Reader): void {
  for (let p = 0; p < c.end; p++) {
    const byte = c.bytes[p] as number;
    if (byte < 0x20 && !isSpace(byte)) malformed(c, 'a character that XML forbids', p);
  }
}

/** Drops the spaces around tokens, and all but one between two (3.3.3). */
export const tokens = (value: string): string => value.replace(/ +/g, ' ').replace(/^ | $/g, '');

/** A normalised value as it is written between double quotes. */
export const escapeValue = (value: string): string =>
  value.replace(/[&<"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
