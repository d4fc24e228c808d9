import { UNSURE, type Scan } from '../primitive/scan.js';
import type { SimpleTypeCodec, SimpleTypeFault } from '../primitive/simple-type.js';
import type { BoundFacet, Facet } from './facet.js';

/** A type derived by restriction: the facets of one step over the base type. */
export function restriction(base: SimpleTypeCodec, facets: readonly Facet[], name: string): SimpleTypeCodec {
  const bound = facets.map((facet) => facet(base));
  const checks = bound.flatMap((facet) => facet.check ?? []);
  const scan = base.identifier === undefined ? scanAll(base.scan, bound) : undefined;
  return {
    ...inherited(base),
    name,
    whiteSpace: bound.find((facet) => facet.whiteSpace !== undefined)?.whiteSpace ?? base.whiteSpace,
    ...(scan === undefined ? {} : { scan }),
    check(literal, namespaces) {
      let fault: SimpleTypeFault | undefined = base.check(literal, namespaces);
      for (let at = 0; fault === undefined && at < checks.length; at++)
        fault = checks[at]?.(literal, namespaces);
      return fault;
    },
  };
}

/** What a restriction does not touch. Its methods do not depend on `this`. */
function inherited(base: SimpleTypeCodec): Omit<SimpleTypeCodec, 'scan'> {
  const { scan: _, ...rest } = base;
  return rest;
}

/** The fast path exists only if the base type and every facet has one. */
function scanAll(base: Scan | undefined, facets: readonly BoundFacet[]): Scan | undefined {
  let all = base;
  for (const { scan } of facets) {
    if (all === undefined || scan === undefined) return undefined;
    const before = all;
    all = (bytes, start, limit) => {
      const end = before(bytes, start, limit);
      return end !== UNSURE && scan(bytes, start, end) ? end : UNSURE;
    };
  }
  return all;
}
