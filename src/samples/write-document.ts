import { type ExpandedName, XML_NAMESPACE, XSI_NAMESPACE } from '../foundation/expanded-name.js';
import type { Prefixes } from './prefixes.js';
import { elementsOf, isElement, type SampleElement } from './sample-tree.js';

/**
 * A tree as an XML document: all namespaces declared on the first element, its own as the default one unless that would
 * change a name; indented where white space does not count.
 */
export function writeDocument(root: SampleElement, prefixes: Prefixes): string {
  const names = namesOf(root, prefixes);
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  write(root, { names, declarations: names.declarations }, 0, lines);
  return lines.join('');
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
}

function write(
  element: SampleElement,
  { names, declarations }: Style,
  depth: number,
  out: string[],
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
  if (children.length === 0) {
    out.push(`${indent}<${tag}/>${end}`);
    return;
  }
  const isFlat = isInline || !children.every(isElement);
  out.push(`${indent}<${tag}>${isFlat ? '' : '\n'}`);
  for (const child of children) {
    if (child.kind === 'text') out.push(escapeText(child.value));
    else write(child, { names, declarations: [] }, depth + 1, out, isFlat);
  }
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
