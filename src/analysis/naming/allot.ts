import { compareText } from '../../foundation/expanded-name.js';

/** Something that asks for a name. */
export interface NameRequest<K extends string> {
  readonly key: K;
  readonly wanted: string;
  /** Asks first: its name was not changed to become an identifier. */
  readonly exact?: boolean;
}

/** A name that more than one asked for. */
export interface NameClash<K extends string> {
  readonly wanted: string;
  readonly keys: readonly K[];
}

/**
 * Gives each request a name that nobody else has. Those who ask for the same name are put in order by exactness and key,
 * never by the order in which they came: the first gets the name, the others a number behind it.
 */
export function allotNames<K extends string>(
  requests: readonly NameRequest<K>[],
  taken: ReadonlySet<string>,
): { readonly names: ReadonlyMap<K, string>; readonly clashes: readonly NameClash<K>[] } {
  const byName = new Map<string, NameRequest<K>[]>();
  for (const request of requests) {
    const others = byName.get(request.wanted);
    if (others === undefined) byName.set(request.wanted, [request]);
    else others.push(request);
  }
  const names = new Map<K, string>();
  const clashes: NameClash<K>[] = [];
  const used = new Set([...taken, ...byName.keys()]);
  for (const [wanted, group] of [...byName].sort(([a], [b]) => compareText(a, b))) {
    const ordered = group.sort((a, b) => rank(a) - rank(b) || compareText(a.key, b.key));
    if (ordered.length > 1) clashes.push({ wanted, keys: ordered.map(({ key }) => key) });
    ordered.forEach((request, index) => {
      names.set(request.key, index === 0 && !taken.has(wanted) ? wanted : numbered(wanted, used));
    });
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
