import type * as Mqtt from 'mqtt';
import type { MqttClient } from 'mqtt';
import type { TransportCapabilities } from '../capabilities.js';
import { clientLibrary } from '../client-library.js';
import type { ConnectOptions } from '../connect-within.js';
import type { DriverEvents, Receiver, TransportDriver } from '../driver.js';
import type { HeaderNames } from '../header-scheme.js';
import type { MiddlewareAdapter } from '../middleware-adapter.js';
import { createMiddlewareAdapter } from '../middleware.js';
import { TransportError, transportError } from '../transport-error.js';
import type { TransportOptions } from '../transport-options.js';
import { endClient, openClient } from './mqtt-client.js';
import type { MqttNames } from './mqtt-message.js';
import { headerScheme, messageOf, mqttNames, publishOptions } from './mqtt-message.js';
import { MqttReceiver } from './mqtt-receiver.js';

export interface MqttOptions extends TransportOptions, ConnectOptions {
  /** `mqtt://host:1883`, `mqtts:`, `ws:`. */
  readonly url: string;
  /** First level of topics; `cim` by default. */
  readonly prefix?: string;
  /** Begins the client ids of the sessions; made up by default. */
  readonly clientId?: string;
  /** Group of the shared subscriptions by which consumers of a destination share its messages; the prefix by default. */
  readonly group?: string;
  /** Seconds for which the broker keeps a session whose connection was lost; 300 by default. */
  readonly sessionExpiry?: number;
  readonly headerNames?: HeaderNames;
  /** Further options of `connect` of the client library: certificates, user name, password, … */
  readonly connection?: Readonly<Record<string, unknown>>;
}

const CAPABILITIES: TransportCapabilities = {
  publishSubscribe: true,
  durableSubscription: true,
  topicWildcards: true,
  // A broker of MQTT keeps messages for sessions, not for destinations.
  storesMessages: false,
  survivesRestart: true,
  redelivery: 'adapter',
  deadLetters: true,
  redeliversAfterLoss: true,
  bodies: 'any',
  watch: true,
};

/** MQTT 5, quality of service 1: acknowledged when the handler is done. */
export const createMqttAdapter = (options: MqttOptions): MiddlewareAdapter =>
  createMiddlewareAdapter(new MqttDriver(options), options);

const FOR_EVER = 0xffff_ffff;
const NO_MATCHING_SUBSCRIBERS = 16;
const SEND_WITHIN = 30_000;

class MqttDriver implements TransportDriver {
  readonly name = 'mqtt';
  readonly capabilities = CAPABILITIES;
  readonly #options: MqttOptions;
  readonly #names: MqttNames;
  readonly #scheme;
  readonly #clientId: string;
  readonly #receivers = new Map<MqttReceiver, MqttClient>();
  /** Packet ids whose message the broker confirmed and gave to nobody. */
  readonly #unmatched = new Set<number>();
  #library: typeof Mqtt | undefined;
  #sender: MqttClient | undefined;
  #inbox: string | undefined;
  /** Clients whose connection is lost just now. */
  readonly #down = new Set<string>();
  #events: DriverEvents | undefined;

  constructor(options: MqttOptions) {
    const { prefix = 'cim', group = prefix, clientId = `cim-${crypto.randomUUID()}` } = options;
    this.#options = options;
    this.#clientId = clientId;
    this.#names = mqttNames(prefix, group.replaceAll(/[/+#]/gu, '-'));
    this.#scheme = headerScheme(options.headerNames);
  }

