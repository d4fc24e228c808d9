import type { BackOff } from './back-off.js';
import { delayOf, wait } from './back-off.js';
import { transportError } from './transport-error.js';

/** How a connection is made, and made again. */
export interface ConnectOptions {
  /** Milliseconds that the first connection may take, repetitions included; 30,000 by default. */
  readonly connectTimeout?: number;
  /** Waits between attempts to connect again; 100 ms, twice as long each time, at most 10 s by default. */
  readonly reconnect?: Partial<BackOff>;
}

export const reconnectBackOff = ({ reconnect = {} }: ConnectOptions): BackOff => ({
  delay: 100,
  factor: 2,
  longest: 10_000,
  ...reconnect,
});

/** Connects; where the middleware is not there yet, again and again until the time is over. */
export async function connectWithin<T>(options: ConnectOptions, connect: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + (options.connectTimeout ?? 30_000);
  const backOff = reconnectBackOff(options);
  for (let attempt = 1; ; attempt++) {
    try {
      return await connect();
    } catch (cause) {
      const error = transportError('TRN2001', 'cannot connect', cause);
      const delay = delayOf(backOff, attempt);
      if (!error.retriable || Date.now() + delay >= deadline) throw error;
      await wait(delay);
    }
  }
}
