import type { Clock } from './clock.js';

/** Work is refused because the adapter is about to stop. */
export class DrainingError extends Error {
  /** Reply code: not processed, transaction not tried. */
  readonly code = '5.2';
  readonly retriable = true;
  constructor() {
    super('the adapter is stopping and takes nothing new');
    this.name = 'DrainingError';
  }
}

/** Graceful drain: from `drain` on nothing new is taken; it resolves when what is in hand is finished, or time is up. */
export class DrainGate {
  private readonly idle: (() => void)[] = [];
  private inHand = 0;
  private draining = false;

  constructor(private readonly clock: Clock) {}

  get isDraining(): boolean {
    return this.draining;
  }

  get size(): number {
    return this.inHand;
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.draining) throw new DrainingError();
    return this.hold(task());
  }

  /** Counts work that was taken on before. */
  async hold<T>(work: Promise<T>): Promise<T> {
    this.inHand++;
    try {
      return await work;
    } finally {
      this.leave();
    }
  }

  /** Whether everything in hand was finished within so many milliseconds. */
  drain(timeout: number): Promise<boolean> {
    this.draining = true;
    if (this.inHand === 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const cancel = this.clock.after(timeout, () => resolve(false));
      this.idle.push(() => {
        cancel();
        resolve(true);
      });
    });
  }

  private leave(): void {
    this.inHand--;
    if (this.inHand === 0) for (const resolve of this.idle.splice(0)) resolve();
  }
}
