import { expandedName, sameName, XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import { componentId, type IdentityConstraint } from '../../model/schema/index.js';
import type { Growth } from '../growth.js';
import { simpleTypeCodec } from '../../analysis/simple-type/index.js';
import { namesIn } from '../literal/names-in.js';
import { isValidLiteral } from '../literal/sample-literal.js';
import { elementsOf, type SampleElement } from '../sample-tree.js';
import { dropElement } from './drop-element.js';
import { brokenIdentifiers, identifiersOf } from './identifiers.js';
import {
  brokenConstraints,
  type IdentityRow,
  identityRows,
  referencedRows,
  singleValues,
  tupleKey,
} from './identity-rows.js';
import { keyOf, type ValueField } from './value-field.js';

/** A repair of one constraint can break another one. */
const ROUNDS = 6;

/**
 * Makes keys different from each other, lets references refer to something, and leaves out what can be neither. Returns the
 * rule that is still broken.
 */
export function makeConsistent(ctx: Growth, root: SampleElement): string | undefined {
  for (let round = 0; round < ROUNDS; round++) {
    repairIdentifiers(ctx, root);
    // Inner elements first: keyrefs look at the keys below them.
    const withConstraints = [...elementsOf(root)]
      .filter(({ declaration }) => (declaration?.identityConstraints.length ?? 0) > 0)
      .reverse();
    for (const category of ['key', 'unique', 'keyref']) {
      for (const element of withConstraints) {
        for (const constraint of element.declaration?.identityConstraints ?? []) {
          if (constraint.category !== category) continue;
          if (category === 'keyref') repairKeyref(ctx, root, element, constraint);
          else repairKey(ctx, root, element, constraint);
        }
      }
    }
    if (firstBroken(ctx, root) === undefined) return undefined;
  }
  return firstBroken(ctx, root);
}

const firstBroken = (ctx: Growth, root: SampleElement): string | undefined =>
  (brokenConstraints(ctx, root)[0] ?? brokenIdentifiers(ctx, root)[0])?.rule;

function repairKey(
  ctx: Growth,
  root: SampleElement,
  element: SampleElement,
  constraint: IdentityConstraint,
): void {
  const taken = new Set<string>();
  for (const row of identityRows(ctx, element, constraint)) {
    if (settleFields(ctx, root, row)) continue;
    const values = singleValues(row);
    if (values === undefined) {
      if (constraint.category === 'key') dropElement(ctx.schema, root, row.node);
      continue;
    }
    const tuple = tupleKey(values);
    if (!taken.has(tuple)) taken.add(tuple);
    else if (!makeUnique(ctx, values, taken)) dropElement(ctx.schema, root, row.node);
  }
}

/** Leaves each field with one value at most. True where something had to be done: the next round looks at the node again. */
function settleFields(ctx: Growth, root: SampleElement, { node, fields, valueless }: IdentityRow): boolean {
  for (const element of valueless) {
    const isSettled = claimSimpleType(ctx, element) || dropElement(ctx.schema, root, element);
    if (!isSettled) dropElement(ctx.schema, root, node);
  }
  const extra = fields.flatMap((field) => field.slice(1));
  for (const { owner, remove } of extra) {
    if (remove !== undefined) remove();
    else dropElement(ctx.schema, root, owner);
  }
  return valueless.length > 0 || extra.length > 0;
}

/** An element of the ur-type may have a simple value: it has to say so. */
function claimSimpleType({ schema, random }: Growth, element: SampleElement): boolean {
  const { declaration, type } = element;
  if (declaration === undefined || type?.id !== ANY_TYPE) return false;
  if (declaration.disallowedSubstitutions.includes('restriction')) return false;
  const string = schema.types.get(componentId('type', expandedName(XSD_NAMESPACE, 'string')));
  if (string === undefined) return false;
  element.type = string;
  element.xsiType = string.name;
  element.attributes = [];
  const value = `value ${random.between(1, 999)}`;
  element.children = [{ kind: 'text', value, type: string.id, isFixed: false }];
  return true;
}

const ANY_TYPE = componentId('type', expandedName(XSD_NAMESPACE, 'anyType'));

/** Changes one value of a key so that the key is new. */
function makeUnique(ctx: Growth, values: readonly ValueField[], taken: Set<string>): boolean {
  for (const value of values) {
    if (value.isFixed) continue;
    const tupleWith = (literal: string): string =>
      tupleKey(values.map((each) => (each === value ? { key: keyOf(ctx, value.type, literal) } : each)));
    const literal = ctx.tryLiteral(value.type, value.hint, (text) => !taken.has(tupleWith(text)));
    if (literal === undefined) continue;
    value.set(literal);
    taken.add(tupleWith(literal));
    return true;
  }
  return false;
}

function repairKeyref(
  ctx: Growth,
  root: SampleElement,
  element: SampleElement,
  constraint: IdentityConstraint,
): void {
  const targets = referencedRows(ctx, element, constraint);
  const known = new Set(targets.map(tupleKey));
  for (const row of identityRows(ctx, element, constraint)) {
    if (settleFields(ctx, root, row)) continue;
    const values = singleValues(row);
    if (values === undefined || known.has(tupleKey(values))) continue;
    const isReferred = ctx.random.shuffled(targets).some((target) => referTo(ctx, values, target));
    if (isReferred) continue;
    const optional = values.find(({ remove }) => remove !== undefined);
    if (optional?.remove !== undefined) optional.remove();
    else dropElement(ctx.schema, root, row.node);
  }
}

/** Gives a reference the values of a key, where its types allow them. */
function referTo(ctx: Growth, values: readonly ValueField[], target: readonly ValueField[]): boolean {
  const pairs = values.map((value, at) => ({ value, wanted: target[at] }));
  const isPossible = pairs.every(
    ({ value, wanted }) =>
      wanted !== undefined &&
      (value.key === wanted.key ||
        (!value.isFixed &&
          isValidLiteral(ctx, value.type, wanted.literal) &&
          keyOf(ctx, value.type, wanted.literal) === wanted.key)),
  );
  if (!isPossible) return false;
  for (const { value, wanted } of pairs) {
    if (wanted !== undefined && value.key !== wanted.key) value.set(wanted.literal);
  }
  return true;
}

function repairIdentifiers(ctx: Growth, root: SampleElement): void {
  const { declared, references } = identifiersOf(ctx, root);
  const names = new Set<string>();
  for (const value of declared) {
    const isTaken = namesIn(value.literal).some((name) => names.has(name));
    if (isTaken && !renameIdentifier(ctx, value, names)) removeValue(ctx, root, value);
    namesIn(value.literal).forEach((name) => names.add(name));
  }
  const known = declared.flatMap(({ literal }) => namesIn(literal));
  for (const value of references) {
    if (namesIn(value.literal).every((name) => names.has(name))) continue;
    const count = Math.max(1, namesIn(value.literal).length);
    const isPointed = ctx.random.shuffled(known).some((_, at, mixed) => {
      const literal = Array.from(
        { length: count },
        (__, step) => mixed[(at + step) % mixed.length] ?? '',
      ).join(' ');
      if (value.isFixed || !isValidLiteral(ctx, value.type, literal)) return false;
      value.set(literal);
      return true;
    });
    if (isPointed) continue;
    const isMade = namesIn(value.literal).every((name) => declareIdentifier(ctx, root, name));
    if (!isMade) removeValue(ctx, root, value);
  }
}

function renameIdentifier(ctx: Growth, value: ValueField, names: ReadonlySet<string>): boolean {
  const literal = value.isFixed
    ? undefined
    : ctx.tryLiteral(value.type, value.hint, (text) => !names.has(text));
  if (literal === undefined) return false;
  value.set(literal);
  return true;
}

function removeValue(ctx: Growth, root: SampleElement, value: ValueField): void {
  if (value.remove !== undefined) value.remove();
  else dropElement(ctx.schema, root, value.owner);
}

/** Gives a name to an element that may have an ID and has none. */
function declareIdentifier(ctx: Growth, root: SampleElement, name: string): boolean {
  for (const element of elementsOf(root)) {
    if (element.type?.kind !== 'complex-type') continue;
    for (const use of element.type.attributeUses) {
      const declaration = ctx.schema.attributes.get(use.attribute);
      if (declaration === undefined || use.valueConstraint !== undefined) continue;
      if (element.attributes.some((each) => sameName(each.name, declaration.name))) continue;
      const { type } = declaration;
      if (simpleTypeCodec(ctx.schema, type).identifier?.(name) !== 'ID' || !isValidLiteral(ctx, type, name))
        continue;
      element.attributes.push({
        name: declaration.name,
        value: name,
        type,
        isRequired: use.required,
        isFixed: false,
      });
      return true;
    }
  }
  return false;
}
