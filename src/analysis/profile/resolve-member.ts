import {
  carriageOfSimple,
  deprecatedInModel,
  extensionInModel,
  extensionTypeUnknown,
  foreignMember,
  memberInWrongSection,
  neverOccurs,
  nothingToChoose,
  referenceWithoutIdentity,
  roleOfAnotherClass,
  typeAndChoice,
  unusableType,
  valuesOfNoEnumeration,
  widerOccurrence,
} from '../../diagnostics/catalogue/prf-restriction.js';
import { nearestName } from '../../foundation/near-miss.js';
import {
  type Carriage,
  isWithin,
  type Marked,
  type ModelClass,
  type Multiplicity,
  printMultiplicity,
  type ProfileAssociation,
  type ProfileAttribute,
  type ProfileExtension,
  type ProfileProperty,
  ZERO_TO_ONE,
} from '../../model/information/index.js';
import { memberName, type ModelMember } from '../information/model-index.js';
import {
  extensionReference,
  isDeprecated,
  isOfVendor,
  modelReference,
  type ResolveContext,
} from './resolve-context.js';
import { checkConcrete, namedType, type ObjectPlace, typeOfClass } from './resolve-object.js';
import { extensionEnumeration, narrowedUse, simpleUse, simpleUseOfName } from './resolve-simple-type.js';
import type { MemberContent, ResolvedMember, SimpleUse } from './resolved-profile.js';

/** The type of the profile that a member is on. */
export interface Holder {
  readonly name: string;
  readonly class: ModelClass;
}

/** A chosen attribute; undefined where it cannot be in a message, which was reported. */
export function resolveAttribute(
  ctx: ResolveContext,
  holder: Holder,
  chosen: ProfileAttribute,
): ResolvedMember | undefined {
  const member = findMember(ctx, holder, chosen, 'attribute');
  if (member === undefined) return undefined;
  const place: ObjectPlace = { type: holder.name, name: chosen.name.value, at: chosen.name.span };
  const target = targetOf(ctx, member);
  if (target === undefined || isSimple(target)) {
    const use = simpleOf(ctx, member, place);
    if (chosen.type !== undefined) refuseKey(ctx, place, chosen.type, 'type', 'of a simple type');
    if (use === undefined) return undefined;
    const isEnumeration = target?.kind === 'enumeration';
    const [value] = chosen.values ?? [];
    if (value !== undefined && !isEnumeration) {
      const found = target?.name ?? (use.base.kind === 'built-in' ? use.base.name : '');
      ctx.diagnostics.add(valuesOfNoEnumeration, { ...place, at: value.span, found });
    }
    const type = narrowedUse(ctx, use, chosen.values, chosen.facets, chosen.name.span);
    const resolved = finish(ctx, holder, chosen, member, { kind: 'simple', type });
    if (chosen.xml?.value !== 'attribute') return resolved;
    const { upper } = resolved.occurs;
    if (upper === 'unbounded' || upper > 1)
      refuseKey(ctx, place, chosen.xml, 'xml: attribute', 'there more than once');
    return { ...resolved, isXmlAttribute: true };
  }
  for (const key of ['values', 'facets', 'xml'] as const) {
    if (chosen[key] !== undefined) refuseKey(ctx, place, chosen.name, key, `a compound, ${target.name}`);
  }
  const content = inline(ctx, { ...place, class: target }, chosen.type);
  return content && finish(ctx, holder, chosen, member, content);
}

/** A chosen association end. */
export function resolveAssociation(
  ctx: ResolveContext,
  holder: Holder,
  chosen: ProfileAssociation,
): ResolvedMember | undefined {
  const member = findMember(ctx, holder, chosen, 'association end');
  if (member?.kind !== 'end') return undefined;
  ctx.followed.add(member.association);
  const place = { type: holder.name, name: chosen.name.value, at: chosen.name.span, class: member.target };
  const { by, type, choice } = chosen;
  const keys = [
    ...(by === undefined || by.value === 'inline' ? [] : [`by: ${by.value}`]),
    ...(type === undefined ? [] : ['type']),
    ...(choice === undefined ? [] : ['choice']),
  ];
  if (keys.length > 1) {
    const at = (choice?.[0] ?? type ?? by)?.span;
    ctx.diagnostics.add(typeAndChoice, { ...place, at, keys });
    return undefined;
  }
  const content =
    by !== undefined && by.value !== 'inline'
      ? reference(ctx, place, { value: by.value, span: by.span })
      : choice === undefined
        ? inline(ctx, place, type)
        : alternatives(ctx, place, choice);
  return content && finish(ctx, holder, chosen, member, content);
}

