import type { Random } from '../../../src/samples/random.js';

/** What an edit does to messages: whether one side refuses what the other one sends. */
export type Effect = 'breaks' | 'keeps';

/** One edit of a schema whose effect is known by construction. */
export interface Edit {
  readonly what: string;
  /** What stands in `xs:schema`, before and after. */
  readonly before: string;
  readonly after: string;
  /** New readers, old messages. */
  readonly backward: Effect;
  /** Old readers, new messages. */
  readonly forward: Effect;
}

/** The edited part alone, before it is put into a schema. */
export interface Change {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly backward: Effect;
  readonly forward: Effect;
  /** Global components beside it, where they are not part of the edit. */
  readonly globals?: string;
  readonly globalsAfter?: string;
}

/** Makes a change of one kind. */
export type ChangeKind = (random: Random) => Change;

export const narrows = (what: string, before: string, after: string): Change => ({
  what,
  before,
  after,
  backward: 'breaks',
  forward: 'keeps',
});

export const widens = (what: string, before: string, after: string): Change => ({
  what,
  before,
  after,
  backward: 'keeps',
  forward: 'breaks',
});

export const replaces = (what: string, before: string, after: string): Change => ({
  what,
  before,
  after,
  backward: 'breaks',
  forward: 'breaks',
});

export const rewrites = (what: string, before: string, after: string): Change => ({
  what,
  before,
  after,
  backward: 'keeps',
  forward: 'keeps',
});
