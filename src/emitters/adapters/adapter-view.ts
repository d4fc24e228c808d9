import { classNameOf, classNames, type NounFact } from '../../analysis/exchange/index.js';
import { capitalised, toKebabCase } from '../../analysis/naming/index.js';
import { compareText } from '../../foundation/expanded-name.js';
import type { Exchange, InterfaceSpecification } from '../../model/service/index.js';
import { isOperationSet, methodOf, undoOf } from './handler-methods.js';
import { docComment, quote } from '../../printer/index.js';

/** What templates are told is counted: it grows within a version, and never changes its meaning. */
export const ADAPTER_VIEW_VERSION = 2;

/** What the templates of an adapter are given; texts are ready to be printed, null where there is nothing to print. */
export interface AdapterView {
  readonly version: number;
  /** Lines of the comment at the top. */
  readonly header: readonly string[];
  /** The package of the runtime. */
  readonly runtime: string;
  /** `HeadEnd`; quoted: `'HeadEnd'`. */
  readonly component: string;
  readonly quotedComponent: string;
  /** Code of the business function, quoted. */
  readonly businessFunction: string | null;
  readonly documentation: string;
  /** Where the editions of the envelope are. */
  readonly editions: string;
  /** What the module takes from the runtime: `accept`, `type Answer`. */
  readonly runtimeNames: readonly string[];
  /** Types that it takes from the envelope: `OperationSet`. */
  readonly envelopeNames: readonly string[];
  readonly hasEnvelopeNames: boolean;
  /** What the module takes from other generated ones. */
  readonly imports: readonly ImportView[];
  readonly accepts: readonly ExchangeView[];
  /** Those of `accepts` that have a handler: operation sets are taken apart by the adapter. */
  readonly handlers: readonly ExchangeView[];
  readonly sends: readonly ExchangeView[];
  readonly hasHandlers: boolean;
  readonly hasSends: boolean;
}

export interface ImportView {
  /** Only types are taken. */
  readonly isType: boolean;
  /** `CreateMeterReadingsRequest, MeterReadingsResponse`. */
  readonly names: string;
  readonly from: string;
}

/** One noun with one verb. */
export interface ExchangeView {
  /** `getMeterReadings`: handler or client method. */
  readonly method: string;
  /** `undoGetMeterReadings`: takes it back, where another operation of its set fails. Null for queries and events. */
  readonly undo: string | null;
  /** `acceptGetMeterReadings`, `sendGetMeterReadings`: the constant that describes it. */
  readonly constant: string;
  readonly quotedMethod: string;
  readonly verb: string;
  readonly noun: string;
  readonly quotedVerb: string;
  readonly quotedNoun: string;
  readonly quotedPattern: string;
  readonly documentation: string;
  readonly isAnswered: boolean;
  readonly isLater: boolean;
  readonly isEvent: boolean;
  readonly isQuery: boolean;
  readonly isOperationSet: boolean;
  /** `request`, `event` or `reply`: what its parameter is called. */
  readonly parameter: string;
  /** The class of the message: `CreateMeterReadingsRequest`; null for operation sets. */
  readonly message: string | null;
  /** The class of the answer: `MeterReadingsResponse`; null where there is none. */
  readonly reply: string | null;
  /** The type of messages, which is that of their class; of operation sets, that of any set. */
  readonly messageType: string;
  readonly replyType: string;
  /** The type of the objects that an answer holds. */
  readonly resultType: string;
  /** `{ priority: 4, … }` without its braces. */
  readonly settings: string;
}

/** A noun of an exchange that no input model declares. */
export interface UnknownNoun {
  readonly noun: string;
  readonly known: readonly string[];
}

/** Works out what the templates of a component's adapter need to know. */
export function adapterView(
  specification: InterfaceSpecification,
  nouns: readonly NounFact[],
  options: { readonly header: readonly string[]; readonly runtime: string },
): { readonly view: AdapterView; readonly unknown: readonly UnknownNoun[] } {
  const { component, businessFunction, documentation } = specification;
  const imports = new Map<string, { readonly isType: boolean; readonly names: Set<string> }>();
  const known = nouns.map(({ noun }) => noun);
  const unknown: UnknownNoun[] = [];
  const take: Take = (from, name, isType = false) => {
    const taken = imports.get(from) ?? { isType, names: new Set() };
    imports.set(from, taken);
    taken.names.add(name);
    return name;
  };
  const view = (exchange: Exchange, prefix: 'accept' | 'send'): ExchangeView => {
    const fact = nouns.find(({ noun }) => noun === exchange.noun);
    if (fact === undefined && !isOperationSet(exchange)) unknown.push({ noun: exchange.noun, known });
    return exchangeView(exchange, prefix, fact, take);
  };
  const accepts = specification.accepts.map((exchange) => view(exchange, 'accept'));
  const sends = specification.sends.map((exchange) => view(exchange, 'send'));
  const handlers = accepts.filter(({ isOperationSet }) => !isOperationSet);
  return {
    view: {
      version: ADAPTER_VIEW_VERSION,
      header: options.header,
      runtime: options.runtime,
      component,
      quotedComponent: quote(component),
      businessFunction: businessFunction === undefined ? null : quote(businessFunction),
      documentation: comment([documentation ?? `The component ${component}.`]),
      editions: '../exchange/editions.js',
      runtimeNames: runtimeNames(handlers, accepts, sends),
      envelopeNames: envelopeNames(accepts, sends),
      hasEnvelopeNames: envelopeNames(accepts, sends).length > 0,
      imports: [...imports].map(([from, { isType, names }]) => ({
        from,
        isType,
        names: [...names].sort(compareText).join(', '),
      })),
      accepts,
      handlers,
      sends,
      hasHandlers: handlers.length > 0,
      hasSends: sends.length > 0,
    },
    unknown,
  };
}

