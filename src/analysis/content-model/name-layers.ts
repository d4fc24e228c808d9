import type { UnrolledLeaf } from './unrolled-content.js';

/** What a leaf can match: names (substitution group included), or namespaces. */
export interface Label {
  /** Clark names. */
  readonly names: readonly string[];
  /** The namespaces of these names. */
  readonly namespaces: readonly string[];
  readonly allows: ((namespace: string) => boolean) | undefined;
}

/** Leaves by what they match, so that competitors are found without comparing each with each. */
export interface NameLayer {
  readonly size: number;
  readonly byName: ReadonlyMap<string, readonly UnrolledLeaf[]>;
  readonly byNamespace: ReadonlyMap<string, readonly UnrolledLeaf[]>;
  readonly wildcards: readonly UnrolledLeaf[];
}

/**
 * A set of leaves as layers of growing size. Adding to a set shares the layers of the set that was there, and merges only
 * those that are no larger than what is added: building up a chain of n sets takes n log n steps.
 */
export type NameLayers = readonly NameLayer[];

export type LabelOf = (leaf: UnrolledLeaf) => Label;

export function addLayer(leaves: readonly UnrolledLeaf[], to: NameLayers, labelOf: LabelOf): NameLayers {
  if (leaves.length === 0) return to;
  let top = layerOf(leaves, labelOf);
  let rest = to;
  for (let next = rest[0]; next !== undefined && next.size <= top.size; next = rest[0]) {
    top = merge(top, next);
    rest = rest.slice(1);
  }
  return [top, ...rest];
}

export function layerOf(leaves: readonly UnrolledLeaf[], labelOf: LabelOf): NameLayer {
  const byName = new Map<string, UnrolledLeaf[]>();
  const byNamespace = new Map<string, UnrolledLeaf[]>();
  const wildcards: UnrolledLeaf[] = [];
  for (const leaf of leaves) {
    const label = labelOf(leaf);
    if (label.allows !== undefined) wildcards.push(leaf);
    for (const name of label.names) push(byName, name, leaf);
    for (const namespace of label.namespaces) push(byNamespace, namespace, leaf);
  }
  return { size: leaves.length, byName, byNamespace, wildcards };
}

function merge(a: NameLayer, b: NameLayer): NameLayer {
  return {
    size: a.size + b.size,
    byName: mergeMaps(a.byName, b.byName),
    byNamespace: mergeMaps(a.byNamespace, b.byNamespace),
    wildcards: [...a.wildcards, ...b.wildcards],
  };
}

function mergeMaps<K>(
  a: ReadonlyMap<K, readonly UnrolledLeaf[]>,
  b: ReadonlyMap<K, readonly UnrolledLeaf[]>,
): ReadonlyMap<K, readonly UnrolledLeaf[]> {
  const merged = new Map(b);
  for (const [key, leaves] of a) merged.set(key, [...leaves, ...(merged.get(key) ?? [])]);
  return merged;
}

function push<K>(map: Map<K, UnrolledLeaf[]>, key: K, leaf: UnrolledLeaf): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [leaf]);
  else there.push(leaf);
}
