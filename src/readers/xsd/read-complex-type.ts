import type {
  ComplexContentFragment,
  ComplexTypeFragment,
  SimpleContentFragment,
} from '../../model/link/fragment/index.js';
import { readAnnotation } from './read-annotation.js';
import { readAttributes } from './read-attribute.js';
import { derivationsOf, flagOf, present, type ReadContext, referenceOf } from './read-context.js';
import { readContentParticle } from './read-particle.js';
import { readFacets, readInlineSimpleType } from './read-simple-type.js';
import { childOf, type SyntaxNode, valueOf } from './syntax/syntax-node.js';

const DERIVATIONS = ['extension', 'restriction'] as const;

/** `complexType`, global or in place. */
export function readComplexType(ctx: ReadContext, node: SyntaxNode): ComplexTypeFragment {
  const content = childOf(node, 'simpleContent', 'complexContent');
  const derivation = content === undefined ? undefined : childOf(content, ...DERIVATIONS);
  const wrappers = [content, derivation].flatMap((wrapper) => wrapper ?? []);
  return {
    kind: 'complex-type',
    ...present({ name: valueOf(node, 'name') }),
    abstract: flagOf(node, 'abstract') ?? false,
    final: derivationsOf(valueOf(node, 'final'), ctx.finalDefault, DERIVATIONS),
    block: derivationsOf(valueOf(node, 'block'), ctx.blockDefault, DERIVATIONS),
    content: readContent(ctx, node, content, derivation),
    annotation: readAnnotation(ctx, node, ...wrappers),
    span: node.element.span,
  };
}

function readContent(
  ctx: ReadContext,
  type: SyntaxNode,
  content: SyntaxNode | undefined,
  derivation: SyntaxNode | undefined,
): SimpleContentFragment | ComplexContentFragment {
  const holder = derivation ?? content ?? type;
  const derivationMethod = holder.shape.startsWith('extension/') ? 'extension' : 'restriction';
  const base = referenceOf(holder, 'base');
  const attributes = readAttributes(ctx, holder);
  const { span } = holder.element;
  if (content?.shape === 'simpleContent') {
    const facets = readFacets(ctx, holder);
    const simpleType = readInlineSimpleType(ctx, holder);
    return {
      kind: 'simple-content',
      derivationMethod,
      ...present({ base, simpleType }),
      facets,
      attributes,
      span,
    };
  }
  const mixed =
    (content === undefined ? undefined : flagOf(content, 'mixed')) ?? flagOf(type, 'mixed') ?? false;
  const particle = readContentParticle(ctx, holder);
  return {
    kind: 'complex-content',
    derivationMethod,
    ...present({ base, particle }),
    mixed,
    attributes,
    span,
  };
}
