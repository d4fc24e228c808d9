/** How many values a property has: UML MultiplicityElement. */
export interface Multiplicity {
  readonly lower: number;
  readonly upper: number | 'unbounded';
}

export const ZERO_TO_ONE: Multiplicity = { lower: 0, upper: 1 };
export const EXACTLY_ONE: Multiplicity = { lower: 1, upper: 1 };
export const ZERO_TO_MANY: Multiplicity = { lower: 0, upper: 'unbounded' };

/** As UML writes it: `0..1`, `1`, `0..*`. */
export const printMultiplicity = ({ lower, upper }: Multiplicity): string => {
  const end = upper === 'unbounded' ? '*' : String(upper);
  return String(lower) === end ? end : `${lower}..${end}`;
};

/** Whether every count that `inner` allows is allowed by `outer` too. */
export const isWithin = (inner: Multiplicity, outer: Multiplicity): boolean =>
  inner.lower >= outer.lower &&
  (outer.upper === 'unbounded' || (inner.upper !== 'unbounded' && inner.upper <= outer.upper));
