import {
  componentId,
  type ComplexType,
  type ElementDeclaration,
  type Schema,
  allowsNamespace,
} from '../../../model/schema/index.js';
import type { ContentAutomaton, Position } from '../../content-model/automaton.js';
import {
  canEnd,
  type Configuration,
  configurationKey,
  firstConfigurations,
  nextConfigurations,
} from '../../content-model/content-walk.js';
import { instantiableMembers } from '../../content-model/substitution-group.js';
import type { Comparison } from './comparison.js';
import { possibleContentOf } from './content-of.js';
import { elementAt, UNKNOWN_NAMESPACE } from './site.js';
import type { WitnessChild, WitnessElement } from './witness.js';

/** Where a walk is: undefined before the first element. */
export type Place = Configuration | undefined;

export const placesAfter = (automaton: ContentAutomaton, at: Place): readonly Configuration[] =>
  at === undefined ? firstConfigurations(automaton) : nextConfigurations(automaton, at);

export const mayEnd = (automaton: ContentAutomaton, at: Place): boolean =>
  at === undefined ? automaton.isEmptiable : canEnd(automaton, at);

/** Equal for equal places. */
export function placeKey(at: Place): string {
  if (at === undefined) return '';
  let key = keys.get(at);
  if (key === undefined) keys.set(at, (key = configurationKey(at)));
  return key;
}

const keys = new WeakMap<Configuration, string>();

/** Steps that a search may take. */
const MAX_STEPS = 50_000;

/** The way with the fewest elements, inner ones counted, from a place to one that is wanted, that place included. */
export function leastWay(
  automaton: ContentAutomaton,
  from: Place,
  isWanted: (at: Place) => boolean,
  sizeOf: (position: Position) => number,
  isStepNeeded = false,
): readonly Configuration[] | undefined {
  interface Way {
    readonly at: Place;
    readonly before: Way | undefined;
  }
  const buckets: Way[][] = [[{ at: from, before: undefined }]];
  const settled = new Set<string>();
  let steps = 0;
  for (let cost = 0; cost < buckets.length && steps < MAX_STEPS; cost++) {
    const bucket = buckets[cost] ?? [];
    for (let next = 0; next < bucket.length; next++) {
      const way = bucket[next];
      if (way === undefined) continue;
      const isFirst = way.before === undefined;
      if (isWanted(way.at) && !(isFirst && isStepNeeded)) return wayOf(way);
      const key = placeKey(way.at);
      if (!isFirst && settled.has(key)) continue;
      if (!isFirst) settled.add(key);
      steps++;
      for (const at of placesAfter(automaton, way.at)) {
        const size = sizeOf(at.position);
        if (size === Infinity || settled.has(placeKey(at))) continue;
        (buckets[cost + Math.max(1, size)] ??= []).push({ at, before: way });
      }
    }
  }
  return undefined;

  function wayOf(end: Way): readonly Configuration[] {
    const found: Configuration[] = [];
    for (let way: Way | undefined = end; way?.before !== undefined; way = way.before)
      if (way.at !== undefined) found.push(way.at);
    return found.reverse();
  }
}

/** Elements, equal neighbours together. */
export function joined(elements: readonly WitnessElement[]): readonly WitnessChild[] {
  const children: { element: WitnessElement; count: number }[] = [];
  for (const element of elements) {
    const last = children.at(-1);
    const isAlike =
      last !== undefined &&
      last.element.mark === undefined &&
      element.mark === undefined &&
      last.element.declaration === element.declaration &&
      last.element.name === element.name &&
      last.element.content.kind === 'least' &&
      element.content.kind === 'least';
    if (isAlike) last.count++;
    else children.push({ element, count: 1 });
  }
  return children;
}

/** The smallest element that may stand at a position. */
export function leastElement(c: Comparison, { term }: Position): WitnessElement {
  if (term.kind === 'element-declaration-ref') {
    const member = smallest(c, instantiableMembers(c.from, term.element));
    if (member !== undefined) return elementAt({ name: member.name, declaration: member.id });
  } else if (term.processContents === 'strict') {
    const { namespaceConstraint } = term;
    const member = smallest(
      c,
      globalsOf(c.from).filter(({ name }) => allowsNamespace(namespaceConstraint, name.namespace)),
    );
    if (member !== undefined) return elementAt({ name: member.name, declaration: member.id });
  } else {
    const { namespaceConstraint } = term;
    const namespace =
      namespaceConstraint.kind === 'enumeration'
        ? (namespaceConstraint.namespaces[0] ?? '')
        : UNKNOWN_NAMESPACE;
    return unknownElement(c, namespace);
  }
  return elementAt({ name: { namespace: UNKNOWN_NAMESPACE, localName: 'unknown' }, declaration: undefined });
}

/** An element that neither model declares. */
export function unknownElement(c: Comparison, namespace: string): WitnessElement {
  let localName = 'unknown';
  const isKnown = (): boolean => {
    const name = { namespace, localName };
    return (
      c.from.elements.has(componentId('element', name)) ||
      c.to.elements.has(componentId('element', c.match.element(name)))
    );
  };
  for (let at = 2; isKnown(); at++) localName = `unknown${String(at)}`;
  return elementAt({ name: { namespace, localName }, declaration: undefined });
}

export const globalsOf = (schema: Schema): readonly ElementDeclaration[] => {
  let known = globals.get(schema);
  if (known === undefined) {
    known = [...schema.elements.values()].filter(({ scope, abstract }) => scope === 'global' && !abstract);
    globals.set(schema, known);
  }
  return known;
};

const globals = new WeakMap<Schema, readonly ElementDeclaration[]>();

function smallest(c: Comparison, elements: readonly ElementDeclaration[]): ElementDeclaration | undefined {
  let best: ElementDeclaration | undefined;
  for (const element of elements)
    if (best === undefined || c.sizes.element(element) < c.sizes.element(best)) best = element;
  return best;
}

/** The elements that are needed at least from a place to the end of the content. */
export function completion(
  c: Comparison,
  automaton: ContentAutomaton,
  from: Place,
  isStepNeeded = false,
): readonly WitnessElement[] | undefined {
  const way = leastWay(
    automaton,
    from,
    (at) => mayEnd(automaton, at),
    ({ term }) => c.sizes.term(term),
    isStepNeeded,
  );
  return way?.map(({ position }) => leastElement(c, position));
}

/** The smallest content of a type: with an element at least, or whatever. Undefined where there is none. */
export function leastWord(
  c: Comparison,
  type: ComplexType,
  { isEmptyAllowed }: { readonly isEmptyAllowed: boolean },
): readonly WitnessChild[] | undefined {
  const elements = completion(c, possibleContentOf(type, c.sizes), undefined, !isEmptyAllowed);
  return elements && joined(elements);
}
