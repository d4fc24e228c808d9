/**
 * A content model that is not a flat sequence, as generated code writes it down: a leaf is `[name, min, max]`, where a
 * name above 0 is a number of the type's name table and one below 0 is `-(1 + wildcard)`; a group is
 * `['s' | 'c', min, max, members]`. A maximum of 0 means unbounded. Several numbers for one leaf (substitution groups)
 * are listed behind its occurrence.
 */
export type ContentTree =
  | readonly [name: number, min: number, max: number, ...more: number[]]
  | readonly [compositor: 's' | 'c', min: number, max: number, members: readonly ContentTree[]];

interface Node {
  readonly parent: number;
  /** Position among the parent's members. */
  readonly place: number;
  readonly min: number;
  readonly max: number;
  readonly isSequence: boolean;
  readonly members: readonly number[];
  /** Leaves below it are `low` to `high - 1`. */
  readonly low: number;
  readonly high: number;
  /** Nothing at all satisfies it: with its own minimum; and one iteration of it. */
  readonly isEmptiable: boolean;
  readonly iterationIsEmptiable: boolean;
  /** Sequences: how many of the first n members are not emptiable. */
  readonly required: readonly number[];
}

/** A content model made ready for stepping. Immutable, shared by all elements of a type. */
export interface ContentModel {
  readonly nodes: readonly Node[];
  /** The node of each leaf. */
  readonly leaves: readonly number[];
  /** Leaves that a name or wildcard can be. */
  readonly leavesOf: ReadonlyMap<number, readonly number[]>;
  readonly wildcards: readonly number[];
}

/** One way to be inside a content model: the last leaf, and the iteration that each node around it is in. */
interface Place {
  readonly leaf: number;
  readonly counts: ReadonlyMap<number, number>;
}

/** Where an element is in its content model. More than one place only where counts can be split in several ways. */
export interface ContentState {
  readonly model: ContentModel;
  places: readonly Place[];
}

const NO_LEAF = -1;
const START: readonly Place[] = /* @__PURE__ */ [{ leaf: NO_LEAF, counts: /* @__PURE__ */ new Map() }];

/** Makes a content model ready. */
export function contentModel(tree: ContentTree): ContentModel {
  const nodes: Node[] = [];
  const leaves: number[] = [];
  const leavesOf = new Map<number, number[]>();
  const wildcards: number[] = [];
  const add = (item: ContentTree, parent: number, place: number): number => {
    const id = nodes.length;
    const [kind, min, max] = item;
    const most = max === 0 ? Infinity : max;
    nodes.push(EMPTY);
    const low = leaves.length;
    if (typeof kind === 'number') {
      const leaf = leaves.push(id) - 1;
      for (const name of [kind, ...(item.slice(3) as number[])]) {
        leavesOf.set(name, [...(leavesOf.get(name) ?? []), leaf]);
        if (name < 0) wildcards.push(leaf);
      }
      nodes[id] = {
        parent,
        place,
        min,
        max: most,
        isSequence: false,
        members: [],
        low,
        high: low + 1,
        isEmptiable: min === 0,
        iterationIsEmptiable: false,
        required: [],
      };
      return id;
    }
    const members = (item[3] as readonly ContentTree[]).map((member, index) => add(member, id, index));
    const required = [0];
    for (const member of members)
      required.push((required.at(-1) as number) + ((nodes[member] as Node).isEmptiable ? 0 : 1));
    const iterationIsEmptiable =
      kind === 's'
        ? required.at(-1) === 0
        : members.some((member) => (nodes[member] as Node).isEmptiable);
    nodes[id] = {
      parent,
      place,
      min,
      max: most,
      isSequence: kind === 's',
      members,
      low,
      high: leaves.length,
      isEmptiable: min === 0 || iterationIsEmptiable,
      iterationIsEmptiable,
      required,
    };
    return id;
  };
  add(tree, -1, 0);
  return { nodes, leaves, leavesOf, wildcards };
}

const EMPTY: Node = /* @__PURE__ */ Object.freeze({
  parent: -1,
  place: 0,
  min: 0,
  max: 0,
  isSequence: false,
  members: [],
  low: 0,
  high: 0,
  isEmptiable: true,
  iterationIsEmptiable: true,
  required: [],
});

export const startContent = (model: ContentModel): ContentState => ({ model, places: START });

/**
 * Moves over a child. `name` is its number in the name table or -1; `allows` tells whether wildcard k takes it. Answers
 * the name that it counted as, a wildcard as `-(1 + k)`, or 0 where it must not stand here: then nothing moved.
 */
