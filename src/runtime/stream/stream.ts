import { watchElement } from '../decode/special-element.js';
import { locate, type Origin } from '../issue/locate.js';
import type { Issue } from '../issue/issue.js';
import { InvalidMessageError } from '../message/invalid-message-error.js';
import type { DecodeOptions, MessageInfo } from '../message/element-message.js';
import { readRoot } from '../message/decode.js';
import { EncodingError, utf8Chunks } from '../xml/utf8-chunks.js';
import { readEpilog } from '../xml/document.js';
import { beyondLimit, report } from '../xml/fault.js';
import { Reader, STOP } from '../xml/reader.js';
import { onWay, openElement } from './way.js';
import { mark, rewind, slide } from './window.js';

export interface StreamOptions<K = string> extends DecodeOptions {
  /** The record, by its path below the root: `MeterReading`, `MeterReading/IntervalBlocks`. */
  readonly record: K;
  /** Called for each issue. Without it, the first invalid record ends the stream with `InvalidMessageError`. */
  readonly onIssue?: (issue: Issue) => void;
}

/** The records of a document, one after the other. Can be gone through once. */
export interface StreamResult<T> extends AsyncIterable<T> {
  /** Hands over each record as soon as it is read: the fastest way. Answers the number of records. */
  forEach(use: (record: T) => void): Promise<number>;
}

/** A generated function that reads the elements on the way to a record; it pauses when it needs more bytes. */
export type Way = (r: Reader, path: readonly number[], level: number) => Generator<void, void, void>;

export interface RecordReader {
  start(
    info: MessageInfo,
    source: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | Uint8Array,
    options: StreamOptions<unknown>,
  ): StreamResult<unknown>;
}

/** A record that generated code offers: the way to it, and the numbers of the elements on the way. */
export const records = (way: () => Way, path: readonly number[]): RecordReader => ({
  start: (info, source, options) => ({
    forEach: (use) => run(info, source, options, way(), path, use),
    async *[Symbol.asyncIterator]() {
      let ready: unknown[] = [];
      const stream = new Stream(info, source, options, way(), path, (record) => ready.push(record));
      try {
        while (await stream.next()) {
          const batch = ready;
          ready = [];
          yield* batch;
        }
        yield* ready;
      } finally {
        await stream.close();
      }
    },
  }),
});

async function run(
  info: MessageInfo,
  source: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | Uint8Array,
  options: StreamOptions<unknown>,
  way: Way,
  path: readonly number[],
  use: (record: unknown) => void,
): Promise<number> {
  let count = 0;
  const stream = new Stream(info, source, options, way, path, (record) => {
    count++;
    use(record);
  });
  try {
    while (await stream.next());
  } finally {
    await stream.close();
  }
  return count;
}

/** Drives a generated way through a source. */
class Stream {
  readonly #r: Reader;
  readonly #chunks: AsyncIterator<Uint8Array> | undefined;
  readonly #steps: Generator<void, void, void>;
  readonly #options: StreamOptions<unknown>;
  #line = 1;
  #column = 1;
  /** Where references stood that may turn out to lead nowhere, by offset. */
  readonly #places = new Map<number, Pick<Issue, 'path' | 'line' | 'column'>>();

  constructor(
    info: MessageInfo,
    source: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | Uint8Array,
    options: StreamOptions<unknown>,
    way: Way,
    path: readonly number[],
    emit: (record: unknown) => void,
  ) {
    this.#options = options;
    const whole = source instanceof Uint8Array && !looksTranscoded(source) ? source : undefined;
    this.#r = new Reader(whole ?? new Uint8Array(64), options);
    this.#r.emit = (record) => {
      if (options.onIssue === undefined && this.#r.errorCount > 0) this.#tell();
      emit(record);
    };
    if (whole === undefined) {
      this.#r.end = 0;
      this.#r.partial = true;
      this.#r.late = [];
      const chunks = source instanceof Uint8Array ? once(source) : toIterable(source);
      this.#chunks = utf8Chunks(chunks)[Symbol.asyncIterator]();
    }
    this.#steps = document(this.#r, info, options, way, path);
  }

  /** Reads on until more bytes are needed. False at the end of the document. */
  async next(): Promise<boolean> {
    const r = this.#r;
    try {
      const { done } = this.#steps.next();
      if (r.issues.length > 0) this.#tell();
      if (done === true) return false;
    } catch (signal) {
      if (signal !== STOP) throw signal;
      this.#tell();
      return false;
    }
    if (r.end - r.at > r.limits.maxRecordLength) {
      try {
        beyondLimit(r, 'maxRecordLength', r.limits.maxRecordLength, r.at);
      } catch {
        this.#tell();
        return false;
      }
    }
    await this.#more();
    return true;
  }

  async close(): Promise<void> {
    await this.#chunks?.return?.();
  }

