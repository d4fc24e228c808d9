import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { distinguishedName } from '../distinguished-name.js';
import type { PeerIdentity } from '../middleware-adapter.js';
import { transportError } from '../transport-error.js';
import { MAXIMUM_HEADER } from './http-client.js';
import { readBody } from './read-body.js';
import { serverOptions, type TlsServerOptions } from './tls-options.js';

/** Bounds on what others may do to a listener. Each has a default. */
export interface HttpLimits {
  /** Bytes of a body; 64 MiB by default. */
  readonly maximumBody?: number;
  /** Bytes of all bodies that are being read or handled at a time; 256 MiB by default. */
  readonly maximumBodies?: number;
  /** Bytes of the header of a request; 64 KiB by default. */
  readonly maximumHeader?: number;
  /** Milliseconds until the header must be there; 10,000 by default. */
  readonly headerTimeout?: number;
  /** Milliseconds until the whole request must be there; 60,000 by default. */
  readonly requestTimeout?: number;
  /** Milliseconds that a connection may be idle between requests; 30,000 by default. */
  readonly idleTimeout?: number;
  /** Connections at a time; 1,000 by default. */
  readonly maximumConnections?: number;
}

/** Where a listener listens, and to whom. */
export interface HttpListenerOptions {
  /** 127.0.0.1 by default. */
  readonly host?: string;
  /** 0, the default, for any that is free. */
  readonly port?: number;
  readonly tls?: TlsServerOptions;
  readonly limits?: HttpLimits;
  /** Told of everything that is refused before anybody handles it. */
  readonly onRefused?: (refused: HttpRefused) => void;
}

/** A request, or an attempt at one, that was refused. */
export interface HttpRefused {
  readonly status: number;
  readonly reason: string;
  readonly address?: string | undefined;
  readonly path?: string | undefined;
}

/** What is known before the body. */
export interface HttpHead {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** By name in lower case; several of one name joined. */
  readonly headers: Readonly<Record<string, string>>;
  readonly peer: PeerIdentity;
}

