import type { ExchangePattern } from '../../model/service/index.js';

/** A time: milliseconds, or a text such as `250ms`, `30s`, `5m`, `2h`. */
export type TimeOption = number | string;

/** What a component accepts and sends: the content of an interface specification. */
export interface InterfaceOptions {
  /** Name of the component: an identifier in capitals and small letters, such as `HeadEnd`. */
  readonly component: string;
  /** Code of its business function (IEC 61968-1): `NO`, `AM`, `OP`, `MC`, `NE`, `CS`, `MR`, or one of your own. */
  readonly businessFunction?: string;
  /** A sentence or two for those who read what is generated. */
  readonly documentation?: string;
  /** Messages that are handled here. */
  readonly accepts?: readonly ExchangeOptions[];
  /** Messages that are sent to others. */
  readonly sends?: readonly ExchangeOptions[];
}

/** A noun with verbs, going one way. */
export interface ExchangeOptions {
  /** `MeterReadings`: the name of the message's payload. */
  readonly noun: string;
  /** `['get']`, `['create', 'change']`, `['created']`. */
  readonly verbs: readonly string[];
  /**
   * How both sides talk.
   * @default 'publish' for past verbs, 'request-reply' for all others
   */
  readonly pattern?: ExchangePattern;
  /**
   * 0 (lowest) to 9.
   * @default 4
   */
  readonly priority?: number;
  /**
   * How long an answer is waited for.
   * @default '30s'
   */
  readonly timeout?: TimeOption;
  /**
   * How often a failed exchange is tried; false: once.
   * @default { attempts: 3, delay: '1s', maxDelay: '1m' }
   */
  readonly retry?: RetryOptions | false;
  /**
   * When a message counts as received.
   * @default 'after-handler'
   */
  readonly acknowledgement?: 'after-handler' | 'on-receipt';
  /** What is asked of the sender. Default nothing. */
  readonly security?: SecurityOptions;
  readonly documentation?: string;
}

/** How often a failed exchange is tried. */
export interface RetryOptions {
  /** Tries in all. */
  readonly attempts?: number;
  /** Before the second try; doubles with every further one. */
  readonly delay?: TimeOption;
  /** No wait is longer. */
  readonly maxDelay?: TimeOption;
}

/** What an exchange asks of its sender. */
export interface SecurityOptions {
  /** The sender must be known. */
  readonly authenticated?: boolean;
  /** The payload must be signed. */
  readonly signed?: boolean;
  /** Nonce and time of creation must be there and fresh. */
  readonly replayProtected?: boolean;
  /** Roles that may send it; asks for a known sender. */
  readonly roles?: readonly string[];
}

/** Types an interface specification in an editor; returns what it is given. */
export const defineInterface = (options: InterfaceOptions): InterfaceOptions => options;
