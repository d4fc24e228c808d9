import type { ValueConstraint } from '../../../model/schema/index.js';
import type { Found } from './rule.js';

/** A default or fixed value that came, went or is another one. Rules ask for the kind that they speak of. */
export function valueChange(
  before: ValueConstraint | undefined,
  after: ValueConstraint | undefined,
  kind: ValueConstraint['kind'],
): Found | undefined {
  const of = (value: ValueConstraint | undefined): string =>
    value?.kind === kind ? JSON.stringify(value.lexical) : 'none';
  const [old, now] = [of(before), of(after)];
  return old === now ? undefined : { before: old, after: now };
}
