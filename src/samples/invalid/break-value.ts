import { clark } from '../../foundation/expanded-name.js';
import { type ValueField, valuesOf } from '../reference/value-field.js';
import { badLiterals } from './bad-literals.js';
import { anyOrder, type Breakage, type Broken, firstOf } from './breakage.js';

/** The rules for values, each of which a document can break. */
export const VALUE_RULES = [
  'cvc-datatype-valid.1.2.1',
  'cvc-datatype-valid.1.2.2',
  'cvc-datatype-valid.1.2.3',
  'cvc-enumeration-valid',
  'cvc-pattern-valid',
  'cvc-length-valid',
  'cvc-minLength-valid',
  'cvc-maxLength-valid',
  'cvc-minInclusive-valid',
  'cvc-maxInclusive-valid',
  'cvc-minExclusive-valid',
  'cvc-maxExclusive-valid',
  'cvc-totalDigits-valid',
  'cvc-fractionDigits-valid',
] as const;

/** Values that are looked at before a tree counts as one that cannot break the rule. */
const MAX_VALUES = 200;

/** A value breaks one given rule of its simple type. */
export const breakValue =
  (rule: string): Breakage =>
  (site) => {
    const seen = new Set<string>();
    let left = MAX_VALUES;
    return firstOf(anyOrder(site), (element) =>
      firstOf(valuesOf(site.ctx, element), (value): Broken | undefined => {
        if (value.isFixed || seen.has(value.type) || left-- <= 0) return undefined;
        seen.add(value.type);
        for (const bad of badLiterals(site.ctx, value.type, value.literal)) {
          if (bad.rule !== rule || isReplacedByDefault(value, bad.literal)) continue;
          value.set(bad.literal);
          return broken(value, bad.literal, rule, bad.expected);
        }
        return undefined;
      }),
    );
  };

/** An empty element takes its default value, which is valid. */
const isReplacedByDefault = ({ owner, attribute }: ValueField, literal: string): boolean =>
  literal === '' && attribute === undefined && owner.declaration?.valueConstraint !== undefined;

function broken({ owner, attribute }: ValueField, literal: string, rule: string, expected: string): Broken {
  const what = attribute === undefined ? `the value of ${clark(owner.name)}` : `the attribute ${clark(attribute)} of ${clark(owner.name)}`;
  const shown = literal.length > 60 ? `${literal.slice(0, 57)}...` : literal;
  return {
    rule,
    breaks: `${what} is "${shown}", expected ${expected}`,
    at: owner,
    ...(attribute === undefined ? {} : { attribute }),
  };
}
