import type { Source, Taken } from '../driver.js';
import type { Delivery, TransportMessage } from '../middleware-adapter.js';

interface Waiting {
  readonly message: TransportMessage;
  readonly destination: string;
  readonly count: number;
  /** Moment at which nobody wants it any more. */
  readonly expires: number;
}

interface Consumer {
  readonly concurrency: number;
  readonly take: (taken: Taken) => void;
  unsettled: number;
}

/** Messages that wait for consumers, and consumers that take turns. */
export class MessageQueue {
  #waiting: Waiting[] = [];
  #head = 0;
  #consumers: Consumer[] = [];
  #next = 0;

  get length(): number {
    return this.#waiting.length - this.#head;
  }

  get consumers(): number {
    return this.#consumers.length;
  }

  put(destination: string, message: TransportMessage): void {
    const { timeToLive } = message;
    const expires = timeToLive === undefined ? Infinity : Date.now() + timeToLive;
    this.#waiting.push({ message, destination, count: 1, expires });
    this.#hand();
  }

  consume({ concurrency }: Source, take: (taken: Taken) => void): () => void {
    const consumer: Consumer = { concurrency, take, unsettled: 0 };
    this.#consumers.push(consumer);
    this.#hand();
    return () => {
      this.#consumers = this.#consumers.filter((other) => other !== consumer);
    };
  }

  #hand(): void {
    while (this.length > 0) {
      const consumer = this.#free();
      const waiting = this.#waiting[this.#head];
      if (consumer === undefined || waiting === undefined) return;
      this.#head++;
      if (this.#head > 1000 && this.#head * 2 > this.#waiting.length) {
        this.#waiting = this.#waiting.slice(this.#head);
        this.#head = 0;
      }
      if (waiting.expires >= Date.now()) this.#handTo(consumer, waiting);
    }
  }

  #free(): Consumer | undefined {
    for (let turn = 0; turn < this.#consumers.length; turn++) {
      this.#next = (this.#next + 1) % this.#consumers.length;
      const consumer = this.#consumers[this.#next];
      if (consumer !== undefined && consumer.unsettled < consumer.concurrency) return consumer;
    }
    return undefined;
  }

  #handTo(consumer: Consumer, waiting: Waiting): void {
    const { message, destination, count } = waiting;
    consumer.unsettled++;
    const settled = (): void => {
      consumer.unsettled--;
      this.#hand();
    };
    const delivery: Delivery = {
      ...message,
      destination,
      redelivered: count > 1,
      deliveryCount: count,
    };
    const taken: Taken = {
      delivery,
      accept: () => Promise.resolve(settled()),
      release: (delay) => {
        // It keeps its slot and comes first, so that the order is kept with one consumer.
        setTimeout(() => {
          const again = { ...waiting, count: count + 1 };
          if (this.#head > 0) this.#waiting[--this.#head] = again;
          else this.#waiting.unshift(again);
          settled();
        }, delay);
        return Promise.resolve();
      },
    };
    queueMicrotask(() => consumer.take(taken));
  }
}
