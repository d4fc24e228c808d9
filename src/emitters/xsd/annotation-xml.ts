import type { Annotation } from '../../model/schema/index.js';
import { type MaybeAttribute, xmlElement, type XmlElementText } from '../../printer/index.js';
import type { XsdContext } from './xsd-context.js';

/** `xs:annotation`; undefined where there is nothing to say. */
export function annotationXml({ documentation, appinfo }: Annotation): XmlElementText | undefined {
  if (documentation.length + appinfo.length === 0) return undefined;
  return xmlElement(
    'xs:annotation',
    [],
    [
      ...documentation.map(({ text, lang, source }) => ({
        ...xmlElement('xs:documentation', [
          ['source', source],
          ['xml:lang', lang],
        ]),
        text,
      })),
      ...appinfo.map(({ xml, source }) => ({
        ...xmlElement('xs:appinfo', [['source', source]]),
        ...(isSelfContained(xml) ? { markup: xml } : { text: xml }),
      })),
    ],
  );
}

/** Attributes of other namespaces: `sawsdl:modelReference`. */
export const foreignAttributes = (ctx: XsdContext, annotation: Annotation): readonly MaybeAttribute[] =>
  annotation.foreignAttributes.map(({ name, value }) => [
    `${ctx.prefixOf(name.namespace)}:${name.localName}`,
    value,
  ]);

/** Whether markup declares every prefix that it uses: the declarations around it are not part of it. */
function isSelfContained(xml: string): boolean {
  const used = [...xml.matchAll(/<\/?([\w.-]+):|\s([\w.-]+):[\w.-]+\s*=/gu)].map(
    ([, element, attribute]) => element ?? attribute ?? '',
  );
  const isDeclared = (prefix: string): boolean =>
    prefix === 'xml' || prefix === 'xmlns' || xml.includes(`xmlns:${prefix}=`);
  return used.every(isDeclared) && !/<!|<\?|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu.test(xml);
}
