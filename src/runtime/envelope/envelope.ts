import type { MessageHeader } from './header.js';
import type { Payload } from './payload.js';
import type { Reply } from './reply.js';
import type { RequestParameters } from './request-parameters.js';

/** What a message is: the roots RequestMessage, ResponseMessage, EventMessage, FaultMessage and Message. */
export type MessageKind = 'request' | 'response' | 'event' | 'fault' | 'message';

/**
 * A message of IEC 61968-100, whatever edition it came in or goes out in. Which parts there are follows from its kind: a
 * request has a header and perhaps parameters and a payload, a response a header and a reply, a fault a reply alone.
 */
export interface Envelope {
  readonly kind: MessageKind;
  readonly header?: MessageHeader | undefined;
  /** Parameters of a query: times, options, identifiers, `Get<Noun>`. */
  readonly request?: RequestParameters | undefined;
  readonly reply?: Reply | undefined;
  readonly payload?: Payload | undefined;
  /** What only one edition or vendor has, by the name that its schema gives it. */
  readonly beyond?: Beyond | undefined;
}

/**
 * Parts that a schema of an envelope has and this model has not, as its codec knows them: nothing is lost where a message
 * is written in the edition in which it was read.
 */
export type Beyond = Readonly<Record<string, unknown>>;
