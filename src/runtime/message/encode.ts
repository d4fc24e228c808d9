import { escapeAttribute } from '../encode/escape.js';
import { begin, prefixFor, tagOf, textElement, Writer, type EncodeOptions } from '../encode/writer.js';
import type { MessageInfo } from './element-message.js';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Writes a value as a document, in UTF-8. */
export function encodeDocument(
  info: MessageInfo,
  value: unknown,
  options: EncodeOptions = {},
  hasDefault = true,
): Uint8Array {
  const prefixes = { [XSI]: 'xsi', ...info.prefixes, ...options.prefixes };
  const w = new Writer(options, prefixes, info.registry);
  const own = options.prefixes?.[info.namespace];
  const isDefault =
    hasDefault && info.namespace !== '' && (own === '' || (own === undefined && info.unqualified !== true));
  if (isDefault) w.prefixes.set(info.namespace, '');
  const begun = tagOf(prefixFor(w, info.namespace) + info.localName);
  const { type, special } = info.element;
  const marked = special ?? (value === null ? undefined : w.registry?.().special);
  const literal = info.toLiteral === undefined ? value : info.toLiteral(w, value);
  if (marked !== undefined) marked.write(w, info.element, begun, literal);
  else if (type.kind === 'complex') {
    begin(w, begun);
    type.write(w, literal as never, begun, type);
  } else textElement(w, begun, literal);
  if (w.bare && isDefault) return encodeDocument(info, value, options, false);

  const tag = w.root ?? begun;
  const locations = Object.entries(options.schemaLocation ?? {});
  const hints =
    locations.length === 0
      ? ''
      : ` ${prefixFor(w, XSI)}schemaLocation="${escapeAttribute(locations.flat().join(' '))}"`;
  const isIndented = w.indent > 0;
  const declaration =
    options.declaration === false ? '' : `<?xml version="1.0" encoding="UTF-8"?>${isIndented ? '\n' : ''}`;
  const head = new TextEncoder().encode(`${declaration}<${tag.name}${declarations(w)}${hints}`);
  w.chunks.push(w.bytes.subarray(0, w.at));
  return joined(head, w.chunks, tag.open.length, isIndented);
}

/** The namespace declarations of the root element: the default one, then by prefix. */
function declarations(w: Writer): string {
  const lines: string[] = [];
  for (const [key, prefix] of w.prefixes) {
    // Behind a NUL stands what the second prefix of a namespace is for.
    const [namespace = ''] = key.split('\u0000');
    if (namespace === '' || prefix === 'xml:') continue;
    lines.push(
      prefix === ''
        ? ` xmlns="${escapeAttribute(namespace)}"`
        : ` xmlns:${prefix.slice(0, -1)}="${escapeAttribute(namespace)}"`,
    );
  }
  return lines.sort().join('');
}

/** The head, then everything behind the root's own `<name`, which the head repeats. */
function joined(head: Uint8Array, chunks: readonly Uint8Array[], skip: number, newLine: boolean): Uint8Array {
  let length = head.length - skip + (newLine ? 1 : 0);
  for (const chunk of chunks) length += chunk.length;
  const whole = new Uint8Array(length);
  whole.set(head);
  let at = head.length;
  let first = true;
  for (const chunk of chunks) {
    const part = first ? chunk.subarray(skip) : chunk;
    first = false;
    whole.set(part, at);
    at += part.length;
  }
  if (newLine) whole[at] = 0x0a;
  return whole;
}
