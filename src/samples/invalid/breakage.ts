import { type ExpandedName, expandedName } from '../../foundation/expanded-name.js';
import type { Growth } from '../growth.js';
import { elementsOf, type SampleElement } from '../sample-tree.js';

/** A tree that is about to be broken, and what it grew in. */
export interface BreakSite {
  readonly ctx: Growth;
  readonly root: SampleElement;
}

/** What was broken, and where. */
export interface Broken {
  /** Named as in the recommendation: `cvc-complex-type.2.4.a`. */
  readonly rule: string;
  /** A sentence for people. */
  readonly breaks: string;
  readonly at: SampleElement;
  readonly attribute?: ExpandedName;
}

/** Changes a valid tree so that one rule is broken. Undefined where the tree has no place for it: then it is thrown away. */
export type Breakage = (site: BreakSite) => Broken | undefined;

/** The elements of a tree in any order. */
export const anyOrder = ({ ctx, root }: BreakSite): readonly SampleElement[] =>
  ctx.random.shuffled([...elementsOf(root)]);

/** The result for the first item that gives one. */
export function firstOf<T, R>(items: Iterable<T>, attempt: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = attempt(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** An element of the same kind as its neighbours that no schema declares. */
export function unknownElement(ctx: Growth, namespace: string): SampleElement {
  const declared = new Set([...ctx.schema.elements.values()].map(({ name }) => name.localName));
  let localName = 'noSuchElement';
  while (declared.has(localName)) localName += 'X';
  return {
    kind: 'element',
    name: expandedName(namespace, localName),
    declaration: undefined,
    type: undefined,
    particle: undefined,
    xsiType: undefined,
    isNil: false,
    attributes: [],
    children: [],
  };
}
