import { complexBaseExpected } from '../../diagnostics/catalogue/xsd-link.js';
import { expandedName } from '../../foundation/expanded-name.js';
import type { ComplexType, ComponentId, TypeDefinition } from '../schema/index.js';
import { anyType } from './built-in-components.js';
import { effectiveAttributes } from './effective-attributes.js';
import { effectiveContent } from './effective-content.js';
import { effectiveSimpleContent } from './effective-simple-content.js';
import type { ComplexTypeFragment, QNameReference } from './fragment/index.js';
import type { LinkContext, Scope } from './link-context.js';
import { linkGlobalType } from './link-type.js';
import { isLinked } from './nesting.js';
import { adoptedName } from './redefine.js';
import { resolve } from './resolve.js';

/** Links a complex type (3.4.2) under the id of its scope. */
export function linkComplexType(ctx: LinkContext, scope: Scope, fragment: ComplexTypeFragment): ComponentId {
  const { content } = fragment;
  const isReplaced = ctx.definitions.type.get(scope.id)?.isReplaced === true;
  const named = linkBase(ctx, scope, content.base);
  const simple =
    content.kind === 'simple-content' ? effectiveSimpleContent(ctx, scope, content, named) : undefined;
  const base = simple?.base ?? complexBase(ctx, scope, content.base, named);
  const { derivationMethod } = content;
  const own = content.kind === 'complex-content' ? effectiveContent(ctx, scope, content, base) : undefined;
  const type: ComplexType = {
    kind: 'complex-type',
    id: scope.id,
    ...(fragment.name === undefined || isReplaced
      ? {}
      : { name: expandedName(scope.home.targetNamespace, fragment.name) }),
    baseType: base.id,
    derivationMethod: simple?.derivationMethod ?? derivationMethod,
    final: fragment.final,
    abstract: fragment.abstract,
    ...effectiveAttributes(ctx, scope, content.attributes, derivationMethod, base),
    contentType: simple?.contentType ?? own?.contentType ?? { kind: 'empty' },
    ...(own?.ownParticle === undefined ? {} : { ownParticle: own.ownParticle }),
    prohibitedSubstitutions: fragment.block,
    annotation: fragment.annotation,
    span: fragment.span,
  };
  ctx.types.set(type.id, type);
  return type.id;
}

/** The base type, linked; undefined where there is none or none can be had. ct-props-correct.3: no circles. */
function linkBase(
  ctx: LinkContext,
  scope: Scope,
  base: QNameReference | undefined,
): TypeDefinition | undefined {
  const resolved = base === undefined ? undefined : resolve(ctx, scope.home, base, 'type');
  if (base === undefined || resolved === undefined) return undefined;
  const id = scope.redefines?.own === resolved ? scope.redefines.original : resolved;
  const name = adoptedName(scope.home, base.name);
  const rule = 'ct-props-correct.3';
  const facts = { at: base.span, rule, what: 'type', name, how: 'is derived from' } as const;
  return isLinked(ctx, linkGlobalType(ctx, id), facts) ? ctx.types.get(id) : undefined;
}

/** src-ct.1: complexContent is derived from a complex type. */
function complexBase(
  ctx: LinkContext,
  scope: Scope,
  reference: QNameReference | undefined,
  base: TypeDefinition | undefined,
): TypeDefinition {
  if (base === undefined || reference === undefined) return anyType;
  if (base.kind === 'complex-type') return base;
  const name = adoptedName(scope.home, reference.name);
  ctx.diagnostics.add(complexBaseExpected, { at: reference.span, what: 'type', name });
  return anyType;
}
