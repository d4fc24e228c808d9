import type { Delivery, EventContext, Message, Sender } from 'rhea';
import { textOf, TransportError } from '../transport-error.js';

interface Waiting {
  readonly message: Message;
  readonly resolve: () => void;
  readonly reject: (error: TransportError) => void;
}

/** A link to one address: sends while there is credit, and waits for what becomes of each message. */
export class SendingLink {
  readonly #sender: Sender;
  readonly #unsettled = new Map<Delivery, Waiting>();
  #waiting: Waiting[] = [];

  constructor(sender: Sender) {
    this.#sender = sender;
    sender.on('sendable', () => this.#flush());
    sender.on('accepted', ({ delivery }: EventContext) => this.#settle(delivery)?.resolve());
    for (const outcome of ['released', 'modified'])
      sender.on(outcome, ({ delivery }: EventContext) =>
        this.#settle(delivery)?.reject(new TransportError('TRN2004', `nobody takes it there: ${outcome}`)),
      );
    sender.on('rejected', ({ delivery }: EventContext) =>
      this.#settle(delivery)?.reject(
        new TransportError(
          'TRN2005',
          `rejected: ${textOf(delivery?.remote_state?.['error'] ?? 'no reason given')}`,
        ),
      ),
    );
  }

  get isIdle(): boolean {
    return this.#unsettled.size + this.#waiting.length === 0;
  }

  send(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ message, resolve, reject });
      this.#flush();
    });
  }

  /** Rejects what waits: the connection is gone, or the broker closed the link. */
  fail(error: TransportError): void {
    for (const { reject } of [...this.#unsettled.values(), ...this.#waiting.splice(0)]) reject(error);
    this.#unsettled.clear();
  }

  close(): void {
    this.#sender.close();
  }

  #flush(): void {
    while (this.#waiting.length > 0 && this.#sender.sendable()) {
      const next = this.#waiting.shift();
      if (next !== undefined) this.#unsettled.set(this.#sender.send(next.message), next);
    }
  }

  #settle(delivery: Delivery | undefined): Waiting | undefined {
    if (delivery === undefined) return undefined;
    const waiting = this.#unsettled.get(delivery);
    this.#unsettled.delete(delivery);
    return waiting;
  }
}
