import {
  ambiguousClass,
  deprecatedInModel,
  extensionInModel,
  inheritanceCircle,
  mandatoryEndLeftOut,
  mandatoryLeftOut,
  namespaceMissing,
  noRoots,
  notAClass,
  notAGeneral,
  typeNotUsed,
  unknownClass,
  unknownInOrder,
  unknownType,
} from '../../diagnostics/catalogue/prf-restriction.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { compareText } from '../../foundation/expanded-name.js';
import { nearestName } from '../../foundation/near-miss.js';
import {
  type InformationModel,
  type Marked,
  printMultiplicity,
  type Profile,
  type ProfileClass,
  ZERO_TO_MANY,
} from '../../model/information/index.js';
import { checkNames } from './check-names.js';
import { checkNesting } from './check-nesting.js';
import { isSimple, objectIn } from './attribute-kind.js';
import { isOfModel } from './is-of-model.js';
import { indexModel, type ModelIndex } from '../information/model-index.js';
import {
  extensionReference,
  inheritanceLine,
  isDeprecated,
  isOfVendor,
  modelReference,
  type ResolveContext,
  type TypeFacts,
} from './resolve-context.js';
import { resolveAssociation, resolveAttribute, resolveExtension } from './resolve-member.js';
import { checkEnumerations } from './resolve-simple-type.js';
import type { ResolvedMember, ResolvedProfile, ResolvedRoot, ResolvedType } from './resolved-profile.js';

/**
 * Looks up in the model what a profile chooses and proves that it is a restriction of the model plus declared extensions
 * (CIM modelling guide, rules R207, R208, R216 to R224). Every departure is reported where it is written; what is
 * wrong is left out of the result.
 */
export function resolveProfile(profile: Profile, model: InformationModel): Read<ResolvedProfile> {
  const diagnostics = new DiagnosticBag();
  const index = indexModel(model);
  const types = new Map(
    profile.classes.map((declared) => [declared.name.value, typeFacts(declared, index, diagnostics)]),
  );
  const ctx: ResolveContext = {
    profile,
    index,
    diagnostics,
    types,
    simpleTypes: new Map(),
    followed: new Set(),
    used: new Set(),
  };
  checkEnumerations(ctx);
  for (const { declared } of types.values()) checkInheritance(ctx, declared);
  const resolvedTypes = new Map<string, ResolvedType>();
  for (const [name, facts] of types) resolvedTypes.set(name, resolveType(ctx, facts));
  for (const facts of types.values()) checkMandatory(ctx, facts);
  const { namespace, prefix, edition, references, note, metadata, extensions } = profile;
  const resolved: ResolvedProfile = {
    name: profile.profile.value,
    namespace: namespace?.value ?? '',
    prefix: prefix?.value ?? 'm',
    edition: edition?.value ?? 1,
    references: references?.value ?? 'attribute',
    note: note?.value ?? '',
    metadata: {
      ...(metadata?.part && { part: metadata.part.value }),
      ...(metadata?.edition && { edition: metadata.edition.value }),
      ...(metadata?.version && { version: metadata.version.value }),
      nouns: (metadata?.nouns ?? []).map(({ value }) => value),
    },
    extensions: {
      namespace: extensions?.namespace?.value ?? namespace?.value ?? '',
      prefix: extensions?.prefix?.value ?? 'ext',
    },
    roots: resolveRoots(ctx),
    types: resolvedTypes,
    simpleTypes: new Map([...ctx.simpleTypes].sort(([a], [b]) => compareText(a, b))),
    span: profile.span,
  };
  if (namespace === undefined) {
    const why = 'a message needs a namespace of its own';
    diagnostics.add(namespaceMissing, { at: profile.profile.span, key: 'namespace', why });
  }
  checkNames(resolved, diagnostics);
  checkNesting(resolved, diagnostics);
  for (const { declared } of types.values()) {
    const { name } = declared;
    if (!ctx.used.has(name.value)) diagnostics.add(typeNotUsed, { at: name.span, name: name.value });
  }
  return { value: resolved, diagnostics: diagnostics.sorted() };
}

