/** Bytes that are put together. */
export class ByteSink {
  #bytes: Uint8Array;
  length = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(Math.max(capacity, 64));
  }

  put(bytes: Uint8Array): void {
    const end = this.length + bytes.length;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.length);
    this.length = end;
  }

  putText(text: string): void {
    if (text !== '') this.put(new TextEncoder().encode(text));
  }

  bytes(): Uint8Array {
    // A slice, not a part of the buffer: nothing of what lies behind it can be read by accident.
    return this.#bytes.slice(0, this.length);
  }
}
