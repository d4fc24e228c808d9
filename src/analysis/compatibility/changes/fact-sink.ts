import type { ComponentId } from '../../../model/schema/index.js';
import type { SchemaMatch } from '../match/match-schemas.js';
import type { Fact, Topic } from './fact.js';

/** What a walk over two matched schemas carries along. */
export interface Walk {
  readonly match: SchemaMatch;
  readonly emit: (fact: Fact) => void;
  /** Whether a pair of components comes up for the first time: each is compared once. */
  readonly isNew: (before: ComponentId, after: ComponentId) => boolean;
}

/** The topic of a part of something. */
export const partOf = (topic: Topic, part: string): Topic => ({
  ...topic,
  subject: `${topic.subject}.${part}`,
});

/** The topic of what an element or attribute says about its type. */
export const insideOf = (topic: Topic, before: ComponentId, after: ComponentId): Topic => ({
  ...topic,
  owner: { before, after },
  outer: topic.owner,
});
