import type { Clock } from './clock.js';
import { wait } from './clock.js';
import type { Failure } from './failure.js';
import { failureOf } from './failure.js';

/** How often and when something that failed is tried again. */
export interface RetryPolicy {
  /** Tries in all, the first one included. */
  readonly attempts: number;
  /** Milliseconds before the second try. */
  readonly firstDelay: number;
  /** Each delay is so many times the one before. */
  readonly factor: number;
  /** No delay is longer than this, in milliseconds. */
  readonly maxDelay: number;
  /** Share of a delay that is left to chance, 0 to 1, so that many senders do not come back at once. */
  readonly jitter: number;
}

/** Three tries within a few seconds. */
export const DEFAULT_RETRY: RetryPolicy = {
  attempts: 3,
  firstDelay: 200,
  factor: 4,
  maxDelay: 30_000,
  jitter: 0.5,
};

/** No second try. */
export const NO_RETRY: RetryPolicy = { ...DEFAULT_RETRY, attempts: 1 };

/** What a run of tries needs. */
export interface RetryRun {
  readonly clock: Clock;
  /** Chance, from a seed in tests. */
  readonly random: () => number;
  readonly signal?: AbortSignal | undefined;
  readonly onRetry?: ((failure: Failure, attempt: number, delay: number) => void) | undefined;
}

/** Milliseconds to wait after a number of failed tries. */
export function backOff(policy: RetryPolicy, failed: number, random: () => number): number {
  const full = Math.min(policy.maxDelay, policy.firstDelay * policy.factor ** (failed - 1));
  return Math.round(full * (1 - policy.jitter * random()));
}

/** Tries until it succeeds, fails for good, or the tries are used up; the last error is what the caller gets then. */
export async function retry<T>(
  policy: RetryPolicy,
  run: RetryRun,
  task: (attempt: number) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task(attempt);
    } catch (error) {
      const failure = failureOf(error);
      if (!failure.isRetriable || attempt >= policy.attempts || run.signal?.aborted === true) throw error;
      const delay = backOff(policy, attempt, run.random);
      run.onRetry?.(failure, attempt, delay);
      await wait(run.clock, delay, run.signal);
    }
  }
}
