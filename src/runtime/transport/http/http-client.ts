import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import { TransportError, textOf } from '../transport-error.js';
import { readBody } from './read-body.js';
import { clientOptions, type TlsClientOptions } from './tls-options.js';

/** Bytes of the header of a response, and of a request where nothing else is said: properties travel there. */
export const MAXIMUM_HEADER = 64 * 1024;

/** How requests are made. */
export interface HttpClientOptions {
  readonly tls?: TlsClientOptions;
  /** Bytes of a response; 64 MiB by default. */
  readonly maximumBody?: number;
  /** Connections at a time to one host; 64 by default. They are kept alive. */
  readonly connections?: number;
}

/** A request to be sent. Redirections are not followed: a message goes where it was sent, or nowhere. */
export interface HttpPost {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpReply {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface HttpClient {
  post(url: string, post: HttpPost): Promise<HttpReply>;
  close(): void;
}

/** Makes requests over connections that are kept alive. */
export async function httpClient(options: HttpClientOptions = {}): Promise<HttpClient> {
  const { tls = {}, maximumBody = 64 * 1024 * 1024, connections = 64 } = options;
  const [http, https] = await Promise.all([import('node:http'), import('node:https')]);
  const settings = { keepAlive: true, maxSockets: connections, noDelay: true };
  const plain = new http.Agent(settings);
  const secure = new https.Agent({ ...settings, ...clientOptions(tls) });
  const open = (url: URL, { headers, body, signal }: HttpPost): ClientRequest => {
    const isSecure = url.protocol === 'https:';
    const agent: Agent = isSecure ? secure : plain;
    return (isSecure ? https : http).request(url, {
      method: 'POST',
      agent,
      maxHeaderSize: MAXIMUM_HEADER,
      headers: { ...headers, 'content-length': String(body.length) },
      ...(signal === undefined ? {} : { signal }),
    });
  };
  return {
    async post(address, post) {
      const url = new URL(address);
      const send = (): Promise<HttpReply> => exchange(open(url, post), post.body, maximumBody);
      try {
        return await send();
      } catch (cause) {
        // The server closed a connection that was idle, while it was taken up again: nothing was sent.
        if (cause instanceof StaleConnection) return await send();
        throw cause;
      }
    },
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}

class StaleConnection extends Error {
  override readonly name = 'StaleConnection';
}

function exchange(request: ClientRequest, body: Uint8Array, maximumBody: number): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    let answered = false;
    request.on('error', (cause: NodeJS.ErrnoException) => {
      if (request.reusedSocket && cause.code === 'ECONNRESET' && !answered)
        return reject(new StaleConnection('the connection was closed', { cause }));
      reject(cause.name === 'AbortError' ? cause : failure(cause));
    });
    request.on('response', (response) => {
      answered = true;
      void readBody(response, maximumBody).then((read) => {
        if (typeof read !== 'string') return resolve({ ...statusAndHeaders(response), body: read });
        response.destroy();
        reject(
          read === 'cut'
            ? new TransportError('TRN3004', 'the connection was lost before the whole response was there')
            : new TransportError('TRN3001', `the response has more than ${maximumBody} bytes`),
        );
      });
    });
    request.end(body);
  });
}

const statusAndHeaders = (response: IncomingMessage): Pick<HttpReply, 'status' | 'headers'> => ({
  status: response.statusCode ?? 0,
  headers: Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  ),
});

/** Nothing reached anybody, or nobody knows whether it did. */
function failure(cause: NodeJS.ErrnoException): TransportError {
  const nobody = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];
  const isTls = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/u.test(cause.code ?? '');
  if (isTls) return new TransportError('TRN3005', `TLS: ${textOf(cause)}`, { cause });
  return new TransportError(nobody.includes(cause.code ?? '') ? 'TRN2004' : 'TRN3004', textOf(cause), {
    cause,
  });
}
