import type { MessageKind } from './envelope.js';
import { isEventVerb, isRequestVerb } from './verb.js';

/** What the name of a root element tells. */
export interface RootName {
  readonly kind: MessageKind | undefined;
  /** The verb, where the root of a strongly typed message is for one alone. */
  readonly verb?: string | undefined;
  readonly noun?: string | undefined;
  /** The root is not one of the five of the generic envelope. */
  readonly isTyped: boolean;
}

/**
 * Kind, verb and noun of a root element by the naming of strongly typed messages: `CreateMeterReadings`,
 * `CreatedMeterReadings`, `MeterReadingsResponseMessage`. Letter case does not matter.
 */
export function kindOfRoot(local: string): RootName {
  const generic = /^(request|response|event|fault|)message$/i.exec(local);
  if (generic !== null) return { kind: kindNamed(generic[1]) ?? 'message', isTyped: false };
  const ending = /^(.*?)(request|response|event|fault)(?:message)?(?:type)?$/i.exec(local);
  const stem = ending?.[1] ?? local;
  const { verb, noun } = verbAndNoun(stem);
  const kind =
    kindNamed(ending?.[2]) ??
    (verb === undefined
      ? undefined
      : isEventVerb(verb)
        ? 'event'
        : isRequestVerb(verb)
          ? 'request'
          : 'response');
  // `GetMeterReadingsResponseMessage` is an answer: its verb is not the one in its name.
  const isOwn = kind === (verb !== undefined && isEventVerb(verb) ? 'event' : 'request');
  return { kind, isTyped: true, noun, verb: kind === 'response' ? 'reply' : isOwn ? verb : undefined };
}

const KINDS: Readonly<Record<string, MessageKind>> = {
  request: 'request',
  response: 'response',
  event: 'event',
  fault: 'fault',
};

const kindNamed = (word: string | undefined): MessageKind | undefined =>
  word === undefined ? undefined : KINDS[word.toLowerCase()];

/** The longest verb that the text begins with, if an upper-case letter follows. */
function verbAndNoun(text: string): { readonly verb?: string; readonly noun?: string } {
  const [, word, rest] =
    /^(created|create|changed|change|canceled|cancelled|cancel|closed|close|deleted|delete|executed|execute|get|reply)([A-Z].*)$/.exec(
      text.charAt(0).toLowerCase() + text.slice(1),
    ) ?? [];
  if (word === undefined || rest === undefined) return { noun: text };
  return { verb: word === 'cancelled' ? 'canceled' : word, noun: rest };
}
