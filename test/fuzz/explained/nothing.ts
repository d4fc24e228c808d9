import type { FuzzCase } from '../fuzz-case.js';
import { attributeOf, isNode, nodesOf, type XmlNode } from '../xml-tree.js';

/**
 * Whether a place in a schema is inside what "corresponds to no component at all": a particle that occurs 0 to 0 times
 * (3.9.2), an attribute whose use is prohibited (3.2.2). The constraints on components do not hold there.
 */
export function isInNothing({ schema }: FuzzCase, place: string): boolean {
  const [file = '', line = ''] = place.split(':');
  const root = schema[file];
  return root !== undefined && isInNothingAt(root, 1, Number(line), false) === true;
}

/** Whether a particle of a schema occurs 0 to 0 times. */
export const neverOccurs = (particle: XmlNode): boolean =>
  attributeOf(particle, 'minOccurs') === '0' && attributeOf(particle, 'maxOccurs') === '0';

/** Whether some element of the schema documents is such. */
export const someElement = ({ schema }: FuzzCase, isSuch: (element: XmlNode) => boolean): boolean =>
  Object.values(schema).some((root) => [...nodesOf(root)].some(isSuch));

/** Goes through the lines as they are written: an element a line, and one for its end. Answers the next line, or what is asked. */
function isInNothingAt(node: XmlNode, first: number, wanted: number, isInside: boolean): number | boolean {
  const inside = isInside || attributeOf(node, 'use') === 'prohibited' || neverOccurs(node);
  if (first === wanted) return inside;
  let line = first + 1;
  for (const child of node.children) {
    if (!isNode(child)) continue;
    const found = isInNothingAt(child, line, wanted, inside);
    if (typeof found === 'boolean') return found;
    line = found;
  }
  if (node.children.length === 0) return line;
  return line === wanted ? inside : line + 1;
}
