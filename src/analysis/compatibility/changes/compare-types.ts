import type { Span } from '../../../foundation/span.js';
import type {
  AttributeUse,
  ComplexType,
  ComponentId,
  Particle,
  Schema,
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
  const { from, to } = walk.match;
  walk.emit({ kind: 'complex-type', ...topic, before, after });
  // What both inherit from the same type is said there.
  const shared = sharedAncestor(walk, before, after);
  const [old, now] = [ownPart(from, before, shared?.before), ownPart(to, after, shared?.after)];
  const [oldContent, newContent] = [before.contentType, after.contentType];
  if (oldContent.kind === 'simple' && newContent.kind === 'simple') {
    if (shared === undefined) compareTypeUse(walk, topic, oldContent.type, newContent.type, 'content');
  } else {
    compareMembers(walk, topic, {
      before: membersOf(from, old.particle),
      after: membersOf(to, now.particle),
      particles: { before: old.particle, after: now.particle },
      spans: { before: before.span, after: after.span },
    });
  }
  compareAttributes(walk, topic, old.attributes, now.attributes);
  if (old.wildcard !== undefined || now.wildcard !== undefined)
    walk.emit({
      kind: 'wildcard',
      ...partOf(topic, '@(any)'),
      before: old.wildcard,
      after: now.wildcard,
      of: 'attributes',
    });
}

/** The nearest types that both extend, step by step, and that are the same one; what is in them is compared there. */
function sharedAncestor(
  { match }: Walk,
  before: ComplexType,
  after: ComplexType,
): { readonly before: ComplexType; readonly after: ComplexType } | undefined {
  const inNew = new Map(extendedTypes(match.to, after).map((type) => [type.id, type]));
  for (const type of extendedTypes(match.from, before)) {
    // The pair itself is what is being compared.
    if (match.toNew.get(type.id) === after.id && type === before) continue;
    const same = inNew.get(match.toNew.get(type.id) ?? type.id);
    if (same !== undefined && match.toNew.has(type.id)) return { before: type, after: same };
  }
  return undefined;
}

/** A type and those below it, as long as each step is an extension. The ur-type is nobody's. */
function extendedTypes(schema: Schema, type: ComplexType): readonly ComplexType[] {
  const chain: ComplexType[] = [];
  let at: TypeDefinition | undefined = type;
  while (at?.kind === 'complex-type' && at.span.source !== '' && !chain.includes(at)) {
    chain.push(at);
    at = at.derivationMethod === 'extension' ? schema.types.get(at.baseType) : undefined;
  }
  return chain;
}

interface OwnPart {
  readonly particle: Particle | undefined;
  readonly attributes: readonly AttributeUse[];
  readonly wildcard: Wildcard | undefined;
}

/** What a type adds to one that it extends; all that it has where there is none. */
function ownPart(schema: Schema, type: ComplexType, ancestor: ComplexType | undefined): OwnPart {
  const { contentType, attributeUses: all, attributeWildcard } = type;
  if (ancestor === undefined) {
    const hasParticle = contentType.kind === 'element-only' || contentType.kind === 'mixed';
    return {
      particle: hasParticle ? contentType.particle : undefined,
      attributes: all,
      wildcard: attributeWildcard,
    };
  }
  const chain = extendedTypes(schema, type);
  const steps = chain.slice(0, chain.indexOf(ancestor)).reverse();
  const particles = steps.flatMap(({ ownParticle }) => ownParticle ?? []);
  const inherited = new Set(ancestor.attributeUses.map(({ span }) => placeOf(span)));
  const { attributeWildcard: below } = ancestor;
  const isInherited = below !== undefined && sameWildcard(below, attributeWildcard);
  return {
    particle: particles.length < 2 ? particles[0] : inSequence(particles, type),
    attributes: all.filter(({ span }) => !inherited.has(placeOf(span))),
    wildcard: isInherited ? undefined : attributeWildcard,
  };
}

const inSequence = (particles: readonly Particle[], { annotation, span }: ComplexType): Particle => ({
  kind: 'particle',
  minOccurs: 1,
  maxOccurs: 1,
  term: { kind: 'model-group', compositor: 'sequence', particles, annotation, span },
  span,
});

const sameWildcard = (a: Wildcard, b: Wildcard | undefined): boolean =>
  b !== undefined &&
  a.processContents === b.processContents &&
  JSON.stringify(a.namespaceConstraint) === JSON.stringify(b.namespaceConstraint);

/** A place in the source, to tell whether two components are one and the same. */
export const placeOf = ({ source, start }: Span): string => `${source}:${start}`;