/** Which class of the model a type stands for. */
function typeFacts(declared: ProfileClass, index: ModelIndex, diagnostics: DiagnosticBag): TypeFacts {
  const isExtension = declared.extension?.value === true;
  const wanted = declared.class ?? declared.name;
  const all = index.classesNamed(wanted.value);
  if (isExtension) {
    const own = declared.name;
    if (index.classesNamed(own.value).length > 0)
      diagnostics.add(extensionInModel, { at: own.span, name: own.value, class: undefined });
    if (declared.class === undefined) return { declared, isExtension };
  }
  const [first] = all;
  const found = first && index.extendedClass(first);
  if (found === undefined) {
    const known = index.classNames();
    const facts = { name: wanted.value, known, nearest: nearestName(wanted.value, known) };
    diagnostics.add(unknownClass, { at: wanted.span, ...facts });
    return { declared, isExtension };
  }
  if (all.length > 1) {
    const names = all.map((one) => index.qualifiedName(one));
    diagnostics.add(ambiguousClass, { at: wanted.span, name: wanted.value, all: names });
  }
  if (found.kind !== 'class' && found.kind !== 'compound') {
    const kind = `${/^[aeiou]/u.test(found.kind) ? 'an' : 'a'} ${found.kind}`;
    diagnostics.add(notAClass, { at: wanted.span, name: wanted.value, kind });
    return { declared, isExtension };
  }
  if (isDeprecated(found)) diagnostics.add(deprecatedInModel, { at: wanted.span, name: found.name });
  return { declared, class: found, isExtension };
}

/** A type inherits from types whose classes its class inherits from, and never from itself. */
function checkInheritance(ctx: ResolveContext, declared: ProfileClass): void {
  const { inherits, name } = declared;
  if (inherits === undefined) return;
  const general = ctx.types.get(inherits.value);
  if (general === undefined) {
    const known = [...ctx.types.keys()];
    const nearest = nearestName(inherits.value, known);
    ctx.diagnostics.add(unknownType, { at: inherits.span, name: inherits.value, known, nearest });
    return;
  }
  ctx.used.add(inherits.value);
  const line = inheritanceLine(ctx, inherits.value);
  if (line.some((one) => one.declared === declared)) {
    const path = [name.value, ...line.map((one) => one.declared.name.value)];
    ctx.diagnostics.add(inheritanceCircle, { at: inherits.span, path });
  }
  const own = ctx.types.get(name.value)?.class;
  const above = general.class;
  if (own === undefined || above === undefined || ctx.index.lineOf(own).includes(above)) return;
  const facts = { type: name.value, general: inherits.value, class: own.name, generalClass: above.name };
  ctx.diagnostics.add(notAGeneral, { at: inherits.span, ...facts });
}

function resolveType(ctx: ResolveContext, facts: TypeFacts): ResolvedType {
  const { declared, class: owner, isExtension } = facts;
  const name = declared.name.value;
  const holder = owner === undefined ? undefined : { name, class: owner };
  const own = [
    ...declared.attributes.map((chosen) => holder && resolveAttribute(ctx, holder, chosen)),
    ...declared.associations.map((chosen) => holder && resolveAssociation(ctx, holder, chosen)),
    ...declared.extensions.map((added) => resolveExtension(ctx, { name, ...holder }, added)),
  ].filter((member) => member !== undefined);
  const isGeneral = ctx.profile.classes.some(({ inherits }) => inherits?.value === name);
  const isAbstract = declared.abstract?.value === true;
  const inPlace = declared.anonymous?.value ?? ctx.profile.types?.value === 'anonymous';
  return {
    name,
    ...(owner === undefined ? {} : { class: owner }),
    isExtension: isExtension || (owner !== undefined && isOfVendor(ctx, owner)),
    // What others extend needs a name.
    anonymous: inPlace && !isGeneral && !isAbstract,
    abstract: isAbstract,
    ...(declared.inherits === undefined || !ctx.types.has(declared.inherits.value)
      ? {}
      : { inherits: declared.inherits.value }),
    note: declared.note?.value ?? (isExtension ? '' : (owner?.notes ?? '')),
    modelReference: isExtension
      ? extensionReference(ctx, declared.name.span, name)
      : owner === undefined
        ? ''
        : modelReference(ctx, owner),
    members: inOrder(ctx, declared, own),
    span: declared.name.span,
  };
}

