import type { Channel, ConsumeMessage } from 'amqplib';
import { wait } from '../back-off.js';
import type { Receiver, Source, Taken } from '../driver.js';
import type { HeaderScheme } from '../header-scheme.js';
import { isExpired } from '../header-scheme.js';
import { TransportError, transportError } from '../transport-error.js';
import { messageOf } from './amqp091-message.js';
import type { Link } from './amqp091.js';

/** A source on a channel of its own, whose prefetch is the number of free hands. */
export class ChannelReceiver implements Receiver {
  readonly #source: Source;
  readonly #take: (taken: Taken) => void;
  readonly #scheme: HeaderScheme;
  readonly #isCurrent: (link: Link) => boolean;
  #channel: Channel | undefined;
  #tag = '';
  #isStopped = false;

  constructor(
    source: Source,
    take: (taken: Taken) => void,
    scheme: HeaderScheme,
    isCurrent: (link: Link) => boolean,
  ) {
    this.#source = source;
    this.#take = take;
    this.#scheme = scheme;
    this.#isCurrent = isCurrent;
  }

  /** Begins on a connection; on the next one where this one is lost. */
  async open(link: Link): Promise<void> {
    if (this.#isStopped) return;
    let channel: Channel;
    try {
      channel = await link.connection.createChannel();
    } catch (cause) {
      throw transportError('TRN2001', 'connection lost', cause);
    }
    channel.on('error', () => undefined);
    this.#channel = channel;
    await channel.prefetch(this.#source.concurrency);
    const queue = await link.topology.queueOf(this.#source, channel);
    const again = (): void => {
      if (!this.#isStopped && this.#channel === channel && this.#isCurrent(link)) void this.#openAgain(link);
    };
    const { consumerTag } = await channel.consume(queue, (message) => {
      // Nothing means that the queue was deleted.
      if (message === null) again();
      else this.#arrive(channel, message);
    });
    this.#tag = consumerTag;
    channel.on('close', again);
  }

  async #openAgain(link: Link): Promise<void> {
    this.#channel = undefined;
    for (let delay = 100; !this.#isStopped && this.#isCurrent(link); delay = Math.min(delay * 2, 10_000)) {
      await wait(delay);
      try {
        return await this.open(link);
      } catch {
        // The next turn says whether there is still a connection.
      }
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#channel?.cancel(this.#tag).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#isStopped = true;
    const channel = this.#channel;
    this.#channel = undefined;
    await channel?.close().catch(() => undefined);
  }

  #arrive(channel: Channel, raw: ConsumeMessage): void {
    const { message, fields, deliveries } = messageOf(raw, this.#scheme);
    if (isExpired(fields)) {
      channel.ack(raw);
      return;
    }
    const { routingKey, redelivered } = raw.fields;
    const { kind, name, concurrency } = this.#source;
    const settle = async (answer: () => void): Promise<void> => {
      if (this.#channel !== channel) throw new TransportError('TRN2001', 'the channel is gone');
      try {
        answer();
      } catch (cause) {
        throw transportError('TRN2001', 'the channel is gone', cause);
      }
    };
    this.#take({
      delivery: {
        ...message,
        destination: kind === 'queue' ? name : routingKey,
        redelivered: redelivered || (deliveries ?? 0) > 0,
        ...(deliveries !== undefined
          ? { deliveryCount: deliveries + 1 }
          : redelivered
            ? {}
            : { deliveryCount: 1 }),
      },
      isGone: () => this.#channel !== channel,
      accept: () => settle(() => channel.ack(raw)),
      reject: () => settle(() => channel.nack(raw, false, false)),
      // With one hand the delivery stays in it, so that the order is kept.
      ...(concurrency > 1
        ? {
            release: async (delay: number) => {
              await wait(delay);
              await settle(() => channel.nack(raw, false, true));
            },
          }
        : {}),
    });
  }
}
