import type { Source } from '../driver.js';

/** Subjects, streams and consumers by the names of the contract. */
export interface NatsNames {
  readonly streams: Readonly<Record<'queue' | 'topic', string>>;
  subject(kind: 'queue' | 'topic', name: string): string;
  /** The destination or topic of a subject; undefined where it is none of ours. */
  destination(subject: string): string | undefined;
  /** Name of the consumer of a source; of its own where nothing durable is meant. */
  consumer(source: Source): string;
  isInbox(name: string): boolean;
}

export function natsNames(prefix: string): NatsNames {
  const roots = { queue: `${prefix}.queue.`, topic: `${prefix}.topic.` };
  return {
    streams: { queue: streamName(prefix, 'QUEUES'), topic: streamName(prefix, 'TOPICS') },
    subject: (kind, name) => roots[kind] + name,
    destination: (subject) => {
      const root = Object.values(roots).find((one) => subject.startsWith(one));
      return root === undefined ? undefined : subject.slice(root.length);
    },
    consumer: ({ kind, name, durable }) => {
      if (kind === 'queue') return consumerName(name);
      return durable === undefined ? `passing_${crypto.randomUUID()}` : consumerName(durable);
    },
    isInbox: (name) => name.startsWith('_INBOX.') || /^[^.]*_INBOX\./u.test(name),
  };
}

const streamName = (prefix: string, what: string): string =>
  `${prefix.replaceAll(/[^A-Za-z0-9-]/gu, '_').toUpperCase()}_${what}`;

/** A name without dots, different for different names. */
const consumerName = (name: string): string =>
  name.replaceAll(/[^A-Za-z0-9-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
