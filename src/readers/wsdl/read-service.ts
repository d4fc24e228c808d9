import { wsdlComponentRepeated } from '../../diagnostics/catalogue/wsd.js';
import { expandedName } from '../../foundation/expanded-name.js';
import type { Port, Service } from '../../model/service/service.js';
import { serviceComponentId } from '../../model/service/service-component-id.js';
import type { XmlElement } from '../xml/xml-element.js';
import { HTTP_BINDING_NAMESPACE, SOAP_VERSIONS } from './namespaces.js';
import type { WsdlContext } from './wsdl-context.js';
import {
  attributeValue,
  childElements,
  definedName,
  readAnnotation,
  requiredAttribute,
  requiredQualifiedName,
  wsdlChildren,
} from './wsdl-context.js';

/** Reads a `service` (WSDL 1.1, section 2.7). */
export function readService(ctx: WsdlContext, element: XmlElement): Service | undefined {
  const localName = definedName(ctx, element);
  if (localName === undefined) return undefined;
  const name = expandedName(ctx.targetNamespace, localName);
  const ports: Port[] = [];
  for (const child of wsdlChildren(ctx, element, ['port'])) {
    const port = readPort(ctx, child);
    if (port === undefined) continue;
    if (ports.some((other) => other.name === port.name)) {
      ctx.diagnostics.add(wsdlComponentRepeated, { kind: 'port', name: port.name, at: port.span });
      continue;
    }
    ports.push(port);
  }
  return {
    kind: 'service',
    id: serviceComponentId('service', name),
    name,
    ports,
    annotation: readAnnotation(element),
    span: element.span,
  };
}

function readPort(ctx: WsdlContext, element: XmlElement): Port | undefined {
  const name = definedName(ctx, element);
  const binding = requiredQualifiedName(ctx, element, 'binding');
  wsdlChildren(ctx, element, []);
  if (name === undefined || binding === undefined) return undefined;
  const address = readAddress(ctx, element);
  return {
    kind: 'port',
    name,
    binding: serviceComponentId('binding', binding),
    ...(address === undefined ? {} : { address }),
    annotation: readAnnotation(element),
    span: element.span,
  };
}

/** `soap:address` or `http:address`; of another protocol's, what looks like it. */
function readAddress(ctx: WsdlContext, port: XmlElement): string | undefined {
  const addresses = childElements(port).filter(({ name }) => name.localName === 'address');
  const known = addresses.find(
    ({ name: { namespace } }) => SOAP_VERSIONS.has(namespace) || namespace === HTTP_BINDING_NAMESPACE,
  );
  if (known !== undefined) return requiredAttribute(ctx, known, 'location');
  return addresses
    .map((address) => attributeValue(address, 'location'))
    .find((location) => location !== undefined);
}
