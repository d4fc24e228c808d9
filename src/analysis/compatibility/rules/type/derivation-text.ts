import type { ComplexType, Schema, SimpleType } from '../../../../model/schema/index.js';
import type { FactOf } from '../../changes/fact.js';
import { typeText } from '../../changes/words.js';
import type { SchemaMatch } from '../../match/match-schemas.js';
import type { Found } from '../rule.js';

/** How a complex type is made: `an extension of Reading`. */
export function derivationText(schema: Schema, { baseType, derivationMethod }: ComplexType): string {
  const base = schema.types.get(baseType);
  if (base?.kind === 'complex-type' && base.span.source === '') return 'derived from nothing';
  return `${derivationMethod === 'extension' ? 'an extension' : 'a restriction'} of ${typeText(schema, baseType)}`;
}

/** A simple type with another base or another variety. */
export function simpleBaseChange(
  { before, after }: FactOf<'simple-type'>,
  { from, to, toNew }: SchemaMatch,
): Found | undefined {
  if (before === undefined || after === undefined) return undefined;
  const isSame = toNew.get(before.baseType) === after.baseType || before.baseType.includes('/');
  if (isSame && before.variety.kind === after.variety.kind) return undefined;
  return { before: simpleText(from, before), after: simpleText(to, after) };
}

function simpleText(schema: Schema, type: SimpleType): string {
  switch (type.variety.kind) {
    case 'list':
      return `a list of ${typeText(schema, type.variety.itemType)}`;
    case 'union':
      return 'a union';
    case 'atomic':
      return `a restriction of ${typeText(schema, type.baseType)}`;
  }
}
