import { compareText } from '../../foundation/expanded-name.js';
import { groupBy } from '../../foundation/group-by.js';

/** Something that asks for a name. */
export interface NameRequest<K extends string> {
  readonly key: K;
  readonly wanted: string;
  /** Asks first: its name was not changed to become an identifier. */
  readonly exact?: boolean;
}

/** A name that more than one asked for, or that was taken before. */
export interface NameClash<K extends string> {
  readonly wanted: string;
  /** Who has it, if that is one of those who asked. */
  readonly owner?: K;
  /** Who got another name. */
  readonly others: readonly K[];
}

/**
 * Gives each request a name that nobody else has. Those who ask for the same name are put in order by exactness and key,
 * never by the order in which they came: the first gets the name, the others a number behind it.
 */
export function allotNames<K extends string>(
  requests: readonly NameRequest<K>[],
  taken: ReadonlySet<string>,
): { readonly names: ReadonlyMap<K, string>; readonly clashes: readonly NameClash<K>[] } {
  const byName = groupBy(requests, ({ wanted }) => wanted);
  const names = new Map<K, string>();
  const clashes: NameClash<K>[] = [];
  const used = new Set([...taken, ...byName.keys()]);
  for (const [wanted, group] of [...byName].sort(([a], [b]) => compareText(a, b))) {
    const ordered = group.sort((a, b) => rank(a) - rank(b) || compareText(a.key, b.key));
    const [owner] = taken.has(wanted) ? [] : ordered;
    const others = owner === undefined ? ordered : ordered.slice(1);
    if (owner !== undefined) names.set(owner.key, wanted);
    for (const { key } of others) names.set(key, numbered(wanted, used));
    if (others.length === 0) continue;
    const clash = { wanted, others: others.map(({ key }) => key) };
    clashes.push(owner === undefined ? clash : { ...clash, owner: owner.key });
  }
  return { names, clashes };
}

/** The name with the first free number from 2 on. */
export function numbered(wanted: string, used: Set<string>): string {
  for (let count = 2; ; count++) {
    const name = `${wanted}${count}`;
    if (used.has(name)) continue;
    used.add(name);
    return name;
  }
}

const rank = (request: { readonly exact?: boolean }): number => (request.exact === true ? 0 : 1);
