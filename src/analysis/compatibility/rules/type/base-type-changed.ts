import { baseTypeChanged } from '../../../../diagnostics/catalogue/cmp-type.js';
import { derivationText } from './derivation-text.js';
import { defineRule } from '../rule.js';

/** A type derives from another one, or in another way. */
export const baseTypeChangedRule = defineRule(
  'complex-type',
  baseTypeChanged,
  'both',
  ({ before, after }, match) => {
    // What an anonymous type derives from is said of the element that has it.
    if (before?.name === undefined || after?.name === undefined) return undefined;
    const same =
      match.toNew.get(before.baseType) === after.baseType &&
      before.derivationMethod === after.derivationMethod;
    return same
      ? undefined
      : { before: derivationText(match.from, before), after: derivationText(match.to, after) };
  },
);
