import type { NamespaceConstraint } from '../../model/schema/index.js';

/** A namespace name in messages; the absent one has words of its own. */
export const namespaceName = (namespace: string): string => (namespace === '' ? 'no namespace' : namespace);

/** The namespaces of a wildcard in words. */
export const namespaceText = (constraint: NamespaceConstraint): string => {
  switch (constraint.kind) {
    case 'any':
      return 'any namespace';
    case 'not':
      return `any namespace but ${namespaceName(constraint.namespace)}`;
    case 'enumeration':
      return constraint.namespaces.map(namespaceName).join(' or ');
  }
};
