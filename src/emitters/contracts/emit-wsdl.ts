import type { InterfaceSpecification } from '../../model/service/index.js';
import type { FilePlan } from '../../pipeline/file-plan.js';
import type { RenderTemplate } from '../emitter.js';
import type { ContractOptions } from './contract-options.js';
import { type OperationContract, type ServiceContract, serviceContracts } from './service-contract.js';

/**
 * How services are described: `strong` has an operation a verb and noun, and messages whose payload the schema looks into;
 * `generic` has one operation for all requests and one for all events, and the envelope as it is.
 */
export type WsdlStyle = 'strong' | 'generic';

const SOAP = {
  '1.1': 'http://schemas.xmlsoap.org/wsdl/soap/',
  '1.2': 'http://schemas.xmlsoap.org/wsdl/soap12/',
} as const;

/** Writes the services of a component as WSDL 1.1, document/literal, and the schemas of typed messages that they need. */
export function emitWsdl(
  specification: InterfaceSpecification,
  style: WsdlStyle,
  options: ContractOptions,
  render: RenderTemplate,
): readonly FilePlan[] {
  const services = serviceContracts(specification);
  if (style === 'generic') return [genericService(specification, services, options, render)];
  const nouns = [...new Set(services.map(({ noun }) => noun))];
  return [
    ...services.map((service) => strongService(service, options, render)),
    ...nouns.map((noun) => messageSchema(noun, services, options, render)),
  ];
}

function strongService(service: ServiceContract, options: ContractOptions, render: RenderTemplate): FilePlan {
  const { noun } = service;
  const message = (operation: string): string => `${operation}RequestMessage`;
  return describe(options, render, {
    service: service.name,
    documentation: `Messages of the noun ${noun}.`,
    messageNamespace: messageNamespace(noun, options),
    messagePath: messagePath(noun),
    portType: `${noun}_Port`,
    binding: `${noun}_Binding`,
    messages: [
      ...service.operations.map(({ name }) => ({ name: message(name), element: name })),
      { name: 'ResponseMessage', element: `${noun}ResponseMessage` },
      { name: 'FaultMessage', element: `${noun}FaultMessage` },
    ],
    operations: service.operations.map((operation) => ({
      ...operation,
      input: message(operation.name),
      soapAction: `${options.namespaceBase}/${noun}/${operation.name}`,
    })),
  });
}

function genericService(
  { component, documentation }: InterfaceSpecification,
  services: readonly ServiceContract[],
  options: ContractOptions,
  render: RenderTemplate,
): FilePlan {
  const all = services.flatMap(({ operations }) => operations);
  const operation = (name: string, some: readonly OperationContract[]): readonly GenericOperation[] =>
    some.length === 0
      ? []
      : [
          {
            name,
            input: `${name}Message`,
            documentation: `Takes ${[...new Set(some.map((one) => one.name))].join(', ')}.`,
            isAnswered: some.some(({ isAnswered }) => isAnswered),
            soapAction: `${options.namespaceBase}/${component}/${name}`,
          },
        ];
  const operations = [
    ...operation(
      'Request',
      all.filter(({ kind }) => kind !== 'event'),
    ),
    ...operation(
      'Event',
      all.filter(({ kind }) => kind === 'event'),
    ),
  ];
  return describe(options, render, {
    service: component,
    documentation: documentation ?? `Messages of the component ${component}.`,
    messageNamespace: options.envelope.namespace,
    messagePath: options.envelope.path,
    portType: `${component}_Port`,
    binding: `${component}_Binding`,
    messages: [...operations.map(({ input }) => input), 'ResponseMessage', 'FaultMessage'].map((name) => ({
      name,
      element: name,
    })),
    operations,
  });
}

interface GenericOperation {
  readonly name: string;
  readonly input: string;
  readonly documentation: string;
  readonly isAnswered: boolean;
  readonly soapAction: string;
}

/** View model of `contracts/service.wsdl.hbs`, version 1. */
interface ServiceView {
  readonly service: string;
  readonly documentation: string;
  readonly messageNamespace: string;
  readonly messagePath: string;
  readonly portType: string;
  readonly binding: string;
  readonly messages: readonly { readonly name: string; readonly element: string }[];
  readonly operations: readonly GenericOperation[];
}

const describe = (options: ContractOptions, render: RenderTemplate, view: ServiceView): FilePlan => ({
  path: `${view.service}.wsdl`,
  content: render('contracts/service.wsdl.hbs', {
    ...view,
    namespace: `${options.namespaceBase}/${view.service}`,
    soap: SOAP[options.soapVersion],
    address: options.address,
  }),
  layout: 'printed',
});

const messageNamespace = (noun: string, { namespaceBase }: ContractOptions): string =>
  `${namespaceBase}/${noun}Message`;
const messagePath = (noun: string): string => `${noun}Message.xsd`;

/** The typed messages of a noun: an element a verb in use, the response, the fault. */
function messageSchema(
  noun: string,
  services: readonly ServiceContract[],
  options: ContractOptions,
  render: RenderTemplate,
): FilePlan {
  const operations = services.filter((one) => one.noun === noun).flatMap((one) => one.operations);
  const has = (kind: OperationContract['kind']): boolean => operations.some((one) => one.kind === kind);
  const payload = options.payloadOf(noun) ?? null;
  const query = (has('query') ? payload?.query : undefined) ?? null;
  const type = { request: 'RequestMessageType', query: 'QueryMessageType', event: 'EventMessageType' };
  const words = { request: 'Request', query: 'Query', event: 'Event' };
  const elements = new Map(
    operations.map(({ name, kind, verb }) => [
      name,
      { name, type: `${noun}${type[kind]}`, documentation: `${words[kind]} with the verb ${verb}.` },
    ]),
  );
  const imports = new Map(
    [payload, query].flatMap((one) =>
      one === null ? [] : [[one.namespace, { namespace: one.namespace, path: one.path }] as const],
    ),
  );
  return {
    path: messagePath(noun),
    content: render('contracts/messages.xsd.hbs', {
      noun,
      namespace: messageNamespace(noun, options),
      envelope: options.envelope,
      types: { operationSet: null, ...options.envelope.types },
      payload,
      query,
      imports: [...imports.values()],
      hasRequests: has('request'),
      hasQueries: has('query'),
      hasEvents: has('event'),
      elements: [
        ...elements.values(),
        {
          name: `${noun}ResponseMessage`,
          type: `${noun}ResponseMessageType`,
          documentation: 'Answer to any of the requests.',
        },
        {
          name: `${noun}FaultMessage`,
          type: `${noun}FaultMessageType`,
          documentation: 'Answer to a message that could not be read.',
        },
      ],
    }),
    layout: 'printed',
  };
}
