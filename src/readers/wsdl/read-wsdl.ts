import { notAServiceDescription, wsdlSchemaMisplaced } from '../../diagnostics/catalogue/wsd.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import type { SourceText } from '../../foundation/source-text.js';
import type { Binding } from '../../model/service/binding.js';
import type { Message } from '../../model/service/message.js';
import type { PortType } from '../../model/service/port-type.js';
import type { Service } from '../../model/service/service.js';
import type { XmlElement } from '../xml/xml-element.js';
import { WSDL_NAMESPACE } from './namespaces.js';
import { readBinding } from './read-binding.js';
import { readMessage } from './read-message.js';
import { readPortType } from './read-port-type.js';
import { readService } from './read-service.js';
import type { WsdlContext } from './wsdl-context.js';
import {
  attributeValue,
  childElements,
  readAnnotation,
  requiredAttribute,
  wsdlChildren,
} from './wsdl-context.js';
import type { InlineSchema, WsdlDocument, WsdlImport } from './wsdl-document.js';

/** Whether this root is that of a WSDL 1.1 document. */
export const isWsdl = ({ name }: XmlElement): boolean =>
  name.localName === 'definitions' && name.namespace === WSDL_NAMESPACE;

/** Reads one WSDL 1.1 document. Imports are named, not followed. */
export function readWsdl(root: XmlElement, source: SourceText): Read<WsdlDocument> {
  const diagnostics = new DiagnosticBag();
  if (!isWsdl(root)) diagnostics.add(notAServiceDescription, { found: root.name, at: root.span });
  const targetNamespace = attributeValue(root, 'targetNamespace')?.trim() ?? '';
  const ctx: WsdlContext = { targetNamespace, diagnostics, placeholders: new Set() };
  const messages: Message[] = [];
  const portTypes: PortType[] = [];
  const bindings: Binding[] = [];
  const services: Service[] = [];
  const imports: WsdlImport[] = [];
  const schemas: InlineSchema[] = [];
  const children = isWsdl(root) ? wsdlChildren(ctx, root, SECTIONS) : [];
  for (const child of children) {
    switch (child.name.localName) {
      case 'import':
        imports.push(...present(readImport(ctx, child)));
        break;
      case 'types':
        schemas.push(...schemasIn(child).map((schema) => ({ root: schema, source })));
        break;
      case 'message':
        messages.push(...present(readMessage(ctx, child)));
        break;
      case 'portType':
        portTypes.push(...present(readPortType(ctx, child)));
        break;
      case 'binding':
        bindings.push(...present(readBinding(ctx, child)));
        break;
      case 'service':
        services.push(...present(readService(ctx, child)));
        break;
    }
  }
  for (const schema of isWsdl(root) ? schemasIn(root) : []) {
    const isRead = declaresSomething(schema);
    diagnostics.add(wsdlSchemaMisplaced, { isRead, at: schema.span });
    if (isRead) schemas.push({ root: schema, source });
  }
  const value = {
    source,
    targetNamespace,
    imports,
    schemas,
    messages,
    portTypes,
    bindings,
    services,
    annotation: readAnnotation(root),
    span: root.span,
  };
  return { value, diagnostics: diagnostics.sorted() };
}

const SECTIONS = ['import', 'types', 'message', 'portType', 'binding', 'service'];

const schemasIn = (element: XmlElement): readonly XmlElement[] =>
  childElements(element).filter(
    ({ name }) => name.localName === 'schema' && name.namespace === XSD_NAMESPACE,
  );

/** Imports alone, outside of `types`, are leftovers that other tools pass over: their mistakes are not worth a word. */
const declaresSomething = (schema: XmlElement): boolean =>
  childElements(schema).some(({ name }) => name.localName !== 'import' && name.localName !== 'annotation');

function readImport(ctx: WsdlContext, element: XmlElement): WsdlImport | undefined {
  wsdlChildren(ctx, element, []);
  const namespace = requiredAttribute(ctx, element, 'namespace');
  const location = attributeValue(element, 'location')?.trim();
  if (namespace === undefined && location === undefined) return undefined;
  return { namespace: namespace ?? '', ...(location === undefined ? {} : { location }), span: element.span };
}

const present = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);
