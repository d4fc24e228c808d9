import type { ConsumeMessage, MessageProperties, Options } from 'amqplib';
import type { HeaderFields, HeaderNames } from '../header-scheme.js';
import { HeaderScheme, messageFields } from '../header-scheme.js';
import type { TransportMessage } from '../middleware-adapter.js';
import { TransportError } from '../transport-error.js';

export const headerScheme = (names: HeaderNames = {}): HeaderScheme =>
  new HeaderScheme({
    // A broker that itself watches the time would take what has expired for a dead letter.
    fields: { expires: 'x-cim-expires' },
    names,
    // RabbitMQ's own, and those by which it would send copies elsewhere.
    own: (name) => name === 'cc' || name === 'bcc' || name.startsWith('x-'),
    prefix: 'property-',
    plain: /^[^]*$/u,
  });

const SHORT = 255;

/** Properties of a message as the client library wants them. */
export function publishOptions(
  message: TransportMessage,
  scheme: HeaderScheme,
  persistent: boolean,
): Options.Publish {
  const { contentType, messageId, correlationId, replyTo, priority } = message;
  const headers: Record<string, string> = {};
  scheme.write(message, (name, value) => {
    headers[name] = value;
  });
  return {
    persistent,
    contentType: short('contentType', contentType),
    headers,
    ...(messageId === undefined ? {} : { messageId: short('messageId', messageId) }),
    ...(correlationId === undefined ? {} : { correlationId: short('correlationId', correlationId) }),
    ...(replyTo === undefined ? {} : { replyTo: short('replyTo', replyTo) }),
    ...(priority === undefined ? {} : { priority }),
  };
}

/** A short string of the protocol; more it does not take. */
function short(name: string, value: string): string {
  if (value.length * 3 <= SHORT || new TextEncoder().encode(value).length <= SHORT) return value;
  throw new TransportError('TRN3003', `${name} has more than the ${SHORT} bytes that AMQP 0-9-1 allows`);
}

export interface Received {
  readonly message: TransportMessage;
  readonly fields: HeaderFields;
  /** How often it was given back before, where the queue counts. */
  readonly deliveries: number | undefined;
}

export function messageOf({ content, properties }: ConsumeMessage, scheme: HeaderScheme): Received {
  const values: Record<string, string> = {};
  const fields: HeaderFields = {};
  const headers: Readonly<Record<string, unknown>> = properties.headers ?? {};
  for (const [name, value] of Object.entries(headers))
    if (['string', 'number', 'boolean', 'bigint'].includes(typeof value))
      scheme.read(name, String(value), values, fields);
  const { contentType, messageId, correlationId, replyTo, priority }: MessageProperties = properties;
  const given: HeaderFields = { ...fields };
  const native: Readonly<Record<string, unknown>> = {
    contentType,
    messageId,
    correlationId,
    replyTo,
    priority,
  };
  for (const [field, value] of Object.entries(native))
    if (value !== undefined) given[field as keyof HeaderFields] = String(value);
  const count = headers['x-delivery-count'];
  return {
    message: { body: content, properties: values, ...messageFields(given) },
    fields,
    deliveries: typeof count === 'number' ? count : undefined,
  };
}
