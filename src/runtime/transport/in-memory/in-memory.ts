import type { TransportCapabilities } from '../capabilities.js';
import { matchesTopic } from '../destinations.js';
import type { Source, Taken, TransportDriver } from '../driver.js';
import type { Delivery, MiddlewareAdapter, TransportMessage } from '../middleware-adapter.js';
import { createMiddlewareAdapter } from '../middleware.js';
import { TransportError } from '../transport-error.js';
import type { TransportOptions } from '../transport-options.js';
import { MessageQueue } from './queue.js';

const CAPABILITIES: TransportCapabilities = {
  publishSubscribe: true,
  durableSubscription: true,
  topicWildcards: true,
  storesMessages: true,
  survivesRestart: false,
  redelivery: 'broker',
  deadLetters: true,
  redeliversAfterLoss: false,
  bodies: 'any',
  watch: true,
};

/** A middleware within one JavaScript process: what its adapters share. Queues are in memory and unbounded. */
export interface InMemoryMiddleware {
  readonly queues: ReadonlyMap<string, { readonly length: number; readonly consumers: number }>;
}

export interface InMemoryOptions extends TransportOptions {
  /** What the adapter connects to; a middleware of its own by default. */
  readonly middleware?: InMemoryMiddleware;
}

export const createInMemoryMiddleware = (): InMemoryMiddleware => new Hub();

/** The default transport: for tests, for examples, for components that live together. */
export function createInMemoryAdapter({ middleware, ...options }: InMemoryOptions = {}): MiddlewareAdapter {
  if (middleware !== undefined && !(middleware instanceof Hub))
    throw new TransportError('TRN1004', 'a middleware made by createInMemoryMiddleware expected');
  return createMiddlewareAdapter(driverOf(middleware ?? new Hub()), options);
}

interface Topic {
  readonly pattern: string;
  readonly queue: MessageQueue;
}

class Hub implements InMemoryMiddleware {
  readonly queues = new Map<string, MessageQueue>();
  readonly topics = new Map<string, Topic>();
  readonly inboxes = new Map<string, (reply: TransportMessage) => void>();
  readonly watchers = new Set<(delivery: Delivery) => void>();

  queue(name: string): MessageQueue {
    let queue = this.queues.get(name);
    if (queue === undefined) this.queues.set(name, (queue = new MessageQueue()));
    return queue;
  }

  send(name: string, message: TransportMessage): void {
    this.#show(name, message);
    const inbox = this.inboxes.get(name);
    if (inbox !== undefined) queueMicrotask(() => inbox(message));
    else if (name.startsWith(INBOX)) throw new TransportError('TRN2004', `nobody takes replies at ${name}`);
    else this.queue(name).put(name, message);
  }

  publish(topic: string, message: TransportMessage): void {
    this.#show(topic, message);
    for (const { pattern, queue } of this.topics.values())
      if (matchesTopic(pattern, topic)) queue.put(topic, message);
  }

  #show(destination: string, message: TransportMessage): void {
    for (const watcher of this.watchers) watcher({ ...message, destination, redelivered: false });
  }
}

const INBOX = 'inbox.';

function driverOf(hub: Hub): TransportDriver {
  const closing: (() => void)[] = [];
  const source = ({ kind, name, durable }: Source): { queue: MessageQueue; close: () => void } => {
    if (kind === 'queue') return { queue: hub.queue(name), close: () => undefined };
    const key = durable ?? crypto.randomUUID();
    const topic = hub.topics.get(key) ?? { pattern: name, queue: new MessageQueue() };
    hub.topics.set(key, topic);
    return {
      queue: topic.queue,
      close: () => {
        if (durable === undefined) hub.topics.delete(key);
      },
    };
  };
  return {
    name: 'in-memory',
    capabilities: CAPABILITIES,
    open: ({ connected }) => Promise.resolve(connected()),
    send: async ({ kind, name }, message) => {
      if (kind === 'queue') hub.send(name, message);
      else hub.publish(name, message);
    },
    receive: async (from, take: (taken: Taken) => void) => {
      const { queue, close } = source(from);
      const stop = queue.consume(from, take);
      closing.push(close);
      return { stop: async () => stop(), close: async () => close() };
    },
    openInbox: async (take) => {
      const address = INBOX + crypto.randomUUID();
      hub.inboxes.set(address, take);
      closing.push(() => hub.inboxes.delete(address));
      return address;
    },
    watch: async (take) => {
      hub.watchers.add(take);
      const close = async (): Promise<void> => void hub.watchers.delete(take);
      closing.push(() => void close());
      return { stop: close, close };
    },
    close: async () => {
      for (const close of closing.splice(0)) close();
    },
  };
}
