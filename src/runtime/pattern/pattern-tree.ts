/** A pattern as generated code states it, to be made an automaton when it is first used. */
export type PatternTree =
  /** One character of a class, by its index. */
  | number
  /** These characters, one after the other. */
  | string
  | { readonly sequence: readonly PatternTree[] }
  | { readonly choice: readonly PatternTree[] }
  /** Without `max` there is no upper bound. */
  | { readonly repeat: PatternTree; readonly min: number; readonly max?: number };
