import { xpathInvalid } from '../../diagnostics/catalogue/xsd.js';
import type { ElementFragment, IdentityConstraintFragment } from '../../model/link/fragment/index.js';
import type { XPathSubset } from '../../model/schema/index.js';
import { readAnnotation } from './read-annotation.js';
import { readComplexType } from './read-complex-type.js';
import {
  derivationsOf,
  flagOf,
  present,
  type ReadContext,
  referenceOf,
  valueConstraintOf,
} from './read-context.js';
import { readInlineSimpleType } from './read-simple-type.js';
import { childOf, childrenOf, states, type SyntaxNode, valueOf } from './syntax/syntax-node.js';
import { readXPathSubset } from './xpath-subset.js';

/** `element` that declares, global or local. Undefined where the name could not be read. */
export function readElement(ctx: ReadContext, node: SyntaxNode): ElementFragment | undefined {
  const name = valueOf(node, 'name');
  if (name === undefined) return undefined;
  const form = valueOf(node, 'form');
  const isGlobal = node.shape === 'element/global';
  const inline = childOf(node, 'complexType');
  return {
    kind: 'element',
    name,
    qualified: isGlobal || (form === undefined ? ctx.qualifiesElements : form === 'qualified'),
    ...present({
      type: referenceOf(node, 'type'),
      inlineType: inline === undefined ? readInlineSimpleType(ctx, node) : readComplexType(ctx, inline),
      valueConstraint: valueConstraintOf(node),
      substitutionGroup: referenceOf(node, 'substitutionGroup'),
    }),
    isTypeBroken: states(node, 'type') && valueOf(node, 'type') === undefined,
    nillable: flagOf(node, 'nillable') ?? false,
    abstract: flagOf(node, 'abstract') ?? false,
    final: isGlobal
      ? derivationsOf(valueOf(node, 'final'), ctx.finalDefault, ['extension', 'restriction'])
      : [],
    block: derivationsOf(valueOf(node, 'block'), ctx.blockDefault, [
      'extension',
      'restriction',
      'substitution',
    ]),
    identityConstraints: childrenOf(node, 'key', 'keyref', 'unique').flatMap(
      (child) => readIdentityConstraint(ctx, child) ?? [],
    ),
    annotation: readAnnotation(ctx, node),
    span: node.element.span,
  };
}

/** Undefined where a part that nothing can stand in for could not be read. */
function readIdentityConstraint(ctx: ReadContext, node: SyntaxNode): IdentityConstraintFragment | undefined {
  const name = valueOf(node, 'name');
  const selectorNode = childOf(node, 'selector');
  const selector = selectorNode === undefined ? undefined : readXPath(ctx, selectorNode, 'selector');
  const fieldNodes = childrenOf(node, 'field');
  const fields = fieldNodes.flatMap((child) => readXPath(ctx, child, 'field') ?? []);
  if (name === undefined || selector === undefined) return undefined;
  if (fields.length === 0 || fields.length < fieldNodes.length) return undefined;
  const category = node.shape;
  if (category !== 'key' && category !== 'keyref' && category !== 'unique') return undefined;
  return {
    kind: 'identity-constraint',
    name,
    category,
    selector,
    fields,
    ...present({ refer: referenceOf(node, 'refer') }),
    annotation: readAnnotation(ctx, node),
    span: node.element.span,
  };
}

function readXPath(ctx: ReadContext, node: SyntaxNode, part: 'selector' | 'field'): XPathSubset | undefined {
  const xpath = valueOf(node, 'xpath');
  if (xpath === undefined) return undefined;
  const read = readXPathSubset(xpath, part, node.element.namespaces);
  if (!('found' in read)) return read;
  const at = node.attributes.get('xpath')?.span ?? node.element.span;
  const rule = part === 'field' ? 'c-fields-xpaths' : 'c-selector-xpath';
  ctx.diagnostics.add(xpathInvalid, { at, rule, part, xpath, ...read });
  return undefined;
}
