import type {
  ComplexTypeBinding,
  ElementValueBinding,
  FieldBinding,
  WildcardFieldBinding,
} from '../../analysis/binding/binding.js';
import { flatContent, type FlatContent, type SlotLeaf } from '../../analysis/content-model/flat-content.js';
import { instantiableMembers, substitutionMembers } from '../../analysis/content-model/substitution-group.js';
import { clark } from '../../foundation/expanded-name.js';
import type { ComponentId, NamespaceConstraint, Particle, Wildcard } from '../../model/schema/index.js';
import type { CodecContext } from './codec-context.js';
import { elementOf } from './codec-context.js';

/** A child element that a complex type may have, and where its value goes. */
export interface ChildEntry {
  readonly kind: 'element';
  /** Number in the name table, from 1. */
  readonly number: number;
  readonly element: ComponentId;
  readonly namespace: string;
  readonly localName: string;
  readonly value: ElementValueBinding;
  /** Fields: the property; ordered content: the `name` of the entry. */
  readonly property: string;
  readonly list: boolean;
  /** The value is `{ $type, value }`: the member of the substitution group that it is. */
  readonly substitution?: string;
}

/** A wildcard that lets elements in. */
export interface WildcardEntry {
  readonly kind: 'wildcard';
  readonly wildcard: WildcardFieldBinding;
  readonly property: string;
  readonly list: boolean;
  /** Flat content: its number among the names, where it has a place of its own. */
  readonly number: number;
  /** Subscript among the wildcards of the type. */
  readonly index: number;
}

/** How the content of a complex type is read: what there may be, and what checks the order. */
export interface ChildPlan {
  readonly children: readonly ChildEntry[];
  readonly wildcards: readonly WildcardEntry[];
  /** Names of the table in order; `*` stands for a wildcard of flat content. */
  readonly table: readonly { readonly namespace: string; readonly localName: string }[];
  readonly check: FlatCheck | TreeCheck | AllCheck | undefined;
}

/** A number says it all: the child that was there last. */
export interface FlatCheck {
  readonly kind: 'flat';
  /** By number. */
  readonly places: readonly FlatPlace[];
  /** As `Occurrence` of the runtime. */
  readonly occurs: string | readonly number[];
}

export interface FlatPlace {
  readonly number: number;
  /** The last child before must be at least this one, and below `low`. */
  readonly after: number;
  readonly low: number;
  /** Or it is one of these itself. */
  readonly again?: readonly [low: number, high: number];
  /** Occurrence to be counted: shared by the numbers of one leaf. */
  readonly count?: { readonly counter: number; readonly min: number; readonly max: number | 'unbounded' };
}

export interface TreeCheck {
  readonly kind: 'tree';
  readonly tree: TreeNode;
}

/** As `ContentTree` of the runtime. */
export type TreeNode = readonly (number | string | readonly TreeNode[])[];

export interface AllCheck {
  readonly kind: 'all';
  /** By number: the number that stands for the member (members of a substitution group share it). */
  readonly group: readonly number[];
  readonly required: readonly number[];
  readonly optional: boolean;
}

/** Plans the reading of a complex type's children. */
export function childPlan(ctx: CodecContext, type: ComplexTypeBinding): ChildPlan {
  const { content } = type;
  const fields =
    content.kind === 'fields' ? content.fields : content.kind === 'ordered' ? content.entries : [];
  const particle = particleOf(ctx, type.id);
  if (particle === undefined) return { children: [], wildcards: [], table: [], check: undefined };
  const flat = flatContent(particle);
  const targets = targetsOf(ctx, fields);
  const order = flat === undefined ? undefined : flatOrder(ctx, flat, targets);
  return order === undefined || flat === undefined
    ? treePlan(ctx, particle, targets)
    : flatPlan(ctx, flat, order, targets);
}

/** The particle of a complex type with element content. */
export function particleOf(ctx: CodecContext, id: ComponentId): Particle | undefined {
  const type = ctx.schema.types.get(id);
  if (type?.kind !== 'complex-type') return undefined;
  const { contentType } = type;
  return contentType.kind === 'element-only' || contentType.kind === 'mixed'
    ? contentType.particle
    : undefined;
}

interface Target {
  readonly field: FieldBinding;
  readonly element: ComponentId;
  readonly namespace: string;
  readonly localName: string;
  readonly value: ElementValueBinding;
  readonly substitution?: string;
}

interface Targets {
  readonly byName: ReadonlyMap<string, Target>;
  readonly wildcards: readonly { readonly field: FieldBinding; readonly wildcard: WildcardFieldBinding }[];
}

