import type { CodePointSet } from '../../../pattern/index.js';

/** A deterministic automaton over the characters of a text, worked out as far as it is walked. */
export interface Acceptor {
  readonly start: number;
  /** The state after one more character; -1 where nothing can be accepted any more. */
  readonly step: (state: number, code: number) => number;
  readonly accepts: (state: number) => boolean;
  /** Sets of characters that it tells apart: those in the same sets lead the same way. */
  readonly classes: readonly CodePointSet[];
}

/** No way on. */
export const DEAD = -1;

/** An acceptor over states that are values; equal keys are equal states. */
export function acceptorOf<S>(made: {
  readonly start: S;
  readonly key: (state: S) => string;
  readonly step: (state: S, code: number) => S | undefined;
  readonly accepts: (state: S) => boolean;
  readonly classes: readonly CodePointSet[];
}): Acceptor {
  const states: S[] = [];
  const byKey = new Map<string, number>();
  const number = (state: S): number => {
    const key = made.key(state);
    const known = byKey.get(key);
    if (known !== undefined) return known;
    byKey.set(key, states.length);
    return states.push(state) - 1;
  };
  const at = (index: number): S => {
    const state = states[index];
    if (state === undefined) throw new RangeError('no such state');
    return state;
  };
  return {
    start: number(made.start),
    step: (state, code) => {
      const next = made.step(at(state), code);
      return next === undefined ? DEAD : number(next);
    },
    accepts: (state) => made.accepts(at(state)),
    classes: made.classes,
  };
}

/** Accepts what all accept. */
export const allOf = (parts: readonly Acceptor[]): Acceptor => combined(parts, true);

/** Accepts what any accepts. */
export const anyOf = (parts: readonly Acceptor[]): Acceptor => combined(parts, false);

function combined(parts: readonly Acceptor[], isAll: boolean): Acceptor {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return acceptorOf<readonly number[]>({
    start: parts.map(({ start }) => start),
    key: (states) => states.join(),
    step: (states, code) => {
      const next = states.map((state, at) =>
        state === DEAD ? DEAD : (parts[at]?.step(state, code) ?? DEAD),
      );
      const isDead = isAll ? next.includes(DEAD) : next.every((state) => state === DEAD);
      return isDead ? undefined : next;
    },
    accepts: (states) => {
      const accepting = (state: number, at: number): boolean =>
        state !== DEAD && parts[at]?.accepts(state) === true;
      return isAll ? states.every(accepting) : states.some(accepting);
    },
    classes: parts.flatMap(({ classes }) => classes),
  });
}

/** Accepts what the part does not accept. */
export const not = (part: Acceptor): Acceptor => ({
  // Beyond the dead state, everything is accepted: states are moved by one.
  start: part.start + 1,
  step: (state, code) => (state === 0 ? 0 : part.step(state - 1, code) + 1),
  accepts: (state) => state === 0 || !part.accepts(state - 1),
  classes: part.classes,
});

/** Accepts every text. */
export const EVERYTHING: Acceptor = { start: 0, step: () => 0, accepts: () => true, classes: [] };
