import type { Ports } from './ports.js';

/** What the pipeline works with; made by the command line, or by a program that embeds cimbind. */
export interface PipelineContext {
  readonly ports: Ports;
  readonly generator: GeneratorIdentity;
  /** Where what can be computed again is kept; undefined: nowhere. */
  readonly cacheFolder: string | undefined;
}

/** Which generator runs. */
export interface GeneratorIdentity {
  readonly version: string;
  /**
   * A hash of the generator's own code where it can change without its version, which is in a checkout of cimbind.
   * Kept in the cache only: it must not make every change of cimbind a change of every manifest.
   */
  readonly build: string | undefined;
}
