import { clark, type ExpandedName } from '../../foundation/expanded-name.js';
import { groupBy } from '../../foundation/group-by.js';
import { nearestName } from '../../foundation/near-miss.js';
import type { SymbolSpace } from '../schema/index.js';

/** Suggestions are made for this many names: behind that, a whole document is missing and they help nobody. */
const SUGGESTIONS = 25;

/** The names that exist, asked only when one does not. */
export class NameIndex {
  readonly #namesOf: (space: SymbolSpace) => readonly ExpandedName[];
  readonly #bySpace = new Map<SymbolSpace, ReadonlyMap<string, readonly ExpandedName[]>>();
  readonly #answers = new Map<string, ExpandedName | undefined>();

  constructor(namesOf: (space: SymbolSpace) => readonly ExpandedName[]) {
    this.#namesOf = namesOf;
  }

  /** What a name that does not exist most likely means: the same name in another namespace, or a misspelt one. */
  nearest(space: SymbolSpace, name: ExpandedName): ExpandedName | undefined {
    const key = `${space}:${clark(name)}`;
    if (!this.#answers.has(key) && this.#answers.size < SUGGESTIONS) {
      this.#answers.set(key, this.#find(space, name));
    }
    return this.#answers.get(key);
  }

  #find(space: SymbolSpace, { namespace, localName }: ExpandedName): ExpandedName | undefined {
    const known = this.#localNames(space);
    const elsewhere = known.get(localName)?.[0];
    if (elsewhere !== undefined) return elsewhere;
    const near = nearestName(
      localName,
      [...known.keys()].filter(
        (candidate) => Math.abs(candidate.length - localName.length) <= localName.length / 3 + 1,
      ),
    );
    const found = near === undefined ? [] : (known.get(near) ?? []);
    return found.find((candidate) => candidate.namespace === namespace) ?? found[0];
  }

  #localNames(space: SymbolSpace): ReadonlyMap<string, readonly ExpandedName[]> {
    const known = this.#bySpace.get(space);
    if (known !== undefined) return known;
    const index = groupBy(this.#namesOf(space), ({ localName }) => localName);
    this.#bySpace.set(space, index);
    return index;
  }
}