/** A member of the vendor's own. */
export function resolveExtension(
  ctx: ResolveContext,
  holder: { readonly name: string; readonly class?: ModelClass },
  added: ProfileExtension,
): ResolvedMember | undefined {
  const { name, occurs, as, note, type, by } = added;
  const place: ObjectPlace = { type: holder.name, name: name.value, at: name.span };
  if (holder.class !== undefined && ctx.index.membersOf(holder.class).has(name.value)) {
    ctx.diagnostics.add(extensionInModel, { at: name.span, name: name.value, class: holder.class.name });
  }
  const reference = extensionReference(ctx, name.span, holder.name, name.value);
  const content = type === undefined ? undefined : extensionContent(ctx, place, added, type);
  if (content === undefined) return undefined;
  if (content.kind === 'simple' && by !== undefined) refuseKey(ctx, place, by, 'by', 'of a simple type');
  const range = occurs?.value ?? ZERO_TO_ONE;
  if (range.upper === 0) ctx.diagnostics.add(neverOccurs, { ...place, at: occurs?.span ?? name.span });
  return {
    name: as?.value ?? name.value,
    modelName: name.value,
    isExtension: true,
    isXmlAttribute: false,
    occurs: range,
    note: note?.value ?? '',
    modelReference: reference,
    content,
    span: name.span,
  };
}

function extensionContent(
  ctx: ResolveContext,
  place: ObjectPlace,
  { by, facets }: ProfileExtension,
  type: Marked<string>,
): MemberContent | undefined {
  const isReference = by !== undefined && by.value !== 'inline';
  const simple = extensionSimple(ctx, type);
  if (simple !== undefined)
    return { kind: 'simple', type: narrowedUse(ctx, simple, undefined, facets, type.span) };
  const found = ctx.index
    .classesNamed(type.value)
    .find(({ kind }) => kind === 'class' || kind === 'compound');
  const own = ctx.types.get(type.value);
  const target = own?.class ?? found;
  if (isReference && target !== undefined)
    return reference(ctx, { ...place, class: target }, { value: by.value, span: by.span });
  if (own !== undefined) return inline(ctx, place, type);
  if (found !== undefined) return inline(ctx, { ...place, at: type.span, class: found }, undefined);
  const known = [...ctx.types.keys(), ...[...ctx.index.model.classes.values()].map(({ name }) => name)];
  const facts = { type: place.type, member: place.name, name: type.value, known };
  ctx.diagnostics.add(extensionTypeUnknown, {
    at: type.span,
    ...facts,
    nearest: nearestName(type.value, known),
  });
  return undefined;
}

function extensionSimple(ctx: ResolveContext, type: Marked<string>): SimpleUse | undefined {
  if (ctx.types.has(type.value)) return undefined;
  const own = ctx.profile.enumerations.find(
    ({ name, extension }) => extension?.value === true && name.value === type.value,
  );
  if (own !== undefined) return extensionEnumeration(ctx, own);
  const found = ctx.index.classesNamed(type.value).find(isSimple);
  return found === undefined ? simpleUseOfName(type.value) : simpleUse(ctx, found, type.span);
}

function inline(
  ctx: ResolveContext,
  place: ObjectPlace,
  named: Marked<string> | undefined,
): MemberContent | undefined {
  const type =
    named !== undefined
      ? namedType(ctx, place, named)
      : place.class && typeOfClass(ctx, { ...place, class: place.class });
  if (type === undefined) return undefined;
  checkConcrete(ctx, { ...place, at: named?.span ?? place.at }, type);
  return { kind: 'object', type };
}

function alternatives(
  ctx: ResolveContext,
  place: ObjectPlace,
  choice: readonly Marked<string>[],
): MemberContent | undefined {
  if (choice.length === 0) ctx.diagnostics.add(nothingToChoose, place);
  const types = choice.flatMap((one) => {
    const type = namedType(ctx, place, one);
    if (type !== undefined) checkConcrete(ctx, { ...place, at: one.span }, type);
    return type === undefined ? [] : [type];
  });
  return types.length === 0 ? undefined : { kind: 'choice', types };
}

/** A reference needs something to refer by: the mRID and the Names of IdentifiedObject. */
function reference(
  ctx: ResolveContext,
  place: ObjectPlace & { readonly class: ModelClass },
  by: Marked<Exclude<Carriage, 'inline'>>,
): MemberContent {
  const members = ctx.index.membersOf(place.class);
  const needed = by.value === 'both' ? ['mRID', 'Names'] : [by.value];
  const lacking = needed.filter((name) => !members.has(name));
  if (lacking.length === needed.length) {
    const facts = { type: place.type, name: place.name, class: place.class.name, by: needed.join(' and ') };
    ctx.diagnostics.add(referenceWithoutIdentity, { at: by.span, ...facts });
  }
  const id = needed.includes('mRID') ? members.get('mRID') : undefined;
  const names = needed.includes('Names') ? members.get('Names') : undefined;
  const asElement = ctx.profile.references?.value === 'element' && names?.kind === 'end';
  const type = asElement ? typeOfClass(ctx, { ...place, at: by.span, class: names.target }) : undefined;
  return {
    kind: 'reference',
    by: by.value,
    modelReference: modelReference(ctx, place.class),
    ...(id === undefined ? {} : { id: { modelReference: modelReference(ctx, id.owner, 'mRID') } }),
    ...(type === undefined || names === undefined
      ? {}
      : { names: { type, modelReference: modelReference(ctx, names.owner, 'Names') } }),
  };
}

