import type { Binding, MessageBinding } from '../../analysis/binding/index.js';
import { capitalised } from '../../analysis/naming/index.js';
import type { Exchange, InterfaceSpecification } from '../../model/service/index.js';
import { isOperationSet, methodOf, undoOf } from './handler-methods.js';
import { docComment, quote } from '../../printer/index.js';

/** What templates are told is counted: it grows within a version, and never changes its meaning. */
export const ADAPTER_VIEW_VERSION = 1;

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
  /** `OperationSet` is spoken of. */
  readonly hasOperationSets: boolean;
  /** Message types of payloads that the module speaks of. */
  readonly imports: readonly ImportView[];
  readonly accepts: readonly ExchangeView[];
  /** Those of `accepts` that have a handler: operation sets are taken apart by the adapter. */
  readonly handlers: readonly ExchangeView[];
  readonly sends: readonly ExchangeView[];
  readonly hasHandlers: boolean;
  readonly hasSends: boolean;
}

export interface ImportView {
  /** `MeterReadings`, or `Answer as AnswerMessage` where the name is taken. */
  readonly imported: string;
  /** What it is called in this module. */
  readonly alias: string;
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
  /** `request` or `event`: what its parameter is called. */
  readonly parameter: string;
  /** The type of the payload; `undefined` is in it where a message may do without. */
  readonly payloadType: string;
  /** The message type that reads the payload; null where none is known. */
  readonly payload: string | null;
  readonly resultType: string;
  readonly result: string | null;
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
  binding: Binding,
  options: { readonly header: readonly string[]; readonly runtime: string },
): { readonly view: AdapterView; readonly unknown: readonly UnknownNoun[] } {
  const { component, businessFunction, documentation } = specification;
  const messages = [...binding.messages.values()].filter(({ abstract }) => !abstract);
  const imports = new Map<string, ImportView>();
  const known = messages.map(({ localName }) => localName);
  const unknown: UnknownNoun[] = [];
  const take = (localName: string): string | undefined => {
    const message = messages.find((one) => one.localName === localName);
    if (message === undefined) return undefined;
    const view = imports.get(localName) ?? importView(message);
    imports.set(localName, view);
    return view.alias;
  };
  const view = (exchange: Exchange, prefix: 'accept' | 'send'): ExchangeView => {
    const result = exchangeView(exchange, prefix, take);
    if (!result.isOperationSet && take(exchange.noun) === undefined)
      unknown.push({ noun: exchange.noun, known });
    return result;
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
      hasOperationSets: sends.some(({ isOperationSet: isSet }) => isSet),
      imports: [...imports.values()],
      accepts,
      handlers,
      sends,
      hasHandlers: handlers.length > 0,
      hasSends: sends.length > 0,
    },
    unknown,
  };
}

function exchangeView(
  exchange: Exchange,
  prefix: 'accept' | 'send',
  take: (localName: string) => string | undefined,
): ExchangeView {
  const { verb, noun, kind, pattern, priority, timeout, retry, acknowledgement, security } = exchange;
  const method = methodOf(exchange);
  const isQuery = kind === 'query';
  const isAnswered = pattern === 'request-reply' || pattern === 'async-reply';
  const isSet = isOperationSet(exchange);
  const payload = isSet ? undefined : take(isQuery ? `Get${noun}` : noun);
  const result = isAnswered && !isSet ? take(noun) : undefined;
  const mayBeAbsent = isQuery || ['cancel', 'close', 'delete'].includes(verb);
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
    isQuery,
    isOperationSet: isSet,
    parameter: kind === 'event' ? 'event' : 'request',
    payloadType: payload === undefined ? 'undefined' : mayBeAbsent ? `${payload} | undefined` : payload,
    payload: payload ?? null,
    resultType: result ?? 'never',
    result: result ?? null,
    settings: Object.entries({ priority, timeout, retry, acknowledgement, security })
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
      .join(', '),
  };
}

/** Names that a module of an adapter has of its own. */
const TAKEN: ReadonlySet<string> = new Set([
  'AdapterOptions',
  'Answer',
  'ComponentAdapter',
  'Exchange',
  'HandlerContext',
  'Incoming',
  'LaterOptions',
  'OperationSet',
  'Response',
  'SendOptions',
]);

function importView({ name, module }: MessageBinding): ImportView {
  const alias = TAKEN.has(name) ? `${name}Message` : name;
  return {
    imported: alias === name ? name : `${name} as ${alias}`,
    alias,
    from: `../${module}/messages.js`,
  };
}

/** What a module takes from the runtime: nothing that it does not use. */
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
    ['type Exchange', true],
    ['type HandlerContext', handlers.length > 0],
    ['type Incoming', handlers.length > 0],
    ['type LaterOptions', sends.some(({ isLater }) => isLater)],
    ['type Response', sends.some(({ isAnswered }) => isAnswered)],
    ['type SendOptions', sends.some(({ isLater }) => !isLater)],
  ];
  return names.filter(([, isUsed]) => isUsed).map(([name]) => name);
}

function comment(texts: readonly string[]): string {
  const code = docComment(texts);
  return code.kind === 'verbatim' ? code.text : '';
}
