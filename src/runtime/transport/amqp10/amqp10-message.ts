import type { Message } from 'rhea';
import type { Target } from '../driver.js';
import type { HeaderNames } from '../header-scheme.js';
import { HeaderScheme, messageFields } from '../header-scheme.js';
import type { TransportMessage } from '../middleware-adapter.js';

export const headerScheme = (names: HeaderNames = {}): HeaderScheme =>
  new HeaderScheme({ fields: {}, names, prefix: 'property-', plain: /^[^]*$/u });

/** An address as RabbitMQ has them; what begins with a slash is one already. */
export const addressOf = ({ kind, name }: Target): string =>
  name.startsWith('/') ? name : `/${kind}/${name}`;

/** An address of a source; `>` (one word or more) in the words of a topic exchange. */
export const sourceAddress = (target: Target): string =>
  target.kind === 'topic' ? addressOf(target).replace(/([./])>$/u, '$1*.#') : addressOf(target);

export const destinationName = (address: string): string => address.replace(/^\/(?:queue|topic)\//u, '');

/** A message as the client library wants it; the body is a data section. */
export function wireMessage(
  target: Target,
  message: TransportMessage,
  scheme: HeaderScheme,
  body: unknown,
): Message {
  const { contentType, messageId, correlationId, replyTo, priority, timeToLive } = message;
  const properties: Record<string, string> = {};
  scheme.write(message, (name, value) => {
    properties[name] = value;
  });
  return {
    body,
    to: addressOf(target),
    durable: true,
    content_type: contentType,
    application_properties: properties,
    ...(messageId === undefined ? {} : { message_id: messageId }),
    ...(correlationId === undefined ? {} : { correlation_id: correlationId }),
    ...(replyTo === undefined ? {} : { reply_to: addressOf({ kind: 'queue', name: replyTo }) }),
    ...(priority === undefined ? {} : { priority }),
    ...(timeToLive === undefined ? {} : { ttl: Math.ceil(timeToLive) }),
  };
}

export function messageOf(raw: Message, scheme: HeaderScheme): TransportMessage {
  const properties: Record<string, string> = {};
  const given: Readonly<Record<string, unknown>> = raw.application_properties ?? {};
  for (const [name, value] of Object.entries(given))
    if (['string', 'number', 'boolean', 'bigint'].includes(typeof value))
      scheme.read(name, String(value), properties, {});
  const { content_type: contentType, reply_to: replyTo, priority, ttl } = raw;
  const messageId = idOf(raw.message_id);
  const correlationId = idOf(raw.correlation_id);
  return {
    body: bytesOf(raw.body),
    properties,
    ...messageFields({
      ...(contentType === undefined ? {} : { contentType }),
      ...(messageId === undefined ? {} : { messageId }),
      ...(correlationId === undefined ? {} : { correlationId }),
      ...(replyTo === undefined ? {} : { replyTo: replyTo.replace(/^\/queue\//u, '') }),
      ...(priority === undefined ? {} : { priority: String(priority) }),
    }),
    ...(typeof ttl === 'number' && ttl > 0 ? { timeToLive: ttl } : {}),
  };
}

/** An id is text, a number or bytes; others are not compared. */
const idOf = (id: unknown): string | undefined =>
  typeof id === 'string' || typeof id === 'number'
    ? String(id)
    : id instanceof Uint8Array
      ? Buffer.from(id).toString('hex')
      : undefined;

/** Data sections, or a value that is text. */
function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  if (typeof body === 'string') return Buffer.from(body);
  if (typeof body === 'object' && body !== null && 'content' in body) {
    const { content } = body;
    if (Array.isArray(content)) return Buffer.concat(content.map(bytesOf));
    return bytesOf(content);
  }
  return new Uint8Array(0);
}
