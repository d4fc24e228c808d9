import type { NameMatch } from '../../analysis/compatibility/wire/index.js';
import type { WitnessElement } from '../../analysis/compatibility/wire/witness.js';
import type { Schema } from '../../model/schema/index.js';
import { copyOf, elementsOf, type SampleElement } from '../sample-tree.js';
import { writeDocument } from '../write-document.js';
import { completeWitness, pathOf } from './complete-witness.js';

/** A witness as a document. */
export interface WrittenWitness {
  readonly xml: string;
  /** The same message with the names of the rejecting model. */
  readonly renamed: string;
  /** The element that is wrong for the rejecting model. */
  readonly path: string;
  /** Offset into `xml`: of the element, of what is in it, or of its end, as the mark says. */
  readonly offset: number;
}

/** Writes the message of a witness. Undefined where it cannot be completed to a valid one. */
export function writeWitness(
  schema: Schema,
  witness: WitnessElement,
  match: Pick<NameMatch, 'element' | 'attribute' | 'type'>,
): WrittenWitness | undefined {
  const complete = completeWitness(schema, witness);
  if (complete === undefined) return undefined;
  const { tree, prefixes, marked = tree } = complete;
  const mark = markOf(witness);
  let offset = 0;
  const xml = writeDocument(tree, prefixes, (element, { start, content, end }) => {
    if (element === marked) offset = mark === 'end' ? end : mark === 'text' ? content : start;
  });
  const path = pathOf(tree, marked) ?? `/${tree.name.localName}`;
  const attribute = attributeOf(witness);
  const renamed = writeDocument(rename(tree, match), prefixes);
  return { xml, renamed, path: attribute === undefined ? path : `${path}/@${attribute}`, offset };
}

function rename(
  tree: SampleElement,
  match: Pick<NameMatch, 'element' | 'attribute' | 'type'>,
): SampleElement {
  const copy = copyOf(tree);
  for (const element of elementsOf(copy)) {
    element.name = match.element(element.name);
    if (element.xsiType !== undefined) element.xsiType = match.type(element.xsiType);
    for (const attribute of element.attributes) attribute.name = match.attribute(attribute.name);
  }
  return copy;
}

function markedIn(witness: WitnessElement): WitnessElement | undefined {
  if (witness.mark !== undefined) return witness;
  if (witness.content.kind !== 'elements') return undefined;
  for (const { element } of witness.content.elements) {
    const found = markedIn(element);
    if (found !== undefined) return found;
  }
  return undefined;
}

const markOf = (witness: WitnessElement): string => markedIn(witness)?.mark?.kind ?? 'element';

const attributeOf = (witness: WitnessElement): string | undefined => {
  const mark = markedIn(witness)?.mark;
  return mark?.kind === 'attribute' ? mark.name.localName : undefined;
};
