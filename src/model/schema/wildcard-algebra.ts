import type { NamespaceConstraint } from './wildcard.js';

/** Wildcard allows Namespace Name (cvc-wildcard-namespace, 3.10.4): '' is the absent namespace. */
export function allowsNamespace(constraint: NamespaceConstraint, namespace: string): boolean {
  switch (constraint.kind) {
    case 'any':
      return true;
    case 'not':
      return namespace !== '' && namespace !== constraint.namespace;
    case 'enumeration':
      return constraint.namespaces.includes(namespace);
  }
}

/** Wildcard Subset (cos-ns-subset, 3.10.6): everything that `sub` allows, `base` allows. */
export function isNamespaceSubset(sub: NamespaceConstraint, base: NamespaceConstraint): boolean {
  if (base.kind === 'any') return true;
  switch (sub.kind) {
    case 'any':
      return false;
    case 'not':
      // A negated name excludes the absent namespace too, so it lies inside "not absent".
      return base.kind === 'not' && (base.namespace === sub.namespace || base.namespace === '');
    case 'enumeration':
      return sub.namespaces.every((namespace) => allowsNamespace(base, namespace));
  }
}

/** Attribute Wildcard Union (cos-aw-union, 3.10.6). Undefined where the union cannot be expressed. */
export function unionOfNamespaces(
  a: NamespaceConstraint,
  b: NamespaceConstraint,
): NamespaceConstraint | undefined {
  if (a.kind === 'any' || b.kind === 'any') return { kind: 'any' };
  if (a.kind === 'enumeration') {
    if (b.kind === 'enumeration') return enumeration([...a.namespaces, ...b.namespaces]);
    return unionOfNamespaces(b, a);
  }
  if (b.kind === 'not') return a.namespace === b.namespace ? a : { kind: 'not', namespace: '' };
  const hasAbsent = b.namespaces.includes('');
  if (a.namespace === '') return hasAbsent ? { kind: 'any' } : a;
  if (b.namespaces.includes(a.namespace)) return hasAbsent ? { kind: 'any' } : { kind: 'not', namespace: '' };
  return hasAbsent ? undefined : a;
}

/** Attribute Wildcard Intersection (cos-aw-intersect, 3.10.6). Undefined where it cannot be expressed. */
export function intersectionOfNamespaces(
  a: NamespaceConstraint,
  b: NamespaceConstraint,
): NamespaceConstraint | undefined {
  if (a.kind === 'any') return b;
  if (b.kind === 'any') return a;
  if (a.kind === 'enumeration') {
    return enumeration(a.namespaces.filter((namespace) => allowsNamespace(b, namespace)));
  }
  if (b.kind === 'enumeration') return intersectionOfNamespaces(b, a);
  if (a.namespace === b.namespace || b.namespace === '') return a;
  return a.namespace === '' ? b : undefined;
}

/** Whether some namespace is allowed by both: two wildcards overlap (Appendix H of Structures). */
export function namespacesOverlap(a: NamespaceConstraint, b: NamespaceConstraint): boolean {
  const both = intersectionOfNamespaces(a, b);
  return both === undefined || both.kind !== 'enumeration' || both.namespaces.length > 0;
}

/** Sorted and without repetition, so that equal constraints look alike. */
function enumeration(namespaces: readonly string[]): NamespaceConstraint {
  return { kind: 'enumeration', namespaces: [...new Set(namespaces)].sort() };
}
