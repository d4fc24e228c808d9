import type { Wildcard } from '../../model/schema/index.js';

/** Strict is stronger than lax, and lax is stronger than skip. */
export const isAsStrict = (own: Wildcard, inherited: Wildcard): boolean =>
  STRENGTH.indexOf(own.processContents) >= STRENGTH.indexOf(inherited.processContents);

const STRENGTH: readonly Wildcard['processContents'][] = ['skip', 'lax', 'strict'];
