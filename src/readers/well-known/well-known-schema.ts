/** A schema of our own for a namespace that models refer to without bringing its schema along. */
export interface WellKnownSchema {
  readonly namespace: string;
  /** File name in labels and URIs. */
  readonly fileName: string;
  /** Addresses under which others publish a schema for the namespace; `http:` stands for `https:` too. */
  readonly locations: readonly string[];
  /** The schema document. */
  readonly text: string;
}
