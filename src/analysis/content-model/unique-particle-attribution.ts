import type { ExpandedName } from '../../foundation/expanded-name.js';
import { clark } from '../../foundation/expanded-name.js';
import type { ElementDeclaration, Particle, Schema, Wildcard } from '../../model/schema/index.js';
import { allowsNamespace, namespacesOverlap } from '../../model/schema/index.js';
import type { Label, LabelOf, NameLayers } from './name-layers.js';
import { addLayer, layerOf } from './name-layers.js';
import { substitutionMembers } from './substitution-group.js';
import type { Unrolled, UnrolledLeaf } from './unrolled-content.js';
import { unroll } from './unrolled-content.js';

/** Two particles that can compete for the same element, with what they overlap in. */
export interface Competition {
  readonly first: Particle;
  readonly second: Particle;
  /** An element that both can match; undefined where both are wildcards. */
  readonly name: ExpandedName | undefined;
}

/**
 * Unique Particle Attribution (cos-nonambig, 3.8.6): every pair of particles of a content model between which the name
 * of an element alone does not decide. Each pair is named once.
 */
export function competingParticles(schema: Schema, particle: Particle): readonly Competition[] {
  if (particle.maxOccurs === 0) return [];
  const search = new Search(schema);
  const root = unroll(particle);
  search.visitStart(root);
  return search.found;
}

/** The leaves that can come next after some leaf: own ones before those that stand further out. */
interface FollowSet {
  readonly own: Rope | undefined;
  readonly rest: FollowSet | undefined;
  /** All names, filled in when the set is checked. */
  layers?: NameLayers;
}

/** Leaves in order, as a tree, so that sets share what they have in common. */
type Rope = UnrolledLeaf | { readonly kind: 'rope'; readonly parts: readonly Rope[] };