export interface HttpRequest extends HttpHead {
  readonly body: Uint8Array;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** Handles requests. What is not handled is refused before its body is read. */
export interface HttpHandler {
  /** Looks at the head: an answer refuses the request. */
  refuse(head: HttpHead): (HttpAnswer & { readonly reason: string }) | undefined;
  /** Answers; must not reject. */
  handle(request: HttpRequest): Promise<HttpAnswer>;
}

export interface HttpListener {
  readonly url: string;
  readonly port: number;
  /** Takes no new connections; resolves when the answers under way are sent, or cut off after `timeout` milliseconds. */
  close(timeout?: number): Promise<void>;
}

/** Listens for HTTP requests, within limits. */
export async function listenHttp(options: HttpListenerOptions, handler: HttpHandler): Promise<HttpListener> {
  const { host = '127.0.0.1', port = 0, limits = {}, tls } = options;
  const { headerTimeout = 10_000, requestTimeout = 60_000, idleTimeout = 30_000 } = limits;
  const settings = {
    maxHeaderSize: limits.maximumHeader ?? MAXIMUM_HEADER,
    headersTimeout: Math.min(headerTimeout, requestTimeout),
    requestTimeout,
    keepAliveTimeout: idleTimeout,
    connectionsCheckingInterval: Math.max(50, Math.min(1000, headerTimeout / 4)),
    noDelay: true,
  };
  const server =
    tls === undefined
      ? (await import('node:http')).createServer(settings)
      : (await import('node:https')).createServer({
          ...settings,
          ...serverOptions(tls),
          handshakeTimeout: headerTimeout,
        });
  server.maxConnections = limits.maximumConnections ?? 1000;
  const requests = new Requests(options, handler);
  const take = (request: IncomingMessage, response: ServerResponse): void => requests.take(request, response);
  server.on('request', take);
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) =>
    requests.take(request, response, () => response.writeContinue()),
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => requests.spoilt(error, socket));
  server.on('tlsClientError', (error: Error, socket: TLSSocket) =>
    options.onRefused?.({ status: 0, reason: `TLS: ${error.message}`, address: socket.remoteAddress }),
  );
  server.on('drop', (drop) =>
    options.onRefused?.({ status: 0, reason: 'too many connections', address: drop?.remoteAddress }),
  );
  await listening(server, host, port);
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${name}:${address.port}`,
    port: address.port,
    close: (timeout = 5000) => closed(server, timeout),
  };
}

const listening = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(transportError('TRN2001', `cannot listen on ${host}:${port}`, cause)),
    );
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      server.on('error', () => undefined);
      resolve();
    });
  });

const closed = (server: Server, timeout: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), timeout);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });

class Requests {
  readonly #options: HttpListenerOptions;
  readonly #handler: HttpHandler;
  readonly #maximumBody: number;
  readonly #maximumBodies: number;
  #held = 0;

  constructor(options: HttpListenerOptions, handler: HttpHandler) {
    this.#options = options;
    this.#handler = handler;
    this.#maximumBody = options.limits?.maximumBody ?? 64 * 1024 * 1024;
    this.#maximumBodies = options.limits?.maximumBodies ?? 256 * 1024 * 1024;
  }

  take(request: IncomingMessage, response: ServerResponse, proceed?: () => void): void {
    const head = headOf(request);
    const early = this.#handler.refuse(head) ?? this.#tooLarge(head);
    if (early !== undefined) return this.#refuse(head, early, response);
    proceed?.();
    void this.#answer(request, head, response);
  }

  async #answer(request: IncomingMessage, head: HttpHead, response: ServerResponse): Promise<void> {
    let held = 0;
    const body = await readBody(request, this.#maximumBody, (bytes) => {
      held += bytes;
      this.#held += bytes;
      return this.#held <= this.#maximumBodies;
    });
    try {
      if (body === 'too-large') return this.#refuse(head, TOO_LARGE, response);
      if (body === 'no-room') return this.#refuse(head, NO_ROOM, response);
      if (body === 'cut') return;
      const answer = await this.#handler.handle({ ...head, body });
      send(response, answer);
    } catch {
      send(response, { status: 500 });
    } finally {
      this.#held -= held;
    }
  }

  #tooLarge({ headers }: HttpHead): typeof TOO_LARGE | undefined {
    const length = Number(headers['content-length'] ?? 0);
    return length > this.#maximumBody ? TOO_LARGE : undefined;
  }

  #refuse(head: HttpHead, answer: HttpAnswer & { readonly reason: string }, response: ServerResponse): void {
    this.#options.onRefused?.({
      status: answer.status,
      reason: answer.reason,
      address: head.peer.address,
      path: head.path,
    });
    // The rest of the body is not read: the connection is of no use any more.
    send(response, { ...answer, headers: { ...answer.headers, connection: 'close' } });
    response.once('finish', () => setTimeout(() => response.socket?.destroy(), 500).unref());
  }

  /** What is no HTTP, or did not come in time. */
  spoilt(error: NodeJS.ErrnoException, socket: Socket): void {
    const [status, reason] = SPOILT[error.code ?? ''] ?? [400, 'Bad Request'];
    if (error.code !== 'ECONNRESET')
      this.#options.onRefused?.({ status, reason: error.code ?? reason, address: socket.remoteAddress });
    if (socket.writable && error.code !== 'ECONNRESET')
      socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    else socket.destroy();
  }
}

const TOO_LARGE = { status: 413, reason: 'the body is too large' };
const NO_ROOM = { status: 503, reason: 'too many bodies at a time', headers: { 'retry-after': '1' } };

const SPOILT: Readonly<Record<string, readonly [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
};

function send(response: ServerResponse, { status, headers = {}, body }: HttpAnswer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-length': String(body?.length ?? 0) });
  response.end(body);
}

function headOf(request: IncomingMessage): HttpHead {
  const [path = '/', query = ''] = splitOnce(request.url ?? '/', '?');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  return { method: request.method ?? '', path, query, headers, peer: peerOf(request.socket) };
}

const splitOnce = (text: string, separator: string): readonly [string, string] => {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

function peerOf(socket: Socket): PeerIdentity {
  const address = socket.remoteAddress === undefined ? {} : { address: socket.remoteAddress };
  if (!isTls(socket)) return address;
  // A certificate that was not verified proves nothing.
  const certificate = socket.authorized ? socket.getPeerX509Certificate() : undefined;
  return {
    ...address,
    encrypted: true,
    ...(certificate === undefined
      ? {}
      : {
          certificateSubject: distinguishedName(certificate.subject),
          certificateFingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
        }),
  };
}

const isTls = (socket: Socket): socket is TLSSocket => 'encrypted' in socket && socket.encrypted === true;
