import { clark } from '../../../foundation/expanded-name.js';
import type { SchemaMatch } from './match-schemas.js';
import { memberName, type Member } from './members.js';
import { documentationOf, referencedName } from './model-reference.js';
import { pairUp, type Pairing } from './pair-up.js';
import { nameSimilarity } from './similarity.js';

/** What is less alike is called removed and added. */
const LEAST_LIKENESS = 0.6;

/** What matching looks at. */
export type MatchedMember = Pick<Member, 'term' | 'ordinal'>;

/** Matches the members of two content models: by name, by model reference, by type and place. */
export function matchMembers<M extends MatchedMember>(
  before: readonly M[],
  after: readonly M[],
  match: SchemaMatch,
): Pairing<M> {
  const places = placesOf(before, after, match);
  return pairUp(before, after, {
    keys: [
      { before: (one) => keyOf(one, match), after: (one) => keyOf(one) },
      // The same local name: its namespace changed, by `form` or by hand.
      { before: localKey, after: localKey },
      { before: reference, after: reference },
    ],
    likeness: (a, b) => likeness(a, b, haveSamePlace(places, a, b), match),
    threshold: LEAST_LIKENESS,
    margin: 0.1,
  });
}

/** Where a member stands between those that both sides have: how far from the one before it, and from the one after it. */
interface Place {
  readonly fromBefore: string;
  readonly fromAfter: string;
}

function placesOf(
  before: readonly MatchedMember[],
  after: readonly MatchedMember[],
  match: SchemaMatch,
): ReadonlyMap<MatchedMember, Place> {
  const old = before.map((one) => keyOf(one, match));
  const now = after.map((one) => keyOf(one));
  const shared = new Set(old.filter((key) => now.includes(key)));
  const places = new Map<MatchedMember, Place>();
  for (const [members, keys] of [
    [before, old],
    [after, now],
  ] as const) {
    const distance = (at: number, step: 1 | -1): string => {
      let anchor = at + step;
      while (anchor >= 0 && anchor < keys.length && !shared.has(keys[anchor] ?? '')) anchor += step;
      return `${keys[anchor] ?? ''} ${Math.abs(anchor - at)}`;
    };
    members.forEach((one, at) =>
      places.set(one, { fromBefore: distance(at, -1), fromAfter: distance(at, 1) }),
    );
  }
  return places;
}

function haveSamePlace(
  places: ReadonlyMap<MatchedMember, Place>,
  a: MatchedMember,
  b: MatchedMember,
): boolean {
  const [old, now] = [places.get(a), places.get(b)];
  return old?.fromBefore === now?.fromBefore || old?.fromAfter === now?.fromAfter;
}

function keyOf({ term, ordinal }: MatchedMember, match?: SchemaMatch): string {
  const named = (name: Parameters<typeof clark>[0]): string => match?.nameInNew(name) ?? clark(name);
  switch (term.kind) {
    case 'element':
      return `element ${named(term.element.name)} ${ordinal}`;
    case 'wildcard':
      return `wildcard ${ordinal}`;
    case 'group':
      return `group ${match?.toNew.get(term.group.id) ?? term.group.id} ${ordinal}`;
  }
}

const localKey = (member: MatchedMember): string =>
  `${member.term.kind} ${memberName(member)} ${member.ordinal}`;

const reference = ({ term }: MatchedMember): string | undefined =>
  term.kind === 'element' ? referencedName(term.element.annotation) : undefined;

function likeness(a: MatchedMember, b: MatchedMember, samePlace: boolean, match: SchemaMatch): number {
  if (a.term.kind !== 'element' || b.term.kind !== 'element') return 0;
  const [before, after] = [a.term.element, b.term.element];
  const isSameType =
    match.toNew.get(before.type) === after.type || isAnonymous(match, before.type, after.type);
  if (!isSameType) return 0;
  const words = documentationOf(before.annotation);
  const isSaidTheSame = words.length > 20 && words === documentationOf(after.annotation);
  const name = nameSimilarity(before.name.localName, after.name.localName);
  return 0.55 * name + (isSaidTheSame ? 0.4 : 0) + (samePlace ? 0.2 : 0);
}

const isAnonymous = (match: SchemaMatch, before: string, after: string): boolean =>
  before.endsWith('/type()') && after.endsWith('/type()') && match.from !== match.to;
