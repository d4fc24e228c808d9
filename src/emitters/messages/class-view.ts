import { classNames, pastOf, type NounFact } from '../../analysis/exchange/index.js';
import { quote } from '../../printer/index.js';
import type { MessageOptions } from './emit-messages.js';

/** What a template is told of a message class; texts are ready to be printed, null where there is nothing to print. */
export interface ClassView {
  readonly name: string;
  readonly quotedName: string;
  readonly summary: string;
  readonly about: string;
  /** The type of the messages, and what it takes from the runtime. */
  readonly type: string;
  readonly typeName: string;
  readonly kind: string;
  readonly verb: string | null;
  readonly noun: string;
  readonly revision: string | null;
  readonly payload: string | null;
  readonly query: string | null;
}

/** The classes of a noun: requests and events by verb, the response, the fault. */
export function classesOf(fact: NounFact, options: MessageOptions): readonly ClassView[] {
  const { verbs } = options;
  const events = verbs.flatMap((verb) => pastOf(verb) ?? []);
  return [
    ...verbs.map((verb) => requestClass(fact, verb, options)),
    responseClass(fact, options),
    ...events.map((verb) => eventClass(fact, verb, options)),
    faultClass(fact),
  ];
}

function requestClass(fact: NounFact, verb: string, options: MessageOptions): ClassView {
  const { name } = fact.message;
  const isQuery = verb === 'get';
  const query = isQuery && fact.query !== undefined ? 'Query' : undefined;
  return classView(fact, options, {
    name: classNames.request(name, verb),
    summary: isQuery ? `A request for ${fact.noun}.` : `A request to ${verb} ${fact.noun}.`,
    type: `TypedRequest<${quote(verb)}, ${quote(fact.noun)}, Noun${query === undefined ? '' : ', Query'}>`,
    typeName: 'TypedRequest',
    kind: 'request',
    verb,
    payload: 'Noun',
    query: query ?? null,
  });
}

const responseClass = (fact: NounFact, options: MessageOptions): ClassView =>
  classView(fact, options, {
    name: classNames.response(fact.message.name),
    summary: `The answer to a request about ${fact.noun}.`,
    type: `TypedResponse<${quote(fact.noun)}, Noun>`,
    typeName: 'TypedResponse',
    kind: 'response',
    verb: 'reply',
    payload: 'Noun',
    query: null,
  });

const eventClass = (fact: NounFact, verb: string, options: MessageOptions): ClassView =>
  classView(fact, options, {
    name: classNames.event(fact.message.name, verb),
    summary: `Word that ${fact.noun} were ${verb}.`,
    type: `TypedEvent<${quote(verb)}, ${quote(fact.noun)}, Noun>`,
    typeName: 'TypedEvent',
    kind: 'event',
    verb,
    payload: 'Noun',
    query: null,
  });

const faultClass = (fact: NounFact): ClassView =>
  classView(fact, undefined, {
    name: classNames.fault(fact.message.name),
    summary: `The answer to a message about ${fact.noun} that could not be read.`,
    type: 'TypedFault',
    typeName: 'TypedFault',
    kind: 'fault',
    verb: null,
    payload: null,
    query: null,
  });

type Own = Pick<ClassView, 'name' | 'summary' | 'type' | 'typeName' | 'kind' | 'verb' | 'payload' | 'query'>;

function classView({ noun }: NounFact, options: MessageOptions | undefined, own: Own): ClassView {
  const { revision = '' } = options ?? {};
  const meant = typeof revision === 'string' ? revision : Object.hasOwn(revision, noun) ? revision[noun] : '';
  return {
    ...own,
    quotedName: quote(own.name),
    kind: quote(own.kind),
    verb: own.verb === null ? null : quote(own.verb),
    noun: quote(noun),
    about: `Makes, reads and writes messages of this class. ${own.summary}`,
    revision: meant === undefined || meant === '' ? null : quote(meant),
  };
}
