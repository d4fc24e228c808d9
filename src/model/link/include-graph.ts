import type { LoadedDocument } from './loaded-document.js';

/** Which documents make one schema through include and redefine. */
export class IncludeGraph {
  readonly #documents: ReadonlyMap<string, LoadedDocument>;
  readonly #group = new Map<string, string>();
  readonly #reachable = new Map<string, ReadonlySet<string>>();
  readonly #groupsWithEntry = new Set<string>();

  constructor(documents: readonly LoadedDocument[]) {
    this.#documents = new Map(documents.map((document) => [document.key, document]));
    for (const document of documents) {
      for (const target of includedBy(document)) {
        const [a, b] = [this.groupOf(document.key), this.groupOf(target)];
        if (a !== b) this.#group.set(a, b);
      }
    }
    for (const document of documents) {
      if (document.isEntry) this.#groupsWithEntry.add(this.groupOf(document.key));
    }
  }

  document(key: string): LoadedDocument | undefined {
    return this.#documents.get(key);
  }

  /** Names the set of documents that are tied to this one by include and redefine, in either direction. */
  groupOf(key: string): string {
    let at = key;
    for (let next = this.#group.get(at); next !== undefined; next = this.#group.get(at)) at = next;
    if (at !== key) this.#group.set(key, at);
    return at;
  }

  /** Some document of the group was asked for by its own name. */
  isAskedFor(key: string): boolean {
    return this.#groupsWithEntry.has(this.groupOf(key));
  }

  /** The document itself and all that it includes or redefines, at any depth. */
  reachableFrom(key: string): ReadonlySet<string> {
    const known = this.#reachable.get(key);
    if (known !== undefined) return known;
    const found = new Set([key]);
    for (const at of found) {
      const document = this.#documents.get(at);
      for (const target of document === undefined ? [] : includedBy(document)) found.add(target);
    }
    this.#reachable.set(key, found);
    return found;
  }
}

const includedBy = ({ includes, redefines }: LoadedDocument): readonly string[] => [
  ...includes,
  ...redefines.flatMap(({ target }) => target ?? []),
];
