import type { DecodeOptions, Decoded, Message, Source } from '../message/element-message.js';
import type { Reader } from '../xml/reader.js';
import type { WildcardInfo } from '../decode/wildcard.js';
import type { ElementInfo } from '../decode/element-descriptor.js';
import type { Registry } from '../decode/registry.js';
import type { SelfWriting } from '../value/any-element.js';
import { anyElement, clarkOfOpen } from '../decode/any.js';
import { element } from '../decode/element.js';
import { escapeAttribute } from '../encode/escape.js';
import { newLine, putXml, type Writer } from '../encode/writer.js';
import { decodePart, openSource, type Part } from '../message/decode.js';
import { readEpilog, readProlog } from '../xml/document.js';
import { NO_NAMES } from '../xml/name-table.js';
import { STOP } from '../xml/reader.js';
import { openTag, skip } from '../xml/element.js';
import { report } from '../xml/fault.js';
import { bindingsAround } from '../xml/namespace.js';

/**
 * An element of another schema inside an envelope: bytes, until somebody decodes it. Issues of a payload have their
 * place in the whole message.
 */
export interface EmbeddedElement {
  /** Clark name: `{namespace}local`, or `local`. */
  readonly name: string;
  /** The element as a document of its own, in UTF-8 and without an XML declaration. */
  document(): Uint8Array;
  /** Reads and validates the element. Its value is remembered: asking twice reads once. */
  decode<T>(message: PayloadMessage<T>, options?: DecodeOptions): Decoded<T>;
}

/** A message type whose documents may stand in an envelope. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- `Message` is invariant in its records, which do not matter here
export type PayloadMessage<T = unknown> = Pick<Message<T, any>, 'info' | 'name' | 'namespace'> & {
  safeDecode(source: Uint8Array, options?: DecodeOptions): Decoded<T>;
  encodeBytes(value: T, options?: { readonly declaration?: boolean }): Uint8Array;
};

/** Puts a value into an envelope: it is written by the codec of its message, once it is needed as XML. */
export function embed<T>(message: PayloadMessage<T>, value: T): EmbeddedElement {
  let written: Uint8Array | undefined;
  const document = (): Uint8Array => (written ??= message.encodeBytes(value, { declaration: false }));
  return new Embedded(
    clarkOf(message),
    () => {
      const bytes = document();
      return { bytes, start: 0, end: bytes.length, namespaces: NONE };
    },
    { element: message.info.element, result: { ok: true, value, issues: [] } },
  );
}

/** An element from a document of its own; undefined where the document is not well-formed. Nothing is validated. */
export function embedDocument(document: Source): EmbeddedElement | undefined {
  const { r, ready } = openSource(document, {});
  try {
    if (!ready) return undefined;
    readProlog(r);
    const start = r.at;
    openTag(r, NO_NAMES, start);
    const name = clarkOfOpen(r);
    skip(r);
    const end = r.at;
    readEpilog(r);
    return embedPart(name, { bytes: r.bytes, start, end, namespaces: NONE });
  } catch (signal) {
    if (signal !== STOP) throw signal;
    return undefined;
  }
}

/** Clark name of the element that a message is about. */
export const clarkOf = ({ namespace, name }: Pick<PayloadMessage, 'name' | 'namespace'>): string =>
  namespace === '' ? name : `{${namespace}}${name}`;

/** An element of a document that was found to be well-formed. */
export const embedPart = (name: string, part: Part): EmbeddedElement => new Embedded(name, () => part);

/** Keeps the open element, which a wildcard let in, as bytes. What is declared is validated, as the wildcard asks. */
export function keepEmbedded(
  r: Reader,
  process: WildcardInfo['process'],
  registry: (() => Registry) | undefined,
): SelfWriting {
  const start = (r.nameStart[r.depth] as number) - 1;
  const name = clarkOfOpen(r);
  const namespaces = bindingsAround(r);
  const errors = r.errorCount;
  let known: Known | undefined;
  if (process === 'skip') skip(r);
  else {
    const elements = (registry?.() ?? r.registry)?.elements;
    const declared = elements !== undefined && Object.hasOwn(elements, name) ? elements[name] : undefined;
    if (declared === undefined) {
      if (process === 'strict')
        report(
          r,
          'VAL2006',
          'cvc-complex-type.2.4.c',
          `element "${name}" must be declared to stand here, and it is not`,
          start + 1,
          'a declared element',
          name,
        );
      // With `lax`, what is declared inside is validated.
      r.embed = null;
      anyElement(r, process === 'strict' ? 'skip' : process, registry);
      r.embed = keepEmbedded;
    } else {
      const value = element(r, declared);
      if (r.errorCount === errors) known = { element: declared, result: { ok: true, value, issues: [] } };
    }
  }
  const part = { bytes: r.bytes, start, end: r.at, namespaces };
  return new Embedded(name, () => part, known);
}

