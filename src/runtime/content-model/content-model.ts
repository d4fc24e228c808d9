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

/** The iterations that a node may be in, from `least` to `most`. */
interface Count {
  readonly least: number;
  readonly most: number;
}

/**
 * Ways to be inside a content model: the last leaf, and the iterations that each node around it may be in, every
 * combination of them. A node that is not named is in its first one.
 */
interface Place {
  readonly leaf: number;
  readonly counts: ReadonlyMap<number, Count>;
}

/**
 * Where an element is in its content model. More than one place only where counts can be split in several ways; places
 * that lead nowhere else than another one are left out, so that their number does not grow with the document.
 */
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
      kind === 's' ? required.at(-1) === 0 : members.some((member) => (nodes[member] as Node).isEmptiable);
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
  for (const [name, leaves] of state.model.leavesOf) if (move(state, leaves).length > 0) expected.push(name);
  return expected;
}

function move(state: ContentState, leaves: readonly number[]): readonly Place[] {
  const found: Place[] = [];
  for (const place of state.places) for (const leaf of leaves) from(state.model, place, leaf, found);
  return found.length > 1 ? distinct(state.model, found) : found;
}

/** Leaves out places that another one covers, and makes one of two that differ in one count only and meet there. */
function distinct(model: ContentModel, places: readonly Place[]): readonly Place[] {
  const kept: Place[] = [];
  for (const place of places) {
    let added = place;
    for (let index = kept.length - 1; index >= 0; index--) {
      const other = kept[index] as Place;
      if (other.leaf !== added.leaf) continue;
      const joined = covers(model, other, added)
        ? other
        : covers(model, added, other)
          ? added
          : join(other, added);
      if (joined === undefined) continue;
      kept.splice(index, 1);
      // What grew may meet those that were passed.
      if (joined !== added) index = kept.length;
      added = joined;
    }
    kept.push(added);
  }
  return kept;
}

const ONCE: Count = /* @__PURE__ */ Object.freeze({ least: 1, most: 1 });

const countOf = (place: Place, id: number): Count => place.counts.get(id) ?? ONCE;

/** Iterations that a node must come to before it may be left. */
const needed = (node: Node): number => (node.iterationIsEmptiable ? 1 : node.min);

/** Whether whatever may follow at `other` may follow at `place`: fewer iterations are as good, if they are enough. */
function covers(model: ContentModel, place: Place, other: Place): boolean {
  for (let id = model.leaves[place.leaf] as number; id >= 0; id = (model.nodes[id] as Node).parent) {
    const a = countOf(place, id);
    const b = countOf(other, id);
    const isEnough = a.most >= needed(model.nodes[id] as Node);
    if (a.least > b.least || (a.most < b.most && !isEnough)) return false;
  }
  return true;
}

/** One place for two of the same leaf that differ in one count only, where the ranges meet. */
function join(one: Place, other: Place): Place | undefined {
  let differing = -1;
  for (const id of new Set([...one.counts.keys(), ...other.counts.keys()])) {
    const a = countOf(one, id);
    const b = countOf(other, id);
    if (a.least === b.least && a.most === b.most) continue;
    if (differing >= 0 || a.least > b.most + 1 || b.least > a.most + 1) return undefined;
    differing = id;
  }
  const a = countOf(one, differing);
  const b = countOf(other, differing);
  const counts = new Map(one.counts);
  counts.set(differing, { least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) });
  return { leaf: one.leaf, counts };
}

/** The next iteration; where it makes no difference, fewer ones. */
function another(node: Node, count: Count): Count {
  const least = count.least + 1;
  const most = Math.min(count.most + 1, node.max);
  const enough = Math.max(1, needed(node));
  const fewest = node.max === Infinity ? Math.min(least, enough) : least;
  return { least: fewest, most: Math.min(most, Math.max(fewest, enough)) };
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
    const count = countOf(place, id);
    // A node that is entered is in its first iteration, which an absent count means. Here one iteration of the node is complete. Another one?
    if (count.least < node.max && leaf >= node.low && leaf < node.high && isFirst(model, id, target)) {
      const counts = around(model, place.counts, id);
      counts.set(id, another(node, count));
      found.push({ leaf, counts });
    }
    if (count.most < needed(node)) return;
    if (node.parent < 0) return;
    const parent = model.nodes[node.parent] as Node;
    if (parent.isSequence) {
      // Further members of the sequence.
      for (let next = node.place + 1; next < parent.members.length; next++) {
        const member = parent.members[next] as number;
        const below = model.nodes[member] as Node;
        if (leaf >= below.low && leaf < below.high) {
          if (parent.required[next] === parent.required[node.place + 1] && isFirst(model, member, target))
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
    if (countOf(place, id).most < needed(node)) return false;
    if (node.parent < 0) return true;
    const parent = model.nodes[node.parent] as Node;
    if (parent.isSequence && parent.required[parent.members.length] !== parent.required[node.place + 1])
      return false;
    id = node.parent;
  }
}

/** Whether a leaf can be the first one inside a node. */
function isFirst(model: ContentModel, top: number, target: number): boolean {
  for (let id = target; id !== top;) {
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
  counts: ReadonlyMap<number, Count>,
  id: number,
  itself = false,
): Map<number, Count> {
  const kept = new Map<number, Count>();
  for (
    let at = itself ? id : (model.nodes[id] as Node).parent;
    at >= 0;
    at = (model.nodes[at] as Node).parent
  ) {
    const count = counts.get(at);
    if (count !== undefined && count.most > 1) kept.set(at, count);
  }
  return kept;
}