export function stepContent(
  state: ContentState,
  name: number,
  allows: (wildcard: number) => boolean,
): number {
  const { model } = state;
  if (name > 0) {
    const next = move(state, model.leavesOf.get(name) ?? NONE);
    if (next.length > 0) {
      state.places = next;
      return name;
    }
  }
  for (const [key, candidates] of model.wildcards.length === 0 ? NO_ENTRIES : model.leavesOf) {
    if (key > 0 || !allows(-1 - key)) continue;
    const next = move(state, candidates);
    if (next.length > 0) {
      state.places = next;
      return key;
    }
  }
  return 0;
}

const NONE: readonly number[] = [];
const NO_ENTRIES: ReadonlyMap<number, readonly number[]> = /* @__PURE__ */ new Map();

/** Whether the element may end here. */
export const contentComplete = (state: ContentState): boolean =>
  state.places.some((place) => canEnd(state.model, place));

/** The names (and wildcards) that may come next. */
export function expectedContent(state: ContentState): readonly number[] {
  const expected: number[] = [];
  for (const [name, leaves] of state.model.leavesOf)
    if (move(state, leaves).length > 0) expected.push(name);
  return expected;
}

function move(state: ContentState, leaves: readonly number[]): readonly Place[] {
  const found: Place[] = [];
  for (const place of state.places) for (const leaf of leaves) from(state.model, place, leaf, found);
  return found.length > 1 ? distinct(found) : found;
}

function distinct(places: readonly Place[]): readonly Place[] {
  const seen = new Map<string, Place>();
  for (const place of places)
    seen.set(`${place.leaf}:${[...place.counts].sort(([a], [b]) => a - b).join(';')}`, place);
  return [...seen.values()];
}

/** All ways from a place to a leaf: climbing out of the last leaf, into the leaf from the node where both meet. */
function from(model: ContentModel, place: Place, leaf: number, found: Place[]): void {
  const target = model.leaves[leaf] as number;
  if (place.leaf === NO_LEAF) {
    if (isFirst(model, 0, target)) found.push({ leaf, counts: new Map() });
    return;
  }
  let id = model.leaves[place.leaf] as number;
  for (;;) {
    const node = model.nodes[id] as Node;
    const count = place.counts.get(id) ?? 1;
    // A node that is entered is in its first iteration, which an absent count means. Here one iteration of the node is complete. Another one?
    if (count < node.max && leaf >= node.low && leaf < node.high && isFirst(model, id, target)) {
      const counts = around(model, place.counts, id);
      counts.set(id, count + 1);
      found.push({ leaf, counts });
    }
    if (count < node.min && !node.iterationIsEmptiable) return;
    if (node.parent < 0) return;
    const parent = model.nodes[node.parent] as Node;
    if (parent.isSequence) {
      // Further members of the sequence.
      for (let next = node.place + 1; next < parent.members.length; next++) {
        const member = parent.members[next] as number;
        const below = model.nodes[member] as Node;
        if (leaf >= below.low && leaf < below.high) {
          if (
            parent.required[next] === parent.required[node.place + 1] &&
            isFirst(model, member, target)
          )
            found.push({
              leaf,
              counts: around(model, place.counts, node.parent, true),
            });
          break;
        }
      }
      if (parent.required[parent.members.length] !== parent.required[node.place + 1]) return;
    }
    id = node.parent;
  }
}

function canEnd(model: ContentModel, place: Place): boolean {
  if (place.leaf === NO_LEAF) return (model.nodes[0] as Node).isEmptiable;
  let id = model.leaves[place.leaf] as number;
  for (;;) {
    const node = model.nodes[id] as Node;
    if ((place.counts.get(id) ?? 1) < node.min && !node.iterationIsEmptiable) return false;
    if (node.parent < 0) return true;
    const parent = model.nodes[node.parent] as Node;
    if (parent.isSequence && parent.required[parent.members.length] !== parent.required[node.place + 1])
      return false;
    id = node.parent;
  }
}

/** Whether a leaf can be the first one inside a node. */
function isFirst(model: ContentModel, top: number, target: number): boolean {
  for (let id = target; id !== top; ) {
    const node = model.nodes[id] as Node;
    const parent = model.nodes[node.parent] as Node;
    if (parent.isSequence && (parent.required[node.place] as number) > 0) return false;
    id = node.parent;
  }
  return true;
}

/** The counts of the nodes strictly around `id`, and of `id` itself if asked for. */
function around(
  model: ContentModel,
  counts: ReadonlyMap<number, number>,
  id: number,
  itself = false,
): Map<number, number> {
  const kept = new Map<number, number>();
  for (let at = itself ? id : (model.nodes[id] as Node).parent; at >= 0; at = (model.nodes[at] as Node).parent) {
    const count = counts.get(at);
    if (count !== undefined && count > 1) kept.set(at, count);
  }
  return kept;
}
