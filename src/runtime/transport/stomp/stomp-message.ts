import type { Target } from '../driver.js';
import type { HeaderFields, HeaderNames } from '../header-scheme.js';
import { HeaderScheme, messageFields } from '../header-scheme.js';
import type { TransportMessage } from '../middleware-adapter.js';
import type { Frame } from './frame.js';

/** Headers of the protocol and of the broker, which are no properties. */
const OWN = new Set(
  [
    'destination',
    'subscription',
    'ack',
    'id',
    'receipt',
    'transaction',
    'content-length',
    'message-id',
  ].concat(
    ['redelivered', 'timestamp', 'persistent', 'selector', 'transformation', 'transformation-error'],
    ['amq-msg-type', 'message', 'reply-to', 'client-id', 'login', 'passcode'],
  ),
);

/**
 * No controls, no blanks at the ends, nothing beyond U+FFFF, which Java's modified UTF-8 breaks on the way. Properties, correlation, priority and
 * expiry are those of JMS; a name for the message id is wanted because JMSMessageID is the broker's.
 */
const PLAIN =
  /^(?:[^\p{Cc}\s\u{10000}-\u{10ffff}](?:[^\p{Cc}\u{10000}-\u{10ffff}]*[^\p{Cc}\s\u{10000}-\u{10ffff}])?)?$/u;

export const headerScheme = (names: HeaderNames = {}): HeaderScheme =>
  new HeaderScheme({
    fields: {
      contentType: 'content-type',
      messageId: 'cimMessageId',
      correlationId: 'correlation-id',
      priority: 'priority',
      expires: 'expires',
    },
    names,
    own: (name) => OWN.has(name) || name.startsWith('activemq.') || name.startsWith('amq_'),
    prefix: 'property-',
    plain: PLAIN,
  });

/** A destination as the wire has it; what begins with a slash is an address already. */
export const wireName = ({ kind, name }: Target): string =>
  name.startsWith('/') ? name : `/${kind}/${name}`;

/** A destination as the contract has it; addresses of temporary queues stay as they are. */
export const destinationName = (wire: string): string => wire.replace(/^\/(?:queue|topic)\//u, '');

export function sendHeaders(
  target: Target,
  message: TransportMessage,
  scheme: HeaderScheme,
  jmsMessage: 'bytes' | 'text',
): Record<string, string> {
  const { body, replyTo } = message;
  const destination = wireName(target);
  const headers: Record<string, string> = {
    destination,
    persistent: destination.startsWith('/remote-temp-queue/') ? 'false' : 'true',
  };
  if (replyTo !== undefined) headers['reply-to'] = wireName({ kind: 'queue', name: replyTo });
  scheme.write(message, (name, value) => {
    headers[name] = value;
  });
  if (jmsMessage === 'bytes' || !isText(body)) headers['content-length'] = String(body.length);
  return headers;
}

/** Whether bytes survive as a TextMessage: no NUL, nothing beyond U+FFFF (a lead byte of F0 or more). */
function isText(body: Uint8Array): boolean {
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] as number;
    if (byte === 0 || byte >= 0xf0) return false;
  }
  return true;
}

export function messageOf({ headers, body }: Frame, scheme: HeaderScheme): TransportMessage {
  const properties: Record<string, string> = {};
  const fields: HeaderFields = {};
  for (const name in headers) scheme.read(name, headers[name] ?? '', properties, fields);
  const replyTo = headers['reply-to'];
  const messageId = fields.messageId ?? headers['message-id'];
  return {
    body,
    properties,
    ...messageFields({
      ...fields,
      ...(messageId === undefined ? {} : { messageId }),
      ...(replyTo === undefined ? {} : { replyTo: destinationName(replyTo) }),
    }),
  };
}