function targetsOf(_ctx: CodecContext, fields: readonly FieldBinding[]): Targets {
  const byName = new Map<string, Target>();
  const wildcards: { field: FieldBinding; wildcard: WildcardFieldBinding }[] = [];
  for (const field of fields) {
    const { content } = field;
    if (content.kind === 'wildcard') {
      wildcards.push({ field, wildcard: content });
      continue;
    }
    const { namespace, localName, element, value } = content;
    const members =
      content.substitutions.length === 0
        ? [{ namespace, localName, element, value }]
        : content.substitutions.map(({ name, ...member }) => ({ ...member, substitution: name }));
    for (const member of members) {
      const key = clark(member);
      if (!byName.has(key)) byName.set(key, { field, ...member });
    }
  }
  return { byName, wildcards };
}

/** The names that a leaf for an element can be, those of its substitution group included. */
function namesOfLeaf(ctx: CodecContext, id: ComponentId): readonly string[] {
  const element = elementOf(ctx, id);
  if (element.scope !== 'global') return [clark(element.name)];
  const members = instantiableMembers(ctx.schema, id).map(({ name }) => clark(name));
  // An abstract head is a name, too: the issue is then about the element, not about its place.
  const own = clark(element.name);
  return members.includes(own) || substitutionMembers(ctx.schema, id).length > 0 ? members : [own];
}

/** The names in the order of the slots; undefined where a name is in two slots, or a wildcard could take one. */
function flatOrder(
  ctx: CodecContext,
  flat: FlatContent,
  targets: Targets,
): readonly (readonly string[])[] | undefined {
  const seen = new Set<string>();
  const perLeaf: (readonly string[])[] = [];
  let wildcard: Wildcard | undefined;
  for (const slot of flat.slots)
    for (const leaf of slot.alternatives) {
      if ('wildcard' in leaf.term) {
        if (wildcard !== undefined) return undefined;
        wildcard = leaf.term.wildcard;
        perLeaf.push(['*']);
        continue;
      }
      const names = namesOfLeaf(ctx, leaf.term.element);
      for (const name of names) {
        if (seen.has(name) || !targets.byName.has(name)) return undefined;
        seen.add(name);
      }
      perLeaf.push(names);
    }
  if (wildcard !== undefined) {
    const { namespaceConstraint } = wildcard;
    for (const name of seen)
      if (allows(namespaceConstraint, name.startsWith('{') ? name.slice(1, name.lastIndexOf('}')) : ''))
        return undefined;
  }
  return perLeaf;
}

const allows = (constraint: NamespaceConstraint, namespace: string): boolean =>
  constraint.kind === 'any' ||
  (constraint.kind === 'not'
    ? namespace !== '' && namespace !== constraint.namespace
    : constraint.namespaces.includes(namespace));

function flatPlan(
  _ctx: CodecContext,
  flat: FlatContent,
  order: readonly (readonly string[])[],
  targets: Targets,
): ChildPlan {
  const children: ChildEntry[] = [];
  const wildcards: WildcardEntry[] = [];
  const table: { namespace: string; localName: string }[] = [];
  const places: FlatPlace[] = [];
  let marks = '';
  let isPlain = true;
  const required: number[] = [];
  let leafIndex = 0;
  let counter = 0;
  let after = 0;
  for (const slot of flat.slots) {
    const low = table.length + 1;
    const leaves: { leaf: SlotLeaf; from: number; to: number }[] = [];
    for (const leaf of slot.alternatives) {
      const names = order[leafIndex++] ?? [];
      const from = table.length + 1;
      for (const name of names) {
        const number = table.length + 1;
        const target = targets.byName.get(name);
        if (target === undefined) {
          const [wildcard] = targets.wildcards;
          table.push({ namespace: '', localName: '*' });
          if (wildcard !== undefined)
            wildcards.push({
              kind: 'wildcard',
              wildcard: wildcard.wildcard,
              property: wildcard.field.property,
              list: wildcard.field.list,
              number,
              index: 0,
            });
        } else {
          table.push({ namespace: target.namespace, localName: target.localName });
          children.push(entryOf(target, number));
        }
      }
      leaves.push({ leaf, from, to: table.length });
    }
    const high = table.length;
    for (const { leaf, from, to } of leaves) {
      const isCounted =
        !slot.repeats && (leaf.minOccurs > 1 || (leaf.maxOccurs !== 1 && leaf.maxOccurs !== 'unbounded'));
      const count = isCounted ? { counter: ++counter, min: leaf.minOccurs, max: leaf.maxOccurs } : undefined;
      const again: readonly [number, number] | undefined = slot.repeats
        ? [low, high]
        : leaf.maxOccurs !== 1
          ? [from, to]
          : undefined;
      for (let number = from; number <= to; number++)
        places.push({
          number,
          after,
          low,
          ...(again === undefined ? {} : { again }),
          ...(count === undefined ? {} : { count }),
        });
    }
    for (let number = low; number <= high; number++) {
      const isMany = places[number - 1]?.again !== undefined;
      const isRequired = slot.required && number === high;
      marks += isRequired ? (isMany ? '+' : '1') : isMany ? '*' : '?';
      required.push(isRequired ? 1 : 0);
    }
    if (high > low) isPlain = false;
    if (slot.required) after = low;
  }
  const occurs = isPlain
    ? marks
    : places.flatMap(({ after: behind, low, again: [from, to] = [1, 0] }, index) => [
        behind,
        low,
        from,
        to,
        required[index] ?? 0,
      ]);
  return { children, wildcards, table, check: { kind: 'flat', places, occurs } };
}

