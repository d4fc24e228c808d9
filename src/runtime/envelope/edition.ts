import type { EncodeOptions } from '../encode/writer.js';
import type { Issue } from '../issue/issue.js';
import type { Source, Validated } from '../message/element-message.js';
import type { Limits } from '../xml/limits.js';
import type { Envelope } from './envelope.js';
import type { Tolerance, ToleranceId } from './tolerance.js';

/** How an envelope is read. */
export interface EnvelopeReadOptions {
  /** `strict`: the schema of the edition holds to the letter. `tolerant`: see `ToleranceId`. Default `strict`. */
  readonly mode?: 'strict' | 'tolerant';
  /** The tolerances that tolerant reading makes use of. Default all. */
  readonly tolerances?: readonly ToleranceId[];
  readonly limits?: Partial<Limits>;
}

/** How an envelope is written. */
export interface EnvelopeEncodeOptions extends EncodeOptions {
  /** The noun that a fault is about: strongly typed faults have a root for each, and no header to tell. */
  readonly noun?: string;
}

/** What came of reading an envelope. Payloads were not looked into, other than for being well-formed. */
export type DecodedEnvelope =
  | {
      readonly ok: true;
      readonly value: Envelope;
      readonly issues: readonly Issue[];
      /** Those of the issues that are tolerances made use of. */
      readonly tolerances: readonly Tolerance[];
    }
  | {
      readonly ok: false;
      /** What could be read all the same: enough to answer with, where there is a header. */
      readonly value?: Envelope | undefined;
      readonly issues: readonly Issue[];
      readonly issueCount: number;
      readonly tolerances: readonly Tolerance[];
    };

/**
 * One edition, or one vendor's variant, of the envelope: reads and writes the neutral model by a codec that was generated
 * from its schema.
 */
export interface EnvelopeEdition {
  /** `ed1`, `ed2`, `2008`, or what a configuration calls it. */
  readonly name: string;
  readonly namespace: string;
  /** Clark names of the root elements. */
  readonly roots: ReadonlySet<string>;
  /** Reads a message of any kind; never throws on what it reads. */
  decode(source: Source, options?: EnvelopeReadOptions): DecodedEnvelope;
  /** Writes a message as XML in UTF-8. Does not validate: see `validate`. */
  encode(envelope: Envelope, options?: EnvelopeEncodeOptions): Uint8Array;
  /** Checks a message against the schema of the edition, as if it had been written and read. */
  validate(envelope: Envelope): Validated;
}
