import { substitutionGroupChanged } from '../../../../diagnostics/catalogue/cmp-element.js';
import { headText } from './head-text.js';
import { defineRule } from '../rule.js';

/** An element may stand in for another one than before. */
export const substitutionGroupChangedRule = defineRule(
  'element',
  substitutionGroupChanged,
  ({ before, after }) =>
    before?.substitutionGroup === undefined
      ? 'widens'
      : after?.substitutionGroup === undefined
        ? 'narrows'
        : 'both',
  ({ before, after }, match) => {
    if (before === undefined || after === undefined) return undefined;
    const [old, now] = [before.substitutionGroup, after.substitutionGroup];
    return (old === undefined ? undefined : match.toNew.get(old)) === now
      ? undefined
      : { before: headText(match.from, old), after: headText(match.to, now) };
  },
);
