import { scanText, type Scan } from '../primitive/scan.js';
import type { SimpleTypeCodec } from '../primitive/simple-type.js';

/** A type derived by list: items of `item`, separated by white space. */
export function list(item: SimpleTypeCodec, name: string): SimpleTypeCodec {
  const { scan, identifier, note, kept } = item;
  return {
    name,
    variety: 'list',
    primitive: 'anySimpleType',
    whiteSpace: 'collapse',
    ...(scan === undefined
      ? {}
      : { scan: scanText((bytes, start, end) => scanItems(scan, bytes, start, end)) }),
    ...(identifier && { identifier }),
    ...(note && { note }),
    ...(kept === undefined
      ? {}
      : {
          kept: (literal, namespaces) =>
            items(literal)
              .map((part) => kept(part, namespaces))
              .join(' '),
        }),
    check(literal, namespaces) {
      for (const part of items(literal)) {
        const fault = item.check(part, namespaces);
        if (fault !== undefined)
          return { rule: 'cvc-datatype-valid.1.2.2', expected: `a list of: ${fault.expected}` };
      }
      return undefined;
    },
    item,
    length: (literal) => items(literal).length,
  };
}

/** The items of a literal whose white space was collapsed. */
export const items = (literal: string): readonly string[] => (literal === '' ? [] : literal.split(' '));

function scanItems(scan: Scan, bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true;
  let first = start;
  for (let at = start; at <= end; at++) {
    if (at < end && bytes[at] !== 0x20) continue;
    if (at === first || scan(bytes, first, at) !== at) return false;
    first = at + 1;
  }
  return true;
}
