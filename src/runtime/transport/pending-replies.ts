import type { RequestOptions, TransportMessage } from './middleware-adapter.js';
import { TransportError } from './transport-error.js';

/** Requests under way, by correlation. A reply that none of them waits for is not let in. */
export class PendingReplies {
  readonly #waiting = new Map<string, (reply: TransportMessage) => void>();

  get size(): number {
    return this.#waiting.size;
  }

  /** Waits for one reply. What `send` rejects with ends the wait, and so do time and signal. */
  expect(
    correlation: string,
    { timeout, signal }: RequestOptions,
    send: () => Promise<void>,
  ): Promise<TransportMessage> {
    if (this.#waiting.has(correlation))
      return Promise.reject(
        new TransportError('TRN3006', `a request with correlation ${correlation} is under way already`),
      );
    return new Promise((resolve, reject) => {
      const end = (): void => {
        this.#waiting.delete(correlation);
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
      };
      const fail = (error: unknown): void => {
        end();
        reject(error instanceof Error ? error : new TransportError('TRN2005', String(error)));
      };
      const cancel = (): void => fail(cancelled(signal));
      const timer = setTimeout(() => fail(timedOut(timeout)), timeout);
      this.#waiting.set(correlation, (reply) => {
        end();
        resolve(reply);
      });
      if (signal?.aborted === true) return cancel();
      signal?.addEventListener('abort', cancel);
      send().catch(fail);
    });
  }

  /** Hands a reply to its request; false where nobody waits for it. */
  settle(reply: TransportMessage): boolean {
    const resolve = this.#waiting.get(reply.correlationId ?? '');
    resolve?.(reply);
    return resolve !== undefined;
  }
}

/** The failure of a request that took too long. */
export const timedOut = (timeout: number): TransportError =>
  new TransportError('TRN2002', `no reply within ${timeout} ms`);

/** The failure of a call that its caller gave up. */
export const cancelled = (signal: AbortSignal | undefined): TransportError =>
  new TransportError('TRN2003', 'cancelled by the caller', { cause: signal?.reason });
