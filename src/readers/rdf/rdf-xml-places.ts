import { XML_NAMESPACE } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { XmlElement } from '../xml/xml-element.js';
import type { ResourceId } from './graph.js';
import { RDF_NAMESPACE } from './vocabulary.js';

/** Where resources are described: of several places the one that says most. */
export function placesIn(root: XmlElement, base: string): ReadonlyMap<ResourceId, Span> {
  const places = new Map<ResourceId, { readonly span: Span; readonly size: number }>();
  const open: { readonly element: XmlElement; readonly base: string }[] = [{ element: root, base }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { element } = next;
    const inner = resolve(attribute(element, XML_NAMESPACE, 'base'), next.base) ?? next.base;
    const id = subjectOf(element, inner);
    const size = element.children.length;
    if (id !== undefined && size >= (places.get(id)?.size ?? 0)) places.set(id, { span: element.span, size });
    for (const child of element.children) {
      if (typeof child !== 'string') open.push({ element: child, base: inner });
    }
  }
  return new Map([...places].map(([id, { span }]) => [id, span]));
}

function subjectOf(element: XmlElement, base: string): ResourceId | undefined {
  const nodeId = attribute(element, RDF_NAMESPACE, 'nodeID');
  if (nodeId !== undefined) return `_:${nodeId}`;
  const name = attribute(element, RDF_NAMESPACE, 'ID');
  return resolve(name === undefined ? attribute(element, RDF_NAMESPACE, 'about') : `#${name}`, base);
}

const attribute = (element: XmlElement, namespace: string, localName: string): string | undefined =>
  element.attributes.find(({ name }) => name.namespace === namespace && name.localName === localName)?.value;

function resolve(reference: string | undefined, base: string): string | undefined {
  if (reference === undefined) return undefined;
  if (reference.startsWith('#')) return base.replace(/#.*$/u, '') + reference;
  return URL.canParse(reference, base) ? absolute(reference, base) : reference;
}

/** An IRI that is absolute is taken letter by letter: a URL would be normalised. */
const absolute = (reference: string, base: string): string =>
  /^[a-z][a-z\d+.-]*:/iu.test(reference) ? reference : new URL(reference, base).href;
