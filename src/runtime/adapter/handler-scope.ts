import type { Envelope } from '../envelope/envelope.js';
import type { AdapterCore } from './core.js';
import type { Exchange } from './exchange.js';
import type { Sender } from './hooks.js';
import type { HandlerContext } from './handler-context.js';
import type { MessageStore } from './store/message-store.js';

/** What a handler is run for. */
export interface HandlerRun {
  readonly sender: Sender;
  readonly envelope: Envelope;
  /** The key of the message. */
  readonly key: string;
  readonly isRedelivered: boolean;
}

/** The context of one run of a handler. Its signal is made when somebody asks for it: most handlers do not. */
export class HandlerScope implements HandlerContext {
  private controller: AbortController | undefined;
  private cancel: (() => void) | undefined;
  private readonly deadline: number;

  constructor(
    private readonly core: AdapterCore,
    private readonly exchange: Exchange,
    private readonly run: HandlerRun,
    readonly operationId: string | undefined = undefined,
  ) {
    this.deadline = core.clock.now() + exchange.timeout;
  }

  get sender(): Sender {
    return this.run.sender;
  }

  get envelope(): Envelope {
    return this.run.envelope;
  }

  get isRedelivered(): boolean {
    return this.run.isRedelivered;
  }

  get messageKey(): string {
    return this.run.key;
  }

  get signal(): AbortSignal {
    if (this.controller === undefined) {
      const controller = new AbortController();
      const { clock } = this.core;
      this.cancel = clock.after(Math.max(0, this.deadline - clock.now()), () =>
        controller.abort(new DOMException('nobody waits for the answer any more', 'TimeoutError')),
      );
      this.controller = controller;
    }
    return this.controller.signal;
  }

  once<Transaction, T>(
    store: MessageStore<Transaction>,
    effect: (transaction: Transaction) => T,
    step = '',
  ): Promise<T> {
    const key = `${this.exchange.verb} ${this.exchange.noun}\n${this.messageKey}\n${step}`;
    return store.once(key, this.core.clock.now() + this.core.keep, effect);
  }

  /** The same run, about one operation of a set: its effects are told from those of the others. */
  forOperation(operationId: string, exchange: Exchange): HandlerScope {
    const key = `${this.run.key}\n${operationId}`;
    return new HandlerScope(this.core, exchange, { ...this.run, key }, operationId);
  }

  end(): void {
    this.cancel?.();
  }
}
