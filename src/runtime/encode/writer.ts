import type { Registry } from '../decode/registry.js';
import type { ComplexTypeInfo } from '../decode/type-descriptor.js';
import type { NameTable } from '../xml/name-table.js';
import { escapeAttribute, escapeText } from './escape.js';

/** How a document is written. */
export interface EncodeOptions {
  /**
   * Prefixes by namespace; '' makes it the default namespace. Namespaces that are not named here get the prefixes of the
   * model, then `ns1`, `ns2`, … The namespace of the root element is the default namespace unless this says otherwise or
   * the schema has unqualified elements.
   */
  readonly prefixes?: Readonly<Record<string, string>>;
  /** Spaces for each level; 0 for none and no line breaks. Default 0. */
  readonly indent?: number;
  /** Begin with an XML declaration. Default true. */
  readonly declaration?: boolean;
  /** `xsi:schemaLocation` by namespace, to be written on the root element. */
  readonly schemaLocation?: Readonly<Record<string, string>>;
  /** Types of other schemas that `$type` may name: what decoding was given. */
  readonly registry?: Registry;
}

/** A name as it is written in one document, ready as bytes. */
export interface Tag {
  readonly name: string;
  /** `<name` */
  readonly open: Uint8Array;
  /** `</name>` */
  readonly close: Uint8Array;
}

/** Size of the first chunk and of the largest: most messages are small, and room must be cleared before it is used. */
const FIRST_CHUNK = 1 << 12;
const CHUNK = 1 << 16;

/** A document that is being written, as UTF-8. The root's start tag is completed at the end. */
export class Writer {
  /** The chunk that is being filled, how far it is, and those that are full. */
  bytes = new Uint8Array(FIRST_CHUNK);
  at = 0;
  readonly chunks: Uint8Array[] = [];
  depth = 0;
  readonly indent: number;
  readonly tables = new Map<NameTable, readonly Tag[]>();
  readonly attributeTables = new Map<NameTable, readonly Uint8Array[]>();
  /** Namespace to prefix with its colon; '' for the default namespace. */
  readonly prefixes = new Map<string, string>();
  readonly taken = new Set<string>(['xml', 'xmlns']);
  readonly wanted: Readonly<Record<string, string>>;
  made = 0;
  /** A value may be a name without a namespace: it cannot be written where there is a default namespace. */
  bare = false;
  /** The tag of the root element, where it is not the one that it was begun with. */
  root: Tag | undefined;
  /** Types that `$type` may name beyond those that the declarations tell. */
  readonly registry: (() => Registry) | undefined;
  /** Elements written so far. */
  written = 0;
  /** Above 0 inside mixed content, where no white space may be added. */
  inline = 0;

  constructor(
    { indent = 0, registry }: EncodeOptions,
    wanted: Readonly<Record<string, string>>,
    ownRegistry?: () => Registry,
  ) {
    this.indent = indent;
    this.wanted = wanted;
    this.registry = registry === undefined ? ownRegistry : () => registry;
    this.prefixes.set('', '');
    this.prefixes.set('http://www.w3.org/XML/1998/namespace', 'xml:');
  }
}

/** Makes room for so many bytes in the present chunk. */
function reserve(w: Writer, count: number): void {
  if (w.at + count <= w.bytes.length) return;
  if (w.at > 0) w.chunks.push(w.bytes.subarray(0, w.at));
  const larger = Math.min(w.bytes.length * 2, CHUNK);
  w.bytes = new Uint8Array(count > larger ? count : larger);
  w.at = 0;
}

function putBytes(w: Writer, bytes: Uint8Array): void {
  const { length } = bytes;
  reserve(w, length);
  const to = w.bytes;
  const at = w.at;
  for (let i = 0; i < length; i++) to[at + i] = bytes[i] as number;
  w.at = at + length;
}

/** Appends bytes that are XML already: an element, or a part of one. */
export function putXml(w: Writer, bytes: Uint8Array): void {
  reserve(w, bytes.length);
  w.bytes.set(bytes, w.at);
  w.at += bytes.length;
  w.written++;
}

/** Appends text that is XML already. */
export function put(w: Writer, xml: string): void {
  reserve(w, xml.length * 3);
  w.at += new TextEncoder().encodeInto(xml, w.bytes.subarray(w.at)).written;
}

