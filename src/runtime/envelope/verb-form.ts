import type { Envelope, MessageKind } from './envelope.js';
import { imperativeOf, isEventVerb, isRequestVerb, pastOf, type Verb } from './verb.js';

/**
 * The form that a verb must have in a message of a kind: imperative in requests, past in events, `reply` in responses. The
 * verb itself where it is right, or where nothing is known of it.
 */
export function verbIn(kind: MessageKind, verb: Verb): Verb {
  switch (kind) {
    case 'request':
      return imperativeOf(verb) ?? verb;
    case 'event':
      return pastOf(verb) ?? verb;
    case 'response':
      return isRequestVerb(verb) || isEventVerb(verb) ? 'reply' : verb;
    case 'fault':
    case 'message':
      return verb;
  }
}

/** Whether the verb of a message has not the form that its kind asks for. */
export const isMisused = ({ kind, header }: Envelope): boolean =>
  header !== undefined && verbIn(kind, header.verb) !== header.verb;
