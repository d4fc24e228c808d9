// Simple Type Definition Properties Correct (st-props-correct, 3.14.6), clause 3, and Derivation Valid (Restriction, Simple)
// (cos-st-restricts, 3.14.6): base types, item types and member types. What it says of facets has files of its own.

import { listOfLists, simpleDerivationFinal } from '../../../diagnostics/catalogue/xsd-simple-type.js';
import type { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import type { Schema, SimpleType } from '../../../model/schema/index.js';
import { isAnySimpleType } from '../../simple-type/index.js';

/** Whether base type, item type and member types allow the derivation. */
export function checkDerivation(schema: Schema, type: SimpleType, diagnostics: DiagnosticBag): void {
  const base = schema.types.get(type.baseType);
  if (base?.kind !== 'simple-type') return;
  if (!isAnySimpleType(base)) {
    if (base.final.includes('restriction')) {
      diagnostics.add(simpleDerivationFinal, { at: type.span, base: base.name, method: 'restriction' });
    }
    return;
  }
  const { variety } = type;
  switch (variety.kind) {
    case 'atomic':
      // Told by the linker, which knows whether anySimpleType was named or stands in for a type that is missing.
      return;
    case 'list': {
      const item = schema.types.get(variety.itemType);
      if (item?.kind !== 'simple-type') return;
      if (holdsList(schema, item, new Set()))
        diagnostics.add(listOfLists, { at: type.span, item: item.name });
      if (item.final.includes('list')) {
        const rule = 'cos-st-restricts.2.3.1.1';
        diagnostics.add(simpleDerivationFinal, { at: type.span, rule, base: item.name, method: 'list' });
      }
      return;
    }
    case 'union':
      for (const id of variety.memberTypes) {
        const member = schema.types.get(id);
        if (member?.kind !== 'simple-type' || !member.final.includes('union')) continue;
        const rule = 'cos-st-restricts.3.3.1.1';
        diagnostics.add(simpleDerivationFinal, { at: type.span, rule, base: member.name, method: 'union' });
      }
  }
}

/** Whether a type is a list, or a union that has one among its members at any depth. */
function holdsList(schema: Schema, type: SimpleType, seen: Set<SimpleType>): boolean {
  if (type.variety.kind === 'list') return true;
  if (type.variety.kind === 'atomic' || seen.has(type)) return false;
  seen.add(type);
  return type.variety.memberTypes.some((id) => {
    const member = schema.types.get(id);
    return member?.kind === 'simple-type' && holdsList(schema, member, seen);
  });
}
