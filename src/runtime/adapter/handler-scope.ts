import type { AdapterCore } from './core.js';
import type { Exchange } from './exchange.js';
import type { Sender } from './hooks.js';
import type { HandlerContext } from './incoming.js';
import type { MessageStore } from './store/message-store.js';

/** The context of one run of a handler. Its signal is made when somebody asks for it: most handlers do not. */
export class HandlerScope implements HandlerContext {
  private controller: AbortController | undefined;
  private cancel: (() => void) | undefined;
  private readonly deadline: number;

  constructor(
    private readonly core: AdapterCore,
    private readonly exchange: Exchange,
    readonly sender: Sender,
    readonly messageKey: string,
    readonly isRedelivered: boolean,
  ) {
    this.deadline = core.clock.now() + exchange.timeout;
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
    return new HandlerScope(
      this.core,
      exchange,
      this.sender,
      `${this.messageKey}\n${operationId}`,
      this.isRedelivered,
    );
  }

  end(): void {
    this.cancel?.();
  }
}
