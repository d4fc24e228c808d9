import type { Exchange, InterfaceSpecification } from '../../model/service/index.js';
import type { FilePlan } from '../../pipeline/file-plan.js';
import { described, type Json, jsonFile, messageLinks } from './contract-json.js';
import type { ContractOptions } from './contract-options.js';

/** Writes what a component sends and receives over queues and topics as AsyncAPI 3.0. */
export function emitAsyncApi(specification: InterfaceSpecification, options: ContractOptions): FilePlan {
  const { component, accepts, sends } = specification;
  const all = [
    ...accepts.map((exchange) => ({ exchange, action: 'receive' })),
    ...sends.map((exchange) => ({ exchange, action: 'send' })),
  ];
  const replies = all.filter(({ exchange }) => isAnswered(exchange));
  const info = described(specification);
  return jsonFile(`${component}.asyncapi.json`, {
    asyncapi: '3.0.0',
    info: {
      title: component,
      version: options.version,
      ...(info.length === 0 ? {} : { description: info.join('\n\n') }),
    },
    defaultContentType: 'application/xml',
    channels: Object.fromEntries([
      ...all.map(({ exchange }) => [channelOf(exchange), channel(exchange, options)]),
      ...replies.map(({ exchange }) => [replyOf(exchange), replyChannel(exchange)]),
    ]),
    operations: Object.fromEntries(
      all.map(({ exchange, action }) => [`${action}.${channelOf(exchange)}`, operation(exchange, action)]),
    ),
    components: {
      messages: Object.fromEntries(
        all.flatMap(({ exchange }) => [
          [channelOf(exchange), message(exchange, options)],
          ...(isAnswered(exchange)
            ? [[replyOf(exchange), message({ ...exchange, verb: 'reply' }, options)]]
            : []),
        ]),
      ) as Json,
    },
  });
}

const isAnswered = ({ pattern }: Exchange): boolean =>
  pattern === 'request-reply' || pattern === 'async-reply';
const channelOf = ({ noun, verb }: Exchange): string => `${noun}.${verb}`;
const replyOf = (exchange: Exchange): string => `${channelOf(exchange)}.reply`;
const messageOf = (name: string): Json => ({ $ref: `#/components/messages/${name}` });
const inChannel = (name: string): Json => ({ $ref: `#/channels/${name}/messages/message` });

const channel = (exchange: Exchange, options: ContractOptions): Json => ({
  address: options.destinationOf(exchange),
  messages: { message: messageOf(channelOf(exchange)) },
});

/** The address of a reply is said by each request. */
const replyChannel = (exchange: Exchange): Json => ({
  address: null,
  messages: { message: messageOf(replyOf(exchange)) },
});

const operation = (exchange: Exchange, action: string): Json => ({
  action,
  channel: { $ref: `#/channels/${channelOf(exchange)}` },
  ...(exchange.documentation === undefined ? {} : { summary: exchange.documentation }),
  messages: [inChannel(channelOf(exchange))],
  ...(isAnswered(exchange)
    ? {
        reply: {
          address: {
            location:
              exchange.pattern === 'async-reply'
                ? '$message.payload#/Header/ReplyAddress'
                : '$message.header#/replyTo',
          },
          channel: { $ref: `#/channels/${replyOf(exchange)}` },
          messages: [inChannel(replyOf(exchange))],
        },
      }
    : {}),
});

const message = (exchange: Exchange, options: ContractOptions): Json => ({
  name: `${exchange.verb} ${exchange.noun}`,
  contentType: 'application/xml',
  headers: {
    type: 'object',
    properties: { verb: { const: exchange.verb }, noun: { const: exchange.noun } },
  },
  correlationId: { location: '$message.header#/correlationId' },
  payload: {
    type: 'string',
    contentMediaType: 'application/xml',
    description: `A message of the namespace ${options.envelope.namespace}.`,
  },
  'x-iec61968': messageLinks(exchange, options),
});
