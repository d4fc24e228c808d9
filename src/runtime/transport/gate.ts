import type { Taken } from './driver.js';

/** Keeps what a broker hands out beyond what was asked for until a hand is free. Brokers are not all exact about that. */
export class Gate {
  readonly #width: number;
  readonly #take: (taken: Taken) => void;
  #unsettled = 0;
  #waiting: Taken[] = [];

  constructor(width: number, take: (taken: Taken) => void) {
    this.#width = width;
    this.#take = take;
  }

  enter(taken: Taken): void {
    if (this.#unsettled >= this.#width) {
      this.#waiting.push(taken);
      return;
    }
    this.#unsettled++;
    this.#take(taken);
  }

  /** One has been settled. */
  leave(): void {
    this.#unsettled = Math.max(0, this.#unsettled - 1);
    const next = this.#waiting.shift();
    if (next !== undefined) this.enter(next);
  }

  /** Forgets what waits: it goes back to the broker. */
  shut(): void {
    this.#waiting = [];
  }

  /** Begins anew on another connection. */
  reset(): void {
    this.shut();
    this.#unsettled = 0;
  }
}
