import type { Span } from '../../../foundation/span.js';
import type { Particle } from '../../../model/schema/index.js';
import { matchMembers } from '../match/match-members.js';
import { type Member, memberName } from '../match/members.js';
import { compareElements } from './compare-elements.js';
import type { MemberPlace, Sides, Topic } from './fact.js';
import { partOf, type Walk } from './fact-sink.js';
import { reordered } from './reordered.js';
import { isOrdered, skeleton, skeletonLabels } from './skeleton.js';
import { contentText } from './words.js';

/** Two content models, as leaves and as trees. */
export interface ContentSides extends Sides<readonly Member[]> {
  readonly before: readonly Member[];
  readonly after: readonly Member[];
  readonly particles: Sides<Particle>;
  readonly spans: Sides<Span>;
}

/** Compares two content models: members, their order, and how they are grouped. */
export function compareMembers(walk: Walk, topic: Topic, content: ContentSides): void {
  const { before, after, particles, spans } = content;
  const { pairs: found, removed, added } = matchMembers(before, after, walk.match);
  const pairs = [...found].sort(([a], [b]) => before.indexOf(a) - before.indexOf(b));
  const [oldLabels, newLabels] = skeletonLabels(pairs);
  const isRegrouped = skeleton(particles.before, oldLabels) !== skeleton(particles.after, newLabels);
  if (isRegrouped) {
    const [old, now] = [
      contentText(walk.match.from, particles.before),
      contentText(walk.match.to, particles.after),
    ];
    walk.emit({ kind: 'content-model', ...topic, before: old, after: now, spans });
  }
  const hasOrder = !isRegrouped && isOrdered(particles.before) && isOrdered(particles.after);
  const moved = hasOrder ? reordered(pairs.map(([, now]) => after.indexOf(now))) : new Set<number>();
  const place = (old: Member | undefined, now: Member | undefined, isMoved: boolean): MemberPlace => ({
    reordered: isMoved,
    regrouped: isRegrouped,
    before: neighbour(before, old),
    after: neighbour(after, now),
  });
  pairs.forEach(([old, now], at) => {
    const about = partOf(topic, memberName(now));
    walk.emit({ kind: 'member', ...about, before: old, after: now, place: place(old, now, moved.has(at)) });
    if (old.term.kind === 'element' && now.term.kind === 'element') {
      // What a global element is called and is like is said of itself.
      const areGlobal = old.term.element.scope === 'global' && now.term.element.scope === 'global';
      if (!areGlobal || walk.match.toNew.get(old.term.element.id) !== now.term.element.id)
        compareElements(walk, about, old.term.element, now.term.element);
    }
    if (old.term.kind === 'wildcard' && now.term.kind === 'wildcard')
      walk.emit({
        kind: 'wildcard',
        ...about,
        before: old.term.wildcard,
        after: now.term.wildcard,
        of: 'elements',
      });
  });
  for (const old of removed)
    walk.emit({
      kind: 'member',
      ...partOf(topic, memberName(old)),
      before: old,
      after: undefined,
      place: place(old, undefined, false),
    });
  for (const now of added)
    walk.emit({
      kind: 'member',
      ...partOf(topic, memberName(now)),
      before: undefined,
      after: now,
      place: place(undefined, now, false),
    });
}

function neighbour(members: readonly Member[], member: Member | undefined): string {
  if (member === undefined) return '';
  const previous = members[members.indexOf(member) - 1];
  return previous === undefined ? 'first' : `after ${memberName(previous)}`;
}
