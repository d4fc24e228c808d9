import type { MessageContent, SoapBody, SoapEncodingRules, SoapHeader } from '../../model/service/binding.js';
import { serviceComponentId } from '../../model/service/service-component-id.js';
import type { XmlElement } from '../xml/xml-element.js';
import { HTTP_BINDING_NAMESPACE, MIME_BINDING_NAMESPACE, SOAP_VERSIONS } from './namespaces.js';
import type { WsdlContext } from './wsdl-context.js';
import {
  attributeValue,
  childElements,
  listAttribute,
  oneOf,
  requiredAttribute,
  requiredQualifiedName,
} from './wsdl-context.js';

/** Reads how an input, an output or a MIME part is laid out (WSDL 1.1, sections 3.5, 3.7, 4.6 and 5). */
export function readMessageContent(ctx: WsdlContext, element: XmlElement): MessageContent {
  const children = childElements(element);
  const soap = children.filter(({ name }) => SOAP_VERSIONS.has(name.namespace));
  if (soap.length > 0) return readSoap(ctx, soap);
  for (const child of children) {
    const { namespace, localName } = child.name;
    if (namespace === HTTP_BINDING_NAMESPACE) {
      if (localName === 'urlEncoded') return { kind: 'url-encoded' };
      if (localName === 'urlReplacement') return { kind: 'url-replacement' };
    }
    if (namespace === MIME_BINDING_NAMESPACE) {
      const part = attributeValue(child, 'part')?.trim();
      const which = part === undefined ? {} : { part };
      if (localName === 'content')
        return { kind: 'mime', ...which, mediaType: attributeValue(child, 'type') ?? '*/*' };
      if (localName === 'mimeXml') return { kind: 'mime', ...which, mediaType: 'text/xml' };
      if (localName === 'multipartRelated') return readMultipart(ctx, child);
    }
  }
  return { kind: 'unspecified' };
}

/** Section 5.4. Alternatives for one part, as the recommendation allows them, are reduced to the first. */
const readMultipart = (ctx: WsdlContext, element: XmlElement): MessageContent => ({
  kind: 'multipart',
  parts: childElements(element)
    .filter(({ name }) => name.localName === 'part')
    .map((part) => readMessageContent(ctx, part)),
});

function readSoap(ctx: WsdlContext, elements: readonly XmlElement[]): MessageContent {
  const body = elements.find(({ name }) => name.localName === 'body');
  return {
    kind: 'soap',
    ...(body === undefined ? {} : { body: readBody(ctx, body) }),
    headers: elements
      .filter(({ name }) => name.localName === 'header')
      .map((header) => readHeader(ctx, header))
      .filter((header) => header !== undefined),
  };
}

function readBody(ctx: WsdlContext, element: XmlElement): SoapBody {
  const rules = readEncodingRules(ctx, element);
  return attributeValue(element, 'parts') === undefined
    ? rules
    : { ...rules, parts: listAttribute(element, 'parts') };
}

/** `use`, `namespace` and `encodingStyle`; `use` is literal where nothing is said, as WS-I has it. */
export function readEncodingRules(ctx: WsdlContext, element: XmlElement): SoapEncodingRules {
  const namespace = attributeValue(element, 'namespace')?.trim();
  return {
    use: oneOf(ctx, element, 'use', ['literal', 'encoded'], 'literal'),
    ...(namespace === undefined ? {} : { namespace }),
    encodingStyle: listAttribute(element, 'encodingStyle'),
  };
}

function readHeader(ctx: WsdlContext, element: XmlElement): SoapHeader | undefined {
  const plain = readHeaderFault(ctx, element);
  return (
    plain && {
      ...plain,
      headerFaults: childElements(element)
        .filter(({ name }) => name.localName === 'headerfault' && SOAP_VERSIONS.has(name.namespace))
        .map((fault) => readHeaderFault(ctx, fault))
        .filter((fault) => fault !== undefined),
    }
  );
}

function readHeaderFault(
  ctx: WsdlContext,
  element: XmlElement,
): Omit<SoapHeader, 'headerFaults'> | undefined {
  const message = requiredQualifiedName(ctx, element, 'message');
  const part = requiredAttribute(ctx, element, 'part');
  if (message === undefined || part === undefined) return undefined;
  const rules = readEncodingRules(ctx, element);
  return { ...rules, message: serviceComponentId('message', message), part, span: element.span };
}
