import type { Clock } from '@cimbind/runtime/adapter';

/** A clock that stands still until it is told to move on. */
export interface ManualClock extends Clock {
  /** Moves on, and lets everything happen that falls due, each at its time. */
  advance(milliseconds: number): Promise<void>;
  readonly pending: number;
}

/** Time in the hand of a test. */
export function manualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let now = start;
  const calls = new Set<{ readonly at: number; readonly call: () => void }>();
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    after: (milliseconds, call) => {
      const due = { at: now + milliseconds, call };
      calls.add(due);
      return () => calls.delete(due);
    },
    get pending() {
      return calls.size;
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const [next] = [...calls].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        calls.delete(next);
        now = Math.max(now, next.at);
        next.call();
        await settle();
      }
      now = end;
    },
  };
}
