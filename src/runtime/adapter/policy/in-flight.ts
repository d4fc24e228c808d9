/** How much is taken on at once. */
export interface InFlightOptions {
  /** Messages in hand at most. */
  readonly limit: number;
  /** Messages that may wait for their turn; what comes beyond is refused. */
  readonly waiting: number;
}

/** Too much at once: the sender may come again later. */
export class OverloadError extends Error {
  /** Reply code: not processed, system overloaded. */
  readonly code = '5.1';
  readonly retriable = true;
  constructor(limit: number) {
    super(`${limit} messages are in hand already`);
    this.name = 'OverloadError';
  }
}

/** Back-pressure: a bounded number of messages in hand, a bounded number behind them, in the order in which they came. */
export class InFlight {
  private readonly queue: (() => void)[] = [];
  private inHand = 0;

  constructor(private readonly options: InFlightOptions) {}

  get size(): number {
    return this.inHand;
  }

  get waiting(): number {
    return this.queue.length;
  }

  /** Runs a task in its turn. */
  run<T>(task: () => Promise<T>): Promise<T> {
    if (this.inHand >= this.options.limit && this.queue.length >= this.options.waiting)
      return Promise.reject(new OverloadError(this.options.limit));
    return this.runLater(task);
  }

  /** Runs a task in its turn, however many wait: what was promised has to be done. */
  async runLater<T>(task: () => Promise<T>): Promise<T> {
    if (this.inHand >= this.options.limit) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.inHand++;
    try {
      return await task();
    } finally {
      // A place that becomes free goes to the next in the queue without being counted down in between.
      const next = this.queue.shift();
      if (next === undefined) this.inHand--;
      else next();
    }
  }
}
