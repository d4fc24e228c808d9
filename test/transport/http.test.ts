import { connect, createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { TransportOptions } from '@cimbind/runtime/transport';
import { createHttpAdapter, type HttpOptions } from '@cimbind/runtime/transport/http';
import { transportConformance } from './conformance.js';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Adapters that know of each other where each destination is: the registry that HTTP leaves to configuration. */
transportConformance('HTTP', createHttpAdapter({}).capabilities, async () => {
  const ports = await Promise.all(Array.from({ length: 200 }, freePort));
  const where = new Map<string, Set<string>>();
  const addresses = (destination: string): readonly string[] => [...(where.get(destination) ?? [])];
  return {
    create: (options?: TransportOptions) => {
      const port = ports.pop() ?? 0;
      const adapter = createHttpAdapter({
        url: (destination) => addresses(destination)[0] ?? 'http://127.0.0.1:1/nobody',
        subscribers: addresses,
        listen: { port },
        contentTypes: [/./u],
        ...options,
      });
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
});

describe('HTTP against a hostile peer', () => {
  const open = async (
    more: Partial<HttpOptions> = {},
    listen = {},
  ): Promise<{ url: string; end: () => Promise<void>; port: number }> => {
    const port = await freePort();
    const adapter = createHttpAdapter({ listen: { port, ...listen }, ...more });
    await adapter.start();
    await adapter.serve('MeterReadings.get', async ({ body }) => ({
      body,
      contentType: 'application/xml',
      properties: {},
    }));
    return { url: `http://127.0.0.1:${port}/MeterReadings/get`, port, end: () => adapter.drain(2000) };
  };
  const post = (url: string, body: string, type = 'application/xml'): Promise<Response> =>
    fetch(url, { method: 'POST', body, headers: { 'content-type': type } });

  test.each([
    ['another path', async (url: string) => post(`${url}/more`, '<x/>'), 404],
    ['a broken path', async (url: string) => post(`${url}%zz`, '<x/>'), 404],
    ['another method', async (url: string) => fetch(url), 405],
    ['another content type', async (url: string) => post(url, 'x', 'image/png'), 415],
    ['a body too large', async (url: string) => post(url, 'x'.repeat(2000)), 413],
    ['what it takes', async (url: string) => post(url, '<x/>'), 200],
  ])('%s', async (_, call, status) => {
    const { url, end } = await open({ maximumBody: 1000 });
    const response = await call(url);
    expect(response.status).toBe(status);
    expect((await post(url, '<y/>')).status).toBe(200);
    await end();
  });

  test('who sends its head too slowly is cut off', async () => {
    const { port, url, end } = await open({}, { headersTimeout: 300, requestTimeout: 600 });
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /MeterReadings/get HTTP/1.1\r\nHost: x\r\n');
    await new Promise<void>((resolve) => {
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
      socket.resume();
    });
    expect((await post(url, '<y/>')).status).toBe(200);
    await end();
  });
});
