import type { ElementDeclarationRef, Particle, Wildcard } from '../../model/schema/index.js';

/**
 * A particle without pointless groups: no group is empty or stands alone around one member, none repeats its compositor
 * inside itself. It accepts the same sequences of elements.
 */
export type ContentTree = ContentLeaf | ContentGroup;

export interface ContentLeaf {
  readonly kind: 'leaf';
  readonly term: ElementDeclarationRef | Wildcard;
  readonly min: number;
  readonly max: number | 'unbounded';
}

export interface ContentGroup {
  readonly kind: 'group';
  readonly compositor: 'sequence' | 'choice' | 'all';
  readonly members: readonly ContentTree[];
  readonly min: number;
  readonly max: number | 'unbounded';
}

/** The particle, simplified; undefined where it matches nothing but the empty sequence. */
export function contentTree(particle: Particle): ContentTree | undefined {
  const { minOccurs: min, maxOccurs: max, term } = particle;
  if (max === 0) return undefined;
  if (term.kind !== 'model-group') return { kind: 'leaf', term, min, max };
  const { compositor } = term;
  let isEmptied = false;
  const members: ContentTree[] = [];
  for (const inner of term.particles) {
    const member = contentTree(inner);
    if (member === undefined) isEmptied = true;
    else if (isSameGroup(member, compositor)) members.push(...member.members);
    else members.push(member);
  }
  const [only] = members;
  if (only === undefined) return undefined;
  // A branch that holds nothing lets the whole choice be left out.
  const least = compositor === 'choice' && isEmptied ? 0 : min;
  if (members.length === 1) {
    const folded = fold(only, least, max);
    if (folded !== undefined) return folded;
  }
  return { kind: 'group', compositor, members, min: least, max };
}

/** Whether the tree matches the empty sequence. */
export function isEmptiableTree(tree: ContentTree): boolean {
  if (tree.min === 0) return true;
  if (tree.kind === 'leaf') return false;
  return tree.compositor === 'choice'
    ? tree.members.some(isEmptiableTree)
    : tree.members.every(isEmptiableTree);
}

/** Leaves in the order of the schema. */
export function leavesOf(tree: ContentTree): readonly ContentLeaf[] {
  return tree.kind === 'leaf' ? [tree] : tree.members.flatMap(leavesOf);
}

const isSameGroup = (tree: ContentTree, compositor: ContentGroup['compositor']): tree is ContentGroup =>
  tree.kind === 'group' &&
  tree.compositor === compositor &&
  compositor !== 'all' &&
  tree.min === 1 &&
  tree.max === 1;

/**
 * One occurrence range for two nested ones, where that says the same: the counts `k * inner` for all `k` of the outer
 * range must leave no gap.
 */
function fold(inner: ContentTree, min: number, max: number | 'unbounded'): ContentTree | undefined {
  if (!isGapless(inner, min, max)) return undefined;
  return { ...inner, min: min * inner.min, max: product(inner.max, max) };
}

/** The gap behind the smallest `k` is the widest, so it is enough to look there. */
function isGapless(inner: ContentTree, min: number, max: number | 'unbounded'): boolean {
  if (min === max) return true;
  if (inner.max === 'unbounded') return min > 0 || inner.min <= 1;
  return min * inner.max + 1 >= (min + 1) * inner.min;
}

const product = (a: number | 'unbounded', b: number | 'unbounded'): number | 'unbounded' =>
  a === 'unbounded' || b === 'unbounded' ? 'unbounded' : a * b;
