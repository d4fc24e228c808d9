import { expandedName } from '../../foundation/expanded-name.js';
import type {
  Binding,
  BindingOperation,
  BindingProtocol,
  BoundFault,
  BoundMessage,
} from '../../model/service/binding.js';
import type { ServiceComponentId } from '../../model/service/service-component-id.js';
import { operationId, serviceComponentId } from '../../model/service/service-component-id.js';
import type { XmlElement } from '../xml/xml-element.js';
import { HTTP_BINDING_NAMESPACE, SOAP_VERSIONS, WSDL_NAMESPACE } from './namespaces.js';
import { readEncodingRules, readMessageContent } from './read-message-content.js';
import type { WsdlContext } from './wsdl-context.js';
import {
  attributeValue,
  childElements,
  definedName,
  oneOf,
  readAnnotation,
  requiredAttribute,
  requiredQualifiedName,
  wsdlChildren,
} from './wsdl-context.js';

/** Reads a `binding` (WSDL 1.1, sections 2.5, 3 and 4). */
export function readBinding(ctx: WsdlContext, element: XmlElement): Binding | undefined {
  const localName = definedName(ctx, element);
  const type = requiredQualifiedName(ctx, element, 'type');
  if (localName === undefined || type === undefined) return undefined;
  const name = expandedName(ctx.targetNamespace, localName);
  const portType = serviceComponentId('portType', type);
  const protocol = readProtocol(ctx, element);
  return {
    kind: 'binding',
    id: serviceComponentId('binding', name),
    name,
    portType,
    protocol,
    operations: wsdlChildren(ctx, element, ['operation'])
      .map((operation) => readOperation(ctx, operation, portType, protocol))
      .filter((operation) => operation !== undefined),
    annotation: readAnnotation(element),
    span: element.span,
  };
}

function readProtocol(ctx: WsdlContext, binding: XmlElement): BindingProtocol {
  const extensions = childElements(binding).filter(({ name }) => name.namespace !== WSDL_NAMESPACE);
  for (const extension of extensions) {
    const { namespace, localName } = extension.name;
    if (localName !== 'binding') continue;
    const version = SOAP_VERSIONS.get(namespace);
    if (version !== undefined) {
      const style = oneOf(ctx, extension, 'style', ['document', 'rpc'], 'document');
      return {
        kind: 'soap',
        version,
        style,
        transport: attributeValue(extension, 'transport')?.trim() ?? '',
      };
    }
    if (namespace === HTTP_BINDING_NAMESPACE) {
      return { kind: 'http', verb: requiredAttribute(ctx, extension, 'verb') ?? 'POST' };
    }
  }
  const named = extensions.find(({ name }) => name.localName === 'binding') ?? extensions[0];
  return { kind: 'other', namespace: named?.name.namespace ?? '' };
}

function readOperation(
  ctx: WsdlContext,
  element: XmlElement,
  portType: ServiceComponentId,
  protocol: BindingProtocol,
): BindingOperation | undefined {
  const name = definedName(ctx, element);
  if (name === undefined) return undefined;
  const children = wsdlChildren(ctx, element, ['input', 'output', 'fault']);
  const bound = (localName: string): BoundMessage | undefined => {
    const child = children.find((candidate) => candidate.name.localName === localName);
    return child && readBoundMessage(ctx, child);
  };
  const input = bound('input');
  const output = bound('output');
  return {
    kind: 'binding-operation',
    name,
    operation: operationId(portType, name, 1),
    ...readOperationExtension(ctx, element, protocol),
    ...(input === undefined ? {} : { input }),
    ...(output === undefined ? {} : { output }),
    faults: children
      .filter((child) => child.name.localName === 'fault')
      .map((child) => readBoundFault(ctx, child))
      .filter((fault) => fault !== undefined),
    annotation: readAnnotation(element),
    span: element.span,
  };
}

/** `soap:operation` (section 3.4) or `http:operation` (section 4.5). */
function readOperationExtension(
  ctx: WsdlContext,
  element: XmlElement,
  protocol: BindingProtocol,
): Pick<BindingOperation, 'style' | 'soapAction' | 'soapActionRequired' | 'location'> {
  const extension = childElements(element).find(
    ({ name: { namespace, localName } }) =>
      localName === 'operation' && (SOAP_VERSIONS.has(namespace) || namespace === HTTP_BINDING_NAMESPACE),
  );
  if (protocol.kind === 'soap') {
    if (extension === undefined) return { style: protocol.style };
    const soapAction = attributeValue(extension, 'soapAction')?.trim();
    return {
      style: oneOf(ctx, extension, 'style', ['document', 'rpc'], protocol.style),
      ...(soapAction === undefined ? {} : { soapAction }),
      ...(protocol.version === '1.1'
        ? {}
        : { soapActionRequired: attributeValue(extension, 'soapActionRequired') !== 'false' }),
    };
  }
  if (protocol.kind === 'http' && extension !== undefined) {
    const location = requiredAttribute(ctx, extension, 'location');
    return location === undefined ? {} : { location };
  }
  return {};
}

function readBoundMessage(ctx: WsdlContext, element: XmlElement): BoundMessage {
  wsdlChildren(ctx, element, []);
  const name = attributeValue(element, 'name')?.trim();
  return {
    kind: 'bound-message',
    ...(name === undefined ? {} : { name }),
    content: readMessageContent(ctx, element),
    annotation: readAnnotation(element),
    span: element.span,
  };
}

function readBoundFault(ctx: WsdlContext, element: XmlElement): BoundFault | undefined {
  wsdlChildren(ctx, element, []);
  const soap = childElements(element).find(
    ({ name: { namespace, localName } }) => localName === 'fault' && SOAP_VERSIONS.has(namespace),
  );
  // Some writers name the fault only in the extension.
  const name =
    attributeValue(element, 'name')?.trim() ??
    (soap && attributeValue(soap, 'name')?.trim()) ??
    definedName(ctx, element);
  if (name === undefined) return undefined;
  return {
    kind: 'bound-fault',
    name,
    ...(soap === undefined ? {} : { soap: readEncodingRules(ctx, soap) }),
    annotation: readAnnotation(element),
    span: element.span,
  };
}
