import type { ComponentId } from '../../src/model/schema/index.js';

/** An element of a document that is made, broken and shrunk. */
export interface XmlNode {
  name: string;
  attributes: XmlAttribute[];
  children: (XmlNode | XmlText)[];
}

export interface XmlAttribute {
  name: string;
  value: string;
  /** Type of the value, where that is known. */
  readonly type?: ComponentId | undefined;
}

export interface XmlText {
  text: string;
  /** Type of the content, where that is known. */
  readonly type?: ComponentId | undefined;
}

/** Attributes whose value is undefined are left out; a string among the children is text. */
export function node(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (XmlNode | string | undefined)[] = [],
): XmlNode {
  return {
    name,
    attributes: Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [{ name: key, value }],
    ),
    children: children.flatMap((child): (XmlNode | XmlText)[] =>
      child === undefined ? [] : typeof child === 'string' ? [{ text: child }] : [child],
    ),
  };
}

export const isNode = (child: XmlNode | XmlText): child is XmlNode => 'name' in child;

export const attributeOf = ({ attributes }: XmlNode, name: string): string | undefined =>
  attributes.find((attribute) => attribute.name === name)?.value;

export function setAttribute(element: XmlNode, name: string, value: string): void {
  const known = element.attributes.find((attribute) => attribute.name === name);
  if (known === undefined) element.attributes.push({ name, value });
  else known.value = value;
}

export const dropAttribute = (element: XmlNode, name: string): void => {
  element.attributes = element.attributes.filter((attribute) => attribute.name !== name);
};

export const copyNode = ({ name, attributes, children }: XmlNode): XmlNode => ({
  name,
  attributes: attributes.map((attribute) => ({ ...attribute })),
  children: children.map((child) => (isNode(child) ? copyNode(child) : { ...child })),
});

/** Every element, parents first, in document order. */
export function* nodesOf(root: XmlNode): Generator<XmlNode> {
  yield root;
  for (const child of root.children) if (isNode(child)) yield* nodesOf(child);
}

/** As text: one element a line where no text is beside it, so that a minimised document can be read. */
export function writeXml(root: XmlNode): string {
  return `${write(root, '', false)}\n`;
}

function write({ name, attributes, children }: XmlNode, indent: string, isInline: boolean): string {
  const tag = [name, ...attributes.map((each) => `${each.name}="${escapeAttribute(each.value)}"`)].join(' ');
  const start = isInline ? '' : indent;
  if (children.length === 0) return `${start}<${tag}/>`;
  const isFlat = isInline || !children.every(isNode);
  const parts = children.map((child) =>
    isNode(child) ? write(child, `${indent}  `, isFlat) : escapeText(child.text),
  );
  return isFlat
    ? `${start}<${tag}>${parts.join('')}</${name}>`
    : `${start}<${tag}>\n${parts.join('\n')}\n${indent}</${name}>`;
}

const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const escapeAttribute = (text: string): string =>
  text.replace(/[&<"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
