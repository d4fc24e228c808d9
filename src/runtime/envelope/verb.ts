/** The verbs of IEC 61968-100, first edition. */
export type StandardVerb = RequestVerb | EventVerb | 'reply';

/** Verbs that ask for something. */
export type RequestVerb = 'create' | 'change' | 'cancel' | 'close' | 'delete' | 'execute' | 'get';

/** Verbs that tell that something happened: the past forms. `get` has none. */
export type EventVerb = 'created' | 'changed' | 'canceled' | 'closed' | 'deleted' | 'executed';

/** A verb as it stands in a header; predecessors and vendors have others than the standard. */
export type Verb = StandardVerb | (string & Record<never, never>);

const PAST: Readonly<Record<string, EventVerb>> = {
  create: 'created',
  change: 'changed',
  cancel: 'canceled',
  close: 'closed',
  delete: 'deleted',
  execute: 'executed',
};

const IMPERATIVE: Readonly<Record<string, RequestVerb>> = {
  created: 'create',
  changed: 'change',
  canceled: 'cancel',
  closed: 'close',
  deleted: 'delete',
  executed: 'execute',
};

/** The verb of the event that follows a request; undefined where there is none (`get`, `reply`, verbs of others). */
export const pastOf = (verb: Verb): EventVerb | undefined =>
  Object.hasOwn(PAST, verb) ? PAST[verb] : undefined;

/** The verb of the request that an event follows; undefined where the verb is no past form. */
export const imperativeOf = (verb: Verb): RequestVerb | undefined =>
  Object.hasOwn(IMPERATIVE, verb) ? IMPERATIVE[verb] : undefined;

/** Whether a verb asks for something. */
export const isRequestVerb = (verb: Verb): verb is RequestVerb =>
  verb === 'get' || pastOf(verb) !== undefined;

/** Whether a verb tells that something happened. */
export const isEventVerb = (verb: Verb): verb is EventVerb => imperativeOf(verb) !== undefined;

/** Verbs whose messages may do without objects: they name them by identifiers, ask for some, answer, or hold operations. */
export type ObjectlessVerb =
  | 'get'
  | 'cancel'
  | 'close'
  | 'delete'
  | 'canceled'
  | 'closed'
  | 'deleted'
  | 'execute'
  | 'executed'
  | 'reply';

const OBJECTLESS: ReadonlySet<Verb> = /* @__PURE__ */ new Set<ObjectlessVerb>([
  'get',
  'cancel',
  'close',
  'delete',
  'canceled',
  'closed',
  'deleted',
  'execute',
  'executed',
  'reply',
]);

/** Whether a message may do without objects in its payload. */
export const isObjectless = (verb: Verb): verb is ObjectlessVerb => OBJECTLESS.has(verb);

/** All verbs of the first edition, requests before events. */
export const STANDARD_VERBS: readonly StandardVerb[] = [
  'create',
  'change',
  'cancel',
  'close',
  'delete',
  'execute',
  'get',
  'reply',
  'created',
  'changed',
  'canceled',
  'closed',
  'deleted',
  'executed',
];
