import { unexpected } from '../fault.js';
import type { Reader } from '../reader.js';
import { isAt, passByte, passSpace } from './token.js';
import { passQName } from '../name.js';

/** Passes what an element declaration says about content (production 46). Nothing is kept of it: it is for validation. */
export function passContentSpecification(c: Reader, p: number): number {
  if (isAt(c, p, 'EMPTY')) return p + 5;
  if (isAt(c, p, 'ANY')) return p + 3;
  const open = passByte(c, p, 0x28);
  const inside = passSpace(c, open);
  return isAt(c, inside, '#PCDATA') ? passMixed(c, inside + 7) : passChildren(c, inside);
}

/** Mixed (production 51), behind `#PCDATA`. */
function passMixed(c: Reader, p: number): number {
  let q = passSpace(c, p);
  let hasNames = false;
  while (c.bytes[q] === 0x7c) {
    q = passSpace(c, passQName(c, passSpace(c, q + 1)));
    hasNames = true;
  }
  q = passByte(c, q, 0x29);
  if (hasNames) return passByte(c, q, 0x2a);
  return c.bytes[q] === 0x2a ? q + 1 : q;
}

/** Element content (productions 47 to 50), behind the first parenthesis. Groups may lie very deep: no recursion. */
function passChildren(c: Reader, p: number): number {
  // The separator of each open group; 0 as long as it has none.
  const separators = [0];
  let q = p;
  for (;;) {
    while (c.bytes[q] === 0x28) {
      separators.push(0);
      q = passSpace(c, q + 1);
    }
    q = passOccurrence(c, passQName(c, q));
    for (;;) {
      q = passSpace(c, q);
      const byte = c.bytes[q];
      if (byte === 0x29) {
        separators.pop();
        q = passOccurrence(c, q + 1);
        if (separators.length === 0) return q;
        continue;
      }
      const separator = separators[separators.length - 1];
      if ((byte !== 0x7c && byte !== 0x2c) || (separator !== 0 && separator !== byte))
        return unexpected(
          c,
          q,
          separator === 0x7c ? '"|" or ")"' : separator === 0x2c ? '"," or ")"' : '"|", "," or ")"',
        );
      separators[separators.length - 1] = byte;
      q = passSpace(c, q + 1);
      break;
    }
  }
}

function passOccurrence(c: Reader, p: number): number {
  const byte = c.bytes[p];
  return byte === 0x3f || byte === 0x2a || byte === 0x2b ? p + 1 : p;
}
