/**
 * A place in a source text: byte offsets into its UTF-8 form (`SourceText.bytes`), end exclusive.
 * Line and column are computed from the bytes only when somebody looks.
 */
export interface Span {
  /** `SourceText.uri` of the source. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** Where no source exists: built-in components. */
export const BUILT_IN_SPAN: Span = { source: '', start: 0, end: 0 };
