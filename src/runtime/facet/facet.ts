import type { NamespaceLookup, SimpleTypeCodec, SimpleTypeFault } from '../primitive/simple-type.js';

/** A constraining facet with its value, to be bound to the type that it restricts. */
export type Facet = (base: SimpleTypeCodec) => BoundFacet;

/** What a facet does to one base type. */
export interface BoundFacet {
  /** Gets a literal that is valid against the base type. */
  readonly check?: (literal: string, namespaces: NamespaceLookup) => SimpleTypeFault | undefined;
  /** Gets bytes that `scan` of the base type has accepted. Absent where bytes do not tell. */
  readonly scan?: (bytes: Uint8Array, start: number, end: number) => boolean;
  /** Only the facet whiteSpace has it. */
  readonly whiteSpace?: SimpleTypeCodec['whiteSpace'];
}

/** Types whose values are the characters of their literals, so that bytes and text are compared as they are. */
export const isText = (base: SimpleTypeCodec): boolean =>
  base.variety === 'atomic' && (base.primitive === 'string' || base.primitive === 'anyURI');

/** The scan of a facet on length: what it allows, measured in bytes that `scan` of the base type has accepted. */
export function scanLength(
  base: SimpleTypeCodec,
  holds: (length: number, limit: number) => boolean,
  limit: number,
): Pick<BoundFacet, 'scan'> {
  if (isText(base)) return { scan: (_, start, end) => holds(end - start, limit) };
  if (base.variety === 'list')
    return { scan: (bytes, start, end) => holds(countItems(bytes, start, end), limit) };
  if (base.primitive === 'hexBinary') return { scan: (_, start, end) => holds((end - start) / 2, limit) };
  return base.length === undefined ? { scan: () => true } : {};
}

function countItems(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return 0;
  let count = 1;
  for (let at = start; at < end; at++) if (bytes[at] === 0x20) count++;
  return count;
}
