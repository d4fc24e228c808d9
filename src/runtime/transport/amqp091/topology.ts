import type { Channel, ChannelModel } from 'amqplib';
import type { Source } from '../driver.js';
import { TransportError, transportError } from '../transport-error.js';

export interface TopologyOptions {
  readonly prefix: string;
  readonly deliveryLimit: number;
  readonly quorumSize: number | undefined;
  readonly deadLetter: (destination: string) => string;
}

/** Whether a queue is bound to our exchange, or somebody else's who reserved it. */
export type QueueOwner = 'ours' | 'foreign';

/** Exchanges and queues, made where they are not there; what is there stays as it is. Remembered for one connection. */
export class Topology {
  readonly exchanges: Readonly<Record<'queue' | 'topic', string>>;
  readonly #connection: ChannelModel;
  readonly #options: TopologyOptions;
  readonly #owners = new Map<string, QueueOwner>();
  readonly #making = new Map<string, Promise<QueueOwner>>();

  constructor(connection: ChannelModel, options: TopologyOptions) {
    this.#connection = connection;
    this.#options = options;
    this.exchanges = { queue: `${options.prefix}.queues`, topic: `${options.prefix}.topics` };
  }

  async createExchanges(): Promise<void> {
    await this.#once(async (channel) => {
      for (const exchange of Object.values(this.exchanges))
        await channel.assertExchange(exchange, 'topic', { durable: true });
    });
  }

  /** Who has the queue, as far as is known already. */
  ownerOf(name: string): QueueOwner | undefined {
    return this.#owners.get(name);
  }

  /** Makes the queue of a destination, and that of its dead letters. */
  createQueue(name: string): Promise<QueueOwner> {
    let making = this.#making.get(name);
    if (making === undefined) {
      making = this.#create(name, { exchange: this.exchanges.queue, key: name }).finally(() =>
        this.#making.delete(name),
      );
      this.#making.set(name, making);
    }
    return making;
  }

  /** Makes the queue of a source, and says its name. */
  async queueOf(source: Source, channel: Channel): Promise<string> {
    if (source.kind === 'queue') {
      await this.createQueue(source.name);
      return source.name;
    }
    const binding = { exchange: this.exchanges.topic, key: bindingKey(source.name) };
    if (source.durable !== undefined) {
      await this.#create(source.durable, binding);
      return source.durable;
    }
    const { queue } = await channel.assertQueue('', { exclusive: true, autoDelete: true });
    await channel.bindQueue(queue, binding.exchange, binding.key);
    return queue;
  }

  async #create(
    name: string,
    binding: { readonly exchange: string; readonly key: string },
  ): Promise<QueueOwner> {
    const { deadLetter } = this.#options;
    const dead = deadLetter(name);
    // Whether a name is that of dead letters already shows in what the template makes of nothing.
    const isDead = deadLetter('') !== '' && name.endsWith(deadLetter(''));
    if (!(await this.#isThere(name))) {
      if (!isDead && !(await this.#isThere(dead))) await this.#declare(dead, {});
      await this.#declare(name, isDead ? {} : this.#whenRejected(dead));
    }
    const owner = await this.#bind(name, binding);
    this.#owners.set(name, owner);
    return owner;
  }

  #whenRejected(dead: string): Readonly<Record<string, unknown>> {
    return {
      'x-delivery-limit': this.#options.deliveryLimit,
      'x-dead-letter-exchange': '',
      'x-dead-letter-routing-key': dead,
      // The dead letter is safe before the queue forgets the message.
      'x-dead-letter-strategy': 'at-least-once',
      'x-overflow': 'reject-publish',
    };
  }

  async #declare(name: string, more: Readonly<Record<string, unknown>>): Promise<void> {
    const { quorumSize } = this.#options;
    const size = quorumSize === undefined ? {} : { 'x-quorum-initial-group-size': quorumSize };
    await this.#once((channel) =>
      channel.assertQueue(name, {
        durable: true,
        arguments: { 'x-queue-type': 'quorum', ...size, ...more },
      }),
    );
  }

  /** Passive declaration: 404 where it is not there, 405 where it is another connection's own. */
  async #isThere(name: string): Promise<boolean> {
    try {
      await this.#once((channel) => channel.checkQueue(name));
      return true;
    } catch (cause) {
      const code = replyCode(cause);
      if (code === 404) return false;
      if (code === 405) return true;
      throw cause;
    }
  }

  async #bind(
    name: string,
    { exchange, key }: { readonly exchange: string; readonly key: string },
  ): Promise<QueueOwner> {
    try {
      await this.#once((channel) => channel.bindQueue(name, exchange, key));
      return 'ours';
    } catch (cause) {
      if (replyCode(cause) === 405) return 'foreign';
      throw cause;
    }
  }

  /** A channel for one call: what the broker refuses closes its channel. */
  async #once<T>(call: (channel: Channel) => Promise<T>): Promise<T> {
    let channel: Channel;
    try {
      channel = await this.#connection.createChannel();
    } catch (cause) {
      throw transportError('TRN2001', 'connection lost', cause);
    }
    channel.on('error', () => undefined);
    try {
      const result = await call(channel);
      await channel.close();
      return result;
    } catch (cause) {
      const code = replyCode(cause);
      throw code === undefined
        ? transportError('TRN2001', 'connection lost', cause)
        : new TransportError('TRN2005', cause instanceof Error ? cause.message : String(cause), {
            cause,
            retriable: false,
          });
    }
  }
}

function replyCode(cause: unknown): number | undefined {
  const error: unknown = cause instanceof TransportError ? cause.cause : cause;
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'number' ? code : undefined;
}

/** `>` (one word or more) in the words of a topic exchange, where `#` is none or more. */
const bindingKey = (topic: string): string => topic.replace(/(^|\.)>$/u, '$1*.#');
