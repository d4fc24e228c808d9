import type { NameTable } from '../xml/name-table.js';

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
}

/** A document that is being written. Text is collected in pieces; the root's start tag is completed at the end. */
export class Writer {
  out = '';
  readonly pieces: string[] = [];
  depth = 0;
  readonly indent: string;
  readonly tables = new Map<NameTable, readonly string[]>();
  /** Namespace to prefix with its colon; '' for the default namespace. */
  readonly prefixes = new Map<string, string>();
  readonly taken = new Set<string>(['xml', 'xmlns']);
  readonly wanted: Readonly<Record<string, string>>;
  made = 0;
  /** Elements written so far. */
  written = 0;
  /** Above 0 inside mixed content, where no white space may be added. */
  inline = 0;

  constructor(options: EncodeOptions, wanted: Readonly<Record<string, string>>) {
    this.indent = ' '.repeat(options.indent ?? 0);
    this.wanted = wanted;
    this.prefixes.set('', '');
    this.prefixes.set('http://www.w3.org/XML/1998/namespace', 'xml:');
  }
}

const PIECE = 1 << 16;

/** Appends text that is XML already. */
export function put(w: Writer, xml: string): void {
  w.out += xml;
  if (w.out.length > PIECE) {
    w.pieces.push(w.out);
    w.out = '';
  }
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

/** Tags of a table's names for this document, by number. */
export function tagsOf(w: Writer, table: NameTable): readonly string[] {
  let tags = w.tables.get(table);
  if (tags === undefined) {
    tags = table.text.map((local, index) =>
      index === 0 ? '' : prefixFor(w, table.namespace[index] as string) + local,
    );
    w.tables.set(table, tags);
  }
  return tags;
}

/** As `tagsOf`, for attributes: a namespace that is the default still needs a prefix there. */
export function attributeTagsOf(w: Writer, table: NameTable): readonly string[] {
  let tags = w.tables.get(table);
  if (tags === undefined) {
    tags = table.text.map((local, index) =>
      index === 0 ? '' : prefixFor(w, table.namespace[index] as string, undefined, true) + local,
    );
    w.tables.set(table, tags);
  }
  return tags;
}

/** Starts a line for the next tag, if the document is indented. */
export function newLine(w: Writer): void {
  if (w.indent !== '' && w.depth > 0 && w.inline === 0) put(w, `\n${w.indent.repeat(w.depth)}`);
}

/** Writes an element with text in it. A value that is no string is written as `String` has it. */
export function textElement(w: Writer, tag: string, value: unknown): void {
  if (w.indent !== '') newLine(w);
  w.written++;
  const text = typeof value === 'string' ? value : String(value);
  put(w, text === '' ? `<${tag}/>` : `<${tag}>${escapeText(text)}</${tag}>`);
}

/** Begins an element: `<tag`, to be followed by attributes and `startEnd`. */
export function begin(w: Writer, tag: string): void {
  if (w.indent !== '') newLine(w);
  w.written++;
  put(w, `<${tag}`);
  w.depth++;
}

/** Writes one attribute of the element begun last. */
export function putAttribute(w: Writer, name: string, value: unknown): void {
  put(w, ` ${name}="${escapeAttribute(typeof value === 'string' ? value : String(value))}"`);
}

/** Ends a start tag behind which elements follow; answers what `endContentOf` wants to know. */
export function startContentOf(w: Writer): number {
  put(w, '>');
  return w.written;
}

/** Ends an element with elements in it, or with none. */
export function endContentOf(w: Writer, tag: string, before: number): void {
  w.depth--;
  if (w.written === before && w.out.endsWith('>')) {
    w.out = `${w.out.slice(0, -1)}/>`;
    return;
  }
  if (w.indent !== '') newLine(w);
  put(w, `</${tag}>`);
}

/** Ends a start tag behind which text and elements follow. */
export function startMixed(w: Writer): number {
  w.inline++;
  put(w, '>');
  return 0;
}

/** Ends an element with text and elements in it. */
export function endMixed(w: Writer, tag: string): void {
  w.inline--;
  w.depth--;
  put(w, `</${tag}>`);
}

/** Writes character data. */
export const putText = (w: Writer, text: string): void => {
  put(w, escapeText(text));
};

/** Text as character data. */
export function escapeText(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x26 || code === 0x3c || code === 0x3e || code === 0x0d || code < 0x09)
      return text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\r/g, '&#13;');
  }
  return text;
}

/** Text as an attribute value in double quotes, white space kept by references. */
export const escapeAttribute = (text: string): string =>
  /[&<"\t\n\r]/.test(text)
    ? text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/"/g, '&quot;')
        .replace(/\t/g, '&#9;')
        .replace(/\n/g, '&#10;')
        .replace(/\r/g, '&#13;')
    : text;

/** A QName value (Clark) as text of this document. */
export function qnameText(w: Writer, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.charCodeAt(0) !== 0x7b) return value;
  const brace = value.lastIndexOf('}');
  return prefixFor(w, value.slice(1, brace)) + value.slice(brace + 1);
}
