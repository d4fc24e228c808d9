import type { Span } from '../../../foundation/span.js';
import type {
  AttributeUse,
  ComplexType,
  ComponentId,
  Particle,
  SimpleType,
  TypeDefinition,
  Wildcard,
} from '../../../model/schema/index.js';
import { membersOf } from '../match/members.js';
import { compareAttributes } from './compare-attributes.js';
import { compareMembers } from './compare-members.js';
import type { FactOf, Topic } from './fact.js';
import { partOf, type Walk } from './fact-sink.js';
import { typeText } from './words.js';

/** Compares what two places say about their type: the same one, another one, or anonymous ones that are looked into. */
export function compareTypeUse(
  walk: Walk,
  topic: Topic,
  beforeId: ComponentId,
  afterId: ComponentId,
  of: FactOf<'type-use'>['of'],
): void {
  const { from, to, toNew } = walk.match;
  if (toNew.get(beforeId) === afterId) return;
  const before = from.types.get(beforeId);
  const after = to.types.get(afterId);
  if (before === undefined || after === undefined) return;
  const bothAnonymous = before.name === undefined && after.name === undefined;
  const oneAnonymous = before.name === undefined || after.name === undefined;
  if (!bothAnonymous || before.kind !== after.kind)
    walk.emit({ kind: 'type-use', ...topic, before, after, of });
  if (oneAnonymous && before.kind === after.kind && before.span.source !== '' && after.span.source !== '')
    compareTypes(walk, topic, before, after);
}

/** Compares two types that are the same one, or stand in the same place. */
export function compareTypes(walk: Walk, topic: Topic, before: TypeDefinition, after: TypeDefinition): void {
  if (!walk.isNew(before.id, after.id)) return;
  const inside: Topic = { ...topic, owner: { before: before.id, after: after.id } };
  if (before.name !== undefined || after.name !== undefined) {
    const spans = { before: before.span, after: after.span };
    walk.emit({ kind: 'annotation', ...inside, before: before.annotation, after: after.annotation, spans });
  }
  if (before.kind === 'complex-type' && after.kind === 'complex-type')
    compareComplex(walk, inside, before, after);
  else if (before.kind === 'simple-type' && after.kind === 'simple-type')
    compareSimple(walk, inside, before, after);
  else walk.emit({ kind: 'type-use', ...inside, before, after, of: 'element' });
}

function compareSimple(walk: Walk, topic: Topic, before: SimpleType, after: SimpleType): void {
  walk.emit({ kind: 'simple-type', ...topic, before, after });
  const [old, now] = [before.variety, after.variety];
  if (old.kind === 'list' && now.kind === 'list')
    compareTypeUse(walk, partOf(topic, '(item)'), old.itemType, now.itemType, 'item');
  if (old.kind === 'union' && now.kind === 'union')
    compareUnions(walk, topic, before, after, old.memberTypes, now.memberTypes);
}

function compareUnions(
  walk: Walk,
  topic: Topic,
  before: SimpleType,
  after: SimpleType,
  old: readonly ComponentId[],
  now: readonly ComponentId[],
): void {
  const { from, to, toNew } = walk.match;
  const isSame =
    old.length === now.length && old.every((id, at) => toNew.get(id) === now[at] || isAnonymous(id));
  if (!isSame) {
    const list = (schema: typeof from, ids: readonly ComponentId[]): string =>
      ids.map((id) => typeText(schema, id)).join(' | ');
    walk.emit({
      kind: 'members-of-union',
      ...topic,
      before: list(from, old),
      after: list(to, now),
      spans: { before: before.span, after: after.span },
    });
    return;
  }
  old.forEach((id, at) => {
    const other = now[at];
    if (other !== undefined) compareTypeUse(walk, partOf(topic, `(member ${at + 1})`), id, other, 'item');
  });
}

const isAnonymous = (id: ComponentId): boolean => id.includes('/');

function compareComplex(walk: Walk, topic: Topic, before: ComplexType, after: ComplexType): void {
  const { from, to, toNew } = walk.match;
  walk.emit({ kind: 'complex-type', ...topic, before, after });
  // What both inherit from the same type is said there.
  const inherits = toNew.get(before.baseType) === after.baseType;
  const [oldBase, newBase] = [from.types.get(before.baseType), to.types.get(after.baseType)];
  const areExtensions = before.derivationMethod === 'extension' && after.derivationMethod === 'extension';
  const [old, now] = [before.contentType, after.contentType];
  if (old.kind === 'simple' && now.kind === 'simple') {
    if (!(inherits && areExtensions)) compareTypeUse(walk, topic, old.type, now.type, 'content');
  } else {
    const own = inherits && areExtensions;
    const [oldParticle, newParticle] = [particleOf(before, own), particleOf(after, own)];
    compareMembers(walk, topic, {
      before: membersOf(from, oldParticle),
      after: membersOf(to, newParticle),
      particles: { before: oldParticle, after: newParticle },
      spans: { before: before.span, after: after.span },
    });
  }
  const leaveOut = (type: TypeDefinition | undefined): ReadonlySet<string> =>
    new Set(
      inherits && type?.kind === 'complex-type' ? type.attributeUses.map(({ span }) => placeOf(span)) : [],
    );
  const ownUses = (
    uses: readonly AttributeUse[],
    base: TypeDefinition | undefined,
  ): readonly AttributeUse[] => {
    const inherited = leaveOut(base);
    return uses.filter(({ span }) => !inherited.has(placeOf(span)));
  };
  compareAttributes(
    walk,
    topic,
    ownUses(before.attributeUses, oldBase),
    ownUses(after.attributeUses, newBase),
  );
  const ownWildcard = (type: ComplexType, base: TypeDefinition | undefined): Wildcard | undefined => {
    const inherited = base?.kind === 'complex-type' ? base.attributeWildcard : undefined;
    return inherits && inherited !== undefined && sameWildcard(inherited, type.attributeWildcard)
      ? undefined
      : type.attributeWildcard;
  };
  const [oldAny, newAny] = [ownWildcard(before, oldBase), ownWildcard(after, newBase)];
  if (oldAny !== undefined || newAny !== undefined)
    walk.emit({
      kind: 'wildcard',
      ...partOf(topic, '@(any)'),
      before: oldAny,
      after: newAny,
      of: 'attributes',
    });
}

const particleOf = (type: ComplexType, own: boolean): Particle | undefined => {
  if (own) return type.ownParticle;
  const { contentType } = type;
  return contentType.kind === 'element-only' || contentType.kind === 'mixed'
    ? contentType.particle
    : undefined;
};

const sameWildcard = (a: Wildcard, b: Wildcard | undefined): boolean =>
  b !== undefined &&
  a.processContents === b.processContents &&
  JSON.stringify(a.namespaceConstraint) === JSON.stringify(b.namespaceConstraint);

/** A place in the source, to tell whether two components are one and the same. */
export const placeOf = ({ source, start }: Span): string => `${source}:${start}`;
