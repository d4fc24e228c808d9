import type { SourceText } from '../../foundation/source-text.js';
import { XML_NAMESPACE, XSD_NAMESPACE, XSI_NAMESPACE } from '../../foundation/expanded-name.js';
import { type Annotation, NO_ANNOTATION } from '../../model/schema/index.js';
import type { XmlElement } from '../xml/xml-element.js';
import type { ReadContext } from './read-context.js';
import { type SyntaxNode, valueOf } from './syntax/syntax-node.js';

/** The annotations of an element, all of them in one, with its attributes of other namespaces. */
export function readAnnotation(ctx: ReadContext, ...nodes: readonly SyntaxNode[]): Annotation {
  const documentation: Annotation['documentation'][number][] = [];
  const appinfo: Annotation['appinfo'][number][] = [];
  const foreignAttributes: Annotation['foreignAttributes'][number][] = [];
  for (const node of nodes) {
    foreignAttributes.push(...foreignAttributesOf(node.element));
    for (const annotation of node.children) {
      if (annotation.shape !== 'annotation') continue;
      for (const child of annotation.children) {
        const source = valueOf(child, 'source');
        const from = source === undefined ? {} : { source };
        if (child.shape === 'appinfo') {
          appinfo.push({ xml: innerXml(ctx.source, child.element), ...from });
          continue;
        }
        const lang = valueOf(child, 'xml:lang');
        const text = plainText(child.element);
        if (text !== '') documentation.push({ text, ...(lang === undefined ? {} : { lang }), ...from });
      }
    }
  }
  if (documentation.length + appinfo.length + foreignAttributes.length === 0) return NO_ANNOTATION;
  return { documentation, appinfo, foreignAttributes };
}

const OWN = new Set(['', XSD_NAMESPACE, XML_NAMESPACE, XSI_NAMESPACE]);

const foreignAttributesOf = ({ attributes }: XmlElement): Annotation['foreignAttributes'] =>
  attributes
    .filter(({ name }) => !OWN.has(name.namespace))
    .map(({ name, value }) => ({ name, value: value.trim() }));

/** What stands between the tags, as written. */
function innerXml(source: SourceText, { span, extent }: XmlElement): string {
  if (span.end === extent.end) return '';
  let end = extent.end - 1;
  while (end > span.end && source.bytes[end] !== LESS_THAN) end--;
  return new TextDecoder().decode(source.bytes.subarray(span.end, end)).trim();
}

const LESS_THAN = 0x3c;

/** Elements of XHTML and its like that begin a paragraph of their own. */
const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'br',
  'para',
]);

/** The text of an element with that of its descendants; a paragraph stays a paragraph. */
function plainText(element: XmlElement): string {
  const parts: string[] = [];
  const collect = ({ children }: XmlElement): void => {
    for (const child of children) {
      if (typeof child === 'string') {
        parts.push(child);
        continue;
      }
      const isBlock = BLOCKS.has(child.name.localName.toLowerCase());
      if (isBlock) parts.push('\n');
      collect(child);
      if (isBlock) parts.push('\n');
    }
  };
  collect(element);
  return parts.join('').trim();
}
