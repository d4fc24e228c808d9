import { XML_DIAGNOSTICS } from '../../diagnostics/catalogue/xml.js';
import type { Diagnostic, Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { SourceText } from '../../foundation/source-text.js';
import type { Span } from '../../foundation/span.js';
import { attributeText } from '../../runtime/xml/attribute.js';
import { internalSubset } from '../../runtime/xml/doctype/internal-subset.js';
import { readEpilog, readProlog } from '../../runtime/xml/document.js';
import { closeTag, leave, openTag } from '../../runtime/xml/element.js';
import { nameTable } from '../../runtime/xml/name-table.js';
import { bindingsInScope } from '../../runtime/xml/namespace.js';
import { Reader, STOP } from '../../runtime/xml/reader.js';
import { cutUtf8, readText } from '../../runtime/xml/text.js';
import { LONGEST_REPEATED, TextCache } from './text-cache.js';
import type { XmlAttribute, XmlElement } from './xml-element.js';

const NO_NAMES = nameTable('', []);

interface XmlReadOptions {
  /** Read a DOCTYPE and its internal subset; nothing external is read. Default: a DOCTYPE is refused. */
  readonly allowDoctype?: boolean;
  /** Leave out text that is nothing but white space. Default: it is kept. */
  readonly dropSpace?: boolean;
  /** Whether each attribute has a place of its own; else it has that of its element. Default: true. */
  readonly placeAttributes?: boolean;
  /** Elements that are left out with all they hold: local names, by the local name of the element around them. */
  readonly skip?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads a document into a tree with places. A document that is not well-formed has no value. */
export function parseXml(source: SourceText, options: XmlReadOptions = {}): Read<XmlElement | undefined> {
  const r = new Reader(source.bytes, options.allowDoctype === true ? { allowDoctype: internalSubset } : {});
  let value: XmlElement | undefined;
  try {
    readProlog(r);
    openTag(r, NO_NAMES, r.at);
    value = readElement(r, source.uri, options);
    readEpilog(r);
  } catch (signal) {
    if (signal !== STOP) throw signal;
    value = undefined;
  }
  return { value, diagnostics: diagnosticsOf(r, source) };
}

interface OpenElement {
  readonly element: Omit<XmlElement, 'extent' | 'children'> & {
    extent: Span;
    children: readonly (XmlElement | string)[];
  };
  /** Undefined until there is one. */
  children: (XmlElement | string)[] | undefined;
}

const NO_CHILDREN: readonly never[] = [];
const NO_ATTRIBUTES: readonly never[] = [];
const WHITE_SPACE = /^[ \t\r\n]*$/u;

/** Reads the element whose start tag was read, without recursion: depth is bounded by the reader's limit alone. */
function readElement(
  r: Reader,
  uri: string,
  { dropSpace = false, placeAttributes = true, skip }: XmlReadOptions,
): XmlElement {
  const stack: OpenElement[] = [];
  const cache = new TextCache(r.bytes, (from, to) => cutUtf8(r, from, to));
  let namespaces: Readonly<Record<string, string>> = {};
  const start = (): void => {
    if (r.bindingDepth === r.depth || stack.length === 0) namespaces = bindingsInScope(r);
    else namespaces = (stack.at(-1) as OpenElement).element.namespaces;
    const from = (r.nameStart[r.depth] as number) - 1;
    const nameEnd = from + 1 + (r.nameLength[r.depth] as number);
    const local = r.openLocal;
    const name = cache.name(r.openNamespace, local, nameEnd);
    const parent = stack.at(-1);
    if (parent !== undefined && skip?.get(parent.element.name.localName)?.has(name.localName) === true) {
      passContent(r);
      return;
    }
    const span = spanOf(r, uri, from, r.at);
    const element = {
      name,
      prefix: prefixOf(cache, from + 1, local),
      attributes: attributesOf(r, cache, placeAttributes ? uri : undefined, span),
      children: NO_CHILDREN,
      namespaces,
      span,
      extent: span,
    };
    if (parent !== undefined) (parent.children ??= []).push(element);
    stack.push({ element, children: undefined });
  };
  start();
  for (;;) {
    const top = stack.at(-1) as OpenElement;
    if (r.selfClosed) {
      r.selfClosed = false;
      leave(r);
    } else {
      const text = readText(r);
      if (text !== '' && !(dropSpace && WHITE_SPACE.test(text))) (top.children ??= []).push(text);
      if (r.bytes[r.at + 1] !== 0x2f) {
        openTag(r, NO_NAMES, r.at);
        start();
        continue;
      }
      closeTag(r, r.at);
      top.element.extent = { ...top.element.span, end: originOf(r, r.at - 1) + 1 };
      // A copy has no room to grow: models have half a million of these.
      if (top.children !== undefined) top.element.children = top.children.slice();
    }
    stack.pop();
    if (stack.length === 0) return top.element;
  }
}

/** Goes behind the element whose start tag was read. What it holds is checked, but not kept. */
function passContent(r: Reader): void {
  for (let open = 1; open > 0;) {
    if (r.selfClosed) {
      r.selfClosed = false;
      leave(r);
      open--;
      continue;
    }
    readText(r);
    if (r.bytes[r.at + 1] === 0x2f) {
      closeTag(r, r.at);
      open--;
    } else {
      openTag(r, NO_NAMES, r.at);
      open++;
    }
  }
}

/** The attributes of the start tag read last; placed at their element where `uri` is undefined. */
function attributesOf(
  r: Reader,
  cache: TextCache,
  uri: string | undefined,
  element: Span,
): readonly XmlAttribute[] {
  const count = r.attributeCount;
  if (count === 0) return NO_ATTRIBUTES;
  const attributes = new Array<XmlAttribute>(count);
  for (let index = 0; index < count; index++) {
    const start = r.attributeName[index] as number;
    const local = r.attributeLocal[index] as number;
    const valueStart = r.attributeValue[index] as number;
    const valueEnd = r.attributeValueEnd[index] as number;
    const isPlain = r.attributeCooked[index] === null && valueEnd - valueStart <= LONGEST_REPEATED;
    attributes[index] = {
      name: cache.name(r.attributeNamespace[index] as string, local, r.attributeNameEnd[index] as number),
      prefix: prefixOf(cache, start, local),
      value: isPlain ? cache.text(valueStart, valueEnd) : attributeText(r, index),
      span: uri === undefined ? element : spanOf(r, uri, start, valueEnd + 1),
    };
  }
  return attributes;
}

const prefixOf = (cache: TextCache, start: number, local: number): string =>
  local === start ? '' : cache.text(start, local - 1);

/** Where a byte stands in the document as it came: a DOCTYPE may have had it rewritten. */
const originOf = (r: Reader, offset: number): number => r.rewriting?.originOf(offset) ?? offset;

const spanOf = (r: Reader, source: string, start: number, end: number): Span => ({
  source,
  start: originOf(r, start),
  end: originOf(r, end - 1) + 1,
});

function diagnosticsOf(r: Reader, source: SourceText): readonly Diagnostic[] {
  const bag = new DiagnosticBag();
  for (const issue of r.issues) {
    const definition = XML_DIAGNOSTICS.find(({ code }) => code === issue.code) ?? XML_DIAGNOSTICS[0];
    const at = spanOf(r, source.uri, issue.offset, issue.offset + 1);
    bag.add(definition, { told: issue.message, at, rule: issue.rule });
  }
  return bag.sorted();
}
