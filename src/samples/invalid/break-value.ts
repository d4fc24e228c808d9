import { clark } from '../../foundation/expanded-name.js';
import { type ValueField, valuesOf } from '../reference/value-field.js';
import { simpleTypeOf } from '../literal/literal-facets.js';
import { type BadLiteral, badLiterals } from './bad-literals.js';
import { anyOrder, type Breakage, type Broken, type BreakSite, firstOf } from './breakage.js';
import { countBroken } from './single-facets.js';

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

interface Candidate {
  readonly value: ValueField;
  readonly bad: BadLiteral;
  readonly broken: number;
}

/** A value breaks one given rule of its simple type, and as few others as possible. */
export const breakValue =
  (rule: string): Breakage =>
  (site) => {
    const best =
      firstOf(candidates(site, rule), (candidate) => (candidate.broken <= 1 ? candidate : undefined)) ??
      fewest(candidates(site, rule));
    // A literal that is no value at all fits no pattern either; two broken facets are one too many.
    if (best === undefined || (best.broken > 1 && !rule.startsWith('cvc-datatype'))) return undefined;
    best.value.set(best.bad.literal);
    return broken(best.value, best.bad.literal, rule, best.bad.expected);
  };

function* candidates(site: BreakSite, rule: string): Generator<Candidate> {
  const { schema, prefixes } = site.ctx;
  const seen = new Set<string>();
  for (const element of anyOrder(site)) {
    for (const value of valuesOf(site.ctx, element)) {
      const type = simpleTypeOf(schema, value.type);
      if (type === undefined || value.isFixed || seen.has(value.type) || seen.size >= MAX_VALUES) continue;
      seen.add(value.type);
      for (const bad of badLiterals(site.ctx, value.type, value.literal)) {
        if (bad.rule !== rule || isReplacedByDefault(value, bad.literal)) continue;
        yield { value, bad, broken: countBroken(schema, type, bad.literal, prefixes) };
      }
    }
  }
}

function fewest(all: Iterable<Candidate>): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of all) if (best === undefined || candidate.broken < best.broken) best = candidate;
  return best;
}

/** An empty element takes its default value, which is valid. */
const isReplacedByDefault = ({ owner, attribute }: ValueField, literal: string): boolean =>
  literal === '' && attribute === undefined && owner.declaration?.valueConstraint !== undefined;

function broken({ owner, attribute }: ValueField, literal: string, rule: string, expected: string): Broken {
  const what =
    attribute === undefined
      ? `the value of ${clark(owner.name)}`
      : `the attribute ${clark(attribute)} of ${clark(owner.name)}`;
  const shown = literal.length > 60 ? `${literal.slice(0, 57)}...` : literal;
  return {
    rule,
    breaks: `${what} is "${shown}", expected ${expected}`,
    at: owner,
    ...(attribute === undefined ? {} : { attribute }),
  };
}
