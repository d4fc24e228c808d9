import type { NatsConnection } from '@nats-io/transport-node';
import type { Source } from '../driver.js';
import { TransportError, transportError } from '../transport-error.js';
import type { NatsNames } from './nats-names.js';

/** A consumer at the server. */
export interface JetStreamConsumer {
  readonly stream: string;
  readonly name: string;
}

interface Answer {
  readonly error?: { readonly code: number; readonly err_code?: number; readonly description?: string };
}

const NANOSECONDS = 1_000_000;
const PASSING = 5 * 60_000;

/** The few calls of the JetStream API that the adapter needs: JSON over requests (`$JS.API.…`). */
export class JetStream {
  readonly #connection: NatsConnection;
  readonly #names: NatsNames;
  readonly #settings: { readonly ackWait: number; readonly replicas: number };

  constructor(
    connection: NatsConnection,
    names: NatsNames,
    settings: { readonly ackWait: number; readonly replicas: number },
  ) {
    this.#connection = connection;
    this.#names = names;
    this.#settings = settings;
  }

  /** Makes the streams that are not there; those that are there stay as they are. */
  async createStreams(): Promise<void> {
    for (const kind of ['queue', 'topic'] as const) {
      const name = this.#names.streams[kind];
      const { error } = await this.#call(`STREAM.INFO.${name}`, {});
      if (error === undefined) continue;
      if (error.code !== 404) throw refusal(`stream ${name}`, error);
      await this.#demand(`STREAM.CREATE.${name}`, {
        name,
        subjects: [this.#names.subject(kind, '>')],
        // What is sent goes when one has taken it, what is published when all have who asked for it.
        retention: kind === 'queue' ? 'workqueue' : 'interest',
        storage: 'file',
        discard: 'new',
        num_replicas: this.#settings.replicas,
        max_msgs: -1,
        max_bytes: -1,
        max_age: 0,
        max_consumers: -1,
        duplicate_window: 2 * 60_000 * NANOSECONDS,
      });
    }
  }

  /** Makes a consumer, or finds it as it is. */
  async createConsumer(source: Source, name: string): Promise<JetStreamConsumer> {
    const stream = this.#names.streams[source.kind];
    const isLasting = source.kind === 'queue' || source.durable !== undefined;
    const config = {
      name,
      filter_subject: this.#names.subject(source.kind, source.name),
      deliver_policy: source.kind === 'queue' ? 'all' : 'new',
      ack_policy: 'explicit',
      ack_wait: this.#settings.ackWait * NANOSECONDS,
      max_deliver: -1,
      max_ack_pending: 20_000,
      replay_policy: 'instant',
      ...(isLasting ? { durable_name: name } : { inactive_threshold: PASSING * NANOSECONDS }),
    };
    const call = isLasting
      ? `CONSUMER.DURABLE.CREATE.${stream}.${name}`
      : `CONSUMER.CREATE.${stream}.${name}`;
    await this.#demand(call, { stream_name: stream, config });
    return { stream, name };
  }

  async removeConsumer({ stream, name }: JetStreamConsumer): Promise<void> {
    await this.#call(`CONSUMER.DELETE.${stream}.${name}`, {});
  }

  /** Asks for so many messages; they come to `inbox`. */
  pull({ stream, name }: JetStreamConsumer, inbox: string, batch: number, expires: number): void {
    this.#connection.publish(
      `$JS.API.CONSUMER.MSG.NEXT.${stream}.${name}`,
      `{"batch":${batch},"expires":${expires * NANOSECONDS}}`,
      { reply: inbox },
    );
  }

  async #demand(call: string, body: unknown): Promise<void> {
    const { error } = await this.#call(call, body);
    if (error !== undefined) throw refusal(call, error);
  }

  async #call(call: string, body: unknown): Promise<Answer> {
    try {
      const { data } = await this.#connection.request(`$JS.API.${call}`, JSON.stringify(body), {
        timeout: 10_000,
      });
      return answerOf(data);
    } catch (cause) {
      throw transportError('TRN2001', 'JetStream does not answer', cause);
    }
  }
}

/** What the server says of a message for a stream; refuses what it did not take. */
export function checkConfirmation(subject: string, bytes: Uint8Array): void {
  const { error } = answerOf(bytes);
  if (error !== undefined) throw refusal(subject, error);
}

const DECODER = new TextDecoder();

function answerOf(bytes: Uint8Array): Answer {
  // Nobody answers in JSON where no stream takes the subject.
  if (bytes.length === 0) return { error: { code: 503, description: 'no stream takes the subject' } };
  return JSON.parse(DECODER.decode(bytes)) as Answer;
}

function refusal(what: string, { code, description }: NonNullable<Answer['error']>): TransportError {
  return new TransportError('TRN2005', `${what}: ${description ?? 'refused'} (${code})`, {
    retriable: code >= 500,
  });
}
