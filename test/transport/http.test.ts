import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createHttpAdapter, type HttpOptions } from '@cimbind/runtime/transport/http';
import { transportConformance } from './conformance.js';
import { freePort, NOBODY, overHttp } from './over-http.js';

transportConformance('HTTP', createHttpAdapter({}).capabilities, () =>
  overHttp(({ port, addresses }, options) =>
    createHttpAdapter({
      url: (destination) => addresses(destination)[0] ?? NOBODY,
      subscribers: addresses,
      listen: { port },
      contentTypes: [/./u],
      ...options,
    }),
  ),
);

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
