import { Writer, begin, escapeAttribute, prefixFor, textElement, type EncodeOptions } from '../encode/writer.js';
import { writeElement } from '../encode/element.js';
import type { MessageInfo } from './element-message.js';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Writes a value as a document. */
export function encodeDocument(info: MessageInfo, value: unknown, options: EncodeOptions = {}): string {
  const wanted = { [XSI]: 'xsi', ...info.prefixes, ...options.prefixes };
  const w = new Writer(options, wanted);
  const own = options.prefixes?.[info.namespace];
  if (info.namespace !== '' && (own === '' || (own === undefined && info.unqualified !== true)))
    w.prefixes.set(info.namespace, '');
  const tag = prefixFor(w, info.namespace) + info.localName;
  if (info.plain === true && info.element.type.kind === 'complex' && !hasType(value)) {
    begin(w, tag);
    info.element.type.write(w, value as never, tag);
  } else if (info.element.type.kind === 'simple' && info.plain === true) textElement(w, tag, value);
  else writeElement(w, info.element, tag, value);
  const locations = Object.entries(options.schemaLocation ?? {});
  const hints =
    locations.length === 0
      ? ''
      : ` ${prefixFor(w, XSI)}schemaLocation="${escapeAttribute(locations.flat().join(' '))}"`;
  w.pieces.push(w.out);
  const first = (w.pieces[0] as string).slice(tag.length + 1);
  const declaration = options.declaration === false ? '' : `<?xml version="1.0" encoding="UTF-8"?>${w.indent === '' ? '' : '\n'}`;
  w.pieces[0] = `${declaration}<${tag}${declarations(w)}${hints}${first}`;
  return w.pieces.join('') + (w.indent === '' ? '' : '\n');
}

const hasType = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('$type' in value || '$nil' in value);

/** The namespace declarations of the root element: the default one, then by prefix. */
function declarations(w: Writer): string {
  const lines: string[] = [];
  for (const [key, prefix] of w.prefixes) {
    const namespace = key.endsWith('\u0000@') ? key.slice(0, -2) : key;
    if (namespace === '' || prefix === 'xml:') continue;
    lines.push(
      prefix === ''
        ? ` xmlns="${escapeAttribute(namespace)}"`
        : ` xmlns:${prefix.slice(0, -1)}="${escapeAttribute(namespace)}"`,
    );
  }
  return lines.sort().join('');
}
