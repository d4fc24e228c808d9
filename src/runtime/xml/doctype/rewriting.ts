import type { Issue } from '../../issue/issue.js';
import { ByteSink } from './byte-sink.js';

/** A document as the reader reads it, made of the one that came: knows where its bytes come from. */
export class Rewriting {
  readonly #original: Uint8Array;
  readonly #out: ByteSink;
  /** Pieces in order: where each starts here and there, and whether all of it stands for the one place there. */
  readonly #here: number[] = [];
  readonly #there: number[] = [];
  readonly #isWritten: boolean[] = [];

  constructor(original: Uint8Array) {
    this.#original = original;
    this.#out = new ByteSink(original.length);
  }

  /** `[start, end)` of the original stays as it is. */
  copy(start: number, end: number): void {
    if (start >= end) return;
    this.#begin(start, false);
    this.#out.put(this.#original.subarray(start, end));
  }

  /** `bytes` stand for what is at `at` of the original. */
  write(bytes: Uint8Array, at: number): void {
    if (bytes.length === 0) return;
    this.#begin(at, true);
    this.#out.put(bytes);
  }

  bytes(): Uint8Array {
    return this.#out.bytes();
  }

  #begin(there: number, isWritten: boolean): void {
    this.#here.push(this.#out.length);
    this.#there.push(there);
    this.#isWritten.push(isWritten);
  }

  /** Where the byte at `offset` comes from. */
  originOf(offset: number): number {
    let low = 0;
    let high = this.#here.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#here[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    const piece = low - 1;
    const there = this.#there[piece];
    if (there === undefined) return offset;
    return this.#isWritten[piece] === true ? there : there + offset - (this.#here[piece] as number);
  }

  /** Issues found in what was rewritten, with their places in the document as it came. */
  relocate(issues: readonly Issue[]): readonly Issue[] {
    const relocated = issues.map((issue) => ({ ...issue, offset: this.originOf(issue.offset) }));
    let line = 1;
    let column = 1;
    let p = 0;
    for (const issue of relocated.toSorted((a, b) => a.offset - b.offset)) {
      for (; p < issue.offset; p++) {
        const byte = this.#original[p] as number;
        if (byte === 0x0a || (byte === 0x0d && this.#original[p + 1] !== 0x0a)) {
          line++;
          column = 1;
        } else if ((byte & 0xc0) !== 0x80 && byte !== 0x0d) column++;
      }
      issue.line = line;
      issue.column = column;
    }
    return relocated;
  }
}
