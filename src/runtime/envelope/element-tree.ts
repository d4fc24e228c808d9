import { anyTypeInfo } from '../decode/any.js';
import { encodeDocument } from '../message/encode.js';
import type { DecodeOptions } from '../message/element-message.js';
import { decodeDocument } from '../message/decode.js';
import type { MessageInfo } from '../message/element-message.js';
import type { AnyElement, AnyType } from '../value/any-element.js';
import { embedDocument, type EmbeddedElement } from './embedded-element.js';

/** An embedded element as a tree, for programs and formats that have no bytes. Nothing is lost but the prefix of its name. */
export function treeOf(element: EmbeddedElement, options: DecodeOptions = {}): AnyElement | undefined {
  const { name } = element;
  const { value } = decodeDocument<AnyType>(openInfo(name), element.document(), options);
  return isTree(value) ? { name, ...value } : undefined;
}

/** The embedded element of a tree. Throws TypeError where it is none. */
export function elementOfTree(tree: unknown): EmbeddedElement {
  if (!isTree(tree) || !('name' in tree) || typeof tree.name !== 'string')
    throw new TypeError('an element expected: name, attributes and children');
  const { name, ...content } = tree;
  const element = embedDocument(encodeDocument(openInfo(name), content, { declaration: false }));
  if (element === undefined) throw new TypeError(`"${name}" cannot be written as an element`);
  return element;
}

const isTree = (value: unknown): value is AnyType =>
  typeof value === 'object' &&
  value !== null &&
  'attributes' in value &&
  typeof value.attributes === 'object' &&
  'children' in value &&
  Array.isArray(value.children);

/** An element of which nothing is known but its name. */
function openInfo(name: string): MessageInfo {
  const brace = name.lastIndexOf('}');
  return {
    element: { name, type: anyTypeInfo },
    namespace: brace < 0 ? '' : name.slice(1, brace),
    localName: name.slice(brace + 1),
    prefixes: {},
  };
}
