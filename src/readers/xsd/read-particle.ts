import { occurrenceRangeEmpty } from '../../diagnostics/catalogue/xsd-constraints.js';
import type {
  GroupFragment,
  ModelGroupFragment,
  ParticleFragment,
  TermFragment,
} from '../../model/link/fragment/index.js';
import { readAnnotation } from './read-annotation.js';
import { type ReadContext, referenceOf } from './read-context.js';
import { readElement } from './read-element.js';
import { readWildcard } from './read-wildcard.js';
import { childOf, type SyntaxNode, valueOf } from './syntax/syntax-node.js';

/** `group name`. Undefined where the name could not be read. */
export function readGroup(ctx: ReadContext, node: SyntaxNode): GroupFragment | undefined {
  const name = valueOf(node, 'name');
  if (name === undefined) return undefined;
  const body = childOf(node, 'all', 'choice', 'sequence');
  const { span } = node.element;
  return {
    kind: 'group',
    name,
    modelGroup: body === undefined ? emptySequence(node) : readModelGroup(ctx, body),
    annotation: readAnnotation(ctx, node),
    span,
  };
}

/** The group that a type or derivation holds as its content, if any. */
export function readContentParticle(ctx: ReadContext, node: SyntaxNode): ParticleFragment | undefined {
  const child = childOf(node, 'group', 'all', 'choice', 'sequence');
  return child === undefined ? undefined : readParticle(ctx, child);
}

function readParticle(ctx: ReadContext, node: SyntaxNode): ParticleFragment | undefined {
  const term = readTerm(ctx, node);
  if (term === undefined) return undefined;
  const { span } = node.element;
  const stated = valueOf(node, 'maxOccurs') ?? '1';
  const minOccurs = Number(valueOf(node, 'minOccurs') ?? '1') || 0;
  const maxOccurs = stated === 'unbounded' ? stated : Number(stated) || 0;
  // Told here, because a group without children becomes no component that could be checked.
  if (maxOccurs !== 'unbounded' && minOccurs > maxOccurs) {
    ctx.diagnostics.add(occurrenceRangeEmpty, { at: span, min: minOccurs, max: maxOccurs });
  }
  return { minOccurs, maxOccurs, term, span };
}

function readTerm(ctx: ReadContext, node: SyntaxNode): TermFragment | undefined {
  const ref = referenceOf(node, 'ref');
  switch (node.element.name.localName) {
    case 'element':
      return ref === undefined ? readElement(ctx, node) : { kind: 'element-reference', ref };
    case 'group':
      return ref === undefined ? undefined : { kind: 'group-reference', ref };
    case 'any':
      return readWildcard(ctx, node);
    case 'all':
    case 'choice':
    case 'sequence':
      return readModelGroup(ctx, node);
    default:
      return undefined;
  }
}

function readModelGroup(ctx: ReadContext, node: SyntaxNode): ModelGroupFragment {
  const { localName } = node.element.name;
  return {
    kind: 'model-group',
    compositor: localName === 'all' || localName === 'choice' ? localName : 'sequence',
    particles: node.children.flatMap((child) => readParticle(ctx, child) ?? []),
    annotation: readAnnotation(ctx, node),
    span: node.element.span,
  };
}

const emptySequence = (node: SyntaxNode): ModelGroupFragment => ({
  kind: 'model-group',
  compositor: 'sequence',
  particles: [],
  annotation: { documentation: [], appinfo: [], foreignAttributes: [] },
  span: node.element.span,
});
