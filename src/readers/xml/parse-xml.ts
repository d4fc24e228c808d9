import { XML_DIAGNOSTICS } from '../../diagnostics/catalogue/xml.js';
import type { Diagnostic, Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { SourceText } from '../../foundation/source-text.js';
import type { Span } from '../../foundation/span.js';
import { attributeName, attributeText } from '../../runtime/xml/attribute.js';
import { internalSubset } from '../../runtime/xml/doctype/internal-subset.js';
import { readEpilog, readProlog } from '../../runtime/xml/document.js';
import { closeTag, leave, openTag } from '../../runtime/xml/element.js';
import { nameTable } from '../../runtime/xml/name-table.js';
import { bindingsInScope } from '../../runtime/xml/namespace.js';
import { Reader, STOP } from '../../runtime/xml/reader.js';
import { cutUtf8, readText } from '../../runtime/xml/text.js';
import type { XmlAttribute, XmlElement } from './xml-element.js';

const NO_NAMES = nameTable('', []);

interface XmlReadOptions {
  /** Read a DOCTYPE and its internal subset; nothing external is read. Default: a DOCTYPE is refused. */
  readonly allowDoctype?: boolean;
}

/** Reads a document into a tree with places. A document that is not well-formed has no value. */
export function parseXml(source: SourceText, options: XmlReadOptions = {}): Read<XmlElement | undefined> {
  const r = new Reader(source.bytes, options.allowDoctype === true ? { allowDoctype: internalSubset } : {});
  let value: XmlElement | undefined;
  try {
    readProlog(r);
    openTag(r, NO_NAMES, r.at);
    value = readElement(r, source.uri, {});
    readEpilog(r);
  } catch (signal) {
    if (signal !== STOP) throw signal;
    value = undefined;
  }
  return { value, diagnostics: diagnosticsOf(r, source) };
}

interface OpenElement {
  readonly element: Omit<XmlElement, 'extent'> & { extent: Span };
  readonly children: (XmlElement | string)[];
}

/** Reads the element whose start tag was read, without recursion: depth is bounded by the reader's limit alone. */
function readElement(r: Reader, uri: string, outer: Readonly<Record<string, string>>): XmlElement {
  const stack: OpenElement[] = [];
  let namespaces = outer;
  const start = (): void => {
    if (r.bindingDepth === r.depth || stack.length === 0) namespaces = bindingsInScope(r);
    else namespaces = (stack.at(-1) as OpenElement).element.namespaces;
    const children: (XmlElement | string)[] = [];
    const from = (r.nameStart[r.depth] as number) - 1;
    const nameEnd = from + 1 + (r.nameLength[r.depth] as number);
    const local = r.openLocal;
    const span = spanOf(r, uri, from, r.at);
    const element = {
      name: { namespace: r.openNamespace, localName: cutUtf8(r, local, nameEnd) },
      prefix: local === from + 1 ? '' : cutUtf8(r, from + 1, local - 1),
      attributes: attributesOf(r, uri),
      children,
      namespaces,
      span,
      extent: span,
    };
    stack.at(-1)?.children.push(element);
    stack.push({ element, children });
  };
  start();
  for (;;) {
    const top = stack.at(-1) as OpenElement;
    if (r.selfClosed) {
      r.selfClosed = false;
      leave(r);
    } else {
      const text = readText(r);
      if (text !== '') top.children.push(text);
      if (r.bytes[r.at + 1] !== 0x2f) {
        openTag(r, NO_NAMES, r.at);
        start();
        continue;
      }
      closeTag(r, r.at);
    }
    top.element.extent = { ...top.element.span, end: originOf(r, r.at - 1) + 1 };
    stack.pop();
    if (stack.length === 0) return top.element;
  }
}

function attributesOf(r: Reader, uri: string): readonly XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  for (let index = 0; index < r.attributeCount; index++) {
    const start = r.attributeName[index] as number;
    const local = r.attributeLocal[index] as number;
    attributes.push({
      name: { namespace: r.attributeNamespace[index] as string, localName: attributeName(r, index) },
      prefix: local === start ? '' : cutUtf8(r, start, local - 1),
      value: attributeText(r, index),
      span: spanOf(r, uri, start, (r.attributeValueEnd[index] as number) + 1),
    });
  }
  return attributes;
}

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
