import { capitalised } from '../../analysis/naming/index.js';
import type { Exchange, ExchangeKind, InterfaceSpecification } from '../../model/service/index.js';
import type { FilePlan } from '../../pipeline/file-plan.js';
import type { ContractOptions } from './contract-options.js';
import { described, type Json, jsonFile, messageLinks } from './contract-json.js';

/**
 * Writes what a component accepts over HTTP as OpenAPI 3.1: `POST /<noun>/<verb>` with an envelope in XML. No part of
 * IEC 61968-100 defines this binding; the description says so.
 */
export function emitOpenApi(specification: InterfaceSpecification, options: ContractOptions): FilePlan {
  const { component, accepts } = specification;
  const secured = accepts.some(({ security }) => security.authenticated);
  return jsonFile(`${component}.openapi.json`, {
    openapi: '3.1.0',
    info: {
      title: component,
      version: options.version,
      description: [
        ...described(specification),
        'Messages of IEC 61968-100 over HTTP. This binding is an extension: the standard defines SOAP and JMS.',
      ].join('\n\n'),
    },
    servers: [{ url: options.address }],
    tags: [...new Set(accepts.map(({ noun }) => noun))].map((name) => ({ name })),
    paths: Object.fromEntries(
      accepts.map((exchange) => [
        `/${exchange.noun}/${exchange.verb}`,
        { post: operation(exchange, options) },
      ]),
    ),
    components: {
      responses: {
        Fault: {
          description: 'The message could not be read, or was refused.',
          content: { 'application/xml': { schema: envelope('FaultMessage', options) } },
        },
      },
      ...(secured
        ? {
            securitySchemes: {
              bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
              mutualTLS: { type: 'mutualTLS' },
            },
          }
        : {}),
    },
  });
}

function operation(exchange: Exchange, options: ContractOptions): Json {
  const { noun, verb, kind, pattern, security, timeout } = exchange;
  const answered = pattern === 'request-reply' || pattern === 'async-reply';
  const root = ROOTS[kind];
  const refusals = [
    '400',
    ...(security.authenticated ? ['401', '403'] : []),
    '413',
    '415',
    ...(answered ? ['504'] : []),
  ];
  return {
    operationId: `${verb}${noun}`,
    summary: `${capitalised(verb)} ${noun}`,
    ...(exchange.documentation === undefined ? {} : { description: exchange.documentation }),
    tags: [noun],
    'x-iec61968': { ...messageLinks(exchange, options), pattern, timeoutMilliseconds: timeout },
    requestBody: { required: true, content: { 'application/xml': { schema: envelope(root, options) } } },
    responses: {
      ...(answered
        ? {
            '200': {
              description:
                pattern === 'async-reply' ? 'Taken; the answer comes to the reply address.' : 'The answer.',
              content: { 'application/xml': { schema: envelope('ResponseMessage', options) } },
            },
          }
        : { '202': { description: 'Taken.' } }),
      ...Object.fromEntries(refusals.map((status) => [status, { $ref: '#/components/responses/Fault' }])),
    },
    ...(security.authenticated ? { security: [{ bearer: [] }, { mutualTLS: [] }] } : {}),
  };
}

const ROOTS: Readonly<Record<ExchangeKind, string>> = {
  request: 'RequestMessage',
  query: 'RequestMessage',
  event: 'EventMessage',
  reply: 'ResponseMessage',
};

const envelope = (root: string, { envelope: { namespace } }: ContractOptions): Json => ({
  type: 'string',
  contentMediaType: 'application/xml',
  description: `A document whose root is ${root} of the namespace ${namespace}.`,
  xml: { name: root, namespace },
});
