import type { EnvelopeEdition } from '../envelope/edition.js';
import type { Envelope } from '../envelope/envelope.js';
import type { Destinations, DestinationTemplates } from '../transport/destinations.js';
import { destinations } from '../transport/destinations.js';
import type { TransportHealth } from '../transport/health.js';
import type { Delivery, MiddlewareAdapter, Subscription } from '../transport/middleware-adapter.js';
import type { Accepted } from './accepted.js';
import type { AuditRecord } from './audit.js';
import type { AdapterCore, AdapterCounts } from './core.js';
import { noCounts } from './core.js';
import type { Exchange } from './exchange.js';
import { subjectOf } from './exchange.js';
import type { AdapterHooks } from './hooks.js';
import { LaterReplies } from './later-replies.js';
import type { Clock } from './policy/clock.js';
import { systemClock } from './policy/clock.js';
import type { PendingReply } from './policy/correlation.js';
import { Correlations } from './policy/correlation.js';
import { DeadLetters } from './policy/dead-letter.js';
import { DrainGate, DrainingError } from './policy/drain.js';
import { DuplicateFilter } from './policy/duplicates.js';
import { InFlight } from './policy/in-flight.js';
import { Receiver, type AcceptedSubjects } from './receive.js';
import { ReplyReceiver } from './receive-replies.js';
import { Sending } from './send.js';
import { memoryStore } from './store/memory-store.js';
import type { MessageStore } from './store/message-store.js';

/** How a component adapter is set up. What is not said has a default that is safe. */
export interface AdapterOptions {
  /** What carries the messages. The adapter starts it, and drains it. */
  readonly middleware: MiddlewareAdapter;
  /** Editions of the envelope that are read; the first is written. */
  readonly editions?: readonly EnvelopeEdition[];
  /** `Source` of what is sent; the name of the component by default. */
  readonly source?: string;
  /** The component that takes what is sent: one for all, or by `verb noun`. Events need none. */
  readonly to?: string | Readonly<Record<string, string>>;
  /** Names of destinations; those of the middleware adapter should be the same. */
  readonly destinations?: Destinations | DestinationTemplates;
  /** `tolerant` by default: deviations of practice are accepted, and audited. */
  readonly reading?: 'strict' | 'tolerant';
  /** What must survive a restart goes here; by default a store in memory. */
  readonly store?: MessageStore;
  /** Addresses that asynchronous replies may be sent to. None by default. */
  readonly replyAddresses?: readonly string[] | ((address: string, request: Envelope) => boolean);
  /** Messages in hand at once; 16 by default. */
  readonly concurrency?: number;
  /** Messages that may wait for their turn; 256 by default. */
  readonly waiting?: number;
  /** Milliseconds that handled messages are remembered; a day by default. */
  readonly keepHandled?: number;
  /** Milliseconds that dead letters are kept; for ever by default. */
  readonly keepDeadLetters?: number;
  /** Milliseconds that a message with `ReplayDetection` may be old (300,000), and its sender's clock ahead (30,000). */
  readonly replay?: { readonly window?: number; readonly skew?: number };
  /** Name of the subscriptions to events, which outlive the program where the middleware can do that; the component's by default. */
  readonly subscription?: string | false;
  /** Is given replies that a former run of the program had asked for. */
  readonly onUnclaimedReply?: (reply: Envelope, pending: PendingReply) => Promise<void> | void;
  /** Is told about requests of a former run that nobody answered in time. */
  readonly onUnansweredRequest?: (pending: PendingReply) => void;
  readonly hooks?: AdapterHooks;
  readonly clock?: Clock;
  readonly random?: () => number;
}

/** What an adapter does, in numbers, now. */
export interface AdapterHealth {
  readonly component: string;
  readonly state: 'new' | 'running' | 'draining' | 'stopped';
  readonly inHand: number;
  readonly waiting: number;
  readonly pendingReplies: number;
  readonly counts: Readonly<AdapterCounts>;
  readonly transport: TransportHealth;
}

