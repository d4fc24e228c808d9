import type { Msg, MsgHdrs } from '@nats-io/transport-node';
import type { HeaderFields, HeaderNames } from '../header-scheme.js';
import { HeaderScheme, messageFields } from '../header-scheme.js';
import type { Delivery, TransportMessage } from '../middleware-adapter.js';
import { TransportError } from '../transport-error.js';
import type { NatsNames } from './nats-names.js';

/** No controls, no blanks at the ends: what a NATS header keeps, in UTF-8. */
const PLAIN = /^(?:[^\p{Cc}\s](?:[^\p{Cc}]*[^\p{Cc}\s])?)?$/u;

export const headerScheme = (names: HeaderNames = {}): HeaderScheme =>
  new HeaderScheme({
    fields: {
      contentType: 'Content-Type',
      messageId: 'Message-Id',
      correlationId: 'Correlation-Id',
      replyTo: 'Reply-To',
      priority: 'Priority',
      expires: 'Expires',
    },
    names,
    own: (name) => name.startsWith('nats-'),
    prefix: 'Property-',
    plain: PLAIN,
  });

export function headersOf(
  headers: MsgHdrs | undefined,
  message: TransportMessage,
  scheme: HeaderScheme,
): MsgHdrs {
  if (headers === undefined) throw new TransportError('TRN1003', 'nats is not started');
  scheme.write(message, (name, value) => headers.set(name, value));
  return headers;
}

interface Received {
  readonly message: TransportMessage;
  readonly fields: HeaderFields;
}

function received(message: Msg, scheme: HeaderScheme): Received {
  const properties: Record<string, string> = {};
  const fields: HeaderFields = {};
  for (const [name, values] of message.headers ?? [])
    scheme.read(name, values[values.length - 1] ?? '', properties, fields);
  return { message: { body: message.data, properties, ...messageFields(fields) }, fields };
}

/** A message as it came to an inbox. */
export const messageOf = (message: Msg, scheme: HeaderScheme): TransportMessage =>
  received(message, scheme).message;

/** A message as it came from a stream; the subject of its acknowledgement says how often. */
export function deliveryOf(
  raw: Msg,
  names: NatsNames,
  scheme: HeaderScheme,
): { readonly delivery: Delivery; readonly fields: HeaderFields } {
  const { message, fields } = received(raw, scheme);
  const deliveryCount = countOf(raw.reply);
  return {
    delivery: {
      ...message,
      destination: names.destination(raw.subject) ?? raw.subject,
      redelivered: deliveryCount !== undefined && deliveryCount > 1,
      ...(deliveryCount === undefined ? {} : { deliveryCount }),
    },
    fields,
  };
}

/** `$JS.ACK.stream.consumer.count.…`, with a domain and an account before the stream in newer servers. */
function countOf(reply: string | undefined): number | undefined {
  if (reply?.startsWith('$JS.ACK.') !== true) return undefined;
  const words = reply.split('.');
  const count = Number(words[words.length >= 11 ? 6 : 4]);
  return Number.isInteger(count) ? count : undefined;
}
