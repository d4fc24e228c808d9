// Applicable Facets (cos-applicable-facets, Datatypes 4.1.5).

import { facetNotApplicable } from '../../../diagnostics/catalogue/xsd-simple-type.js';
import type { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import type { FacetKind, Schema, SimpleType } from '../../../model/schema/index.js';
import { primitiveName } from '../../simple-type/index.js';

/** Reports facets that do not apply; answers the type without them, for the rules that look at values. */
export function checkApplicableFacets(
  schema: Schema,
  type: SimpleType,
  diagnostics: DiagnosticBag,
): SimpleType {
  const { kind, applicable } = applicableTo(schema, type);
  if (applicable === undefined) return type;
  for (const facet of type.facets) {
    if (applicable.includes(facet.kind)) continue;
    diagnostics.add(facetNotApplicable, { at: facet.span, facet: facet.kind, kind, applicable });
  }
  return { ...type, facets: type.facets.filter((facet) => applicable.includes(facet.kind)) };
}

function applicableTo(
  schema: Schema,
  type: SimpleType,
): { readonly kind: string; readonly applicable: readonly FacetKind[] | undefined } {
  if (type.variety.kind === 'list') return { kind: 'a list', applicable: MEASURED };
  if (type.variety.kind === 'union') return { kind: 'a union', applicable: ['pattern', 'enumeration'] };
  const primitive = primitiveName(schema, type);
  if (primitive === undefined) return { kind: 'anySimpleType', applicable: undefined };
  return { kind: primitive, applicable: APPLICABLE.get(primitive) ?? ORDERED };
}

const LEXICAL: readonly FacetKind[] = ['pattern', 'enumeration', 'whiteSpace'];
const MEASURED: readonly FacetKind[] = ['length', 'minLength', 'maxLength', ...LEXICAL];
const ORDERED: readonly FacetKind[] = [
  ...LEXICAL,
  'maxInclusive',
  'maxExclusive',
  'minInclusive',
  'minExclusive',
];

const APPLICABLE: ReadonlyMap<string, readonly FacetKind[]> = new Map<string, readonly FacetKind[]>([
  ['boolean', ['pattern', 'whiteSpace']],
  ['decimal', ['totalDigits', 'fractionDigits', ...ORDERED]],
  ...['string', 'hexBinary', 'base64Binary', 'anyURI', 'QName', 'NOTATION'].map(
    (name) => [name, MEASURED] as const,
  ),
]);
