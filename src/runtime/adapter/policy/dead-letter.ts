import { letterBytes, letterOf } from '../letter.js';
import type { MessageStore } from '../store/message-store.js';
import type { Clock } from './clock.js';
import type { FailureClass } from './failure.js';

/** A message that nobody could take, with all that is needed to look at it and to send it again. */
export interface DeadLetter {
  readonly id: string;
  /** When it was given up, in milliseconds since 1970. */
  readonly at: number;
  readonly destination: string;
  readonly direction: 'received' | 'sent';
  readonly reason: string;
  readonly failure: FailureClass;
  readonly attempts: number;
  readonly contentType: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** How letters are kept. */
export interface DeadLetterOptions {
  readonly store: MessageStore;
  readonly clock: Clock;
  /** Milliseconds; `Infinity`: until somebody takes them out. */
  readonly keep: number;
}

/** The dead letters of an adapter. */
export class DeadLetters {
  private last = 0;

  constructor(private readonly options: DeadLetterOptions) {}

  async add(letter: Omit<DeadLetter, 'id' | 'at'>): Promise<DeadLetter> {
    const at = this.options.clock.now();
    const whole = { id: `${at}-${++this.last}`, at, ...letter };
    const expires = at + this.options.keep;
    for (;;) {
      const known = await this.options.store.add('dead', { key: whole.id, value: bytesOf(whole), expires });
      if (known === undefined) return whole;
      // Another program, or this one before a restart, has used the number in the same millisecond.
      whole.id = `${at}-${++this.last}`;
    }
  }

  /** The oldest letters. */
  async list(limit = 100): Promise<readonly DeadLetter[]> {
    const entries = await this.options.store.list('dead', limit);
    return entries.map(({ value }) => deadLetterOf(value)).filter((letter) => letter !== undefined);
  }

  count(): Promise<number> {
    return this.options.store.count('dead');
  }

  /** Takes a letter out, to send it again or to forget it. */
  async take(id: string): Promise<DeadLetter | undefined> {
    const entry = await this.options.store.get('dead', id);
    if (entry === undefined || !(await this.options.store.remove('dead', id))) return undefined;
    return deadLetterOf(entry.value);
  }
}

function bytesOf({ body, ...head }: DeadLetter): Uint8Array {
  return letterBytes(head, body);
}

function deadLetterOf(bytes: Uint8Array): DeadLetter | undefined {
  const { head, body } = letterOf(bytes);
  return isHead(head) ? { ...head, body } : undefined;
}

const isHead = (
  value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, unknown>> & Omit<DeadLetter, 'body'> =>
  typeof value['id'] === 'string' && typeof value['destination'] === 'string';