class Search {
  readonly found: Competition[] = [];
  readonly #schema: Schema;
  readonly #labels = new Map<number, Label>();
  readonly #follow = new Map<UnrolledLeaf, FollowSet | undefined>();
  readonly #named = new Set<string>();
  readonly #pairs = new Map<FollowSet, Set<FollowSet>>();
  readonly #waiting: (readonly [FollowSet, FollowSet])[] = [];
  readonly #firsts = new Map<Unrolled, Rope | undefined>();
  readonly #emptiable = new Map<Unrolled, boolean>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  visitStart(root: Unrolled): void {
    const starts = this.#firstOf(root);
    this.#visit(root, undefined);
    this.#layersOf({ own: starts, rest: undefined });
    for (const set of new Set(this.#follow.values())) if (set !== undefined) this.#layersOf(set);
    // Copies of one particle that are reached by the same elements may go on differently.
    for (let pair = this.#waiting.pop(); pair !== undefined; pair = this.#waiting.pop())
      this.#checkPair(...pair);
  }

  /** Hands every leaf the set of what follows it. */
  #visit(at: Unrolled, after: FollowSet | undefined): void {
    switch (at.kind) {
      case 'leaf':
        this.#follow.set(at, after);
        return;
      case 'choice':
        for (const child of at.children) this.#visit(child, after);
        return;
      case 'sequence': {
        let following = after;
        for (const child of at.children.toReversed()) {
          this.#visit(child, following);
          const own = this.#firstOf(child);
          const rest = this.#isEmptiable(child) ? following : undefined;
          if (own !== undefined) following = { own, rest };
          else if (rest === undefined) following = undefined;
        }
        return;
      }
      case 'optional':
        this.#visit(at.child, after);
        return;
      case 'repeated':
        this.#visit(at.child, { own: this.#firstOf(at.child), rest: after });
        return;
    }
  }

  #isEmptiable(at: Unrolled): boolean {
    const known = this.#emptiable.get(at);
    if (known !== undefined) return known;
    const is =
      at.kind === 'optional' ||
      (at.kind === 'repeated' && this.#isEmptiable(at.child)) ||
      (at.kind === 'sequence' && at.children.every((child) => this.#isEmptiable(child))) ||
      (at.kind === 'choice' && at.children.some((child) => this.#isEmptiable(child)));
    this.#emptiable.set(at, is);
    return is;
  }

  #firstOf(at: Unrolled): Rope | undefined {
    if (this.#firsts.has(at)) return this.#firsts.get(at);
    const first = this.#makeFirst(at);
    this.#firsts.set(at, first);
    return first;
  }

  #makeFirst(at: Unrolled): Rope | undefined {
    if (at.kind === 'leaf') return at;
    if ('child' in at) return this.#firstOf(at.child);
    const parts: Rope[] = [];
    for (const child of at.children) {
      const first = this.#firstOf(child);
      if (first !== undefined) parts.push(first);
      if (at.kind === 'sequence' && !this.#isEmptiable(child)) break;
    }
    return parts.length > 1 ? { kind: 'rope', parts } : parts[0];
  }

  /** Checks a set, once, and everything that it is built on. */
  #layersOf(set: FollowSet): NameLayers {
    const chain: FollowSet[] = [];
    let at: FollowSet | undefined = set;
    for (; at !== undefined && at.layers === undefined; at = at.rest) chain.push(at);
    let layers: NameLayers = at?.layers ?? [];
    for (const next of chain.reverse()) {
      const own = flatten(next.own);
      this.#compare(own, [layerOf(own, this.#labelOf)]);
      this.#compare(own, layers);
      layers = addLayer(own, layers, this.#labelOf);
      next.layers = layers;
    }
    return layers;
  }

  #checkPair(a: FollowSet, b: FollowSet): void {
    const others = this.#layersOf(b);
    for (let at: FollowSet | undefined = a; at !== undefined; at = at.rest)
      this.#compare(flatten(at.own), others);
  }

  #compare(leaves: readonly UnrolledLeaf[], layers: NameLayers): void {
    for (const leaf of leaves) {
      const label = this.#labelOf(leaf);
      for (const layer of layers) {
        for (const name of label.names) {
          for (const other of layer.byName.get(name) ?? []) this.#meet(leaf, other);
        }
        for (const other of layer.wildcards)
          if (this.#overlapsWildcard(leaf, label, other)) this.#meet(leaf, other);
        if (label.allows === undefined) continue;
        for (const [namespace, others] of layer.byNamespace) {
          if (!label.allows(namespace)) continue;
          for (const other of others) this.#meet(leaf, other);
        }
      }
    }
  }

  #overlapsWildcard(leaf: UnrolledLeaf, label: Label, other: UnrolledLeaf): boolean {
    if (leaf === other || other.term.kind !== 'wildcard') return false;
    const constraint = other.term.namespaceConstraint;
    if (leaf.term.kind === 'wildcard') return namespacesOverlap(leaf.term.namespaceConstraint, constraint);
    return label.namespaces.some((namespace) => allowsNamespace(constraint, namespace));
  }

  /** Two overlapping leaves that can be next after the same elements. */
  #meet(a: UnrolledLeaf, b: UnrolledLeaf): void {
    if (a === b) return;
    if (a.place === b.place) {
      this.#enqueue(this.#follow.get(a), this.#follow.get(b));
      return;
    }
    const [first, second] = a.place < b.place ? [a, b] : [b, a];
    const key = `${first.place} ${second.place}`;
    if (this.#named.has(key)) return;
    this.#named.add(key);
    this.found.push({
      first: first.particle,
      second: second.particle,
      name: this.#commonName(first, second),
    });
  }

  #enqueue(a: FollowSet | undefined, b: FollowSet | undefined): void {
    if (a === undefined || b === undefined || a === b) return;
    const known = this.#pairs.get(a) ?? new Set();
    if (known.has(b) || this.#pairs.get(b)?.has(a) === true) return;
    this.#pairs.set(a, known.add(b));
    this.#waiting.push([a, b]);
  }

  #commonName(a: UnrolledLeaf, b: UnrolledLeaf): ExpandedName | undefined {
    const namesOf = (leaf: UnrolledLeaf): readonly ExpandedName[] =>
      leaf.term.kind === 'wildcard'
        ? []
        : elementsOf(this.#schema, leaf.term.element).map((element) => element.name);
    const ofB = namesOf(b);
    return (
      namesOf(a).find((name) => accepts(b, ofB, name)) ?? ofB.find((name) => accepts(a, namesOf(a), name))
    );
  }

  readonly #labelOf: LabelOf = (leaf) => {
    const known = this.#labels.get(leaf.place);
    if (known !== undefined) return known;
    const label =
      leaf.term.kind === 'wildcard'
        ? wildcardLabel(leaf.term)
        : elementLabel(this.#schema, leaf.term.element);
    this.#labels.set(leaf.place, label);
    return label;
  };
}

function flatten(rope: Rope | undefined): readonly UnrolledLeaf[] {
  const leaves: UnrolledLeaf[] = [];
  const visit = (at: Rope): void => {
    if (at.kind === 'leaf') leaves.push(at);
    else at.parts.forEach(visit);
  };
  if (rope !== undefined) visit(rope);
  return leaves;
}

function wildcardLabel(wildcard: Wildcard): Label {
  return {
    names: [],
    namespaces: [],
    allows: (namespace) => allowsNamespace(wildcard.namespaceConstraint, namespace),
  };
}

function elementLabel(schema: Schema, id: ElementDeclaration['id']): Label {
  const elements = elementsOf(schema, id);
  return {
    names: [...new Set(elements.map((element) => clark(element.name)))],
    namespaces: [...new Set(elements.map((element) => element.name.namespace))],
    allows: undefined,
  };
}

function elementsOf(schema: Schema, id: ElementDeclaration['id']): readonly ElementDeclaration[] {
  const self = schema.elements.get(id);
  return self === undefined ? [] : [self, ...substitutionMembers(schema, id)];
}

function accepts(leaf: UnrolledLeaf, names: readonly ExpandedName[], name: ExpandedName): boolean {
  if (leaf.term.kind === 'wildcard') return allowsNamespace(leaf.term.namespaceConstraint, name.namespace);
  return names.some((other) => clark(other) === clark(name));
}
