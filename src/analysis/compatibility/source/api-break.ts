/** Something that a program over the old SDK may do, and the compiler refuses over the new one. */
export interface ApiBreak {
  /** Components behind the declaration, innermost first; '' for none. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The namespace whose module is meant, where it is no declaration. */
  readonly namespace: string | undefined;
  /** What the declaration is called: `MeterReading`, `MeterReading.source`. */
  readonly name: string;
  /** What the compiler would say, in short. */
  readonly reason: string;
}