/** What was read of an element, and by which declaration. */
interface Known {
  readonly element: ElementInfo;
  readonly result: Decoded<unknown>;
}

/** An element as bytes, and what was read of it so far. */
class Embedded implements EmbeddedElement, SelfWriting {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>> = NOTHING;
  readonly children: readonly string[] = NO_CHILDREN;
  readonly #part: () => Part;
  #known: Known | undefined;

  constructor(name: string, part: () => Part, known?: Known) {
    this.name = name;
    this.#part = part;
    this.#known = known;
  }

  document(): Uint8Array {
    return documentOf(this.#part(), false);
  }

  decode<T>(message: PayloadMessage<T>, options?: DecodeOptions): Decoded<T> {
    const { element: declared } = message.info;
    if (this.#known?.element === declared && options === undefined)
      // The declaration tells the type of what was read by it.
      return this.#known.result as Decoded<T>;
    const result = decodePart<T>(message.info, this.#part(), options);
    if (options === undefined) this.#known = { element: declared, result };
    return result;
  }

  readonly write = (w: Writer): void => {
    if (w.indent > 0) newLine(w);
    // Names without a prefix are in no namespace only where there is no default namespace.
    const hasDefault = [...w.prefixes].some(([namespace, prefix]) => prefix === '' && namespace !== '');
    putXml(w, documentOf(this.#part(), hasDefault));
  };
}

const NONE: ReadonlyMap<string, string> = /* @__PURE__ */ new Map();
const NOTHING: Readonly<Record<string, string>> = /* @__PURE__ */ Object.freeze({});
const NO_CHILDREN: readonly string[] = /* @__PURE__ */ Object.freeze([]);

/**
 * A part that stands on its own: bindings from outside are declared on its element, where it may use them. With `inDefault`,
 * it will stand where there is a default namespace that is not its own.
 */
function documentOf({ bytes, start, end, namespaces }: Part, inDefault: boolean): Uint8Array {
  const own = bytes.subarray(start, end);
  if (namespaces.size === 0 && !inDefault) return own;
  // The start tag is ASCII where it matters: names of namespace declarations are compared as text.
  const tagEnd = endOfStartTag(own);
  const tag = new TextDecoder().decode(own.subarray(0, tagEnd));
  let declarations = '';
  if (inDefault && (namespaces.get('') ?? '') === '' && !/\sxmlns\s*=/.test(tag)) declarations = ' xmlns=""';
  for (const [prefix, namespace] of namespaces) {
    const attribute = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
    if (new RegExp(`\\s${escapeExpression(attribute)}\\s*=`).test(tag)) continue;
    if (prefix === '' ? namespace === '' : !holds(own, `${prefix}:`)) continue;
    declarations += ` ${attribute}="${escapeAttribute(namespace)}"`;
  }
  if (declarations === '') return own;
  const added = new TextEncoder().encode(declarations);
  const nameEnd = endOfName(own);
  const document = new Uint8Array(own.length + added.length);
  document.set(own.subarray(0, nameEnd));
  document.set(added, nameEnd);
  document.set(own.subarray(nameEnd), nameEnd + added.length);
  return document;
}

function endOfName(bytes: Uint8Array): number {
  let at = 1;
  for (let c = bytes[at]; c !== undefined && c > 0x20 && c !== 0x3e && c !== 0x2f; c = bytes[at]) at++;
  return at;
}

function endOfStartTag(bytes: Uint8Array): number {
  let quote = 0;
  for (let at = 1; at < bytes.length; at++) {
    const c = bytes[at] as number;
    if (quote !== 0) quote = c === quote ? 0 : quote;
    else if (c === 0x22 || c === 0x27) quote = c;
    else if (c === 0x3e) return at + 1;
  }
  return bytes.length;
}

/** Whether a text stands anywhere in the bytes. */
function holds(bytes: Uint8Array, text: string): boolean {
  const wanted = new TextEncoder().encode(text);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

const escapeExpression = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
