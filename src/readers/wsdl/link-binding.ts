import { wsdlOperationAmbiguous, wsdlOperationUnbound } from '../../diagnostics/catalogue/wsd.js';
import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { clark } from '../../foundation/expanded-name.js';
import type { Binding, BindingOperation, BoundMessage, SoapHeader } from '../../model/service/binding.js';
import type { Message } from '../../model/service/message.js';
import type { Operation, OperationMessage, PortType } from '../../model/service/port-type.js';
import type { ServiceComponentId } from '../../model/service/service-component-id.js';
import { nameOfId, reportUnresolved, reportUnresolvedIn } from './check-references.js';

interface Targets {
  readonly portTypes: ReadonlyMap<ServiceComponentId, PortType>;
  readonly messages: ReadonlyMap<ServiceComponentId, Message>;
}

/** Binds each operation to the one of the port type that it means (WSDL 1.1, section 2.5), and checks what it names. */
export function linkBinding(binding: Binding, targets: Targets, diagnostics: DiagnosticBag): Binding {
  const portType = targets.portTypes.get(binding.portType);
  if (portType === undefined) {
    reportUnresolved('port type', nameOfId(binding.portType), targets.portTypes, binding.span, diagnostics);
    return binding;
  }
  const bound = new Set<ServiceComponentId>();
  const operations = binding.operations.map((operation) => {
    const target = findOperation(operation, portType, diagnostics);
    if (target === undefined) return operation;
    bound.add(target.id);
    checkOperation(operation, target, targets.messages, diagnostics);
    return { ...operation, operation: target.id };
  });
  for (const { id, name } of portType.operations) {
    if (bound.has(id) || operations.some((operation) => operation.name === name)) continue;
    diagnostics.add(wsdlOperationUnbound, {
      binding: clark(binding.name),
      operation: name,
      at: binding.span,
    });
  }
  return { ...binding, operations };
}

function findOperation(
  operation: BindingOperation,
  portType: PortType,
  diagnostics: DiagnosticBag,
): Operation | undefined {
  const candidates = portType.operations.filter(({ name }) => name === operation.name);
  const [first, second] = candidates;
  if (first === undefined) {
    const names = portType.operations.map(({ name }) => name);
    const owner = `port type ${clark(portType.name)}`;
    reportUnresolvedIn(owner, 'operation', operation.name, names, operation.span, diagnostics);
    return undefined;
  }
  if (second === undefined) return first;
  const fits = candidates.filter(
    ({ input, output }) => fitsName(operation.input, input) && fitsName(operation.output, output),
  );
  const [fit] = fits;
  if (fits.length !== 1 || fit === undefined) {
    diagnostics.add(wsdlOperationAmbiguous, { operation: operation.name, at: operation.span });
    return undefined;
  }
  return fit;
}

const fitsName = (bound: BoundMessage | undefined, target: OperationMessage | undefined): boolean =>
  bound?.name === undefined || bound.name === target?.name;

/** Faults, parts and headers that the binding names must be there. */
function checkOperation(
  operation: BindingOperation,
  target: Operation,
  messages: ReadonlyMap<ServiceComponentId, Message>,
  diagnostics: DiagnosticBag,
): void {
  const owner = `operation ${target.name} of its port type`;
  const faults = target.faults.map(({ name }) => name);
  for (const { name, span } of operation.faults) {
    if (!faults.includes(name)) reportUnresolvedIn(owner, 'fault', name, faults, span, diagnostics);
  }
  for (const [bound, used] of [
    [operation.input, target.input],
    [operation.output, target.output],
  ] as const) {
    if (bound === undefined) continue;
    if (used === undefined) {
      const kind = bound === operation.input ? 'input' : 'output';
      reportUnresolvedIn(owner, kind, bound.name ?? '', [], bound.span, diagnostics);
      continue;
    }
    if (bound.content.kind !== 'soap') continue;
    for (const part of bound.content.body?.parts ?? []) {
      checkPart(messages.get(used.message), part, bound.span, diagnostics);
    }
    for (const header of bound.content.headers) {
      for (const each of [header, ...header.headerFaults]) checkHeader(each, messages, diagnostics);
    }
  }
}

function checkHeader(
  { message, part, span }: Omit<SoapHeader, 'headerFaults'>,
  messages: ReadonlyMap<ServiceComponentId, Message>,
  diagnostics: DiagnosticBag,
): void {
  const target = messages.get(message);
  if (target === undefined) reportUnresolved('message', nameOfId(message), messages, span, diagnostics);
  else checkPart(target, part, span, diagnostics);
}

function checkPart(
  message: Message | undefined,
  part: string,
  at: Message['span'],
  diagnostics: DiagnosticBag,
): void {
  if (message === undefined || message.parts.some(({ name }) => name === part)) return;
  const names = message.parts.map(({ name }) => name);
  reportUnresolvedIn(`message ${clark(message.name)}`, 'part', part, names, at, diagnostics);
}
