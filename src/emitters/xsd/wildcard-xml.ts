import type { NamespaceConstraint, Wildcard } from '../../model/schema/index.js';
import { type MaybeAttribute, xmlElement, type XmlElementText } from '../../printer/index.js';
import { annotationXml, foreignAttributes } from './annotation-xml.js';
import type { XsdContext } from './xsd-context.js';

/** `xs:any` or `xs:anyAttribute`. */
export const wildcardXml = (
  ctx: XsdContext,
  { namespaceConstraint, processContents, annotation }: Wildcard,
  name: 'xs:any' | 'xs:anyAttribute',
  occurs: readonly MaybeAttribute[] = [],
): XmlElementText =>
  xmlElement(
    name,
    [
      ...occurs,
      ['namespace', namespaceText(ctx, namespaceConstraint)],
      ['processContents', processContents === 'strict' ? undefined : processContents],
      ...foreignAttributes(ctx, annotation),
    ],
    [annotationXml(annotation)],
  );

/** What XML Schema 1.0 can say: `##other` is relative to the target namespace. Nothing says `##any`. */
function namespaceText(ctx: XsdContext, constraint: NamespaceConstraint): string | undefined {
  switch (constraint.kind) {
    case 'any':
      return undefined;
    case 'not':
      return '##other';
    case 'enumeration':
      return constraint.namespaces
        .map((namespace) => {
          if (namespace === '') return '##local';
          return namespace === ctx.targetNamespace ? '##targetNamespace' : namespace;
        })
        .join(' ');
  }
}
