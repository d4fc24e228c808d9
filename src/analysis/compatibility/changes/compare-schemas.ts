import type { AttributeUse } from '../../../model/schema/index.js';
import type { GlobalComponent, SchemaMatch } from '../match/match-schemas.js';
import { membersOfGroup } from '../match/members.js';
import type { Pairing } from '../match/pair-up.js';
import { compareAttributes } from './compare-attributes.js';
import { compareElements } from './compare-elements.js';
import { compareMembers } from './compare-members.js';
import { compareTypes, compareTypeUse, placeOf } from './compare-types.js';
import type { ComponentSpace, Fact, Topic } from './fact.js';
import type { Walk } from './fact-sink.js';

/** Everything that two matched schemas say about the same things, to be judged by the rules. */
export function compareSchemas(match: SchemaMatch): readonly Fact[] {
  const facts: Fact[] = [];
  const seen = new Set<string>();
  const walk: Walk = {
    match,
    emit: (fact) => facts.push(fact),
    isNew(before, after) {
      const key = `${before}\n${after}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    },
  };
  compareNamespaces(walk);
  for (const [old, now] of components(walk, 'element', match.elements))
    compareElements(walk, topicOf(old, now), old, now);
  for (const [old, now] of components(walk, 'type', match.types))
    compareTypes(walk, topicOf(old, now), old, now);
  for (const [old, now] of components(walk, 'group', match.groups)) {
    const particle = (group: typeof old) =>
      ({ kind: 'particle', minOccurs: 1, maxOccurs: 1, term: group.modelGroup, span: group.span }) as const;
    compareMembers(walk, topicOf(old, now), {
      before: membersOfGroup(match.from, old),
      after: membersOfGroup(match.to, now),
      particles: { before: particle(old), after: particle(now) },
      spans: { before: old.span, after: now.span },
    });
  }
  for (const [old, now] of components(walk, 'attributeGroup', match.attributeGroups))
    compareAttributes(walk, topicOf(old, now), old.attributeUses, now.attributeUses);
  for (const [old, now] of components(walk, 'attribute', match.attributes))
    compareTypeUse(walk, topicOf(old, now), old.type, now.type, 'attribute');
  return withoutRepetition(facts, match);
}

function compareNamespaces({ match, emit }: Walk): void {
  const { moved, removed, added } = match.namespaces;
  const owner = { before: undefined, after: undefined };
  for (const [before, after] of moved)
    emit({ kind: 'namespace', subject: after.name, group: '', owner, before, after, moved: true });
  for (const before of removed)
    emit({
      kind: 'namespace',
      subject: before.name,
      group: '',
      owner,
      before,
      after: undefined,
      moved: false,
    });
  for (const after of added)
    emit({
      kind: 'namespace',
      subject: after.name,
      group: '',
      owner,
      before: undefined,
      after,
      moved: false,
    });
}

/** Says what was added, removed and renamed, and gives back the pairs. What goes with its whole namespace is not listed. */
function components<T extends GlobalComponent>(
  { match, emit }: Walk,
  space: ComponentSpace,
  { pairs, removed, added }: Pairing<T>,
): Pairing<T>['pairs'] {
  const { namespaces } = match;
  const gone = new Set(namespaces.removed.map(({ name }) => name));
  const come = new Set(namespaces.added.map(({ name }) => name));
  for (const [before, after] of pairs)
    emit({ kind: 'component', ...topicOf(before, after), before, after, space });
  for (const before of removed) {
    if (gone.has(before.name.namespace)) continue;
    emit({ kind: 'component', ...topicOf(before, undefined), before, after: undefined, space });
  }
  for (const after of added) {
    if (come.has(after.name.namespace)) continue;
    emit({ kind: 'component', ...topicOf(undefined, after), before: undefined, after, space });
  }
  return pairs;
}

function topicOf(before: GlobalComponent | undefined, after: GlobalComponent | undefined): Topic {
  const name = (after ?? before)?.name.localName ?? '';
  return { subject: name, group: name, owner: { before: before?.id, after: after?.id } };
}

/** Attributes of an attribute group stand in every type that uses it: a change of the group is said once, of the group. */
function withoutRepetition(facts: readonly Fact[], { from, to, toNew }: SchemaMatch): readonly Fact[] {
  const places = (
    groups: typeof from.attributeGroups,
    isMatched: (id: string) => boolean,
  ): ReadonlySet<string> =>
    new Set(
      [...groups.values()]
        .filter(({ id }) => isMatched(id))
        .flatMap(({ attributeUses }) => attributeUses.map(({ span }) => placeOf(span))),
    );
  const matchedOld = new Set<string>(toNew.keys());
  const matchedNew = new Set<string>(toNew.values());
  const old = places(from.attributeGroups, (id) => matchedOld.has(id));
  const now = places(to.attributeGroups, (id) => matchedNew.has(id));
  const isOf = (use: AttributeUse | undefined, known: ReadonlySet<string>): boolean =>
    use === undefined || known.has(placeOf(use.span));
  return facts.filter(
    (fact) =>
      fact.kind !== 'attribute' ||
      fact.owner.after?.startsWith('attributeGroup:') === true ||
      !(isOf(fact.before, old) && isOf(fact.after, now)),
  );
}
