import type { Schema } from '../../src/model/schema/index.js';

/** A schema as plain values in which nothing is left of places and of the order that the recommendation leaves open. */
export function componentsOf(schema: Schema): Readonly<Record<string, unknown>> {
  const maps = {
    types: schema.types,
    elements: schema.elements,
    attributes: schema.attributes,
    attributeGroups: schema.attributeGroups,
    modelGroups: schema.modelGroups,
    identityConstraints: schema.identityConstraints,
    notations: schema.notations,
  };
  // An element that may never occur is declared, but no content holds it.
  const held = new Set(
    [...JSON.stringify([...schema.types.values(), ...schema.modelGroups.values()]).matchAll(HELD)].map(
      ([, id = '']) => id,
    ),
  );
  const lost = [...schema.elements.values()]
    .filter(({ id, scope }) => scope !== 'global' && !held.has(id))
    .map(({ id }) => id);
  const isLost = (id: string): boolean => lost.some((one) => id === one || id.startsWith(`${one}/`));
  return Object.fromEntries(
    Object.entries(maps).flatMap(([kind, map]) =>
      [...map]
        .filter(([id]) => !isLost(id))
        .map(([id, component]) => [`${kind} ${id}`, plain(component)] as const),
    ),
  );
}

const HELD = /"kind":"element-declaration-ref","element":"([^"]*)"/gu;

/** Ids of components that differ between two schemas. */
export function differences(a: Schema, b: Schema): readonly string[] {
  const [left, right] = [componentsOf(a), componentsOf(b)];
  const ids = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...ids].filter((id) => JSON.stringify(left[id]) !== JSON.stringify(right[id]));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([key]) => !DROPPED.has(key) && !(key === 'text' && 'paths' in fields))
      .map(([key, inner]) => [key, ordered(key, plain(inner))]),
  );
}

/** `namespaces` are those in scope; markup for programs may lean on prefixes that are declared around it. */
const DROPPED = new Set(['span', 'namespaces', 'appinfo']);

/** Lists that are sets. */
const SETS = new Set([
  'attributeUses',
  'prohibitedAttributes',
  'foreignAttributes',
  'final',
  'prohibitedSubstitutions',
  'substitutionGroupExclusions',
  'disallowedSubstitutions',
]);

const ordered = (key: string, value: unknown): unknown =>
  SETS.has(key) && Array.isArray(value)
    ? [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    : value;
