import { compareText } from '../../foundation/expanded-name.js';
import type { ComponentId, Derivation, ElementDeclaration, Schema } from '../../model/schema/index.js';
import { derivationMethod } from './derived-types.js';

/**
 * The members of an element declaration's substitution group, itself left out: declarations whose chain of affiliations
 * leads to the head and which it does not block (Substitution Group OK (Transitive), cos-equiv-derived-ok-rec, 3.3.6).
 * Abstract members are among them: see `instantiableMembers`.
 */
export function substitutionMembers(schema: Schema, head: ComponentId): readonly ElementDeclaration[] {
  const groups = indexOf(schema);
  const known = groups.members.get(head);
  if (known !== undefined) return known;
  const members = membersOf(schema, groups.affiliates, head);
  groups.members.set(head, members);
  return members;
}

/** What may stand in a document where a particle asks for `head`: itself and its members, abstract ones left out. */
export function instantiableMembers(schema: Schema, head: ComponentId): readonly ElementDeclaration[] {
  const self = schema.elements.get(head);
  const all = [...(self === undefined ? [] : [self]), ...substitutionMembers(schema, head)];
  return all.filter((element) => !element.abstract);
}

/** Whether `member` may stand for `head`, which forbids the methods in `blocking` (cos-equiv-derived-ok-rec). */
export function isSubstitutable(
  schema: Schema,
  member: ElementDeclaration,
  head: ElementDeclaration,
  blocking: readonly Derivation[],
): boolean {
  if (member.id === head.id) return true;
  if (blocking.includes('substitution') || !leadsTo(schema, member, head.id)) return false;
  return !isDerivationBlocked(schema, member.type, head.type, blocking);
}

/**
 * Clause 2.3: whether a step between the two types uses a method that is blocked by the declaration, by the base type
 * or by a type between them.
 */
export function isDerivationBlocked(
  schema: Schema,
  derived: ComponentId,
  base: ComponentId,
  blocking: readonly Derivation[],
): boolean {
  const methods = new Set<string>();
  const blocked = new Set<string>(blocking);
  const seen = new Set<ComponentId>();
  let at = derived;
  while (at !== base) {
    const type = schema.types.get(at);
    if (type === undefined || seen.has(at) || type.baseType === at) break;
    seen.add(at);
    methods.add(derivationMethod(schema, type));
    at = type.baseType;
    const above = schema.types.get(at);
    if (above?.kind === 'complex-type')
      above.prohibitedSubstitutions.forEach((method) => blocked.add(method));
  }
  return [...methods].some((method) => blocked.has(method));
}

interface SubstitutionIndex {
  /** Head to those that name it as their affiliation. */
  readonly affiliates: ReadonlyMap<ComponentId, readonly ElementDeclaration[]>;
  readonly members: Map<ComponentId, readonly ElementDeclaration[]>;
}

/** Remembered beside the schema, which is immutable: the model itself is never edited. */
const indexes = new WeakMap<Schema, SubstitutionIndex>();

function indexOf(schema: Schema): SubstitutionIndex {
  const known = indexes.get(schema);
  if (known !== undefined) return known;
  const affiliates = new Map<ComponentId, ElementDeclaration[]>();
  for (const element of schema.elements.values()) {
    if (element.substitutionGroup === undefined) continue;
    const others = affiliates.get(element.substitutionGroup);
    if (others === undefined) affiliates.set(element.substitutionGroup, [element]);
    else others.push(element);
  }
  const index: SubstitutionIndex = { affiliates, members: new Map() };
  indexes.set(schema, index);
  return index;
}

function membersOf(
  schema: Schema,
  affiliates: SubstitutionIndex['affiliates'],
  headId: ComponentId,
): readonly ElementDeclaration[] {
  const head = schema.elements.get(headId);
  if (head === undefined || head.disallowedSubstitutions.includes('substitution')) return [];
  const found = new Map<ComponentId, ElementDeclaration>();
  const waiting = [...(affiliates.get(headId) ?? [])];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.id === headId || found.has(element.id)) continue;
    found.set(element.id, element);
    waiting.push(...(affiliates.get(element.id) ?? []));
  }
  return [...found.values()]
    .filter((member) => !isDerivationBlocked(schema, member.type, head.type, head.disallowedSubstitutions))
    .sort((a, b) => compareText(a.id, b.id));
}

function leadsTo(schema: Schema, member: ElementDeclaration, head: ComponentId): boolean {
  const seen = new Set<ComponentId>();
  let at: ElementDeclaration | undefined = member;
  while (at?.substitutionGroup !== undefined && !seen.has(at.id)) {
    if (at.substitutionGroup === head) return true;
    seen.add(at.id);
    at = schema.elements.get(at.substitutionGroup);
  }
  return false;
}
