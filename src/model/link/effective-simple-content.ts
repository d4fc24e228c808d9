import { simpleContentBaseExpected } from '../../diagnostics/catalogue/xsd-link.js';
import type { ComplexType, ComponentId, SimpleType, TypeDefinition } from '../schema/index.js';
import { NO_ANNOTATION } from '../schema/index.js';
import { ANY_SIMPLE_TYPE, anySimpleType } from './built-in-components.js';
import type { SimpleContentFragment } from './fragment/index.js';
import { type LinkContext, nextId, type Scope, scopeOf } from './link-context.js';
import { linkSimpleType } from './link-simple-type.js';
import { adoptedName } from './redefine.js';

interface SimpleContent {
  readonly base: TypeDefinition;
  readonly derivationMethod: ComplexType['derivationMethod'];
  readonly contentType: ComplexType['contentType'];
}

/** The content type of a complex type with simpleContent (3.4.2). */
export function effectiveSimpleContent(
  ctx: LinkContext,
  scope: Scope,
  content: SimpleContentFragment,
  base: TypeDefinition | undefined,
): SimpleContent {
  const { derivationMethod } = content;
  if (base === undefined) return anySimpleContent();
  const inherited = inheritedType(base);
  const isMixed = base.kind === 'complex-type' && base.contentType.kind === 'mixed';
  if (derivationMethod === 'extension' && inherited !== undefined) {
    return { base, derivationMethod, contentType: { kind: 'simple', type: inherited } };
  }
  const isAllowed = inherited !== undefined || (isMixed && content.simpleType !== undefined);
  if (derivationMethod === 'restriction' && isAllowed) {
    const type = restrict(ctx, scope, content, inherited ?? ANY_SIMPLE_TYPE);
    return { base, derivationMethod, contentType: { kind: 'simple', type } };
  }
  if (content.base !== undefined) {
    const name = adoptedName(scope.home, content.base.name);
    ctx.diagnostics.add(simpleContentBaseExpected, { at: content.base.span, what: 'type', name });
  }
  return anySimpleContent();
}

/** What stands in where no content can be derived. */
const anySimpleContent = (): SimpleContent => ({
  base: anySimpleType,
  derivationMethod: 'extension',
  contentType: { kind: 'simple', type: ANY_SIMPLE_TYPE },
});

/** The simple type that the base brings: itself, or that of its simple content. */
function inheritedType(base: TypeDefinition): ComponentId | undefined {
  if (base.kind === 'simple-type') return base.id;
  return base.contentType.kind === 'simple' ? base.contentType.type : undefined;
}

/** Clause 1: the type that stands inside, or else the inherited one, restricted by the facets. */
function restrict(
  ctx: LinkContext,
  scope: Scope,
  { simpleType, facets, span }: SimpleContentFragment,
  inherited: ComponentId,
): ComponentId {
  const id = nextId(scope, 'content()');
  if (facets.length === 0) {
    return simpleType === undefined ? inherited : linkSimpleType(ctx, scopeOf(scope.home, id), simpleType);
  }
  const inner = scopeOf(scope.home, nextId(scopeOf(scope.home, id), 'type()'));
  const baseType = simpleType === undefined ? inherited : linkSimpleType(ctx, inner, simpleType);
  const base = ctx.types.get(baseType);
  const type: SimpleType = {
    kind: 'simple-type',
    id,
    baseType,
    variety: base?.kind === 'simple-type' ? base.variety : { kind: 'atomic', primitive: ANY_SIMPLE_TYPE },
    facets,
    final: [],
    annotation: NO_ANNOTATION,
    span,
  };
  ctx.types.set(id, type);
  return id;
}
