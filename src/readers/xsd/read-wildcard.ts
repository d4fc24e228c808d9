import type { WildcardFragment, WildcardNamespaces } from '../../model/link/fragment/index.js';
import { readAnnotation } from './read-annotation.js';
import type { ReadContext } from './read-context.js';
import { type SyntaxNode, valueOf } from './syntax/syntax-node.js';
import { listItems } from './syntax/value-type.js';

/** `any` or `anyAttribute`. */
export function readWildcard(ctx: ReadContext, node: SyntaxNode): WildcardFragment {
  const processContents = valueOf(node, 'processContents');
  return {
    kind: 'wildcard',
    namespaces: readNamespaces(valueOf(node, 'namespace') ?? '##any'),
    processContents: processContents === 'lax' || processContents === 'skip' ? processContents : 'strict',
    annotation: readAnnotation(ctx, node),
    span: node.element.span,
  };
}

function readNamespaces(value: string): WildcardNamespaces {
  if (value === '##any') return { kind: 'any' };
  if (value === '##other') return { kind: 'other' };
  const items = listItems(value);
  return {
    kind: 'list',
    namespaces: items
      .filter((item) => item !== '##targetNamespace')
      .map((item) => (item === '##local' ? '' : item)),
    withTarget: items.includes('##targetNamespace'),
  };
}
