import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { Receiver, Source, Taken } from '../driver.js';
import { Gate } from '../gate.js';
import type { PeerIdentity } from '../middleware-adapter.js';
import { transportError } from '../transport-error.js';
import type { ListenOptions } from './http.js';
import type { HttpScheme } from './http-message.js';

export interface ServerOptions extends ListenOptions {
  readonly basePath: string;
  readonly maximumBody: number;
  readonly contentTypes: readonly (string | RegExp)[] | undefined;
  readonly scheme: HttpScheme;
}

interface Route {
  readonly source: Source;
  readonly gate: Gate;
  waiting: number;
  isStopped: boolean;
}

const TYPES: readonly (string | RegExp)[] = [/^(?:application|text)\/(?:[\w.+-]+\+)?(?:xml|json)$/u];

/** Takes messages as requests, within limits of size, time and number. Whatever is wrong is answered, never thrown. */
export class HttpServer {
  readonly #options: ServerOptions;
  readonly #server: Server;
  readonly #routes = new Map<string, Route>();

  constructor(options: ServerOptions) {
    this.#options = options;
    const { headersTimeout = 10_000, requestTimeout = 60_000, maximumConnections = 1000, tls } = options;
    const settings = {
      headersTimeout,
      requestTimeout,
      maxHeaderSize: 64 * 1024,
      connectionsCheckingInterval: 1000,
    };
    const listener = (request: IncomingMessage, response: ServerResponse): void => {
      this.#take(request, response).catch(() => response.destroy());
    };
    this.#server =
      tls === undefined
        ? createServer(settings, listener)
        : createSecureServer({ ...settings, ...tls }, listener);
    this.#server.maxConnections = maximumConnections;
  }

  listen(): Promise<void> {
    const { port, host = '127.0.0.1' } = this.#options;
    return new Promise((resolve, reject) => {
      this.#server.once('error', (cause) =>
        reject(transportError('TRN1004', `cannot listen on ${host}:${port}`, cause)),
      );
      this.#server.listen(port, host, () => resolve());
    });
  }

  route(source: Source, take: (taken: Taken) => void): Receiver {
    const route: Route = { source, gate: new Gate(source.concurrency, take), waiting: 0, isStopped: false };
    this.#routes.set(source.name, route);
    const end = async (): Promise<void> => {
      route.isStopped = true;
      if (this.#routes.get(source.name) === route) this.#routes.delete(source.name);
    };
    return { stop: end, close: end };
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (!this.#server.listening) return resolve();
      this.#server.close(() => resolve());
      this.#server.closeIdleConnections();
      // Those in the middle of something have had their time by now.
      setTimeout(() => this.#server.closeAllConnections(), 1000).unref();
    });
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { basePath, maximumBody, contentTypes = TYPES, scheme, maximumWaiting = 1000 } = this.#options;
    const refuse = (status: number, why: string, headers: Record<string, string> = {}): void => {
      request.resume();
      response.writeHead(status, { 'content-type': 'text/plain', connection: 'close', ...headers }).end(why);
    };
    const route = this.#routes.get(destinationOf(request.url ?? '', basePath) ?? '');
    if (route === undefined) return refuse(404, 'nobody serves this address');
    if (request.method !== 'POST') return refuse(405, 'POST expected', { allow: 'POST' });
    const type =
      (request.headers['content-type'] ?? 'application/xml').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!contentTypes.some((one) => (typeof one === 'string' ? one === type : one.test(type))))
      return refuse(415, `${type} is not taken here`);
    if (Number(request.headers['content-length'] ?? 0) > maximumBody)
      return refuse(413, `at most ${maximumBody} bytes`);
    if (route.waiting >= maximumWaiting) return refuse(503, 'too much is waiting', { 'retry-after': '1' });
    route.waiting++;
    try {
      const body = await readBody(request, maximumBody);
      if (body === undefined) return refuse(413, `at most ${maximumBody} bytes`);
      await this.#handle(route, request, response, body, scheme);
    } finally {
      route.waiting--;
    }
  }

  #handle(
    route: Route,
    request: IncomingMessage,
    response: ServerResponse,
    body: Uint8Array,
    scheme: HttpScheme,
  ): Promise<void> {
    const { fields, ...message } = scheme.read(pairsOf(request));
    const peer = peerOf(request);
    const isOneWay = (request.headers['prefer'] ?? '').includes('respond-async');
    return new Promise((resolve) => {
      const settled = (answer: () => void): Promise<void> => {
        route.gate.leave();
        if (!response.destroyed) answer();
        resolve();
        return Promise.resolve();
      };
      if (route.isStopped) {
        response.writeHead(503, { 'retry-after': '1' }).end();
        return resolve();
      }
      route.gate.enter({
        delivery: {
          ...message,
          body,
          destination: route.source.name,
          redelivered: false,
          deliveryCount: 1,
          ...(peer === undefined ? {} : { peer }),
        },
        accept: (reply) =>
          settled(() => {
            if (reply === undefined) return void response.writeHead(isOneWay ? 202 : 204).end();
            const correlationId = reply.correlationId ?? fields.correlationId ?? fields.messageId;
            const headers = scheme.write(correlationId === undefined ? reply : { ...reply, correlationId });
            response.writeHead(200, { ...headers, 'content-length': reply.body.length }).end(reply.body);
          }),
        // The handler may do better later, so the sender is told to come back.
        release: () => settled(() => response.writeHead(503, { 'retry-after': '1' }).end()),
        reject: () => settled(() => response.writeHead(422, { 'content-type': 'text/plain' }).end('refused')),
      });
    });
  }
}

/** `/MeterReadings/get` below the base path as `MeterReadings.get`. */
function destinationOf(url: string, basePath: string): string | undefined {
  const path = url.split('?')[0] ?? '';
  const base = basePath.endsWith('/') ? basePath : `${basePath}/`;
  if (!path.startsWith(base)) return undefined;
  try {
    return path.slice(base.length).split('/').map(decodeURIComponent).join('.');
  } catch {
    return undefined;
  }
}

async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request) {
    if (!(part instanceof Uint8Array)) continue;
    length += part.length;
    if (length > limit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function* pairsOf({ headers }: IncomingMessage): Generator<readonly [string, string]> {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) yield [name, Array.isArray(value) ? value.join(', ') : value];
}

function peerOf({ socket }: IncomingMessage): PeerIdentity | undefined {
  const address = socket.remoteAddress === undefined ? {} : { address: socket.remoteAddress };
  if (!(socket instanceof TLSSocket) || !socket.authorized) return address;
  const { subject, fingerprint256 } = socket.getPeerCertificate();
  return {
    ...address,
    certificateSubject: Object.entries(subject)
      .map(([name, value]) => `${name}=${String(value)}`)
      .reverse()
      .join(','),
    certificateFingerprint: fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}
