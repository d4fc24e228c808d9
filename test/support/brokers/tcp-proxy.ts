import type { Socket } from 'node:net';
import { createConnection, createServer } from 'node:net';

/** Stands between an adapter and its broker, to lose connections at will. */
export interface TcpProxy {
  readonly port: number;
  /** Breaks every connection, without a word to either side. */
  cut(): void;
  /** Lets nobody in until `open`. */
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

export async function startProxy(target: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let isShut = false;
  const server = createServer({ noDelay: true }, (client) => {
    if (isShut) {
      client.destroy();
      return;
    }
    const upstream = createConnection({ port: target, host: '127.0.0.1', noDelay: true });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut,
    shut: () => {
      isShut = true;
      cut();
    },
    open: () => {
      isShut = false;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
