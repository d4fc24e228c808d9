// enumeration facet value required for NOTATION (enumeration-required-notation, Datatypes 3.2.19): only types with an enumeration
// may be used.

import { notationWithoutEnumeration } from '../../../diagnostics/catalogue/xsd-simple-type.js';
import type { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import type { Span } from '../../../foundation/span.js';
import type { ComponentId, Schema } from '../../../model/schema/index.js';
import { effectiveFacets, isAnySimpleType } from '../../simple-type/index.js';

/** Whether elements, attributes, lists and simple content use NOTATION by an enumeration only. */
export function checkNotationUse(schema: Schema, diagnostics: DiagnosticBag): void {
  const check = (id: ComponentId, what: string, at: Span): void => {
    if (at.source === '' || schema.types.get(id)?.kind !== 'simple-type') return;
    const facets = effectiveFacets(schema, id);
    if (facets.primitive !== 'NOTATION' || facets.facets.has('enumeration')) return;
    diagnostics.add(notationWithoutEnumeration, { at, what });
  };
  for (const element of schema.elements.values()) check(element.type, 'element', element.span);
  for (const attribute of schema.attributes.values()) check(attribute.type, 'attribute', attribute.span);
  for (const type of schema.types.values()) {
    if (type.kind === 'complex-type') {
      if (type.contentType.kind === 'simple') check(type.contentType.type, 'simple content', type.span);
      continue;
    }
    const base = schema.types.get(type.baseType);
    if (base === undefined || base.kind === 'complex-type' || !isAnySimpleType(base)) continue;
    if (type.variety.kind === 'list') check(type.variety.itemType, 'list', type.span);
  }
}
