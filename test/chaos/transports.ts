import type { MiddlewareAdapter } from '@cimbind/runtime/transport';
import { createAmqp091Adapter } from '@cimbind/runtime/transport/amqp091';
import { createNatsAdapter } from '@cimbind/runtime/transport/nats';
import { createStompAdapter } from '@cimbind/runtime/transport/stomp';
import { ACTIVEMQ } from '../support/brokers/activemq.js';
import type { BrokerKind } from '../support/brokers/broker.js';
import { NATS } from '../support/brokers/nats.js';
import { RABBITMQ } from '../support/brokers/rabbitmq.js';

export interface ChaosTransport {
  readonly kind: BrokerKind;
  readonly protocol: string;
  create(port: number): MiddlewareAdapter;
}

/** A broker that comes back is given its time; a delivery is handed out as often as it takes. */
const PATIENT = { sendTimeout: 120_000, redelivery: { limit: 1000, delay: 50, longest: 500 } };

export const CHAOS_TRANSPORTS: Readonly<Record<string, ChaosTransport>> = {
  nats: {
    kind: NATS,
    protocol: 'nats',
    create: (port) =>
      createNatsAdapter({
        servers: `127.0.0.1:${port}`,
        ackWait: 5000,
        connectTimeout: 60_000,
        reconnect: { longest: 500 },
        ...PATIENT,
      }),
  },
  amqp091: {
    kind: RABBITMQ,
    protocol: 'amqp',
    create: (port) =>
      createAmqp091Adapter({
        url: `amqp://guest:guest@127.0.0.1:${port}`,
        connectTimeout: 90_000,
        reconnect: { longest: 500 },
        deliveryLimit: 10_000,
        ...PATIENT,
      }),
  },
  stomp: {
    kind: ACTIVEMQ,
    protocol: 'stomp',
    create: (port) =>
      createStompAdapter({
        url: `stomp://127.0.0.1:${port}`,
        connectTimeout: 60_000,
        reconnect: { longest: 500 },
        ...PATIENT,
      }),
  },
};
