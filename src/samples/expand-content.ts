import type { ElementDeclarationRef, ModelGroup, Particle, Wildcard } from '../model/schema/index.js';
import type { CompletionSizes } from './completion-size.js';
import type { Random } from './random.js';
import type { SampleOptions } from './sample-options.js';

/** One element that the content shall have, and the leaf of the content model that it stands for. */
export interface Slot {
  readonly particle: Particle;
  readonly term: ElementDeclarationRef | Wildcard;
  /** Bytes of the smallest element that fits. */
  readonly size: number;
}

/** What decides between the ways through a content model. */
export interface ExpansionContext {
  readonly sizes: CompletionSizes;
  readonly random: Random;
  readonly extent: SampleOptions['extent'];
  /** Optional elements that would lead into a recursion, or that the position forbids. */
  readonly isShunned: (term: ElementDeclarationRef | Wildcard) => boolean;
  /** Optional elements that must be there, since a key is made of them. */
  readonly isWanted: (term: ElementDeclarationRef | Wildcard) => boolean;
}

/** Goes through a content model once: the elements in order, with what they take at least inside the budget if possible. */
export function expandContent(ctx: ExpansionContext, particle: Particle, budget: number): readonly Slot[] {
  const slots: Slot[] = [];
  expand(ctx, particle, budget, slots);
  return slots;
}

/** Returns what the elements take at least. */
function expand(ctx: ExpansionContext, particle: Particle, budget: number, slots: Slot[]): number {
  const { term } = particle;
  const one = ctx.sizes.term(term);
  const count = occurrences(ctx, particle, one, budget);
  let spent = 0;
  for (let turn = 0; turn < count; turn++) {
    const rest = Math.max(0, budget - spent - (count - turn - 1) * one);
    if (term.kind === 'model-group') spent += expandGroup(ctx, term, rest, turn, slots);
    else {
      slots.push({ particle, term, size: one });
      spent += one;
    }
  }
  return spent;
}

function expandGroup(
  ctx: ExpansionContext,
  group: ModelGroup,
  budget: number,
  turn: number,
  slots: Slot[],
): number {
  const parts = group.particles.filter(({ maxOccurs }) => maxOccurs !== 0);
  if (group.compositor === 'choice') {
    const branch = chooseBranch(ctx, parts, budget, turn);
    return branch === undefined ? 0 : expand(ctx, branch, budget, slots);
  }
  const ordered = group.compositor === 'all' && ctx.extent === 'random' ? ctx.random.shuffled(parts) : parts;
  let required = ordered.reduce((sum, part) => sum + ctx.sizes.particle(part), 0);
  let spent = 0;
  for (const part of ordered) {
    required -= ctx.sizes.particle(part);
    spent += expand(ctx, part, Math.max(0, budget - spent - required), slots);
  }
  return spent;
}

/** The smallest branch where there is no room; else any that fits, each one in turn where the choice is repeated. */
function chooseBranch(
  ctx: ExpansionContext,
  parts: readonly Particle[],
  budget: number,
  turn: number,
): Particle | undefined {
  const wanted = parts.filter((part) => leavesOf(part).some(ctx.isWanted));
  const all = wanted.length > 0 ? wanted : parts;
  const fitting = all.filter((part) => roughSize(ctx, part) <= budget && !isShunned(ctx, part));
  if (ctx.extent === 'minimal' || fitting.length === 0) return smallest(ctx, all);
  if (ctx.extent === 'full' && turn > 0) return fitting[turn % fitting.length];
  return ctx.random.pick(fitting);
}

/** At least one occurrence is looked at, so that an emptiable branch with content is as good as any other. */
const roughSize = (ctx: ExpansionContext, part: Particle): number =>
  part.minOccurs === 0 ? ctx.sizes.term(part.term) : ctx.sizes.particle(part);

function smallest(ctx: ExpansionContext, parts: readonly Particle[]): Particle | undefined {
  let best: Particle | undefined;
  for (const part of parts) {
    if (best === undefined || ctx.sizes.particle(part) < ctx.sizes.particle(best)) best = part;
  }
  return best;
}

function occurrences(ctx: ExpansionContext, particle: Particle, one: number, budget: number): number {
  const { minOccurs: min, term } = particle;
  const max = particle.maxOccurs === 'unbounded' ? Infinity : particle.maxOccurs;
  const isWanted = min === 0 && leavesOf(particle).some(ctx.isWanted);
  if (isWanted && one !== Infinity) return Math.min(1, max);
  if (ctx.extent === 'minimal' || one === Infinity || isShunned(ctx, particle)) return min;
  const affordable = one === 0 ? Infinity : Math.floor(budget / one);
  return Math.max(min, Math.min(max, affordable, target(ctx, particle, one, budget, term)));
}

function target(
  { extent, random, isWanted }: ExpansionContext,
  particle: Particle,
  one: number,
  budget: number,
  term: Particle['term'],
): number {
  const { minOccurs: min, maxOccurs: max } = particle;
  const isSingleField = leavesOf(particle).some(isWanted);
  if (isSingleField) return Math.max(1, min);
  if (extent === 'full') {
    if (term.kind === 'model-group' && term.compositor === 'choice') {
      return Math.min(Math.max(min, term.particles.length), 24);
    }
    return max !== 1 && one < CHEAP && one * 8 < budget ? Math.max(2, min) : Math.max(1, min);
  }
  if (min === 0 && random.chance(45)) return 0;
  let count = Math.max(1, min);
  if (max !== 1) while (count < min + MANY && random.chance(40)) count++;
  return count;
}

/** Smaller ones are shown twice where they may be repeated. */
const CHEAP = 600;
const MANY = 6;

const isShunned = (ctx: ExpansionContext, particle: Particle): boolean => {
  const { term } = particle;
  switch (term.kind) {
    case 'model-group':
      return term.compositor === 'choice'
        ? term.particles.length > 0 && term.particles.every((part) => isShunned(ctx, part))
        : term.particles.some((part) => part.minOccurs > 0 && isShunned(ctx, part));
    default:
      return ctx.isShunned(term);
  }
};

const leaves = new WeakMap<Particle, readonly (ElementDeclarationRef | Wildcard)[]>();

/** Every element and wildcard inside a particle. */
export function leavesOf(particle: Particle): readonly (ElementDeclarationRef | Wildcard)[] {
  const known = leaves.get(particle);
  if (known !== undefined) return known;
  const { term } = particle;
  const made = term.kind === 'model-group' ? term.particles.flatMap(leavesOf) : [term];
  leaves.set(particle, made);
  return made;
}