/** Asks for a name of a module; gives what it is called here. */
type Take = (from: string, name: string, isType?: boolean) => string;

function exchangeView(
  exchange: Exchange,
  prefix: 'accept' | 'send',
  fact: NounFact | undefined,
  take: Take,
): ExchangeView {
  const { verb, noun, kind, pattern, priority, timeout, retry, acknowledgement, security } = exchange;
  const method = methodOf(exchange);
  const isAnswered = pattern === 'request-reply' || pattern === 'async-reply';
  const isSet = isOperationSet(exchange);
  const known = isSet ? undefined : fact;
  const name = known?.message.name ?? '';
  const from = `../exchange/${toKebabCase(noun)}.js`;
  const message = known === undefined ? null : take(from, classNameOf(name, verb));
  const reply = known === undefined || !isAnswered ? null : take(from, classNames.response(name));
  const anyOf = (type: string, ownVerb: string): string => `${type}<${ownVerb}${quote(noun)}, never>`;
  return {
    method,
    undo: undoOf(exchange) ?? null,
    constant: `${prefix}${capitalised(method)}`,
    quotedMethod: quote(method),
    verb,
    noun,
    quotedVerb: quote(verb),
    quotedNoun: quote(noun),
    quotedPattern: quote(pattern),
    documentation: comment([exchange.documentation ?? `Handles or sends "${verb}" ${noun}.`]),
    isAnswered,
    isLater: pattern === 'async-reply',
    isEvent: kind === 'event',
    isQuery: kind === 'query',
    isOperationSet: isSet,
    parameter: kind === 'event' ? 'event' : kind === 'reply' ? 'reply' : 'request',
    message,
    reply,
    messageType: message ?? anyOf('TypedRequest', `${quote(verb)}, `),
    replyType: reply ?? (isAnswered ? anyOf('TypedResponse', '') : 'never'),
    resultType: resultType(
      known,
      prefix === 'accept' && (isAnswered || undoOf(exchange) !== undefined),
      take,
    ),
    settings: Object.entries({ priority, timeout, retry, acknowledgement, security })
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
      .join(', '),
  };
}

/** The type of the objects that a handler answers with; taken from its module only where a handler does answer. */
function resultType(fact: NounFact | undefined, isSpokenOf: boolean, take: Take): string {
  if (fact === undefined) return 'never';
  const { name, module } = fact.message;
  const alias = TAKEN.has(name) ? `${name}Message` : name;
  if (isSpokenOf) take(`../${module}/messages.js`, alias === name ? name : `${name} as ${alias}`, true);
  return alias;
}

/** Names that a module of an adapter has of its own. */
const TAKEN: ReadonlySet<string> = new Set([
  'AdapterOptions',
  'Answer',
  'ComponentAdapter',
  'Exchange',
  'HandlerContext',
  'LaterOptions',
  'OperationSet',
  'Received',
  'SendOptions',
  'Sendable',
  'TypedRequest',
  'TypedResponse',
]);

/** What a module takes from the adapters of the runtime: nothing that it does not use. */
function runtimeNames(
  handlers: readonly ExchangeView[],
  accepts: readonly ExchangeView[],
  sends: readonly ExchangeView[],
): readonly string[] {
  const names: readonly (readonly [string, boolean])[] = [
    ['accept', accepts.length > 0],
    ['componentAdapter', true],
    ['ok', accepts.length > handlers.length],
    ['type AdapterOptions', true],
    ['type Answer', handlers.some(({ isAnswered, undo }) => isAnswered || undo !== null)],
    ['type ComponentAdapter', true],
    ['type Exchange', accepts.length + sends.length > 0],
    ['type HandlerContext', handlers.length > 0],
    ['type LaterOptions', sends.some(({ isLater }) => isLater)],
    ['type Received', handlers.length > 0],
    ['type SendOptions', sends.some(({ isLater }) => !isLater)],
    ['type Sendable', sends.some(({ isOperationSet }) => !isOperationSet)],
  ];
  return names.filter(([, isUsed]) => isUsed).map(([name]) => name);
}

/** What it takes from the envelope: operation sets have no classes of their own. */
function envelopeNames(accepts: readonly ExchangeView[], sends: readonly ExchangeView[]): readonly string[] {
  const sets = [...accepts, ...sends].filter(({ isOperationSet }) => isOperationSet);
  const names: readonly (readonly [string, boolean])[] = [
    ['OperationSet', sends.some(({ isOperationSet }) => isOperationSet)],
    ['TypedRequest', sets.length > 0],
    ['TypedResponse', sets.some(({ isAnswered }) => isAnswered)],
  ];
  return names.filter(([, isUsed]) => isUsed).map(([name]) => name);
}

function comment(texts: readonly string[]): string {
  const code = docComment(texts);
  return code.kind === 'verbatim' ? code.text : '';
}