/** A component adapter: one component, connected to one middleware. */
export interface ComponentAdapter {
  readonly component: string;
  /** What generated clients send with. */
  readonly sending: Sending;
  readonly deadLetters: DeadLetters;
  readonly store: MessageStore;
  /** Connects, goes on with what was left, and takes messages. */
  start(): Promise<void>;
  /** Takes nothing new, finishes what is in hand, disconnects. Says whether all was finished in time. */
  drain(timeout?: number): Promise<boolean>;
  health(): AdapterHealth;
  /** Takes a dead letter out and deals with it again, as if it had just come or were to be sent. */
  redrive(id: string): Promise<boolean>;
}

/** What generated code knows of a component. */
export interface ComponentDefinition {
  readonly component: string;
  readonly editions: readonly EnvelopeEdition[];
  readonly accepts: readonly Accepted[];
  readonly sends: readonly Exchange[];
}

const DAY = 86_400_000;

/** Makes a component adapter of its exchanges and handlers. Generated code calls this. */
export function componentAdapter(definition: ComponentDefinition, options: AdapterOptions): ComponentAdapter {
  const { component, accepts, sends } = definition;
  const core = coreOf(definition, options);
  const subjects = subjectsOf(accepts);
  const later = new LaterReplies(core, subjects);
  const receiver = new Receiver(core, subjects, later);
  later.bind(receiver);
  const replies = new ReplyReceiver(core, options.onUnclaimedReply);
  const subscriptions: Subscription[] = [];
  let state: AdapterHealth['state'] = 'new';

  const serveAll = async (): Promise<void> => {
    const { middleware } = core;
    const concurrency = options.concurrency ?? 16;
    for (const [destination, group] of byDestination(core, accepts, 'request'))
      subscriptions.push(
        await middleware.serve(destination, (delivery) => receiver.receive(group, delivery), { concurrency }),
      );
    const durable = middleware.capabilities.durableSubscription ? (options.subscription ?? component) : false;
    for (const [topic, group] of byDestination(core, accepts, 'event'))
      subscriptions.push(
        await middleware.subscribe(
          topic,
          async (delivery) => void (await receiver.receive(group, delivery)),
          {
            concurrency,
            ...(durable === false ? {} : { durable: `${durable}.${topic}` }),
          },
        ),
      );
    if (sends.some(({ pattern }) => pattern === 'async-reply'))
      subscriptions.push(
        await middleware.serve(core.destinations.reply(component), (delivery) => replies.receive(delivery), {
          concurrency,
        }),
      );
  };

  return {
    component,
    sending: new Sending(core),
    deadLetters: core.deadLetters,
    store: core.store,
    async start() {
      if (state !== 'new') throw new RangeError(`the adapter of ${component} was started before`);
      state = 'running';
      await core.middleware.start();
      await core.correlations.restore();
      await later.restore();
      await serveAll();
    },
    async drain(timeout = 30_000) {
      if (state === 'stopped') return true;
      state = 'draining';
      // The transport stops taking first, so that nothing is refused that another consumer could have had.
      const stopping = Promise.all(subscriptions.splice(0).map((subscription) => subscription.stop()));
      const finished = await core.drain.drain(timeout);
      core.correlations.close(new DrainingError());
      await Promise.race([stopping, new Promise<void>((resolve) => core.clock.after(1000, resolve))]);
      await core.middleware.drain(timeout);
      state = 'stopped';
      return finished;
    },
    health: () => ({
      component,
      state,
      inHand: core.inFlight.size,
      waiting: core.inFlight.waiting,
      pendingReplies: core.correlations.size,
      counts: { ...core.counts },
      transport: core.middleware.health(),
    }),
    async redrive(id) {
      const letter = await core.deadLetters.take(id);
      if (letter === undefined) return false;
      const { destination, body, contentType, properties, direction } = letter;
      try {
        if (direction === 'received') {
          const delivery: Delivery = { destination, body, contentType, properties, redelivered: true };
          await receiver.receive(subjects, delivery);
        } else if (sends.some((exchange) => topicOf(core, exchange) === destination))
          await core.middleware.publish(destination, { body, contentType, properties });
        else await core.middleware.send(destination, { body, contentType, properties });
      } catch (error) {
        await core.deadLetters.add(letter);
        throw error;
      }
      return true;
    },
  };
}

