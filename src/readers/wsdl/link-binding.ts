import { wsdlOperationAmbiguous, wsdlOperationUnbound } from '../../diagnostics/catalogue/wsd.js';
import { clark } from '../../foundation/expanded-name.js';
import type { Binding, BindingOperation, BoundMessage, SoapHeader } from '../../model/service/binding.js';
import type { Message } from '../../model/service/message.js';
import type { Operation, OperationMessage, PortType } from '../../model/service/port-type.js';
import type { ServiceComponentId } from '../../model/service/service-component-id.js';
import type { ReferenceReport } from './check-references.js';
import { nameOfId } from './check-references.js';

interface Targets {
  readonly portTypes: ReadonlyMap<ServiceComponentId, PortType>;
  readonly messages: ReadonlyMap<ServiceComponentId, Message>;
}

/** Binds each operation to the one of the port type that it means (WSDL 1.1, section 2.5), and checks what it names. */
export function linkBinding(binding: Binding, targets: Targets, report: ReferenceReport): Binding {
  const portType = targets.portTypes.get(binding.portType);
  if (portType === undefined) {
    report.unresolved('port type', nameOfId(binding.portType), targets.portTypes, binding.span);
    return binding;
  }
  const byName = new Map<string, Operation[]>();
  for (const operation of portType.operations) {
    byName.set(operation.name, [...(byName.get(operation.name) ?? []), operation]);
  }
  const named = new Set(binding.operations.map(({ name }) => name));
  const operations = binding.operations.map((operation) => {
    const target = findOperation(operation, byName.get(operation.name) ?? [], portType, report);
    if (target === undefined) return operation;
    checkOperation(operation, target, targets.messages, report);
    return { ...operation, operation: target.id };
  });
  for (const { name } of portType.operations) {
    if (named.has(name)) continue;
    report.diagnostics.add(wsdlOperationUnbound, {
      binding: clark(binding.name),
      operation: name,
      at: binding.span,
    });
  }
  return { ...binding, operations };
}

function findOperation(
  operation: BindingOperation,
  candidates: readonly Operation[],
  portType: PortType,
  report: ReferenceReport,
): Operation | undefined {
  const [first, second] = candidates;
  if (first === undefined) {
    const names = portType.operations.map(({ name }) => name);
    const owner = `port type ${clark(portType.name)}`;
    report.unresolvedIn(owner, 'operation', operation.name, names, operation.span);
    return undefined;
  }
  if (second === undefined) return first;
  const fits = candidates.filter(
    ({ input, output }) => fitsName(operation.input, input) && fitsName(operation.output, output),
  );
  const [fit] = fits;
  if (fits.length !== 1 || fit === undefined) {
    report.diagnostics.add(wsdlOperationAmbiguous, { operation: operation.name, at: operation.span });
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
  report: ReferenceReport,
): void {
  const owner = `operation ${target.name} of its port type`;
  const faults = target.faults.map(({ name }) => name);
  for (const { name, span } of operation.faults) {
    if (!faults.includes(name)) report.unresolvedIn(owner, 'fault', name, faults, span);
  }
  for (const [bound, used] of [
    [operation.input, target.input],
    [operation.output, target.output],
  ] as const) {
    if (bound === undefined) continue;
    if (used === undefined) {
      const kind = bound === operation.input ? 'input' : 'output';
      report.unresolvedIn(owner, kind, bound.name ?? '', [], bound.span);
      continue;
    }
    if (bound.content.kind !== 'soap') continue;
    for (const part of bound.content.body?.parts ?? []) {
      checkPart(messages.get(used.message), part, bound.span, report);
    }
    for (const header of bound.content.headers) {
      for (const each of [header, ...header.headerFaults]) checkHeader(each, messages, report);
    }
  }
}

function checkHeader(
  { message, part, span }: Omit<SoapHeader, 'headerFaults'>,
  messages: ReadonlyMap<ServiceComponentId, Message>,
  report: ReferenceReport,
): void {
  const target = messages.get(message);
  if (target === undefined) report.unresolved('message', nameOfId(message), messages, span);
  else checkPart(target, part, span, report);
}

function checkPart(
  message: Message | undefined,
  part: string,
  at: Message['span'],
  report: ReferenceReport,
): void {
  if (message === undefined || message.parts.some(({ name }) => name === part)) return;
  const names = message.parts.map(({ name }) => name);
  report.unresolvedIn(`message ${clark(message.name)}`, 'part', part, names, at);
}
