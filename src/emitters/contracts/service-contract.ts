import { capitalised } from '../../analysis/naming/index.js';
import type { Exchange, ExchangeKind, InterfaceSpecification } from '../../model/service/index.js';
import { pastOf } from '../../runtime/envelope/verb.js';

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

/** The services behind an interface specification, one a role and noun, in the order of the specification. */
export function serviceContracts({ accepts, sends }: InterfaceSpecification): readonly ServiceContract[] {
  const services = new Map<string, { role: ServiceRole; noun: string; operations: OperationContract[] }>();
  const add = (
    role: ServiceRole,
    { noun, kind, documentation = '', pattern }: Exchange,
    verb: string,
  ): void => {
    const service = services.get(role + noun) ?? { role, noun, operations: [] };
    services.set(role + noun, service);
    const name = capitalised(verb) + noun;
    if (service.operations.some((one) => one.name === name)) return;
    service.operations.push({
      name,
      verb,
      // What answers later comes as events do.
      kind: role === 'Reply' || kind === 'reply' ? 'event' : kind,
      isAnswered: pattern !== 'one-way',
      documentation,
    });
  };
  for (const exchange of accepts) add(ROLES[exchange.kind], exchange, exchange.verb);
  for (const exchange of sends) {
    if (exchange.kind === 'event') add('Send', exchange, exchange.verb);
    // Who asks for a later answer serves what takes it.
    else if (exchange.pattern === 'async-reply') add('Reply', exchange, pastOf(exchange.verb) ?? 'reply');
  }
  return [...services].map(([name, service]) => ({ name, ...service }));
}

const ROLES: Readonly<Record<ExchangeKind, ServiceRole>> = {
  query: 'Get',
  reply: 'Reply',
  event: 'Receive',
  request: 'Execute',
};
