import type { ContentAutomaton } from '../../content-model/automaton.js';
import type { Configuration } from '../../content-model/content-walk.js';
import { type Place, placeKey, placesAfter } from './content-words.js';

/** The steps of one automaton, each worked out once: equal places are the same object. */
export class ContentSteps {
  readonly #automaton: ContentAutomaton;
  readonly #known = new Map<string, Configuration>();
  readonly #after = new Map<string, readonly Configuration[]>();

  constructor(automaton: ContentAutomaton) {
    this.#automaton = automaton;
  }

  after(place: Place): readonly Configuration[] {
    const key = placeKey(place);
    let after = this.#after.get(key);
    if (after === undefined) {
      after = placesAfter(this.#automaton, place).map((next) => this.same(next));
      this.#after.set(key, after);
    }
    return after;
  }

  /** The object that stands for all equal to this one. */
  same(place: Configuration): Configuration {
    const key = placeKey(place);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, place);
    return place;
  }
}
