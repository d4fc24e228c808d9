/** What a sample is to be like. */
export interface SampleOptions {
  readonly seed: number;
  /** `minimal`: only what is required. `full`: every optional particle once, as far as there is room. `random`: as the seed has it. */
  readonly extent: 'minimal' | 'full' | 'random';
  /** Default: 65536. Only what is required makes a document larger. */
  readonly maxBytes?: number;
  /** Default: 40. Below that, only what is required. */
  readonly maxDepth?: number;
}

export const DEFAULT_MAX_BYTES = 65_536;
export const DEFAULT_MAX_DEPTH = 40;
