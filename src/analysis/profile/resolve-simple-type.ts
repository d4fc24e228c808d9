import {
  codeMissing,
  extensionInModel,
  nothingLeft,
  typeNameTaken,
  unknownEnumeration,
  valueNotInEnumeration,
} from '../../diagnostics/catalogue/prf-restriction.js';
import { nearestName } from '../../foundation/near-miss.js';
import type { Span } from '../../foundation/span.js';
import type { Marked, ModelClass, ProfileEnumeration, ProfileFacets } from '../../model/information/index.js';
import { builtInOf, datatypeFacts } from './primitive.js';
import { extensionReference, isOfVendor, modelReference, type ResolveContext } from './resolve-context.js';
import type { NamedSimpleType, ResolvedFacet, ResolvedValue, SimpleUse } from './resolved-profile.js';

/** How a simple class of the model is used; undefined where it comes to no simple type. */
export function simpleUse(ctx: ResolveContext, owner: ModelClass, at: Span): SimpleUse | undefined {
  if (owner.kind === 'enumeration') {
    const declared = ctx.profile.enumerations.find(({ name }) => name.value === owner.name);
    return named(ctx, enumerationOf(ctx, owner, declared, at));
  }
  const facts = datatypeFacts(owner, ctx.index);
  if (facts === undefined) return undefined;
  if (owner.kind === 'primitive') return builtInUse(facts.builtIn);
  return named(ctx, {
    kind: 'datatype',
    name: owner.name,
    class: owner,
    note: owner.notes,
    modelReference: modelReference(ctx, owner),
    ...facts,
    span: at,
  });
}

/** A name that the model does not define, but every model means the same by. */
export function simpleUseOfName(name: string): SimpleUse | undefined {
  const builtIn = builtInOf(name);
  return builtIn === undefined ? undefined : builtInUse(builtIn);
}

const builtInUse = (name: string): SimpleUse => ({ base: { kind: 'built-in', name }, facets: [] });

/** An enumeration of the vendor's own. */
export function extensionEnumeration(ctx: ResolveContext, declared: ProfileEnumeration): SimpleUse {
  const { name, as, note, values = [] } = declared;
  const reference = extensionReference(ctx, name.span, name.value);
  return named(ctx, {
    kind: 'enumeration',
    name: as?.value ?? name.value,
    isExtension: true,
    note: note?.value ?? '',
    modelReference: reference,
    values: values.map(({ value }) => ({ value, modelReference: `${reference}.${value}`, note: '' })),
    span: name.span,
  });
}

/** Looks at every enumeration that the profile declares, whether it is used or not. */
export function checkEnumerations(ctx: ResolveContext): void {
  for (const declared of ctx.profile.enumerations) {
    const { name, values, extension } = declared;
    const found = ctx.index.classesNamed(name.value).find(({ kind }) => kind === 'enumeration');
    if (values?.length === 0 || (values === undefined && extension?.value === true))
      ctx.diagnostics.add(nothingLeft, { at: name.span, enumeration: name.value });
    if (extension?.value === true) {
      if (found !== undefined)
        ctx.diagnostics.add(extensionInModel, { at: name.span, name: name.value, class: undefined });
      extensionReference(ctx, name.span, name.value);
    } else if (found === undefined) {
      const known = [...ctx.index.model.classes.values()]
        .filter(({ kind }) => kind === 'enumeration')
        .map((one) => one.name);
      const facts = { name: name.value, known, nearest: nearestName(name.value, known) };
      ctx.diagnostics.add(unknownEnumeration, { at: name.span, ...facts });
    } else enumerationOf(ctx, found, declared, name.span);
  }
}

function enumerationOf(
  ctx: ResolveContext,
  owner: ModelClass,
  declared: ProfileEnumeration | undefined,
  at: Span,
): NamedSimpleType {
  const reference = modelReference(ctx, owner);
  const literals = ctx.index.literalsOf(owner);
  const all = literals.map(({ literal, owner: from }): ResolvedValue => ({
    value: declared?.codes?.value === true ? (literal.code ?? literal.name) : literal.name,
    literal,
    modelReference: modelReference(ctx, from, literal.name),
    note: literal.notes,
  }));
  const lacking = literals.flatMap(({ literal: { code, name } }) => (code === undefined ? [name] : []));
  if (declared?.codes?.value === true && lacking.length > 0) {
    const facts = { enumeration: owner.name, names: lacking };
    ctx.diagnostics.add(codeMissing, { at: declared.codes.span, ...facts });
  }
  const kept = declared?.values === undefined ? all : keep(ctx, owner.name, all, declared.values);
  return {
    kind: 'enumeration',
    name: declared?.as?.value ?? owner.name,
    class: owner,
    isExtension: isOfVendor(ctx, owner),
    note: declared?.note?.value ?? owner.notes,
    modelReference: reference,
    values: kept,
    span: declared?.name.span ?? at,
  };
}

/** The values that remain, in the order of the model. Names may be given, and codes where the message carries codes. */
function keep(
  ctx: ResolveContext,
  enumeration: string,
  all: readonly ResolvedValue[],
  wanted: readonly Marked<string>[],
): readonly ResolvedValue[] {
  const isMeant = (one: ResolvedValue, name: string): boolean =>
    one.literal?.name === name || one.value === name;
  for (const { value: name, span } of wanted) {
    if (all.some((one) => isMeant(one, name))) continue;
    const known = all.map((one) => one.literal?.name ?? one.value);
    const facts = { enumeration, name, known, nearest: nearestName(name, known) };
    ctx.diagnostics.add(valueNotInEnumeration, { at: span, ...facts });
  }
  return all.filter((one) => wanted.some(({ value }) => isMeant(one, value)));
}

/** Values and facets of one member. */
export function narrowedUse(
  ctx: ResolveContext,
  use: SimpleUse,
  values: readonly Marked<string>[] | undefined,
  facets: ProfileFacets | undefined,
  at: Span,
): SimpleUse {
  const type = use.base.kind === 'named' ? ctx.simpleTypes.get(use.base.name) : undefined;
  const isNarrowed = values !== undefined && type?.kind === 'enumeration';
  if (isNarrowed && values.length === 0) ctx.diagnostics.add(nothingLeft, { at, enumeration: type.name });
  return {
    ...use,
    ...(isNarrowed ? { values: keep(ctx, type.name, type.values, values).map(({ value }) => value) } : {}),
    facets: facets === undefined ? [] : facetsOf(facets),
  };
}

const FACETS = [
  'length',
  'minLength',
  'maxLength',
  'pattern',
  'minInclusive',
  'maxInclusive',
  'minExclusive',
  'maxExclusive',
  'totalDigits',
  'fractionDigits',
] as const;

const facetsOf = (facets: ProfileFacets): readonly ResolvedFacet[] =>
  FACETS.flatMap((kind) => {
    const facet = facets[kind];
    return facet === undefined ? [] : [{ kind, value: facet.value, span: facet.span }];
  });

function named(ctx: ResolveContext, type: NamedSimpleType): SimpleUse {
  const known = ctx.simpleTypes.get(type.name);
  if (known !== undefined && known.modelReference !== type.modelReference) {
    const other = `${known.kind} ${known.modelReference}`;
    ctx.diagnostics.add(typeNameTaken, { at: type.span, name: type.name, other });
  }
  if (known === undefined) ctx.simpleTypes.set(type.name, type);
  return { base: { kind: 'named', name: type.name }, facets: [] };
}