function coreOf(definition: ComponentDefinition, options: AdapterOptions): AdapterCore {
  const { component } = definition;
  const { clock = systemClock, hooks = {}, replyAddresses = [], keepHandled = DAY } = options;
  const store = options.store ?? memoryStore({ clock });
  const [first, ...others] = options.editions ?? definition.editions;
  if (first === undefined) throw new RangeError(`the adapter of ${component} has no edition of the envelope`);
  const counts = noCounts();
  return {
    component,
    source: options.source ?? component,
    middleware: options.middleware,
    destinations: destinationsOf(options.destinations),
    takerOf: (exchange) => takerIn(options.to, subjectOf(exchange)) ?? exchange.to,
    editions: [first, ...others],
    reading: options.reading ?? 'tolerant',
    store,
    clock,
    random: options.random ?? Math.random,
    hooks,
    duplicates: new DuplicateFilter({ store, clock, keep: keepHandled }),
    correlations: new Correlations({ store, clock, onTimeout: options.onUnansweredRequest }),
    deadLetters: new DeadLetters({ store, clock, keep: options.keepDeadLetters ?? Infinity }),
    inFlight: new InFlight({ limit: options.concurrency ?? 16, waiting: options.waiting ?? 256 }),
    drain: new DrainGate(clock),
    replay: { store, clock, window: options.replay?.window ?? 300_000, skew: options.replay?.skew ?? 30_000 },
    keep: keepHandled,
    isReplyAddress:
      typeof replyAddresses === 'function' ? replyAddresses : (address) => replyAddresses.includes(address),
    counts,
    audit: (record) => {
      count(counts, record);
      const { verdict, verb = '', noun = '', direction, milliseconds } = record;
      hooks.audit?.(record);
      hooks.telemetry?.count('cimbind.messages', milliseconds, { component, direction, verdict, verb, noun });
      if (verdict === 'failed') hooks.logger?.error({ ...record }, 'message failed');
      else if (verdict === 'refused' || verdict === 'rejected')
        hooks.logger?.warn({ ...record }, `message ${verdict}`);
      else hooks.logger?.debug({ ...record }, `message ${verdict}`);
    },
  };
}

function count(counts: AdapterCounts, { verdict, detail, verb, noun }: AuditRecord): void {
  switch (verdict) {
    case 'accepted':
      counts.accepted++;
      break;
    case 'duplicate':
      counts.duplicates++;
      break;
    case 'rejected':
      counts.rejected++;
      break;
    case 'refused':
      counts.refused++;
      break;
    case 'failed':
      counts.failed++;
      counts.lastFailure = `${verb ?? '?'} ${noun ?? '?'}: ${detail?.split('\n', 1)[0] ?? ''}`;
      break;
    case 'sent':
      counts.sent++;
      break;
  }
}

const destinationsOf = (given: AdapterOptions['destinations']): Destinations =>
  given !== undefined && isNamed(given) ? given : destinations(given);

const takerIn = (to: AdapterOptions['to'], subject: string): string | undefined =>
  typeof to === 'object' ? (Object.hasOwn(to, subject) ? to[subject] : undefined) : to;

const isNamed = (given: Destinations | DestinationTemplates): given is Destinations =>
  typeof given.request === 'function';

function subjectsOf(accepts: readonly Accepted[]): AcceptedSubjects {
  return new Map(accepts.map((accepted) => [subjectOf(accepted.exchange), accepted]));
}

const topicOf = (
  { destinations: names }: AdapterCore,
  { pattern, verb, noun }: Exchange,
): string | undefined => (pattern === 'publish' ? names.event({ verb, noun }) : undefined);

/** What is taken at each destination: several exchanges may share one. */
function byDestination(
  core: AdapterCore,
  accepts: readonly Accepted[],
  kind: 'request' | 'event',
): ReadonlyMap<string, AcceptedSubjects> {
  const groups = new Map<string, Map<string, Accepted>>();
  for (const accepted of accepts) {
    const { exchange } = accepted;
    const { verb, noun } = exchange;
    if ((exchange.pattern === 'publish') !== (kind === 'event')) continue;
    const destination =
      topicOf(core, exchange) ?? core.destinations.request({ verb, noun, component: core.component });
    const group = groups.get(destination) ?? new Map<string, Accepted>();
    groups.set(destination, group.set(subjectOf(exchange), accepted));
  }
  return groups;
}
