import type { Source } from '../message/element-message.js';
import type { DecodedEnvelope, EnvelopeReadOptions } from './edition.js';
import { readTolerantly } from './read-tolerantly.js';

/** The namespace of the first edition. */
const FIRST_EDITION = 'http://iec.ch/TC57/2011/schema/message';

/**
 * Reads a message by its structure alone, without a schema: whatever edition, strongly typed or not, in a SOAP body or not.
 * What departs from the first edition is named. A program that has an edition should use its tolerant reading.
 */
export function readEnvelope(
  source: Source,
  options: Omit<EnvelopeReadOptions, 'mode'> & { readonly namespace?: string } = {},
): DecodedEnvelope {
  return readTolerantly({ namespace: options.namespace ?? FIRST_EDITION }, source, options, undefined);
}