  async open(events: DriverEvents): Promise<void> {
    this.#events = events;
    this.#library = await clientLibrary(['mqtt'], () => import('mqtt'));
    const sender = await this.#openClient(this.#clientId, this.#sessionExpiry, 0xffff, async (client) => {
      if (this.#inbox !== undefined) await client.subscribeAsync(this.#inbox, { qos: 1 });
    });
    sender.on('packetreceive', (packet) => {
      if (packet.cmd === 'puback' && packet.reasonCode === NO_MATCHING_SUBSCRIBERS)
        this.#unmatched.add(packet.messageId ?? 0);
    });
    this.#sender = sender;
    events.connected();
  }

  get #sessionExpiry(): number {
    return this.#options.sessionExpiry ?? 300;
  }

  /** A client that tells of its losses, and is told to `open` again what was open. */
  async #openClient(
    clientId: string,
    sessionExpiry: number,
    receiveMaximum: number,
    opened: (client: MqttClient) => Promise<void>,
    { prepare, lost }: { prepare?: (client: MqttClient) => void; lost?: () => void } = {},
  ): Promise<MqttClient> {
    if (this.#library === undefined) throw new TransportError('TRN1003', 'mqtt is not started');
    const client = await openClient(this.#library, {
      ...this.#options,
      connection: this.#options.connection,
      clientId,
      sessionExpiry,
      receiveMaximum,
      prepare: (fresh) => prepare?.(fresh),
      connected: (again) => {
        opened(again).then(
          () => this.#up(clientId),
          // The next attempt is made when the connection is lost once more.
          () => again.stream.destroy(),
        );
      },
      lost: (error) => {
        lost?.();
        this.#down.add(clientId);
        if (this.#sender !== undefined) this.#events?.lost(error);
      },
    });
    await opened(client);
    return client;
  }

  #up(clientId: string): void {
    if (this.#down.delete(clientId) && this.#down.size === 0) this.#events?.connected();
  }

  async send(...[target, message]: Parameters<TransportDriver['send']>): Promise<void> {
    const client = this.#sender;
    const topic = this.#names.topic(target);
    if (client?.connected !== true) throw new TransportError('TRN2001', 'there is no connection');
    const { body } = message;
    const payload = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    await new Promise<void>((resolve, reject) => {
      let id = 0;
      // Lost connections are the library's: it sends again what has no confirmation. We only watch the time.
      const timer = setTimeout(() => {
        if (!client.disconnecting) client.removeOutgoingMessage(id);
        reject(new TransportError('TRN2001', `no confirmation for ${topic}`));
      }, this.#options.sendTimeout ?? SEND_WITHIN);
      client.publish(topic, payload, publishOptions(message, this.#scheme, this.#names), (cause) => {
        clearTimeout(timer);
        const isUnmatched = this.#unmatched.delete(id) && target.kind === 'queue';
        if (cause instanceof Error) reject(transportError('TRN2005', `no confirmation for ${topic}`, cause));
        else if (isUnmatched) reject(new TransportError('TRN2004', `nobody has subscribed to ${topic}`));
        else resolve();
      });
      id = client.getLastMessageId();
    });
  }

  async receive(...[source, take]: Parameters<TransportDriver['receive']>): Promise<Receiver> {
    const receiver = new MqttReceiver(source, take, this.#names, this.#scheme);
    const { durable } = source;
    const client = await this.#openClient(
      durable ?? `${this.#clientId}-${crypto.randomUUID().slice(0, 8)}`,
      durable === undefined ? this.#sessionExpiry : FOR_EVER,
      Math.min(source.concurrency, 0xffff),
      (again) => receiver.open(again),
      { prepare: (fresh) => receiver.prepare(fresh), lost: () => receiver.lost() },
    );
    this.#receivers.set(receiver, client);
    return {
      stop: () => receiver.stop(),
      close: async () => {
        this.#receivers.delete(receiver);
        await receiver.close();
      },
    };
  }

  async openInbox(...[take]: Parameters<NonNullable<TransportDriver['openInbox']>>): Promise<string> {
    const inbox = this.#names.inbox + crypto.randomUUID();
    this.#sender?.on('message', (topic, _payload, packet) => {
      if (topic === inbox) take(messageOf(packet, this.#scheme, this.#names));
    });
    await this.#sender?.subscribeAsync(inbox, { qos: 1 });
    this.#inbox = inbox;
    return inbox;
  }

  async watch(...[take]: Parameters<NonNullable<TransportDriver['watch']>>): Promise<Receiver> {
    const client = await this.#openClient(`${this.#clientId}-watch`, 0, 0xffff, async (again) => {
      await again.subscribeAsync([...this.#names.everything], { qos: 0 });
    });
    client.on('message', (topic, _payload, packet) => {
      const message = messageOf(packet, this.#scheme, this.#names);
      take({ ...message, destination: this.#names.destination(topic), redelivered: false });
    });
    const close = async (): Promise<void> => {
      await client.endAsync(true).catch(() => undefined);
    };
    return { stop: close, close };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#receivers.keys()].map((receiver) => receiver.close()));
    this.#receivers.clear();
    if (this.#sender !== undefined) await endClient(this.#sender, 0);
  }
}
