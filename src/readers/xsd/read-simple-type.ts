import type {
  FacetFragment,
  SimpleDerivationFragment,
  SimpleTypeFragment,
} from '../../model/link/fragment/index.js';
import type { FacetKind } from '../../model/schema/index.js';
import { readAnnotation } from './read-annotation.js';
import {
  derivationsOf,
  flagOf,
  present,
  type ReadContext,
  referenceOf,
  referencesOf,
} from './read-context.js';
import { childOf, childrenOf, type SyntaxNode, valueOf } from './syntax/syntax-node.js';

/** `simpleType`, global or in place. */
export function readSimpleType(ctx: ReadContext, node: SyntaxNode): SimpleTypeFragment {
  const derivation = childOf(node, 'restriction', 'list', 'union');
  return {
    kind: 'simple-type',
    ...present({ name: valueOf(node, 'name') }),
    final: derivationsOf(valueOf(node, 'final'), ctx.finalDefault, [
      'extension',
      'restriction',
      'list',
      'union',
    ]),
    derivation: derivation === undefined ? { kind: 'broken' } : readDerivation(ctx, derivation),
    annotation: readAnnotation(ctx, node, ...(derivation === undefined ? [] : [derivation])),
    span: node.element.span,
  };
}

/** The simple type inside another declaration. */
export function readInlineSimpleType(ctx: ReadContext, node: SyntaxNode): SimpleTypeFragment | undefined {
  const inline = childOf(node, 'simpleType');
  return inline === undefined ? undefined : readSimpleType(ctx, inline);
}

function readDerivation(ctx: ReadContext, node: SyntaxNode): SimpleDerivationFragment {
  switch (node.shape) {
    case 'list':
      return {
        kind: 'list',
        ...present({ itemType: referenceOf(node, 'itemType'), simpleType: readInlineSimpleType(ctx, node) }),
      };
    case 'union':
      return {
        kind: 'union',
        memberTypes: referencesOf(node, 'memberTypes'),
        simpleTypes: childrenOf(node, 'simpleType').map((child) => readSimpleType(ctx, child)),
      };
    default:
      return {
        kind: 'restriction',
        ...present({ base: referenceOf(node, 'base'), simpleType: readInlineSimpleType(ctx, node) }),
        facets: readFacets(ctx, node),
      };
  }
}

/** The facets of a restriction, those with an unreadable value left out. */
export function readFacets(ctx: ReadContext, node: SyntaxNode): readonly FacetFragment[] {
  return node.children.flatMap((child) => {
    const kind = FACET_KINDS.get(child.element.name.localName);
    const value = valueOf(child, 'value');
    if (kind === undefined || value === undefined) return [];
    return {
      kind,
      value,
      fixed: flagOf(child, 'fixed') ?? false,
      namespaces: child.element.namespaces,
      annotation: readAnnotation(ctx, child),
      span: child.element.span,
    };
  });
}

const FACET_KINDS: ReadonlyMap<string, FacetKind> = new Map(
  (
    [
      'length',
      'minLength',
      'maxLength',
      'pattern',
      'enumeration',
      'whiteSpace',
      'maxInclusive',
      'maxExclusive',
      'minInclusive',
      'minExclusive',
      'totalDigits',
      'fractionDigits',
    ] as const
  ).map((kind) => [kind, kind]),
);
