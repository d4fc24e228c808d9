import type { TaggedValue } from '../../../model/information/index.js';
import { attributeValue, childElements, type XmlElement } from '../../xml/xml-element.js';

const DOCUMENTATION = 'http://www.eclipse.org/emf/2002/GenModel';

/** Notes and tagged values from the EAnnotations of an element: the documentation of GenModel, and all other details. */
export function annotationsOf(element: XmlElement): {
  readonly notes?: string;
  readonly tags?: readonly TaggedValue[];
} {
  let notes: string | undefined;
  const tags: TaggedValue[] = [];
  for (const annotation of element.children) {
    if (typeof annotation === 'string' || annotation.name.localName !== 'eAnnotations') continue;
    const source = attributeValue(annotation, 'source') ?? '';
    for (const detail of childElements(annotation)) {
      if (detail.name.localName !== 'details') continue;
      const key = attributeValue(detail, 'key') ?? '';
      const value = attributeValue(detail, 'value') ?? '';
      if (source === DOCUMENTATION && key === 'documentation') notes = value;
      else tags.push({ name: tagName(source, key), value });
    }
  }
  return { ...(notes === undefined ? {} : { notes }), ...(tags.length === 0 ? {} : { tags }) };
}

/** `ExtendedMetaData.kind`: the end of the source keeps keys of several tools apart. */
function tagName(source: string, key: string): string {
  const end = source.slice(source.lastIndexOf('/') + 1);
  return end === '' ? key : `${end}.${key}`;
}
