import type { IPublishPacket, MqttClient } from 'mqtt';
import { hasWildcard, matchesTopic } from '../destinations.js';
import type { Receiver, Source, Taken } from '../driver.js';
import type { HeaderScheme } from '../header-scheme.js';
import { TransportError } from '../transport-error.js';
import { Gate } from '../gate.js';
import { endClient, holdDeliveries } from './mqtt-client.js';
import type { MqttNames } from './mqtt-message.js';
import { messageOf } from './mqtt-message.js';

/** A source with a client, and so a session, of its own: what the broker leaves unacknowledged is counted by session. */
export class MqttReceiver implements Receiver {
  readonly #source: Source;
  readonly #gate: Gate;
  readonly #names: MqttNames;
  readonly #scheme: HeaderScheme;
  #client: MqttClient | undefined;
  #generation = 0;
  #isStopped = false;

  constructor(source: Source, take: (taken: Taken) => void, names: MqttNames, scheme: HeaderScheme) {
    this.#source = source;
    this.#gate = new Gate(source.concurrency, take);
    this.#names = names;
    this.#scheme = scheme;
  }

  /** Takes what arrives on a client from its first connection on. */
  prepare(client: MqttClient): void {
    holdDeliveries(client, (packet, done) => this.#arrive(packet, done));
  }

  /** Subscribes on a new connection; a session that the broker kept has what was not acknowledged. */
  async open(client: MqttClient): Promise<void> {
    this.#client = client;
    if (!this.#isStopped) await client.subscribeAsync(this.#names.filter(this.#source), { qos: 1 });
  }

  /** What is in hand belongs to the broker again. */
  lost(): void {
    this.#generation++;
    this.#gate.reset();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#gate.shut();
    // A subscription that lasts stays; others end here, so that a sender learns that nobody is there.
    if (this.#source.durable === undefined && this.#client?.connected === true)
      await this.#client.unsubscribeAsync(this.#names.filter(this.#source)).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#isStopped = true;
    const client = this.#client;
    if (client === undefined) return;
    await endClient(client, this.#source.durable === undefined ? 0 : undefined);
  }

  #arrive(packet: IPublishPacket, done: () => void): void {
    const { topic, dup } = packet;
    const destination = this.#names.destination(topic);
    const { kind, name } = this.#source;
    if (this.#isStopped) return;
    if (kind === 'topic' && hasWildcard(name) && !matchesTopic(name, destination)) return done();
    const generation = this.#generation;
    const isGone = (): boolean => generation !== this.#generation;
    this.#gate.enter({
      delivery: {
        ...messageOf(packet, this.#scheme, this.#names),
        destination,
        redelivered: dup,
        ...(dup ? {} : { deliveryCount: 1 }),
      },
      isGone,
      accept: async () => {
        if (isGone()) throw new TransportError('TRN2001', 'the connection is gone');
        done();
        this.#gate.leave();
      },
    });
  }
}
