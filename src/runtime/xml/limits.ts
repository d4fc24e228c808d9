/** Bounds on what a reader takes in: a document beyond one of them is refused with an issue. All are on by default. */
export interface Limits {
  /** Elements inside elements. Default 512. */
  readonly maxDepth: number;
  /** Attributes of one element, namespace declarations included. Default 1024. */
  readonly maxAttributes: number;
  /** Bytes of one attribute value, one piece of character data, or one name. Default 64 MiB. */
  readonly maxTextLength: number;
  /** Bytes of one record of a stream. Default 64 MiB. */
  readonly maxRecordLength: number;
  /** Bytes that entities and attribute defaults of an internal subset may add, when DOCTYPE is allowed. Default 1 MiB. */
  readonly maxEntityExpansion: number;
  /** Issues kept; the number of those beyond it is counted. Default 100. */
  readonly maxIssues: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxDepth: 512,
  maxAttributes: 1024,
  maxTextLength: 64 * 1024 * 1024,
  maxRecordLength: 64 * 1024 * 1024,
  maxEntityExpansion: 1024 * 1024,
  maxIssues: 100,
};
