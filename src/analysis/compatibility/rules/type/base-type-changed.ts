import { baseTypeChanged } from '../../../../diagnostics/catalogue/cmp-type.js';
import { derivationText, isAnonymousPair } from './derivation-text.js';
import { defineRule } from '../rule.js';

/** A type derives from another one, or in another way. */
export const baseTypeChangedRule = defineRule(
  'complex-type',
  baseTypeChanged,
  'both',
  ({ before, after }, match) => {
    if (before === undefined || after === undefined) return undefined;
    const same =
      match.toNew.get(before.baseType) === after.baseType &&
      before.derivationMethod === after.derivationMethod;
    return same || isAnonymousPair(before, after)
      ? undefined
      : { before: derivationText(match.from, before), after: derivationText(match.to, after) };
  },
);
