/** An element to be printed: its name with prefix, attributes in order, elements or one text. */
export interface XmlElementText {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly XmlElementText[];
  /** In place of children. */
  readonly text?: string;
  /** In place of children: markup that is well-formed by itself, printed as it is. */
  readonly markup?: string;
}

/** An attribute that is left out where it has no value. */
export type MaybeAttribute = readonly [name: string, value: string | undefined];

/** An element; attributes without a value and children that are none are left out. */
export const xmlElement = (
  name: string,
  attributes: readonly MaybeAttribute[],
  children: readonly (XmlElementText | undefined)[] = [],
): XmlElementText => ({
  name,
  attributes: attributes.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  children: children.filter((child) => child !== undefined),
});

/** A whole document, one element a line. White space between elements is all that is added. */
export function printXml(root: XmlElementText): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  print(root, '', lines);
  return `${lines.join('\n')}\n`;
}

function print(
  { name, attributes, children, text, markup }: XmlElementText,
  indent: string,
  lines: string[],
): void {
  const start = `${indent}<${[name, ...attributes.map(([key, value]) => `${key}="${attributeText(value)}"`)].join(' ')}`;
  const inside = markup ?? (text === undefined ? undefined : elementText(text));
  if (inside !== undefined) {
    lines.push(`${start}>${inside}</${name}>`);
  } else if (children.length === 0) {
    lines.push(`${start}/>`);
  } else {
    lines.push(`${start}>`);
    for (const child of children) print(child, `${indent}  `, lines);
    lines.push(`${indent}</${name}>`);
  }
}

/** What XML 1.0 cannot hold, not even as a reference. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text between tags. A carriage return would be read as a line feed. */
export const elementText = (text: string): string =>
  text
    .replace(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');

/** The value of an attribute. Line ends and tabs would be read as spaces. */
export const attributeText = (text: string): string =>
  elementText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
