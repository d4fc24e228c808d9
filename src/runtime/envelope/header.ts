import type { EmbeddedElement } from './embedded-element.js';
import type { Beyond } from './envelope.js';
import type { Verb } from './verb.js';

/** What a message is about, who sent it and how to answer. Times are literals of xs:dateTime. */
export interface MessageHeader {
  readonly verb: Verb;
  readonly noun: string;
  /** Revision of the noun's definition. */
  readonly revision?: string | undefined;
  readonly replayDetection?: ReplayDetection | undefined;
  readonly context?: string | undefined;
  readonly timestamp?: string | undefined;
  /** The system that made the message. */
  readonly source?: string | undefined;
  /** The answer may come later, to the reply address. */
  readonly asyncReplyFlag?: boolean | undefined;
  readonly replyAddress?: string | undefined;
  readonly ackRequired?: boolean | undefined;
  readonly user?: MessageUser | undefined;
  readonly messageId?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly comment?: string | undefined;
  readonly properties?: readonly MessageProperty[] | undefined;
  /** Elements of other namespaces, in order. */
  readonly extensions?: readonly EmbeddedElement[] | undefined;
  readonly beyond?: Beyond | undefined;
}

/** Lets a receiver tell a replayed message. */
export interface ReplayDetection {
  /** A text that never repeats. */
  readonly nonce: string;
  /** When it was made. */
  readonly created: string;
}

/** Who is behind a message. */
export interface MessageUser {
  readonly userId: string;
  readonly organization?: string | undefined;
}

/** A property that both sides agreed upon. */
export interface MessageProperty {
  readonly name: string;
  readonly value?: string | undefined;
}
