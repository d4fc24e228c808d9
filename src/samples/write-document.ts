import { type ExpandedName, XML_NAMESPACE, XSI_NAMESPACE } from '../foundation/expanded-name.js';
import type { Prefixes } from './prefixes.js';
import { elementsOf, isElement, type SampleElement } from './sample-tree.js';

/**
 * A tree as an XML document: all namespaces declared on the first element, its own as the default one unless that would
 * change a name; indented where white space does not count.
 */
export function writeDocument(
  root: SampleElement,
  prefixes: Prefixes,
  onElement: (element: SampleElement, place: ElementPlace) => void = () => undefined,
): string {
  const names = namesOf(root, prefixes);
  const out = new Output();
  out.push('<?xml version="1.0" encoding="UTF-8"?>\n');
  write(root, { names, declarations: names.declarations, onElement }, 0, out);
  return out.text;
}

/** Where an element was written: offsets into the text. */
export interface ElementPlace {
  /** Of its start tag. */
  readonly start: number;
  /** Behind its start tag. */
  readonly content: number;
  /** Of its end tag, or behind it where there is none. */
  readonly end: number;
}

class Output {
  readonly #parts: string[] = [];
  length = 0;

  push(part: string): void {
    this.#parts.push(part);
    this.length += part.length;
  }

  get text(): string {
    return this.#parts.join('');
  }
}

interface DocumentNames {
  /** Of elements, and of types in `xsi:type`: a default namespace holds for them. */
  readonly element: (name: ExpandedName) => string;
  readonly attribute: (name: ExpandedName) => string;
  readonly declarations: readonly string[];
}

/** How names are spelt in this document. */
export function namesOf(root: SampleElement, prefixes: Prefixes): DocumentNames {
  const elements = [...elementsOf(root)];
  // A type without namespace is named without prefix, which a default namespace would change.
  for (const { xsiType } of elements) if (xsiType?.namespace === '') prefixes.qname('', xsiType.localName);
  const hasDefault = !prefixes.needsNoDefault && elements.every(({ name }) => name.namespace !== '');
  const defaultNamespace = hasDefault ? root.name.namespace : undefined;
  const element = ({ namespace, localName }: ExpandedName): string =>
    namespace === '' || namespace === defaultNamespace ? localName : `${prefixes.of(namespace)}:${localName}`;
  const attribute = ({ namespace, localName }: ExpandedName): string =>
    namespace === '' ? localName : `${prefixes.of(namespace)}:${localName}`;
  for (const { name, attributes, xsiType, isNil } of elements) {
    element(name);
    attributes.forEach((each) => attribute(each.name));
    if (xsiType !== undefined) element(xsiType);
    if (xsiType !== undefined || isNil) prefixes.of(XSI_NAMESPACE);
  }
  const declarations = [...prefixes.declared()]
    .filter(([, namespace]) => namespace !== XML_NAMESPACE)
    .map(([prefix, namespace]) => `xmlns:${prefix}="${escapeAttribute(namespace)}"`);
  return {
    element,
    attribute,
    declarations:
      defaultNamespace === undefined
        ? declarations
        : [`xmlns="${escapeAttribute(defaultNamespace)}"`, ...declarations],
  };
}

interface Style {
  readonly names: DocumentNames;
  /** Namespace declarations of this element. */
  readonly declarations: readonly string[];
  readonly onElement: (element: SampleElement, place: ElementPlace) => void;
}

function write(
  element: SampleElement,
  { names, declarations, onElement }: Style,
  depth: number,
  out: Output,
  isInline = false,
): void {
  const indent = isInline ? '' : '  '.repeat(depth);
  const end = isInline ? '' : '\n';
  const name = names.element(element.name);
  const attributes = [
    ...declarations,
    ...(element.xsiType === undefined ? [] : [`xsi:type="${names.element(element.xsiType)}"`]),
    ...(element.isNil ? ['xsi:nil="true"'] : []),
    ...element.attributes.map((each) => `${names.attribute(each.name)}="${escapeAttribute(each.value)}"`),
  ];
  const tag = [name, ...attributes].join(' ');
  const { children } = element;
  const start = out.length + indent.length;
  if (children.length === 0) {
    out.push(`${indent}<${tag}/>${end}`);
    onElement(element, { start, content: out.length, end: out.length });
    return;
  }
  const isFlat = isInline || !children.every(isElement);
  out.push(`${indent}<${tag}>${isFlat ? '' : '\n'}`);
  const content = out.length;
  for (const child of children) {
    if (child.kind === 'text') out.push(escapeText(child.value));
    else write(child, { names, declarations: [], onElement }, depth + 1, out, isFlat);
  }
  onElement(element, { start, content, end: out.length + (isFlat ? 0 : indent.length) });
  out.push(`${isFlat ? '' : indent}</${name}>${end}`);
}

const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (sign) => ESCAPES.get(sign) ?? sign);

const escapeAttribute = (text: string): string =>
  text.replace(/[&<"\t\n\r]/g, (sign) => ESCAPES.get(sign) ?? sign);

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);
