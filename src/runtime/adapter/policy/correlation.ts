import { isRecord } from '../record.js';
import type { MessageStore } from '../store/message-store.js';
import { jsonBytes, jsonOf } from '../store/message-store.js';
import type { Clock } from './clock.js';

/** A request whose answer is to come later. */
export interface PendingReply {
  readonly correlationId: string;
  readonly verb: string;
  readonly noun: string;
  /** Milliseconds since 1970. */
  readonly sent: number;
  readonly deadline: number;
  /** Where the request went: whoever answers for another destination is not who was asked. */
  readonly destination: string;
}

/** No answer came in time. */
export class ReplyTimeoutError extends Error {
  /** Reply code: timed out. */
  readonly code = '4.1';
  readonly retriable = true;
  constructor(readonly pending: PendingReply) {
    super(`no reply to ${pending.verb} ${pending.noun} ${pending.correlationId} came in time`);
    this.name = 'ReplyTimeoutError';
  }
}

/** What became of a reply that came in. */
export type Settlement =
  /** Somebody waited for it. */
  | { readonly state: 'settled'; readonly pending: PendingReply }
  /** It was asked for, but whoever asked is gone: the program was started again in between. */
  | { readonly state: 'unclaimed'; readonly pending: PendingReply }
  /** Nobody asked: the correlation is unknown, was answered already, or is too late. */
  | { readonly state: 'unknown' }
  /** Somebody asked, but not for this. */
  | { readonly state: 'mismatch'; readonly reason: string };

/** What correlation needs. */
export interface CorrelationOptions {
  readonly store: MessageStore;
  readonly clock: Clock;
  /** Is told about requests of a former run of the program that nobody answered in time. */
  readonly onTimeout?: ((pending: PendingReply) => void) | undefined;
}

interface Waiter<T> {
  readonly pending: PendingReply;
  readonly resolve: (reply: T) => void;
  readonly reject: (error: Error) => void;
  readonly onPart: ((part: T) => void) | undefined;
  readonly cancel: () => void;
}

/** The correlation store: which replies are awaited, by whom, and until when. */
export class Correlations<T> {
  private readonly waiters = new Map<string, Waiter<T>>();
  private readonly restored = new Map<string, () => void>();

  constructor(private readonly options: CorrelationOptions) {}

  get size(): number {
    return this.waiters.size;
  }

  /** Notes that a reply is awaited, before the request goes out. */
  async expect(pending: PendingReply, onPart?: (part: T) => void): Promise<{ readonly reply: Promise<T> }> {
    const { store, clock } = this.options;
    const entry = { key: pending.correlationId, value: jsonBytes(pending), expires: pending.deadline };
    if ((await store.add('pending', entry)) !== undefined || this.waiters.has(pending.correlationId))
      throw new RangeError(`a reply to ${pending.correlationId} is awaited already`);
    const reply = new Promise<T>((resolve, reject) => {
      const cancel = clock.after(pending.deadline - clock.now(), () =>
        this.abandon(pending.correlationId, new ReplyTimeoutError(pending)),
      );
      this.waiters.set(pending.correlationId, { pending, resolve, reject, onPart, cancel });
    });
    // Whoever sends the request awaits the reply later; a failure in between is theirs to see then.
    reply.catch(() => {});
    return { reply };
  }

  /** Takes a reply in. `objection` says why it is not what was asked for; `isLast`: no more parts follow. */
  async settle(
    correlationId: string,
    reply: T,
    objection: (pending: PendingReply) => string | undefined,
    isLast: boolean,
  ): Promise<Settlement> {
    const pending = await this.find(correlationId);
    if (pending === undefined) return { state: 'unknown' };
    const reason = objection(pending);
    if (reason !== undefined) return { state: 'mismatch', reason };
    const waiter = this.waiters.get(correlationId);
    if (!isLast) {
      waiter?.onPart?.(reply);
      return { state: waiter === undefined ? 'unclaimed' : 'settled', pending };
    }
    // Of two replies that come at once, the one that takes the entry out is the answer.
    if (!(await this.options.store.remove('pending', correlationId))) return { state: 'unknown' };
    this.forget(correlationId);
    waiter?.resolve(reply);
    return { state: waiter === undefined ? 'unclaimed' : 'settled', pending };
  }

  /** Gives up waiting. */
  abandon(correlationId: string, error: Error): void {
    const waiter = this.waiters.get(correlationId);
    this.forget(correlationId);
    // An entry that stays behind expires by itself.
    this.options.store.remove('pending', correlationId).catch(() => {});
    waiter?.reject(error);
  }

  /** Watches over what a former run of the program was waiting for. */
  async restore(): Promise<number> {
    const { store, clock, onTimeout } = this.options;
    const entries = await store.list('pending');
    for (const { key, value } of entries) {
      const pending = pendingOf(value);
      if (pending === undefined || this.waiters.has(key)) continue;
      const cancel = clock.after(Math.max(0, pending.deadline - clock.now()), () => {
        this.restored.delete(key);
        store.remove('pending', key).catch(() => {});
        onTimeout?.(pending);
      });
      this.restored.set(key, cancel);
    }
    return this.restored.size;
  }

  /** Lets go of everybody who waits; what is kept in a durable store stays there. */
  close(error: Error): void {
    for (const [key, { reject }] of [...this.waiters]) {
      this.forget(key);
      reject(error);
    }
    for (const key of [...this.restored.keys()]) this.forget(key);
  }

  private async find(correlationId: string): Promise<PendingReply | undefined> {
    const waiter = this.waiters.get(correlationId);
    if (waiter !== undefined) return waiter.pending;
    const entry = await this.options.store.get('pending', correlationId);
    return entry === undefined ? undefined : pendingOf(entry.value);
  }

  private forget(correlationId: string): void {
    this.waiters.get(correlationId)?.cancel();
    this.waiters.delete(correlationId);
    this.restored.get(correlationId)?.();
    this.restored.delete(correlationId);
  }
}

function pendingOf(value: Uint8Array): PendingReply | undefined {
  const kept = jsonOf(value);
  return isPending(kept) ? kept : undefined;
}

const isPending = (kept: unknown): kept is PendingReply =>
  isRecord(kept) && typeof kept['correlationId'] === 'string' && typeof kept['deadline'] === 'number';