/** mRID, simple attributes, then compounds and roles, each by name whatever its case; extensions last. */
const standardOrder = (a: ResolvedMember, b: ResolvedMember): number =>
  rank(a) - rank(b) || compareText(a.name.toLowerCase(), b.name.toLowerCase()) || compareText(a.name, b.name);

const rank = ({ isExtension, modelName, content }: ResolvedMember): number => {
  const kind = content.kind === 'simple' ? 1 : 2;
  if (isExtension) return kind + 2;
  return modelName === 'mRID' ? 0 : kind;
};

function inOrder(
  ctx: ResolveContext,
  { name, order, attributes, associations, extensions }: ProfileClass,
  members: readonly ResolvedMember[],
): readonly ResolvedMember[] {
  const sorted = ctx.profile.order?.value === 'written' ? members : [...members].sort(standardOrder);
  const isMeant = (member: ResolvedMember, { value }: Marked<string>): boolean =>
    member.name === value || member.modelName === value;
  const chosen = [...attributes, ...associations, ...extensions];
  for (const wanted of order) {
    const isChosen = chosen.some((one) => one.name.value === wanted.value || one.as?.value === wanted.value);
    if (isChosen) continue;
    const known = chosen.map((one) => one.name.value);
    const facts = { type: name.value, name: wanted.value, known };
    const nearest = nearestName(wanted.value, known);
    ctx.diagnostics.add(unknownInOrder, { at: wanted.span, ...facts, nearest });
  }
  const first = order.flatMap((wanted) => sorted.find((member) => isMeant(member, wanted)) ?? []);
  return [...new Set([...first, ...sorted])];
}

/** Mandatory stays mandatory (rule R216). Of an association one direction is enough: a message is a tree. */
function checkMandatory(ctx: ResolveContext, { declared, class: owner, isExtension }: TypeFacts): void {
  const name = declared.name.value;
  const isOnlyBelow = ctx.profile.classes.some(({ inherits }) => inherits?.value === name);
  if (owner === undefined || isExtension || isOnlyBelow) return;
  const chosen = new Set(
    inheritanceLine(ctx, name).flatMap((one) =>
      [...one.declared.attributes, ...one.declared.associations].map((member) => member.name.value),
    ),
  );
  for (const [key, member] of ctx.index.membersOf(owner)) {
    if (chosen.has(key)) continue;
    const { multiplicity } = member.kind === 'attribute' ? member.attribute : member.end;
    if (multiplicity.lower === 0 || !isOfModel(member)) continue;
    // No profile can choose what is of no type that the model defines.
    if (
      member.kind === 'attribute' &&
      objectIn(ctx.index, member) === undefined &&
      !isSimple(ctx.index, member)
    )
      continue;
    const facts = { at: declared.name.span, type: name, name: key, occurs: printMultiplicity(multiplicity) };
    if (member.kind === 'attribute') ctx.diagnostics.add(mandatoryLeftOut, facts);
    else if (!ctx.followed.has(member.association)) ctx.diagnostics.add(mandatoryEndLeftOut, facts);
  }
}

function resolveRoots(ctx: ResolveContext): readonly ResolvedRoot[] {
  const { roots, profile, order } = ctx.profile;
  if (roots.length === 0) ctx.diagnostics.add(noRoots, { at: profile.span, profile: profile.value });
  const found = roots.flatMap(({ name, occurs, as }) => {
    if (!ctx.types.has(name.value)) {
      const known = [...ctx.types.keys()];
      const nearest = nearestName(name.value, known);
      ctx.diagnostics.add(unknownType, { at: name.span, name: name.value, known, nearest });
      return [];
    }
    ctx.used.add(name.value);
    const range = occurs?.value ?? ZERO_TO_MANY;
    return [{ name: as?.value ?? name.value, type: name.value, occurs: range, span: name.span }];
  });
  return order?.value === 'written' ? found : [...found].sort((a, b) => compareText(a.name, b.name));
}
