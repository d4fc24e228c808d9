import type { AnyTypedMessage, PartsOf } from '../envelope/typed-message.js';
import type { ObjectlessVerb } from '../envelope/verb.js';

/**
 * A message as its handler gets it: of its class, decoded and valid. The payload is there, other than where the verb lets
 * objects be named by their identifiers or asks for some.
 */
export type Received<M extends AnyTypedMessage> = M extends {
  readonly header: { readonly verb: ObjectlessVerb };
}
  ? M
  : M & { readonly payload: PayloadOf<M> };

/** What is given to send a message: its payload, and what else of it has no default. A whole message will do, too. */
export type Sendable<M extends AnyTypedMessage> = PartsOf<Received<M>>;

/** The objects that a message is about. */
export type PayloadOf<M extends AnyTypedMessage> = NonNullable<M['payload']>;
