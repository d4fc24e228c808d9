import type { Taken } from '../driver.js';

/** What waits for one handler: so many in hand at a time, so many waiting behind, and no more. */
export class Waiting {
  stopped = false;
  readonly #concurrency: number;
  readonly #most: number;
  readonly #take: (taken: Taken) => void;
  readonly #queue: Taken[] = [];
  #inHand = 0;

  constructor(concurrency: number, most: number, take: (taken: Taken) => void) {
    this.#concurrency = concurrency;
    this.#most = most;
    this.#take = take;
  }

  /** False where there is no room. */
  put(taken: Taken): boolean {
    if (this.stopped) return false;
    if (this.#inHand < this.#concurrency) this.#hand(taken);
    else if (this.#queue.length < this.#most) this.#queue.push(taken);
    else return false;
    return true;
  }

  /** Takes no more; what waits is given back. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const { release } of this.#queue.splice(0)) await release?.(0);
  }

  #hand(taken: Taken): void {
    this.#inHand++;
    const then = async (settle: (() => Promise<void>) | undefined): Promise<void> => {
      await settle?.();
      this.#inHand--;
      const next = this.#queue.shift();
      if (next !== undefined) this.#hand(next);
    };
    const { release, reject } = taken;
    this.#take({
      delivery: taken.delivery,
      accept: () => then(() => taken.accept()),
      ...(release === undefined ? {} : { release: (delay: number) => then(() => release(delay)) }),
      ...(reject === undefined ? {} : { reject: (reason: string) => then(() => reject(reason)) }),
    });
  }
}