/** Characters that stand for themselves in character data and, but for white space, in attribute values. */
const PLAIN: Uint8Array = /* @__PURE__ */ plainCharacters();

function plainCharacters(): Uint8Array {
  const table = new Uint8Array(128).fill(1, 0x20);
  for (const code of [0x26, 0x3c, 0x3e, 0x22, 0x7f]) table[code] = 0;
  return table;
}

/** Text that needs no escaping, character for character; anything else is left to `escape`. */
function putValue(w: Writer, text: string, escape: (text: string) => string): void {
  const { length } = text;
  reserve(w, length);
  const to = w.bytes;
  const at = w.at;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f || PLAIN[code] === 0) {
      put(w, escape(text));
      return;
    }
    to[at + i] = code;
  }
  w.at = at + length;
}

/** The prefix (with colon) for a namespace: its own, a wanted one or a new one, declared on the root element. */
export function prefixFor(w: Writer, namespace: string, hint?: string, asAttribute = false): string {
  const known = w.prefixes.get(namespace);
  if (known !== undefined && !(asAttribute && known === '' && namespace !== '')) return known;
  const second = `${namespace}\u0000@`;
  const forAttribute = w.prefixes.get(second);
  if (known !== undefined && forAttribute !== undefined) return forAttribute;
  const wish = (Object.hasOwn(w.wanted, namespace) ? w.wanted[namespace] : undefined) ?? hint;
  let prefix = wish;
  while (prefix === undefined || prefix === '' || w.taken.has(prefix)) prefix = `ns${++w.made}`;
  w.taken.add(prefix);
  w.prefixes.set(known === undefined ? namespace : second, `${prefix}:`);
  return `${prefix}:`;
}

/** A name as bytes. */
export const tagOf = (name: string): Tag => {
  const encoder = new TextEncoder();
  return { name, open: encoder.encode(`<${name}`), close: encoder.encode(`</${name}>`) };
};

/** Tags of a table's names for this document, by number. */
export function tagsOf(w: Writer, table: NameTable): readonly Tag[] {
  let tags = w.tables.get(table);
  if (tags === undefined) {
    const names = table.text.map((local, index) =>
      index === 0 || local === '*' ? '' : prefixFor(w, table.namespace[index] as string) + local,
    );
    tags = remembered(TAGS, table, names, () => names.map(tagOf));
    w.tables.set(table, tags);
  }
  return tags;
}

/** ` name="` for each attribute of a table: a namespace that is the default still needs a prefix there. */
export function attributeTagsOf(w: Writer, table: NameTable): readonly Uint8Array[] {
  let tags = w.attributeTables.get(table);
  if (tags === undefined) {
    const names = table.text.map((local, index) =>
      index === 0 ? '' : ` ${prefixFor(w, table.namespace[index] as string, undefined, true)}${local}="`,
    );
    tags = remembered(ATTRIBUTE_TAGS, table, names, () => {
      const encoder = new TextEncoder();
      return names.map((name) => encoder.encode(name));
    });
    w.attributeTables.set(table, tags);
  }
  return tags;
}

/** What was made of a table for the last document: the next one most likely has the same prefixes. */
type Memory<T> = WeakMap<NameTable, { readonly names: readonly string[]; readonly made: T }>;

const TAGS: Memory<readonly Tag[]> = /* @__PURE__ */ new WeakMap();
const ATTRIBUTE_TAGS: Memory<readonly Uint8Array[]> = /* @__PURE__ */ new WeakMap();

function remembered<T>(memory: Memory<T>, table: NameTable, names: readonly string[], make: () => T): T {
  const before = memory.get(table);
  if (before !== undefined && before.names.every((name, index) => name === names[index])) return before.made;
  const made = make();
  memory.set(table, { names, made });
  return made;
}

/** Starts a line for the next tag, if the document is indented. */
export function newLine(w: Writer): void {
  if (w.indent > 0 && w.depth > 0 && w.inline === 0) put(w, `\n${' '.repeat(w.indent * w.depth)}`);
}