  /** Gets at least as many bytes again as are waiting, so that a large record is not read over and over. */
  async #more(): Promise<void> {
    const r = this.#r;
    this.#keepPlaces();
    this.#countLines();
    const wanted = Math.max(1, r.end - r.at);
    const parts: Uint8Array[] = [];
    let length = 0;
    while (length < wanted) {
      const next = await this.#take();
      if (next === undefined || next.done === true) {
        r.partial = false;
        break;
      }
      parts.push(next.value);
      length += next.value.length;
    }
    slide(r, parts.length === 1 ? (parts[0] as Uint8Array) : join(parts, length));
  }

  async #take(): Promise<IteratorResult<Uint8Array> | undefined> {
    try {
      return await this.#chunks?.next();
    } catch (error) {
      if (!(error instanceof EncodingError)) throw error;
      report(this.#r, 'XML1001', 'well-formed', error.message, this.#r.end);
      this.#tell();
      return undefined;
    }
  }

  /** Notes the places of references in what is about to be dropped. */
  #keepPlaces(): void {
    const r = this.#r;
    const { late } = r;
    if (late === null || late.length === 0) return;
    const end = r.base + r.at;
    const nowhere = { code: '', rule: '', severity: 'error', message: '', attribute: undefined } as const;
    const gone = late.filter((offset) => offset < end).map((offset) => ({ ...nowhere, offset }));
    for (const { offset, path, line, column } of locate(
      gone,
      r.bytes.subarray(this.#start()),
      this.#origin(),
    ))
      this.#places.set(offset, { path, line, column });
    r.late = late.filter((offset) => offset >= end);
  }

  /** Counts the lines of what is about to be dropped, four bytes at a time where no line ends in them. */
  #countLines(): void {
    const { bytes, words, at } = this.#r;
    let lineStart = -1;
    for (let p = this.#start(); p < at;) {
      if (p + 4 <= at && !hasLineEnd(words.getInt32(p))) {
        p += 4;
        continue;
      }
      const byte = bytes[p++] as number;
      if (byte === 0x0a || (byte === 0x0d && bytes[p] !== 0x0a)) {
        this.#line++;
        lineStart = p;
      }
    }
    if (lineStart >= 0) this.#column = 1;
    for (let p = lineStart < 0 ? this.#start() : lineStart; p < at; p++) {
      const byte = bytes[p] as number;
      if ((byte & 0xc0) !== 0x80 && byte !== 0x0d) this.#column++;
    }
  }

  /** Where the document's bytes start in the window: before them stand names that were kept. */
  #start(): number {
    return this.#r.kept;
  }

  /** Where the window starts. */
  #origin(): Origin {
    const r = this.#r;
    return {
      offset: r.base + this.#start(),
      line: this.#line,
      column: this.#column,
      open: r.waysAtWindow.map(openElement),
    };
  }

  #tell(): void {
    const r = this.#r;
    const origin = this.#origin();
    const located = locate(r.issues, r.bytes.subarray(this.#start()), origin).map((issue) =>
      issue.offset < origin.offset ? { ...issue, ...this.#places.get(issue.offset) } : issue,
    );
    const issues = r.rewriting === null ? located : r.rewriting.relocate(located);
    r.issues.length = 0;
    const { onIssue } = this.#options;
    if (onIssue === undefined) {
      if (issues.some(({ severity }) => severity === 'error')) throw new InvalidMessageError(issues);
      return;
    }
    for (const issue of issues) onIssue(issue);
  }
}

function* document(
  r: Reader,
  info: MessageInfo,
  options: DecodeOptions,
  way: Way,
  path: readonly number[],
): Generator<void, void, void> {
  let isWay = false;
  yield* whenThere(r, () => {
    readRoot(r, info, options);
    isWay = onWay(r, info.element);
  });
  if (isWay) {
    const stop = watchElement(r, info.element);
    yield* way(r, path, 0);
    stop?.(r);
  }
  yield* whenThere(r, () => readEpilog(r));
  r.checkReferences?.(r);
}

function* whenThere(r: Reader, read: () => void): Generator<void, void, void> {
  for (;;) {
    const here = mark(r);
    try {
      read();
      return;
    } catch (signal) {
      rewind(r, here, signal);
    }
    yield;
  }
}

/** Whether one of four bytes is a line feed or a carriage return (or, rarely, seems to be). */
const hasLineEnd = (word: number): boolean => hasZero(word ^ 0x0a0a0a0a) || hasZero(word ^ 0x0d0d0d0d);

const hasZero = (word: number): boolean => ((word - 0x01010101) & ~word & 0x80808080) !== 0;

const looksTranscoded = (bytes: Uint8Array): boolean =>
  bytes[0] !== 0x3c || bytes[1] === 0 || /encoding\s*=\s*["'](?!utf-?8)/i.test(ascii(bytes.subarray(0, 200)));

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}

async function* toIterable(
  source: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  if (!('getReader' in source)) {
    yield* source;
    return;
  }
  const reader = source.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
