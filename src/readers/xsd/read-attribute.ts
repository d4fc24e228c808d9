import type {
  AttributeFragment,
  AttributeGroupFragment,
  AttributeGroupReferenceFragment,
  AttributesFragment,
  AttributeUseFragment,
} from '../../model/link/fragment/index.js';
import { readAnnotation } from './read-annotation.js';
import { present, type ReadContext, referenceOf, valueConstraintOf } from './read-context.js';
import { readInlineSimpleType } from './read-simple-type.js';
import { readWildcard } from './read-wildcard.js';
import { childOf, type SyntaxNode, valueOf } from './syntax/syntax-node.js';

/** `attribute` that declares. Undefined where the name could not be read. */
export function readAttribute(ctx: ReadContext, node: SyntaxNode): AttributeFragment | undefined {
  const name = valueOf(node, 'name');
  if (name === undefined) return undefined;
  const form = valueOf(node, 'form');
  const isGlobal = node.shape === 'attribute/global';
  return {
    kind: 'attribute',
    name,
    qualified: isGlobal || (form === undefined ? ctx.qualifiesAttributes : form === 'qualified'),
    ...present({
      type: referenceOf(node, 'type'),
      inlineType: readInlineSimpleType(ctx, node),
      valueConstraint: isGlobal ? valueConstraintOf(node) : undefined,
    }),
    annotation: readAnnotation(ctx, node),
    span: node.element.span,
  };
}

/** The attributes of a type or attribute group, from the element that holds them. */
export function readAttributes(ctx: ReadContext, node: SyntaxNode): AttributesFragment {
  const wildcard = childOf(node, 'anyAttribute');
  return {
    items: node.children.flatMap((child) => readItem(ctx, child) ?? []),
    ...(wildcard === undefined ? {} : { wildcard: readWildcard(ctx, wildcard) }),
  };
}

function readItem(
  ctx: ReadContext,
  node: SyntaxNode,
): AttributeUseFragment | AttributeGroupReferenceFragment | undefined {
  const { span } = node.element;
  const ref = referenceOf(node, 'ref');
  if (node.shape === 'attributeGroup/reference') {
    return ref === undefined ? undefined : { kind: 'attribute-group-reference', ref, span };
  }
  if (node.shape !== 'attribute/local') return undefined;
  const attribute = ref ?? readAttribute(ctx, node);
  if (attribute === undefined) return undefined;
  const use = valueOf(node, 'use');
  return {
    kind: 'attribute-use',
    use: use === 'required' || use === 'prohibited' ? use : 'optional',
    attribute,
    ...present({ valueConstraint: valueConstraintOf(node) }),
    annotation: readAnnotation(ctx, node),
    span,
  };
}

/** `attributeGroup` that defines. Undefined where the name could not be read. */
export function readAttributeGroup(ctx: ReadContext, node: SyntaxNode): AttributeGroupFragment | undefined {
  const name = valueOf(node, 'name');
  if (name === undefined) return undefined;
  return {
    kind: 'attribute-group',
    name,
    attributes: readAttributes(ctx, node),
    annotation: readAnnotation(ctx, node),
    span: node.element.span,
  };
}
