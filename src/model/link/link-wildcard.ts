import type { NamespaceConstraint, Wildcard } from '../schema/index.js';
import type { WildcardFragment } from './fragment/index.js';
import type { LoadedDocument } from './loaded-document.js';

/** A wildcard under the target namespace that its document has in the graph (3.10.2). */
export function linkWildcard({ targetNamespace }: LoadedDocument, fragment: WildcardFragment): Wildcard {
  const { processContents, annotation, span } = fragment;
  return {
    kind: 'wildcard',
    namespaceConstraint: constraintOf(targetNamespace, fragment),
    processContents,
    annotation,
    span,
  };
}

function constraintOf(targetNamespace: string, { namespaces }: WildcardFragment): NamespaceConstraint {
  switch (namespaces.kind) {
    case 'any':
      return { kind: 'any' };
    case 'other':
      return { kind: 'not', namespace: targetNamespace };
    case 'list': {
      const all = namespaces.withTarget ? [...namespaces.namespaces, targetNamespace] : namespaces.namespaces;
      return { kind: 'enumeration', namespaces: [...new Set(all)].sort() };
    }
  }
}
