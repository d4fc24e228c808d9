import { createServer } from 'node:net';
import type { MiddlewareAdapter, TransportOptions } from '@cimbind/runtime/transport';
import type { TransportUnderTest } from './conformance.js';

/** A port on which nobody listens. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Where nobody is. */
export const NOBODY = 'http://127.0.0.1:1/nobody';

/** What an adapter is made of: where it listens, and who listens where. */
export interface HttpPlace {
  readonly port: number;
  readonly addresses: (destination: string) => readonly string[];
}

/** Adapters that know of each other where each destination is: the registry that HTTP leaves to configuration. */
export async function overHttp(
  create: (place: HttpPlace, options: TransportOptions | undefined) => MiddlewareAdapter,
): Promise<TransportUnderTest> {
  const ports = await Promise.all(Array.from({ length: 200 }, freePort));
  const where = new Map<string, Set<string>>();
  const addresses = (destination: string): readonly string[] => [...(where.get(destination) ?? [])];
  return {
    create: (options) => {
      const port = ports.pop() ?? 0;
      const adapter = create({ port, addresses }, options);
      const register = (name: string): void => {
        const all = where.get(name) ?? new Set();
        where.set(name, all.add(`http://127.0.0.1:${port}/${name.split('.').join('/')}`));
      };
      const { serve, subscribe } = adapter;
      return Object.assign(adapter, {
        serve: (...[destination, ...rest]: Parameters<typeof serve>) => {
          register(destination);
          return serve.call(adapter, destination, ...rest);
        },
        subscribe: (...[topic, ...rest]: Parameters<typeof subscribe>) => {
          register(topic);
          return subscribe.call(adapter, topic, ...rest);
        },
      });
    },
    replyAddress: (destination) => addresses(destination)[0] ?? '',
    close: async () => undefined,
  };
}
