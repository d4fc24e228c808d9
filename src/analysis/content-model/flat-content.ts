import type { ComponentId, Particle, Wildcard } from '../../model/schema/index.js';

/**
 * A content model that is one sequence of slots, each taken by one name (or by one of a choice of names): what generated
 * code can check with a single number, the last slot that was taken.
 */
export interface FlatContent {
  readonly slots: readonly Slot[];
}

export interface Slot {
  readonly alternatives: readonly SlotLeaf[];
  /** One of the alternatives must be there. */
  readonly required: boolean;
  /** Any alternative may follow any other one: a choice that is repeated without bound. */
  readonly repeats: boolean;
}

export interface SlotLeaf {
  readonly term: { readonly element: ComponentId } | { readonly wildcard: Wildcard };
  readonly minOccurs: number;
  readonly maxOccurs: number | 'unbounded';
}

/** The slots of a particle, or undefined where the content model is none of this kind. Names are not looked at. */
export function flatContent(particle: Particle): FlatContent | undefined {
  const slots = slotsOf(particle);
  return slots === undefined ? undefined : { slots };
}

function slotsOf(particle: Particle): readonly Slot[] | undefined {
  const { term, minOccurs, maxOccurs } = particle;
  if (maxOccurs === 0) return [];
  if (term.kind !== 'model-group') return [slotOf(leafOf(particle))];
  if (term.compositor === 'all') return undefined;
  const members = term.particles.filter((member) => member.maxOccurs !== 0);
  if (term.compositor === 'sequence' || members.length === 1) {
    if (minOccurs === 1 && maxOccurs === 1) return concatenated(members);
    const [only] = members;
    if (only !== undefined && members.length === 1) return repeated(only, minOccurs, maxOccurs);
    if (maxOccurs !== 1) return undefined;
    const slots = concatenated(members);
    return slots?.every(({ required }) => !required) === true ? slots : undefined;
  }
  if (members.length === 0) return undefined;
  return choiceSlot(members, minOccurs, maxOccurs);
}

function concatenated(members: readonly Particle[]): readonly Slot[] | undefined {
  const slots: Slot[] = [];
  for (const member of members) {
    const own = slotsOf(member);
    if (own === undefined) return undefined;
    slots.push(...own);
  }
  return slots;
}

/** A group around one member: occurrence multiplies where that is exact. */
function repeated(
  only: Particle,
  minOccurs: number,
  maxOccurs: Particle['maxOccurs'],
): readonly Slot[] | undefined {
  if (minOccurs === 1 && maxOccurs === 1) return slotsOf(only);
  const isLeaf = only.term.kind !== 'model-group';
  if (!isLeaf && !(only.minOccurs === 1 && only.maxOccurs === 1)) return undefined;
  if (!isLeaf) return slotsOf({ ...only, minOccurs, maxOccurs });
  const min = minOccurs * only.minOccurs;
  const max =
    maxOccurs === 'unbounded' || only.maxOccurs === 'unbounded' ? 'unbounded' : maxOccurs * only.maxOccurs;
  const isExact =
    only.minOccurs <= 1 && (only.maxOccurs === 1 || only.maxOccurs === 'unbounded')
      ? true
      : minOccurs === maxOccurs && only.minOccurs === only.maxOccurs;
  return isExact ? [slotOf({ ...leafOf(only), minOccurs: min, maxOccurs: max })] : undefined;
}

function choiceSlot(
  members: readonly Particle[],
  minOccurs: number,
  maxOccurs: Particle['maxOccurs'],
): readonly Slot[] | undefined {
  if (minOccurs > 1 || (maxOccurs !== 1 && maxOccurs !== 'unbounded')) return undefined;
  const repeats = maxOccurs === 'unbounded';
  const alternatives: SlotLeaf[] = [];
  let required = minOccurs > 0;
  for (const member of members) {
    const slots = slotsOf(member);
    const [slot] = slots ?? [];
    if (slots?.length !== 1 || slot === undefined) return undefined;
    // A repeated choice inside a choice that is not repeated: the alternatives are not alike.
    if (slot.repeats && !repeats) return undefined;
    if (slot.alternatives.length > 1 && !repeats && members.length > 1 && slot.repeats) return undefined;
    // What is not required still has its least number where it is there.
    alternatives.push(...slot.alternatives);
    required &&= slot.required;
  }
  if (
    repeats &&
    alternatives.some(({ minOccurs: min, maxOccurs: max }) => min > 1 || (max !== 1 && max !== 'unbounded'))
  )
    return undefined;
  return [{ alternatives, required, repeats }];
}

const slotOf = (leaf: SlotLeaf): Slot => ({
  alternatives: [leaf],
  required: leaf.minOccurs > 0,
  repeats: false,
});

function leafOf(particle: Particle): SlotLeaf {
  const { term, minOccurs, maxOccurs } = particle;
  if (term.kind === 'wildcard') return { term: { wildcard: term }, minOccurs, maxOccurs };
  if (term.kind === 'element-declaration-ref')
    return { term: { element: term.element }, minOccurs, maxOccurs };
  throw new TypeError('a group is no leaf');
}
