import type { Read } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../foundation/source-text.js';
import type { SourceBytes } from './source-host.js';

/** A document that a store has, by its true name. */
export interface FoundSource {
  readonly uri: string;
  readonly label: string;
  /** The name was found only by disregarding upper and lower case. */
  readonly caseDiffers: boolean;
  /** Labels of other documents that would fit as well, where case is disregarded. */
  readonly others: readonly string[];
}

/** Where documents lie: a disk, or the memory of a test. */
export interface SourceStore {
  find(uri: string): FoundSource | undefined;
  /** Reads by a URI that `find` gave or by any other: then the diagnostics say why it cannot be had. */
  read(uri: string): Read<SourceText | undefined>;
  /** The same, undecoded. */
  readBytes(uri: string): Read<SourceBytes | undefined>;
}

/** Names that this makes equal are the same but for case and for how accents are composed. */
export const foldName = (name: string): string => name.normalize('NFC').toLowerCase();
