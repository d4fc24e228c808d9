import type { Configuration } from '../../content-model/content-walk.js';
import { type ContentPair, reportEnd, reportRefusal } from './content-difference.js';
import { meet } from './content-pair.js';
import { compareUnordered } from './unordered-pair.js';
import { placeOf } from './comparison.js';
import { ContentSteps } from './content-steps.js';
import { type ContentSymbol, readAt } from './content-symbol.js';
import { completion, joined, mayEnd, type Place, placeKey } from './content-words.js';
import { witnessAt } from './site.js';
import type { WitnessElement } from './witness.js';
import { isRun, runLength, withRun } from './counted-run.js';

/** Where both content models are after the same elements; the second one may be at several places at once. */
interface State {
  readonly left: Place;
  readonly right: readonly Place[];
  /** How it was reached: so many elements, all alike, after another state. */
  readonly before:
    { readonly state: State; readonly element: WitnessElement; readonly count: number } | undefined;
}

/** Reads two content models together, state by state, and reports where the second one cannot follow. */
export function compareProduct(pair: ContentPair): void {
  const { c, left, right, alphabet, site, a, b } = pair;
  const leftSteps = new ContentSteps(left);
  const rightSteps = new ContentSteps(right);
  let isOrderLost = false;
  const known = new Set<string>();
  const waiting: State[] = [];
  const enqueue = (state: State): void => {
    const key = `${placeKey(state.left)} | ${state.right.map(placeKey).sort().join(' | ')}`;
    if (known.has(key)) return;
    known.add(key);
    waiting.push(state);
  };
  enqueue({ left: undefined, right: [undefined], before: undefined });
  for (let at = 0; at < waiting.length; at++) {
    const state = waiting[at];
    if (state === undefined) break;
    if (known.size > c.maxStates) {
      c.doubt('content-too-large', {
        rule: 'content.order',
        from: placeOf(a),
        to: placeOf(b),
        path: site.path,
        detail: { subject: a.name?.localName ?? site.name.localName },
      });
      return;
    }
    if (mayEnd(left, state.left) && !state.right.some((place) => mayEnd(right, place)))
      reportEnd(pair, state.right, () =>
        witnessAt(site, {
          content: { kind: 'elements', elements: joined(wordOf(state)) },
          mark: { kind: 'end' },
        }),
      );
    const steps = stepsFrom(state);
    const run = runLength(left, right, state, steps);
    for (const step of steps) follow(state, step, run);
  }

  if (isOrderLost) compareUnordered(pair);

  function stepsFrom(state: State): readonly Step[] {
    const steps: Step[] = [];
    const next = state.right.flatMap((place) => rightSteps.after(place));
    for (const place of leftSteps.after(state.left)) {
      for (const symbol of alphabet.symbolsOf(place.position)) {
        const reached = next.filter(({ position }) => readAt(c, position, symbol) !== undefined);
        steps.push({ symbol, left: place, right: reached.length < 2 ? reached : [...new Set(reached)] });
      }
    }
    return steps;
  }

  function follow(state: State, { symbol, left: place, right: reached }: Step, run: number): void {
    const around = (element: WitnessElement): WitnessElement => {
      const after = completion(c, left, place) ?? [];
      const elements = joined([...wordOf(state), element, ...after]);
      return witnessAt(site, { content: { kind: 'elements', elements } });
    };
    let places: readonly Place[] = reached;
    if (reached.length === 0) {
      const next = reportRefusal(pair, place, symbol, state.right, (mark) =>
        around({ ...symbol.example, mark }),
      );
      if (next === undefined) {
        isOrderLost = true;
        return;
      }
      places = next;
    } else {
      const [first] = reached;
      const read = first && readAt(c, first.position, symbol);
      if (first !== undefined && read !== undefined)
        meet(pair, place.position, first.position, symbol, read, around);
    }
    const isCounting =
      run > 1 && reached.length === 1 && state.left !== undefined && isRun(left, state.left, place);
    const count = isCounting ? run : 1;
    enqueue({
      left: count > 1 ? withRun(left, state.left, place, count) : place,
      right: count > 1 ? reached.map((to) => withRun(right, state.right[0], to, count)) : places,
      before: { state, element: symbol.example, count },
    });
  }
}

/** A step that the first model makes, and where the second one can be after it: nowhere, if it cannot follow. */
export interface Step {
  readonly symbol: ContentSymbol;
  readonly left: Configuration;
  readonly right: readonly Configuration[];
}

/** The elements that lead to a state. */
function wordOf(state: State): readonly WitnessElement[] {
  const parts: WitnessElement[][] = [];
  for (let at = state.before; at !== undefined; at = at.state.before) {
    const { element, count } = at;
    parts.push(Array.from({ length: count }, () => element));
  }
  return parts.reverse().flat();
}
