import { invariant } from '../foundation/invariant.js';

/**
 * Chance that begins at a seed: the same numbers on every machine. A small chaotic generator of 128 bits of state, three of
 * which the seed fills through a mixing function, the fourth a counter that keeps the period long.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  constructor(seed: number) {
    const low = seed | 0;
    const high = Math.floor(seed / 0x1_0000_0000) | 0;
    this.#a = mix(low ^ 0x9e37_79b9);
    this.#b = mix(high ^ this.#a);
    this.#c = mix(low + 0x6d2b_79f5 + this.#b);
    for (let turn = 0; turn < 12; turn++) this.next();
  }

  /** 32 bits. */
  next(): number {
    const sum = (this.#a + this.#b + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from 0, below the limit. */
  below(limit: number): number {
    invariant(limit >= 1, 'a limit of chance below 1');
    if (limit <= 0x1_0000_0000) return Math.floor((this.next() / 0x1_0000_0000) * limit);
    return Math.floor(((this.next() & 0x1f_ffff) * 0x1_0000_0000 + this.next()) % limit);
  }

  /** A whole number of a range, both ends included. */
  between(least: number, greatest: number): number {
    return least + this.below(greatest - least + 1);
  }

  /** The same for numbers of any size. */
  betweenBig(least: bigint, greatest: bigint): bigint {
    const range = greatest - least + 1n;
    let drawn = 0n;
    for (let bits = range; bits > 0n; bits >>= 32n) drawn = (drawn << 32n) | BigInt(this.next());
    return least + (((drawn << 32n) | BigInt(this.next())) % range);
  }

  /** True in so many of 100 cases. */
  chance(percent: number): boolean {
    return this.next() / 0x1_0000_0000 < percent / 100;
  }

  pick<T>(items: readonly [T, ...T[]]): T;
  pick<T>(items: readonly T[]): T | undefined;
  pick<T>(items: readonly T[]): T | undefined {
    return items.length === 0 ? undefined : items[this.below(items.length)];
  }

  shuffled<T>(items: readonly T[]): T[] {
    const mixed: T[] = [];
    for (const item of items) {
      const place = this.below(mixed.length + 1);
      const moved = mixed[place];
      if (place === mixed.length || moved === undefined) mixed.push(item);
      else {
        mixed.push(moved);
        mixed[place] = item;
      }
    }
    return mixed;
  }
}

/** Spreads the bits of a number over all 32. */
function mix(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x7feb_352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846c_a68b);
  return mixed ^ (mixed >>> 16);
}
