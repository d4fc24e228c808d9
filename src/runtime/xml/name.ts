import { isNameStart, nameClass } from './byte-class.js';
import { NAME, Q_NAME } from './character-class.js';
import { atEnd, badNamespace, beyondLimit, unexpected } from './fault.js';
import type { Reader } from './reader.js';
import { characters } from './text.js';

/** Passes a Name (production 5; the colon counts): answers the offset behind it. */
export function passName(r: Reader, p: number): number {
  const { bytes } = r;
  let q = p;
  while (nameClass[bytes[q] as number] === 0 || bytes[q] === 0x3a) q++;
  if (q >= r.end) atEnd(r, q);
  if (!NAME.test(characters(r, p, q, 'a name'))) unexpected(r, p, 'a name');
  return q;
}

/** Passes the name of an element or attribute, a QName: answers the offset behind it; `r.local` is that of its local part. */
export function passQName(r: Reader, p: number): number {
  const { bytes } = r;
  let q = p;
  r.local = p;
  while (isNameStart(bytes[q])) {
    while (nameClass[bytes[q] as number] === 0 && (bytes[q] as number) < 0x80) q++;
    if (bytes[q] !== 0x3a || r.local > p) break;
    r.local = ++q;
  }
  const c = bytes[q];
  if (q === r.local || c === 0x3a || c === undefined || c >= 0x80 || q >= r.end) {
    q = passName(r, p);
    const colon = bytes.subarray(p, q).indexOf(0x3a);
    r.local = p + colon + 1;
    checkQName(r, p, q);
  }
  if (q - p > r.limits.maxTextLength) beyondLimit(r, 'maxTextLength', p);
  return q;
}

/** A QName has one colon at most, with an NCName on each side. */
export function checkQName(r: Reader, start: number, end: number): void {
  const name = characters(r, start, end, 'a name');
  if (!Q_NAME.test(name))
    badNamespace(r, `"${name}" is no name, nor a prefix and a name joined by a colon`, start);
}
