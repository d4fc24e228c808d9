import type { Verdict } from '../judge/verdict.js';
import type { FuzzCase } from '../fuzz-case.js';

export type Peer = 'libxml2' | 'xerces';

/** A verdict of a peer that is wrong, and settled to be so. */
export interface Explanation {
  /** What the peer does. */
  readonly name: string;
  /** The words of the recommendation, with their place. */
  readonly rule: string;
  readonly kind: FuzzCase['kind'] | 'any';
  /** What the peer says. We say the contrary. */
  readonly says: 'valid' | 'invalid';
  readonly explains: (found: Disagreement) => boolean;
}

/** A case about which a peer and we differ. */
export interface Disagreement {
  readonly case: FuzzCase;
  readonly ours: Verdict;
  readonly peer: Verdict;
  /** The other peer, where it has an opinion. */
  readonly other: Verdict | undefined;
}

/** What the peer and the other peer say, where ours is `valid`: the other one agrees with us. */
export const othersAgree = ({ ours, other }: Disagreement): boolean =>
  other === undefined || other.isValid === ours.isValid;
