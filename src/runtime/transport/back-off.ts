/** Waiting longer each time, with a limit. */
export interface BackOff {
  /** Milliseconds before the first repetition. */
  readonly delay: number;
  readonly factor: number;
  /** Milliseconds that a single wait takes at most. */
  readonly longest: number;
}

/** How long to wait before a repetition, counted from 1. */
export const delayOf = ({ delay, factor, longest }: BackOff, repetition: number): number =>
  Math.min(longest, delay * factor ** (repetition - 1));

/** Resolves after some milliseconds, or at once when the signal says so. */
export function wait(delay: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, delay);
    signal?.addEventListener('abort', done, { once: true });
  });
}