/** The member of the class that is meant; where it is none, or of the other kind, that is reported. */
function findMember(
  ctx: ResolveContext,
  holder: Holder,
  { name }: ProfileProperty,
  what: 'attribute' | 'association end',
): ModelMember | undefined {
  const members = ctx.index.membersOf(holder.class);
  const member = members.get(name.value);
  if (member === undefined) {
    const owners = ctx.index.ownersOf(name.value).map((owner) => owner.name);
    const facts = { name: name.value, class: holder.class.name };
    if (owners.length > 0) ctx.diagnostics.add(roleOfAnotherClass, { at: name.span, ...facts, owners });
    else {
      const kind = what === 'attribute' ? 'attribute' : 'end';
      const known = [...members.values()].filter((one) => one.kind === kind).map(memberName);
      const nearest = nearestName(name.value, known);
      ctx.diagnostics.add(foreignMember, { at: name.span, what, ...facts, known, nearest });
    }
    return undefined;
  }
  // Some forms of a model draw a compound as an association without way back; its role begins in lower case then.
  const fits =
    member.kind === 'attribute'
      ? what === 'attribute'
      : what === 'association end' || member.target.kind === 'compound' || /^\p{Ll}/u.test(name.value);
  if (fits) return member;
  const section = member.kind === 'attribute' ? 'attributes' : 'associations';
  ctx.diagnostics.add(memberInWrongSection, { at: name.span, type: holder.name, name: name.value, section });
  return undefined;
}

function finish(
  ctx: ResolveContext,
  holder: Holder,
  chosen: ProfileProperty,
  member: ModelMember,
  content: MemberContent,
): ResolvedMember {
  const { name, as, note } = chosen;
  const element = member.kind === 'attribute' ? member.attribute : member.end;
  if (isDeprecated(element)) {
    ctx.diagnostics.add(deprecatedInModel, { at: name.span, name: `${member.owner.name}.${name.value}` });
  }
  return {
    name: as?.value ?? name.value,
    modelName: name.value,
    isExtension: isOfVendor(ctx, member.owner),
    isXmlAttribute: false,
    occurs: narrowedOccurs(ctx, holder, chosen, element.multiplicity),
    note: note?.value ?? element.notes,
    modelReference: modelReference(ctx, member.owner, name.value),
    content,
    span: name.span,
  };
}

/** Profiles narrow (CIM modelling guide, rules R216, R217, R222 to R224): mandatory stays so, limits may come down. */
function narrowedOccurs(
  ctx: ResolveContext,
  { name: type, class: owner }: Holder,
  { name, occurs }: ProfileProperty,
  allowed: Multiplicity,
): Multiplicity {
  if (occurs === undefined) return allowed;
  const place = { type, name: name.value, at: occurs.span };
  if (occurs.value.upper === 0) ctx.diagnostics.add(neverOccurs, place);
  else if (!isWithin(occurs.value, allowed)) {
    const [found, most] = [printMultiplicity(occurs.value), printMultiplicity(allowed)];
    const where = `class ${owner.name}`;
    ctx.diagnostics.add(widerOccurrence, { ...place, found, allowed: most, where });
  }
  return occurs.value;
}

/** The class that is the type of a member; undefined of a name that the model does not define. */
function targetOf(ctx: ResolveContext, member: ModelMember): ModelClass | undefined {
  if (member.kind === 'end') return member.target;
  const { type } = member.attribute;
  if (type.kind === 'class') return ctx.index.classOf(type.id);
  const named = ctx.index.classesNamed(type.name);
  return named.length === 1 ? named[0] : undefined;
}

function simpleOf(ctx: ResolveContext, member: ModelMember, place: ObjectPlace): SimpleUse | undefined {
  const target = targetOf(ctx, member);
  const type = member.kind === 'attribute' ? member.attribute.type : undefined;
  const name = target?.name ?? (type?.kind === 'unresolved' ? type.name : '');
  const use = target === undefined ? simpleUseOfName(name) : simpleUse(ctx, target, place.at);
  if (use === undefined)
    ctx.diagnostics.add(unusableType, { ...place, found: name === '' ? 'nothing' : name });
  return use;
}

const isSimple = ({ kind }: ModelClass): boolean =>
  kind === 'primitive' || kind === 'datatype' || kind === 'enumeration';

function refuseKey(
  ctx: ResolveContext,
  { type, name }: ObjectPlace,
  { span }: Marked<unknown>,
  key: string,
  found: string,
): void {
  ctx.diagnostics.add(carriageOfSimple, { at: span, type, name, key, found });
}