/** Writes an element with text in it, unless there is no value. What is no string is written as `String` has it. */
export function textElement(w: Writer, tag: Tag, value: unknown): void {
  if (value === undefined || (w.registry !== undefined && w.registry().special.writeNamed(w, tag, value)))
    return;
  if (w.indent > 0) newLine(w);
  w.written++;
  const text = typeof value === 'string' ? value : String(value);
  putBytes(w, tag.open);
  if (text === '') {
    putClosed(w);
    return;
  }
  reserve(w, 1);
  w.bytes[w.at++] = 0x3e;
  putValue(w, text, escapeText);
  putBytes(w, tag.close);
}

/** `/>` */
function putClosed(w: Writer): void {
  reserve(w, 2);
  w.bytes[w.at++] = 0x2f;
  w.bytes[w.at++] = 0x3e;
}

/** Begins an element: `<tag`, to be followed by attributes and an end. */
export function begin(w: Writer, tag: Tag): void {
  if (w.indent > 0) newLine(w);
  w.written++;
  putBytes(w, tag.open);
  w.depth++;
}

/** Writes one attribute of the element begun last, unless there is no value. */
export function putAttribute(w: Writer, name: Uint8Array, value: unknown): void {
  if (value === undefined) return;
  putBytes(w, name);
  putValue(w, typeof value === 'string' ? value : String(value), escapeAttribute);
  reserve(w, 1);
  w.bytes[w.at++] = 0x22;
}

/** Writes an element with text in it for each value. */
export function textElements(w: Writer, tag: Tag, values: Iterable<unknown> | undefined): void {
  if (values !== undefined) for (const value of values) textElement(w, tag, value);
}

/** Writes an element of complex type, unless there is no value. */
export function complexElement(w: Writer, tag: Tag, value: unknown, type: ComplexTypeInfo): void {
  if (value === undefined || (w.registry !== undefined && w.registry().special.writeNamed(w, tag, value)))
    return;
  begin(w, tag);
  type.write(w, value as never, tag, type);
}

/** Writes an element of complex type for each value. */
export function complexElements(
  w: Writer,
  tag: Tag,
  values: Iterable<unknown> | undefined,
  type: ComplexTypeInfo,
): void {
  if (values !== undefined) for (const value of values) complexElement(w, tag, value, type);
}

/** Ends a start tag behind which elements follow; answers what `endContentOf` wants to know. */
export function startContentOf(w: Writer): number {
  reserve(w, 2);
  w.bytes[w.at++] = 0x3e;
  return w.written;
}

/** Ends an element with elements in it, or with none. */
export function endContentOf(w: Writer, tag: Tag, before: number): void {
  w.depth--;
  if (w.written === before && w.at > 0 && w.bytes[w.at - 1] === 0x3e && w.at < w.bytes.length) {
    w.at--;
    putClosed(w);
    return;
  }
  if (w.indent > 0 && w.inline === 0) put(w, `\n${' '.repeat(w.indent * w.depth)}`);
  putBytes(w, tag.close);
}

/** Ends a start tag behind which text and elements follow. */
export function startMixed(w: Writer): number {
  w.inline++;
  reserve(w, 1);
  w.bytes[w.at++] = 0x3e;
  return 0;
}

/** Ends an element with text and elements in it. */
export function endMixed(w: Writer, tag: Tag): void {
  w.inline--;
  w.depth--;
  putBytes(w, tag.close);
}

/** Ends a start tag and writes simple content and the end tag. */
export function endWithText(w: Writer, tag: Tag, value: unknown): void {
  w.depth--;
  // A nil element has attributes and no value.
  const text = typeof value === 'string' ? value : value === undefined ? '' : String(value);
  if (text === '') {
    putClosed(w);
    return;
  }
  reserve(w, 1);
  w.bytes[w.at++] = 0x3e;
  putValue(w, text, escapeText);
  putBytes(w, tag.close);
}

/** Ends an element without content. */
export function endEmpty(w: Writer): void {
  w.depth--;
  putClosed(w);
}

/** Writes character data. */
export const putText = (w: Writer, text: string): void => {
  putValue(w, text, escapeText);
};

/** A literal with Clark names in it, alone or in a list, as text of this document. */
export function qnameText(w: Writer, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  w.bare ||= /(?:^| )[^{ \d]/.test(value);
  return value.replace(/(?<=^| )\{([^{} ]*)\}(?=[^{} ]+(?: |$))/g, (_, namespace: string) =>
    prefixFor(w, namespace),
  );
}
