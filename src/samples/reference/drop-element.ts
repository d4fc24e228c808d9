import { type ContentAutomaton, contentAutomaton, matches } from '../../analysis/content-model/index.js';
import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Particle, Schema } from '../../model/schema/index.js';
import { elementsOf, isElement, particleOf, type SampleElement } from '../sample-tree.js';

/** Takes an element out of a tree, or the nearest one around it that can be missed. False where none can. */
export function dropElement(schema: Schema, root: SampleElement, element: SampleElement): boolean {
  for (let at: SampleElement = element; at !== root;) {
    const parent = parentOf(root, at);
    if (parent === undefined) return false;
    const rest = parent.children.filter((child) => child !== at);
    const names = rest.filter(isElement).map(({ name }) => name);
    if (acceptsChildren(schema, parent, names)) {
      parent.children = rest;
      return true;
    }
    at = parent;
  }
  return false;
}

/** The element around another one. */
export function parentOf(root: SampleElement, element: SampleElement): SampleElement | undefined {
  for (const each of elementsOf(root)) if (each.children.includes(element)) return each;
  return undefined;
}

/** Whether the content model of an element accepts children of these names, in this order. */
export function acceptsChildren(
  schema: Schema,
  { type }: SampleElement,
  names: readonly ExpandedName[],
): boolean {
  if (type === undefined) return true;
  const particle = particleOf(type);
  return particle === undefined ? names.length === 0 : matches(schema, automatonOf(particle), names);
}

const automata = new WeakMap<Particle, ContentAutomaton>();

function automatonOf(particle: Particle): ContentAutomaton {
  const known = automata.get(particle);
  if (known !== undefined) return known;
  const made = contentAutomaton(particle);
  automata.set(particle, made);
  return made;
}
