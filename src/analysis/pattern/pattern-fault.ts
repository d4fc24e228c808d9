/** What is wrong with a pattern, and where: an offset in UTF-16 units. */
export interface PatternFault {
  readonly message: string;
  readonly offset: number;
}

/** A place in the text of a pattern. The first fault is kept; after it, nothing is read any more. */
export class PatternCursor {
  at = 0;
  fault: PatternFault | undefined;

  constructor(readonly text: string) {}

  /** The character here, '' at the end and after a fault. */
  get next(): string {
    if (this.fault !== undefined || this.at >= this.text.length) return '';
    return String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
  }

  /** Whether the text goes on with this. */
  looksAt(expected: string): boolean {
    return this.fault === undefined && this.text.startsWith(expected, this.at);
  }

  /** Passes the character here. */
  take(): string {
    const character = this.next;
    this.at += character.length;
    return character;
  }

  /** Passes `expected` if it is here. */
  accept(expected: string): boolean {
    if (!this.looksAt(expected)) return false;
    this.at += expected.length;
    return true;
  }

  fail(message: string, offset: number = this.at): void {
    this.fault ??= { message, offset };
  }
}
