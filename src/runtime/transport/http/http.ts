import type { TransportCapabilities } from '../capabilities.js';
import type { Receiver, Target, TransportDriver } from '../driver.js';
import type { HeaderNames } from '../header-scheme.js';
import type { MiddlewareAdapter, TransportMessage } from '../middleware-adapter.js';
import { createMiddlewareAdapter } from '../middleware.js';
import { textOf, TransportError, transportError } from '../transport-error.js';
import type { TransportOptions } from '../transport-options.js';
import type { HttpScheme } from './http-message.js';
import { httpScheme } from './http-message.js';
import { HttpServer } from './http-server.js';

export interface ListenOptions {
  readonly port: number;
  /** 127.0.0.1 by default. */
  readonly host?: string;
  /** Options of `https.createServer` of Node; HTTP without them. `requestCert` makes TLS mutual. */
  readonly tls?: Readonly<Record<string, unknown>>;
  /** Milliseconds for the head of a request, and for the whole of it: against a peer who drips. 10,000 and 60,000 by default. */
  readonly headersTimeout?: number;
  readonly requestTimeout?: number;
  /** Connections at a time; 1,000 by default. */
  readonly maximumConnections?: number;
  /** Requests in hand or waiting for one destination before 503 is answered; 1,000 by default. */
  readonly maximumWaiting?: number;
}

export interface HttpOptions extends TransportOptions {
  /** Where destinations are to be found: a base address, or a function of the destination. */
  readonly url?: string | ((destination: string) => string);
  /** Addresses to which events of a topic are sent: registered subscribers, there is no other way over HTTP. */
  readonly subscribers?: (topic: string) => readonly string[];
  /** Serves requests here; without it the adapter only sends. */
  readonly listen?: ListenOptions;
  /** Path before the noun; `/` by default. */
  readonly basePath?: string;
  /** Bytes of the largest body, sent or received; 16 MB by default. */
  readonly maximumBody?: number;
  /** Media types that are taken; XML and JSON by default. */
  readonly contentTypes?: readonly (string | RegExp)[];
  readonly headerNames?: HeaderNames;
  /** Sends requests; `fetch` of the platform by default. */
  readonly fetch?: typeof fetch;
}

const MAXIMUM_BODY = 16 * 1024 * 1024;

/**
 * HTTP, one resource a noun and verb: `POST /<noun>/<verb>`. An extension: IEC 61968-100 defines no such binding. There is no
 * broker: what nobody takes now is the sender's to send again, replies elsewhere go to registered addresses only.
 */
export const createHttpAdapter = (options: HttpOptions): MiddlewareAdapter =>
  createMiddlewareAdapter(new HttpDriver(options), {
    ...options,
    acceptsReplyTo: options.acceptsReplyTo ?? (() => false),
  });

class HttpDriver implements TransportDriver {
  readonly name = 'http';
  readonly capabilities: TransportCapabilities;
  readonly #options: HttpOptions;
  readonly #scheme: HttpScheme;
  readonly #server: HttpServer | undefined;

  constructor(options: HttpOptions) {
    const { maximumBody = MAXIMUM_BODY, listen, basePath = '/', contentTypes } = options;
    this.#options = options;
    this.#scheme = httpScheme(options.headerNames);
    this.capabilities = {
      publishSubscribe: true,
      durableSubscription: false,
      topicWildcards: false,
      storesMessages: false,
      survivesRestart: false,
      redelivery: 'sender',
      deadLetters: false,
      redeliversAfterLoss: false,
      bodies: 'any',
      watch: false,
      maximumBody,
    };
    this.#server =
      listen && new HttpServer({ ...listen, basePath, maximumBody, contentTypes, scheme: this.#scheme });
  }

  async open(...[{ connected }]: Parameters<TransportDriver['open']>): Promise<void> {
    await this.#server?.listen();
    connected();
  }

  async send(...[target, message]: Parameters<TransportDriver['send']>): Promise<void> {
    const signal = AbortSignal.timeout(this.#options.sendTimeout ?? 30_000);
    if (target.kind === 'queue') {
      await this.#post(this.#address(target.name), message, signal, 'oneway');
      return;
    }
    const addresses = this.#options.subscribers?.(target.name) ?? [];
    const outcomes = await Promise.allSettled(
      addresses.map((address) => this.#post(address, message, signal, 'oneway')),
    );
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw transportError('TRN2005', `an event of ${target.name}`, failed.reason);
  }

  exchange(target: Target, message: TransportMessage, signal: AbortSignal): Promise<TransportMessage> {
    return this.#post(this.#address(target.name), message, signal, 'reply');
  }

  #address(destination: string): string {
    if (/^https?:\/\//u.test(destination)) return destination;
    const { url } = this.#options;
    if (typeof url === 'function') return url(destination);
    if (url === undefined)
      throw new TransportError('TRN2004', `no address is configured for ${destination} (option url)`);
    const path = destination.split('.').map(encodeURIComponent).join('/');
    return new URL(path, url.endsWith('/') ? url : `${url}/`).href;
  }

  async #post(
    address: string,
    message: TransportMessage,
    signal: AbortSignal,
    expects: 'reply' | 'oneway',
  ): Promise<TransportMessage> {
    const headers = this.#scheme.write(message);
    if (expects === 'oneway') headers['prefer'] = 'respond-async';
    let response: Response;
    let body: Uint8Array;
    try {
      const fetch = this.#options.fetch ?? globalThis.fetch;
      // A redirect could lead anywhere, with the credentials of the message.
      const init: RequestInit = {
        method: 'POST',
        headers,
        body: new Uint8Array(message.body),
        signal,
        redirect: 'error',
      };
      response = await fetch(address, init);
      body = await bodyOf(response, this.capabilities.maximumBody ?? MAXIMUM_BODY);
    } catch (cause) {
      if (cause instanceof TransportError) throw cause;
      const { cause: inner } = cause instanceof Error ? cause : { cause: undefined };
      throw transportError('TRN2004', `nobody answers at ${address}`, inner ?? cause);
    }
    if (!response.ok) throw refusal(address, response, body);
    const { fields: _, ...rest } = this.#scheme.read(response.headers);
    return { ...rest, body };
  }

  async receive(...[source, take]: Parameters<TransportDriver['receive']>): Promise<Receiver> {
    if (this.#server === undefined)
      throw new TransportError(
        'TRN1002',
        'an adapter that does not listen cannot take messages (option listen)',
      );
    return this.#server.route(source, take);
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }
}

async function bodyOf(response: Response, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > limit) throw new TransportError('TRN3001', `a reply of more than ${limit} bytes`);
    parts.push(part);
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}

/** 408, 429 and 5xx may be better later; other statuses blame the message. */
function refusal(address: string, { status, headers }: Response, body: Uint8Array): TransportError {
  const text = /^text\/plain/u.test(headers.get('content-type') ?? '')
    ? `: ${textOf(new TextDecoder().decode(body.subarray(0, 500)))}`
    : '';
  const isLater = status >= 500 || status === 429 || status === 408;
  return new TransportError(
    isLater ? 'TRN3004' : status === 404 ? 'TRN2004' : 'TRN3005',
    `${address} answered ${status}${text}`,
  );
}
