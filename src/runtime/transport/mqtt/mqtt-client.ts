import type * as Mqtt from 'mqtt';
import type { IClientOptions, IPublishPacket, MqttClient } from 'mqtt';
import { delayOf } from '../back-off.js';
import type { ConnectOptions } from '../connect-within.js';
import { connectWithin, reconnectBackOff } from '../connect-within.js';
import { textOf, TransportError } from '../transport-error.js';

export interface ClientSettings extends ConnectOptions {
  readonly url: string;
  readonly clientId: string;
  /** Seconds for which the broker keeps the session after the connection is gone. */
  readonly sessionExpiry: number;
  /** How many deliveries the broker may leave unacknowledged. */
  readonly receiveMaximum: number;
  readonly connection: Readonly<Record<string, unknown>> | undefined;
  /** Called before anything can arrive: a session that the broker kept delivers at once. */
  readonly prepare: (client: MqttClient) => void;
  readonly connected: (client: MqttClient) => void;
  readonly lost: (error: TransportError) => void;
}

/** Opens a client with a session of its own; the library reconnects, with waits that grow. */
export function openClient(library: typeof Mqtt, settings: ClientSettings): Promise<MqttClient> {
  return connectWithin(settings, () => openOnce(library, settings));
}

async function openOnce(library: typeof Mqtt, settings: ClientSettings): Promise<MqttClient> {
  const { url, clientId, sessionExpiry, receiveMaximum, connection, prepare, connected, lost } = settings;
  const options: IClientOptions = {
    protocolVersion: 5,
    clientId,
    clean: false,
    keepalive: 30,
    connectTimeout: 10_000,
    resubscribe: false,
    queueQoSZero: false,
    ...connection,
    // The first attempt is ours, so that it is told when it fails.
    reconnectPeriod: 0,
    properties: { sessionExpiryInterval: sessionExpiry, receiveMaximum },
  };
  const client = library.connect(url, options);
  prepare(client);
  let last: unknown;
  client.on('error', (error) => (last = error));
  await new Promise<void>((resolve, reject) => {
    const failed = (): void => {
      client.end(true);
      reject(
        new TransportError('TRN2001', `cannot connect: ${last === undefined ? 'closed' : textOf(last)}`),
      );
    };
    client.once('close', failed);
    client.once('connect', () => {
      client.removeListener('close', failed);
      resolve();
    });
  });
  const backOff = reconnectBackOff(settings);
  let attempt = 0;
  const plan = (): void => {
    client.options.reconnectPeriod = delayOf(backOff, ++attempt);
  };
  plan();
  client.on('connect', () => {
    attempt = 0;
    plan();
    connected(client);
  });
  client.on('close', () => {
    plan();
    lost(new TransportError('TRN2001', 'connection to the MQTT broker lost'));
  });
  client.on('disconnect', ({ reasonCode }) => {
    if (reasonCode !== SESSION_TAKEN_OVER) return;
    client.end(true);
    lost(new TransportError('TRN2001', `another client has taken over the session ${clientId}`));
  });
  return client;
}

const SESSION_TAKEN_OVER = 142;

/**
 * Hands out deliveries without acknowledging them; `acknowledge` does that later. The library acknowledges when its `handleMessage`
 * calls back, one message after the other; called back with an error it goes on and leaves the acknowledgement to us.
 */
export function holdDeliveries(
  client: MqttClient,
  take: (packet: IPublishPacket, done: () => void) => void,
): void {
  client.handleMessage = (packet, callback) => {
    if (packet.qos === 0) {
      take(packet, () => callback());
      return;
    }
    take(packet, () => acknowledge(client, packet.messageId));
    callback(HELD);
  };
}

const HELD = new Error('acknowledged later');

function acknowledge(client: MqttClient, messageId: number | undefined): void {
  const send: unknown = Reflect.get(client, '_sendPacket');
  if (typeof send !== 'function')
    throw new TransportError('TRN1001', 'this version of mqtt cannot acknowledge later; install 5.16');
  Reflect.apply(send, client, [{ cmd: 'puback', messageId, reasonCode: 0 }]);
}

/** Ends a client; without a connection it does not wait for confirmations that cannot come. */
export async function endClient(client: MqttClient, sessionExpiry: number | undefined): Promise<void> {
  const properties =
    sessionExpiry === undefined ? {} : { properties: { sessionExpiryInterval: sessionExpiry } };
  await client.endAsync(!client.connected, properties).catch(() => undefined);
}
