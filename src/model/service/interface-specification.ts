import type { Span } from '../../foundation/span.js';

/**
 * What a component says about itself (IEC 61968-1, 5.3): the messages that it accepts and those that it sends. Checked and
 * complete: every default is filled in, so adapters, contracts and checks agree on what is meant.
 */
export interface InterfaceSpecification {
  readonly kind: 'interface-specification';
  /** Name of the component, an identifier such as `HeadEnd`. */
  readonly component: string;
  /** Code of the business function of IEC 61968-1, such as `MR`, or a utility's own. */
  readonly businessFunction?: string;
  readonly documentation?: string;
  /** Handled here. Ordered as specified. */
  readonly accepts: readonly Exchange[];
  /** Asked of others, or told them. Ordered as specified. */
  readonly sends: readonly Exchange[];
  readonly span?: Span;
}

/** How the two sides of an exchange talk (IEC 61968-100, clause 4). */
export type ExchangePattern =
  /** The answer comes back on the same call. */
  | 'request-reply'
  /** An acknowledgement comes back at once, the answer later at a registered address. */
  | 'async-reply'
  /** To whoever subscribed. */
  | 'publish'
  /** To one receiver, who does not answer. */
  | 'one-way';

/** A request asks for a change, a query for an answer; an event tells of what happened; a reply comes later. */
export type ExchangeKind = 'request' | 'query' | 'event' | 'reply';

/** One noun with one verb, going one way. */
export interface Exchange {
  /** `create`, `get`, `created`, …: as in the header of the request or event. */
  readonly verb: string;
  readonly noun: string;
  /** What the verb makes of it. */
  readonly kind: ExchangeKind;
  readonly pattern: ExchangePattern;
  /** 0 (lowest) to 9, as in JMS; default 4. */
  readonly priority: number;
  /** How long an answer is waited for: milliseconds. */
  readonly timeout: number;
  readonly retry: ExchangeRetry;
  /** When a message counts as received: after its handler has come to an end, or when it has arrived. */
  readonly acknowledgement: 'after-handler' | 'on-receipt';
  readonly security: ExchangeSecurity;
  readonly documentation?: string;
  readonly span?: Span;
}

/** How often a failed exchange is tried, and after which time. */
export interface ExchangeRetry {
  /** Tries in all, the first included; 1 means never again. */
  readonly attempts: number;
  /** Before the second try: milliseconds; it doubles with every further one. */
  readonly delay: number;
  /** No wait is longer: milliseconds. */
  readonly maxDelay: number;
}

/** What an exchange asks of its security agent. */
export interface ExchangeSecurity {
  /** The sender must be known. */
  readonly authenticated: boolean;
  /** The payload must be signed. */
  readonly signed: boolean;
  /** Nonce and time of creation must be there, and must be fresh. */
  readonly replayProtected: boolean;
  /** Who may send it: roles as the policy names them. Empty: everybody who is known. */
  readonly roles: readonly string[];
}
