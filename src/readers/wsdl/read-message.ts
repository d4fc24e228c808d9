import { wsdlPartWithoutContent } from '../../diagnostics/catalogue/wsd.js';
import { expandedName } from '../../foundation/expanded-name.js';
import { componentId } from '../../model/schema/component-id.js';
import type { Message, MessagePart } from '../../model/service/message.js';
import { serviceComponentId } from '../../model/service/service-component-id.js';
import type { XmlElement } from '../xml/xml-element.js';
import type { WsdlContext } from './wsdl-context.js';
import { attributeValue, definedName, qualifiedName, readAnnotation, wsdlChildren } from './wsdl-context.js';

/** Reads a `message` (WSDL 1.1, section 2.3). */
export function readMessage(ctx: WsdlContext, element: XmlElement): Message | undefined {
  const localName = definedName(ctx, element);
  if (localName === undefined) return undefined;
  const name = expandedName(ctx.targetNamespace, localName);
  return {
    kind: 'message',
    id: serviceComponentId('message', name),
    name,
    parts: wsdlChildren(ctx, element, ['part'])
      .map((part) => readPart(ctx, part))
      .filter((part) => part !== undefined),
    annotation: readAnnotation(element),
    span: element.span,
  };
}

function readPart(ctx: WsdlContext, element: XmlElement): MessagePart | undefined {
  const name = definedName(ctx, element);
  if (name === undefined) return undefined;
  const hasElement = attributeValue(element, 'element') !== undefined;
  const hasType = attributeValue(element, 'type') !== undefined;
  if (hasElement === hasType) {
    const found = hasElement ? 'both' : 'neither';
    ctx.diagnostics.add(wsdlPartWithoutContent, { part: name, found, at: element.span });
  }
  const kind = hasElement ? 'element' : 'type';
  const content = qualifiedName(ctx, element, kind);
  return content === undefined
    ? undefined
    : {
        kind: 'message-part',
        name,
        content: { kind, component: componentId(kind, content), name: content },
        annotation: readAnnotation(element),
        span: element.span,
      };
}
