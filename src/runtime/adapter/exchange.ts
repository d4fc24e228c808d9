import type { MessageReader } from '../envelope/message-class.js';
import type { AnyTypedMessage } from '../envelope/typed-message.js';
import { isEventVerb } from '../envelope/verb.js';
import type { Acknowledgement } from './policy/acknowledgement.js';

/** How the two sides of an exchange talk (IEC 61968-100). */
export type ExchangePattern = 'request-reply' | 'async-reply' | 'publish' | 'one-way';

/** What an interface specification says of one noun with one verb, and the classes of its messages. Generated code holds these. */
export interface Exchange<
  Message extends AnyTypedMessage = AnyTypedMessage,
  Reply extends AnyTypedMessage = AnyTypedMessage,
> {
  /** Name of the method that handles or sends it: `createMeterReadings`. */
  readonly method: string;
  readonly verb: string;
  readonly noun: string;
  readonly pattern: ExchangePattern;
  /** The component that takes it, of exchanges that are sent. */
  readonly to?: string | undefined;
  /** 0 to 9 as in JMS. */
  readonly priority: number;
  /** Milliseconds. */
  readonly timeout: number;
  readonly retry: ExchangeRetry;
  readonly acknowledgement: Acknowledgement;
  readonly security: ExchangeSecurity;
  /** The class of what is asked or told. Undefined: an operation set, whose operations have classes of their own. */
  readonly message?: MessageReader<Message> | undefined;
  /** The class of the answer. */
  readonly reply?: MessageReader<Reply> | undefined;
}

/** How often a failed exchange is tried. */
export interface ExchangeRetry {
  /** Tries in all. */
  readonly attempts: number;
  /** Milliseconds before the second try. */
  readonly delay: number;
  readonly maxDelay: number;
}

/** What an exchange asks of whoever sends it. */
export interface ExchangeSecurity {
  readonly authenticated: boolean;
  readonly signed: boolean;
  readonly replayProtected: boolean;
  /** Empty: everybody. */
  readonly roles: readonly string[];
}

/** `get MeterReadings`: how an exchange is called in texts and looked up. */
export const subjectOf = ({ verb, noun }: { readonly verb: string; readonly noun: string }): string =>
  `${verb} ${noun}`;

/** Whether a verb asks for something and changes nothing, so that doing it twice does no harm. */
export const isQuery = ({ verb }: { readonly verb: string }): boolean => verb === 'get';

/** Whether an exchange is answered. */
export const isAnswered = ({ pattern }: Pick<Exchange, 'pattern'>): boolean =>
  pattern === 'request-reply' || pattern === 'async-reply';

/** What a message with a verb is, where no class says so. */
export const eventOrRequest = (verb: string): 'event' | 'request' =>
  isEventVerb(verb) ? 'event' : 'request';
