import { child, childOrText, END } from '../xml/element.js';
import type { Reader } from '../xml/reader.js';
import { allowsNamespace } from './wildcard.js';
import { incomplete, outOfPlace, refuseElement, variantOf } from './children.js';
import { mayFollow, type ComplexTypeInfo } from './type-descriptor.js';

/** Answered for an element that the wildcard of a flat content model lets in. */
export const OPEN = -1;

/**
 * Goes to the next child of an element with flat content and holds its place against `last`, the number of the child
 * before it (0 at the start). Answers its number, `OPEN` for an element that a wildcard lets in, or `END` when the
 * element ended, which must not be too early. Elements that must not be there are reported and passed over.
 */
export function next(r: Reader, type: ComplexTypeInfo, last: number): number {
  for (;;) {
    const number = placed(r, type, last, child(r, type, type.follow[last] as number));
    if (number !== AGAIN) return number;
  }
}

/** Holds the place of a child whose start tag was read against `last`; `AGAIN` where it was passed over. */
export function placed(r: Reader, type: ComplexTypeInfo, last: number, found: number): number {
  if (found > 0 ? mayFollow(type, last, found) : found === END && last >= type.complete) return found;
  return settle(r, type, last, found);
}

/** As `next`, where text may stand, which is added to `content`. */
export function nextOrText(r: Reader, type: ComplexTypeInfo, last: number, content: unknown[]): number {
  for (;;) {
    const settled = settle(r, type, last, childOrText(r, type, content));
    if (settled !== AGAIN) return settled;
  }
}

/** Answered by `placed` for a child that was passed over. */
export const AGAIN = -2;

/** Says what becomes of a child that is not simply the expected one. */
function settle(r: Reader, type: ComplexTypeInfo, before: number, found: number): number {
  const depth = found === END ? r.depth + 1 : r.depth - 1;
  const parent = r.nameStart[depth] as number;
  // Behind a child out of place, what was there before it still counts.
  const last = r.floorOf === parent ? Math.max(before, r.floor) : before;
  if (found === END) {
    if (last < type.complete) incomplete(r, type, last);
    return END;
  }
  if (found > 0) return inPlace(r, type, parent, last, found, found);
  if (type.wildcard !== undefined && allowsNamespace(type.wildcard, r.openNamespace))
    return inPlace(r, type, parent, last, type.open, OPEN);
  const variant = variantOf(r, type);
  if (variant > 0) return inPlace(r, type, parent, last, variant, variant);
  refuseElement(r, type, last);
  return AGAIN;
}

function inPlace(
  r: Reader,
  type: ComplexTypeInfo,
  parent: number,
  last: number,
  number: number,
  answer: number,
): number {
  if (!mayFollow(type, last, number)) {
    r.floor = outOfPlace(r, type, last, number);
    r.floorOf = parent;
  }
  return answer;
}
