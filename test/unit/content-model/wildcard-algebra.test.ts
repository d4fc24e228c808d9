import { describe, expect, test } from 'vitest';
import type { NamespaceConstraint } from '../../../src/model/schema/index.js';
import {
  allowsNamespace,
  intersectionOfNamespaces,
  isNamespaceSubset,
  namespacesOverlap,
  unionOfNamespaces,
} from '../../../src/model/schema/index.js';

const any: NamespaceConstraint = { kind: 'any' };
const not = (namespace: string): NamespaceConstraint => ({ kind: 'not', namespace });
const set = (...namespaces: string[]): NamespaceConstraint => ({ kind: 'enumeration', namespaces });
const all = [
  any,
  not(''),
  not('a'),
  not('b'),
  set(),
  set(''),
  set('a'),
  set('a', 'b'),
  set('', 'a'),
  set('b'),
];
const world = ['', 'a', 'b', 'c'];
const members = (constraint: NamespaceConstraint) =>
  world.filter((namespace) => allowsNamespace(constraint, namespace));
const pairs = all.flatMap((a) => all.map((b) => [a, b] as const));

describe('wildcards as sets of namespaces', () => {
  test.each(pairs)('%j and %j', (a, b) => {
    const [ofA, ofB] = [members(a), members(b)];
    const union = unionOfNamespaces(a, b);
    const both = intersectionOfNamespaces(a, b);
    if (union !== undefined)
      expect(members(union)).toEqual(world.filter((n) => ofA.includes(n) || ofB.includes(n)));
    if (both !== undefined) expect(members(both)).toEqual(ofA.filter((n) => ofB.includes(n)));
    expect(isNamespaceSubset(a, b)).toBe(
      ofA.every((n) => ofB.includes(n)) && (a.kind !== 'any' || b.kind === 'any'),
    );
    expect(namespacesOverlap(a, b)).toBe(ofA.some((n) => ofB.includes(n)));
  });

  test('only two pairs cannot be expressed', () => {
    const lost = pairs.filter(([a, b]) => unionOfNamespaces(a, b) === undefined);
    expect(lost).toContainEqual([not('a'), set('')]);
    expect(intersectionOfNamespaces(not('a'), not('b'))).toBeUndefined();
    expect(unionOfNamespaces(not('a'), not('b'))).toEqual(not(''));
  });
});
