import { connect, type Socket } from 'node:net';

/** What came back over a connection until it was closed. */
export interface RawAnswer {
  readonly text: string;
  /** Milliseconds from the connection to its end. */
  readonly took: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Sends pieces over a bare connection, with a pause before each but the first, and waits for its end: what no HTTP library
 * would do.
 */
export async function sendRaw(
  url: string,
  pieces: Iterable<string | Uint8Array>,
  options: { readonly pause?: number; readonly within?: number } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const started = performance.now();
  const socket: Socket = connect({ host: hostname, port: Number(port) });
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<void>((resolve) => {
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
  });
  const timer = setTimeout(() => socket.destroy(), options.within ?? 20_000);
  let open = true;
  void ended.then(() => (open = false));
  for (const piece of pieces) {
    if (!open) break;
    if (!socket.write(piece))
      await Promise.race([ended, new Promise((resolve) => socket.once('drain', resolve))]);
    if (options.pause !== undefined) await Promise.race([ended, pause(options.pause)]);
  }
  await ended;
  clearTimeout(timer);
  return { text, took: performance.now() - started };
}

/** The head of a SOAP request. */
export const soapHead = (path: string, headers: Readonly<Record<string, string>> = {}): string =>
  `POST ${path} HTTP/1.1\r\n${Object.entries({
    host: 'localhost',
    'content-type': 'text/xml; charset=utf-8',
    soapaction: '""',
    ...headers,
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

/** Status of an answer. */
export const statusOf = ({ text }: RawAnswer): string => /^HTTP\/1\.1 (\d+)/u.exec(text)?.[1] ?? 'no answer';
