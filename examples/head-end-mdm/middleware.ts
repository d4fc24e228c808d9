import type { MiddlewareAdapter } from '@cimbind/runtime/transport';
import { createInMemoryMiddleware } from '@cimbind/runtime/transport/in-memory';

/** A transport by its name: where it is and how an adapter to it is made. The client library is loaded only then. */
export const TRANSPORTS: Readonly<
  Record<string, (address: string | undefined) => Promise<MiddlewareAdapter>>
> = {
  memory: async () => {
    const { createInMemoryAdapter } = await import('@cimbind/runtime/transport/in-memory');
    return createInMemoryAdapter({ middleware: SHARED });
  },
  stomp: async (address = 'stomp://127.0.0.1:61613') => {
    const { createStompAdapter } = await import('@cimbind/runtime/transport/stomp');
    return createStompAdapter({ url: address });
  },
  amqp: async (address = 'amqp://guest:guest@127.0.0.1:5672') => {
    const { createAmqp091Adapter } = await import('@cimbind/runtime/transport/amqp091');
    return createAmqp091Adapter({ url: address });
  },
  nats: async (address = 'nats://127.0.0.1:4222') => {
    const { createNatsAdapter } = await import('@cimbind/runtime/transport/nats');
    return createNatsAdapter({ servers: address });
  },
  mqtt: async (address = 'mqtt://127.0.0.1:1883') => {
    const { createMqttAdapter } = await import('@cimbind/runtime/transport/mqtt');
    return createMqttAdapter({ url: address });
  },
};

/** In memory, both components share one middleware. */
const SHARED = createInMemoryMiddleware();
