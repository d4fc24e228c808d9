import type { Prefixes } from '../prefixes.js';
import { isElement, type SampleElement } from '../sample-tree.js';
import { namesOf } from '../write-document.js';
import type { Broken } from './breakage.js';

/** The place of an element or attribute, with the names as they stand in the document. */
export function pathTo(
  root: SampleElement,
  prefixes: Prefixes,
  { at, attribute }: Pick<Broken, 'at' | 'attribute'>,
): string {
  const names = namesOf(root, prefixes);
  const steps = stepsTo(root, at, names.element) ?? [];
  const path = `/${[names.element(root.name), ...steps].join('/')}`;
  return attribute === undefined ? path : `${path}/@${names.attribute(attribute)}`;
}

function stepsTo(
  from: SampleElement,
  to: SampleElement,
  nameOf: (name: SampleElement['name']) => string,
): readonly string[] | undefined {
  if (from === to) return [];
  const counts = new Map<string, number>();
  for (const child of from.children.filter(isElement)) {
    const name = nameOf(child.name);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const rest = stepsTo(child, to, nameOf);
    if (rest !== undefined) return [count > 1 ? `${name}[${count}]` : name, ...rest];
  }
  return undefined;
}
