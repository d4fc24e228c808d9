import type { Exchange, InterfaceSpecification } from '../../model/service/index.js';

/** A web service as practice names it: what it is for, and its noun. */
export interface ServiceContract {
  readonly role: ServiceRole;
  /** Role and noun: `ExecuteMeterReadings`. */
  readonly name: string;
  readonly noun: string;
  readonly operations: readonly OperationContract[];
}

/**
 * `Execute`: transactions are asked for. `Get`: queries. `Reply`: answers come in later. `Receive`: events come in. `Send`:
 * what those must serve who want this component's events.
 */
export type ServiceRole = 'Execute' | 'Get' | 'Reply' | 'Receive' | 'Send';

export interface OperationContract {
  /** Verb and noun: `CreateMeterReadings`. */
  readonly name: string;
  readonly verb: string;
  readonly kind: 'request' | 'query' | 'event';
  readonly isAnswered: boolean;
  readonly documentation: string;
}

const PAST: Readonly<Record<string, string>> = {
  create: 'created',
  change: 'changed',
  cancel: 'canceled',
  close: 'closed',
  delete: 'deleted',
  execute: 'executed',
};
const EVENT_VERBS: ReadonlySet<string> = new Set(Object.values(PAST));

/** Whether a verb tells that something happened. */
export const isEvent = (verb: string): boolean => EVENT_VERBS.has(verb);

/** The services behind an interface specification, one a role and noun, in the order of the specification. */
export function serviceContracts({ accepts, sends }: InterfaceSpecification): readonly ServiceContract[] {
  const services = new Map<string, { role: ServiceRole; noun: string; operations: OperationContract[] }>();
  const add = (role: ServiceRole, { noun, documentation, pattern }: Exchange, verb: string): void => {
    const name = `${role}${noun}`;
    const service = services.get(name) ?? { role, noun, operations: [] };
    services.set(name, service);
    const operation = operationOf(verb, noun, pattern !== 'one-way', documentation ?? '');
    if (service.operations.every((one) => one.name !== operation.name)) service.operations.push(operation);
  };
  for (const exchange of accepts) add(roleOf(exchange.verb), exchange, exchange.verb);
  for (const exchange of sends) {
    if (isEvent(exchange.verb)) add('Send', exchange, exchange.verb);
    // Who asks for a later answer serves what takes it.
    else if (exchange.pattern === 'async-reply') add('Reply', exchange, PAST[exchange.verb] ?? 'reply');
  }
  return [...services].map(([name, service]) => ({ name, ...service }));
}

const roleOf = (verb: string): ServiceRole =>
  verb === 'get' ? 'Get' : verb === 'reply' ? 'Reply' : isEvent(verb) ? 'Receive' : 'Execute';

function operationOf(
  verb: string,
  noun: string,
  isAnswered: boolean,
  documentation: string,
): OperationContract {
  return {
    name: `${capitalised(verb)}${noun}`,
    verb,
    kind: verb === 'get' ? 'query' : isEvent(verb) || verb === 'reply' ? 'event' : 'request',
    isAnswered,
    documentation,
  };
}

/** `create` as a part of a name: `Create`. */
export const capitalised = (verb: string): string => verb.slice(0, 1).toUpperCase() + verb.slice(1);
