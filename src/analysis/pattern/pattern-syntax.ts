/** A regular expression of XML Schema (Datatypes, appendix F), as a tree. */
export type PatternNode =
  | { readonly kind: 'characters'; readonly characters: CharacterClass }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly body: PatternNode;
      readonly min: number;
      /** Infinity where there is no upper bound. */
      readonly max: number;
    };

/** A set of characters as it was written: items, perhaps negated, less what is subtracted. */
export interface CharacterClass {
  readonly negated: boolean;
  readonly items: readonly ClassItem[];
  readonly minus?: CharacterClass;
}

export type ClassItem =
  /** Code points, both ends included. */
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  /** A general category such as `Lu`, or a group of them such as `L`. */
  | { readonly kind: 'category'; readonly name: string; readonly negated: boolean };

export const range = (from: number, to: number = from): ClassItem => ({ kind: 'range', from, to });

export const category = (name: string, negated = false): ClassItem => ({ kind: 'category', name, negated });

/** The empty word. */
export const EMPTY_WORD: PatternNode = { kind: 'sequence', parts: [] };