function entryOf(target: Target, number: number): ChildEntry {
  return {
    kind: 'element',
    number,
    element: target.element,
    namespace: target.namespace,
    localName: target.localName,
    value: target.value,
    property: target.field.property,
    list: target.field.list,
    ...(target.substitution === undefined ? {} : { substitution: target.substitution }),
  };
}

function treePlan(ctx: CodecContext, particle: Particle, targets: Targets): ChildPlan {
  const children = [...targets.byName.values()].map((target, index) => entryOf(target, index + 1));
  const numbers = new Map(children.map((child) => [clark(child), child.number]));
  const table = children.map(({ namespace, localName }) => ({ namespace, localName }));
  const wildcards: WildcardEntry[] = [];
  const all = allGroupOf(particle);
  if (all !== undefined)
    return { children, wildcards, table, check: allCheck(ctx, all, particle, numbers, table.length) };
  let seen = 0;
  const treeOf = (item: Particle): TreeNode => {
    const max = item.maxOccurs === 'unbounded' ? 0 : item.maxOccurs;
    const { term } = item;
    if (term.kind === 'element-declaration-ref') {
      const names = namesOfLeaf(ctx, term.element).flatMap((name) => numbers.get(name) ?? []);
      const [first, ...more] = names;
      // What nothing can be may still be left out.
      return first === undefined
        ? ['c', Math.min(item.minOccurs, 1), 1, []]
        : [first, item.minOccurs, max, ...more];
    }
    if (term.kind === 'wildcard') {
      // Ordered content has one entry for all wildcards; flat fields have one each.
      const target = targets.wildcards[Math.min(seen, targets.wildcards.length - 1)];
      const index = seen++;
      if (target !== undefined)
        wildcards.push({
          kind: 'wildcard',
          wildcard: {
            kind: 'wildcard',
            processContents: term.processContents,
            namespaceConstraint: term.namespaceConstraint,
          },
          property: target.field.property,
          list: target.field.list,
          number: table.length + 1 + index,
          index,
        });
      return [-(1 + index), item.minOccurs, max];
    }
    const members = term.particles.filter((member) => member.maxOccurs !== 0).map(treeOf);
    return [term.compositor === 'choice' ? 'c' : 's', item.minOccurs, max, members];
  };
  const tree = particle.maxOccurs === 0 ? NOTHING : treeOf(particle);
  return { children, wildcards, table, check: { kind: 'tree', tree } };
}

/** A choice of nothing: never satisfied. Stands for an element that is abstract and has no members. */
const NOTHING: TreeNode = ['c', 1, 1, []];

function allGroupOf(particle: Particle): Particle | undefined {
  const { term } = particle;
  if (term.kind !== 'model-group' || particle.maxOccurs === 0) return undefined;
  if (term.compositor === 'all') return particle;
  // Groups of one member around it.
  const [only] = term.particles;
  return term.particles.length === 1 && only !== undefined && only.minOccurs === 1 && only.maxOccurs === 1
    ? allGroupOf(only)
    : undefined;
}

function allCheck(
  ctx: CodecContext,
  all: Particle,
  outer: Particle,
  numbers: ReadonlyMap<string, number>,
  size: number,
): AllCheck {
  const group = new Array<number>(size + 1).fill(0);
  const required: number[] = [];
  const { term } = all;
  if (term.kind === 'model-group')
    for (const member of term.particles) {
      if (member.term.kind !== 'element-declaration-ref' || member.maxOccurs === 0) continue;
      const own = namesOfLeaf(ctx, member.term.element).flatMap((name) => numbers.get(name) ?? []);
      const [first] = own;
      if (first === undefined) continue;
      for (const number of own) group[number] = first;
      if (member.minOccurs > 0) required.push(first);
    }
  return { kind: 'all', group, required, optional: all.minOccurs === 0 || outer.minOccurs === 0 };
}
