import { wsdlComponentRepeated, wsdlOperationEmpty } from '../../diagnostics/catalogue/wsd.js';
import { expandedName } from '../../foundation/expanded-name.js';
import type { Operation, OperationMessage, OperationStyle, PortType } from '../../model/service/port-type.js';
import type { ServiceComponentId } from '../../model/service/service-component-id.js';
import { operationId, serviceComponentId } from '../../model/service/service-component-id.js';
import type { XmlElement } from '../xml/xml-element.js';
import type { WsdlContext } from './wsdl-context.js';
import {
  attributeValue,
  checkName,
  definedName,
  listAttribute,
  readAnnotation,
  requiredQualifiedName,
  wsdlChildren,
} from './wsdl-context.js';

/** Reads a `portType` (WSDL 1.1, section 2.4). */
export function readPortType(ctx: WsdlContext, element: XmlElement): PortType | undefined {
  const localName = definedName(ctx, element);
  if (localName === undefined) return undefined;
  const name = expandedName(ctx.targetNamespace, localName);
  const id = serviceComponentId('portType', name);
  const byName = new Map<string, Operation[]>();
  const operations: Operation[] = [];
  for (const child of wsdlChildren(ctx, element, ['operation'])) {
    const operationName = definedName(ctx, child);
    if (operationName === undefined) continue;
    const namesakes = byName.get(operationName) ?? [];
    const operation = readOperation(
      ctx,
      child,
      operationName,
      operationId(id, operationName, namesakes.length + 1),
    );
    const twin = namesakes.find((other) => sameSignature(other, operation));
    if (twin !== undefined) {
      // Operations of one name are told apart by the names of input and output.
      const related = [{ at: twin.span, label: 'the first one' }];
      ctx.diagnostics.add(wsdlComponentRepeated, {
        kind: 'operation',
        name: operationName,
        at: child.span,
        related,
      });
      continue;
    }
    byName.set(operationName, [...namesakes, operation]);
    operations.push(operation);
  }
  return { kind: 'port-type', id, name, operations, annotation: readAnnotation(element), span: element.span };
}

const sameSignature = (a: Operation, b: Operation): boolean =>
  a.input?.name === b.input?.name && a.output?.name === b.output?.name;

function readOperation(
  ctx: WsdlContext,
  element: XmlElement,
  name: string,
  id: ServiceComponentId,
): Operation {
  const children = wsdlChildren(ctx, element, ['input', 'output', 'fault']);
  const inputs = children.filter((child) => child.name.localName === 'input');
  const outputs = children.filter((child) => child.name.localName === 'output');
  for (const extra of [...inputs.slice(1), ...outputs.slice(1)]) {
    ctx.diagnostics.add(wsdlComponentRepeated, {
      kind: extra.name.localName,
      name: `of operation ${name}`,
      at: extra.span,
    });
  }
  const [input] = inputs;
  const [output] = outputs;
  if (input === undefined && output === undefined) {
    ctx.diagnostics.add(wsdlOperationEmpty, { operation: name, at: element.span });
  }
  const style = styleOf(children, input, output);
  const read = (child: XmlElement | undefined): OperationMessage | undefined =>
    child &&
    readOperationMessage(ctx, child, attributeValue(child, 'name') ?? defaultName(name, style, child));
  const readInput = read(input);
  const readOutput = read(output);
  return {
    kind: 'operation',
    id,
    name,
    style,
    ...(readInput === undefined ? {} : { input: readInput }),
    ...(readOutput === undefined ? {} : { output: readOutput }),
    faults: readFaults(ctx, children),
    parameterOrder: listAttribute(element, 'parameterOrder'),
    annotation: readAnnotation(element),
    span: element.span,
  };
}

function styleOf(
  children: readonly XmlElement[],
  input: XmlElement | undefined,
  output: XmlElement | undefined,
): OperationStyle {
  if (output === undefined) return 'one-way';
  if (input === undefined) return 'notification';
  return children.indexOf(input) < children.indexOf(output) ? 'request-response' : 'solicit-response';
}

/** Section 2.4.5: the name of an input or output that states none. */
function defaultName(operation: string, style: OperationStyle, { name: { localName } }: XmlElement): string {
  switch (style) {
    case 'one-way':
    case 'notification':
      return operation;
    case 'request-response':
      return `${operation}${localName === 'input' ? 'Request' : 'Response'}`;
    case 'solicit-response':
      return `${operation}${localName === 'output' ? 'Solicit' : 'Response'}`;
  }
}

function readFaults(ctx: WsdlContext, children: readonly XmlElement[]): readonly OperationMessage[] {
  const faults: OperationMessage[] = [];
  for (const child of children.filter(({ name }) => name.localName === 'fault')) {
    const name = definedName(ctx, child);
    if (name === undefined) continue;
    if (faults.some((fault) => fault.name === name)) {
      ctx.diagnostics.add(wsdlComponentRepeated, { kind: 'fault', name, at: child.span });
      continue;
    }
    const fault = readOperationMessage(ctx, child, name);
    if (fault !== undefined) faults.push(fault);
  }
  return faults;
}

function readOperationMessage(
  ctx: WsdlContext,
  element: XmlElement,
  name: string,
): OperationMessage | undefined {
  if (element.name.localName !== 'fault') checkName(ctx, element, name);
  wsdlChildren(ctx, element, []);
  const message = requiredQualifiedName(ctx, element, 'message');
  return message === undefined
    ? undefined
    : {
        kind: 'operation-message',
        name,
        message: serviceComponentId('message', message),
        annotation: readAnnotation(element),
        span: element.span,
      };
}
