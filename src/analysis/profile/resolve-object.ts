import {
  abstractWithoutChoice,
  notOfThatClass,
  severalTypes,
  unknownType,
} from '../../diagnostics/catalogue/prf-restriction.js';
import { nearestName } from '../../foundation/near-miss.js';
import type { Span } from '../../foundation/span.js';
import type { Marked, ModelClass } from '../../model/information/index.js';
import type { ResolveContext, TypeFacts } from './resolve-context.js';

/** Where an object is to stand. */
export interface ObjectPlace {
  readonly type: string;
  readonly name: string;
  readonly at: Span;
  /** The class that the model has there; absent where the model has nothing. */
  readonly class?: ModelClass;
}

/** A type of the profile that is named, and may stand in this place. */
export function namedType(
  ctx: ResolveContext,
  place: ObjectPlace,
  { value, span }: Marked<string>,
): string | undefined {
  const type = ctx.types.get(value);
  if (type === undefined) {
    const known = [...ctx.types.keys()];
    ctx.diagnostics.add(unknownType, { at: span, name: value, known, nearest: nearestName(value, known) });
    return undefined;
  }
  const { class: owner, type: holder, name } = place;
  // A type whose class is unknown was reported already.
  const isUnknown = type.class === undefined && !type.isExtension;
  if (owner !== undefined && !isUnknown && !isOf(ctx, type, owner)) {
    const usedClass = type.class?.name ?? 'none';
    const facts = { type: holder, name, used: value, usedClass, class: owner.name };
    ctx.diagnostics.add(notOfThatClass, { at: span, ...facts });
    return undefined;
  }
  ctx.used.add(value);
  return value;
}

/** The type of the profile that is meant where none is named: the one of the class's name, or the only one of the class. */
export function typeOfClass(
  ctx: ResolveContext,
  place: ObjectPlace & { readonly class: ModelClass },
): string | undefined {
  const { class: owner, type, name, at } = place;
  const all = [...ctx.types].filter(([, one]) => one.class === owner && !one.isExtension).map(([key]) => key);
  const [only] = all;
  const meant = all.includes(owner.name) ? owner.name : all.length === 1 ? only : undefined;
  if (meant !== undefined) {
    ctx.used.add(meant);
    return meant;
  }
  if (all.length > 1) ctx.diagnostics.add(severalTypes, { at, type, name, class: owner.name, all });
  else if (owner.abstract) ctx.diagnostics.add(abstractWithoutChoice, { at, type, name, class: owner.name });
  else {
    const known = [...ctx.types.keys()];
    const facts = { name: owner.name, known, nearest: nearestName(owner.name, known) };
    ctx.diagnostics.add(unknownType, { at, ...facts });
  }
  return undefined;
}

/** An abstract class can only stand for concrete ones: types that inherit from it, told apart by xsi:type. */
export function checkConcrete(ctx: ResolveContext, place: ObjectPlace, used: string): void {
  const type = ctx.types.get(used);
  if (type === undefined) return;
  const isAbstract = type.declared.abstract?.value ?? (type.class?.abstract === true && !type.isExtension);
  if (!isAbstract) return;
  const hasConcrete =
    type.declared.abstract?.value === true && [...ctx.types.values()].some((one) => isBelow(ctx, one, used));
  if (hasConcrete) return;
  const { at, type: holder, name } = place;
  const owner = type.class?.name ?? used;
  ctx.diagnostics.add(abstractWithoutChoice, { at, type: holder, name, class: owner });
}

function isBelow(ctx: ResolveContext, { declared }: TypeFacts, general: string): boolean {
  if (declared.abstract?.value === true) return false;
  const seen = new Set<string>();
  for (let at = declared.inherits?.value; at !== undefined && !seen.has(at);) {
    if (at === general) return true;
    seen.add(at);
    at = ctx.types.get(at)?.declared.inherits?.value;
  }
  return false;
}

const isOf = (ctx: ResolveContext, type: TypeFacts, owner: ModelClass): boolean =>
  type.class !== undefined && ctx.index.lineOf(type.class).includes(owner);
