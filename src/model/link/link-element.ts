import { componentRepeated, referenceUnresolved } from '../../diagnostics/catalogue/xsd-link.js';
import { expandedName } from '../../foundation/expanded-name.js';
import { componentId, type ComponentId, type IdentityConstraint, nestedId } from '../schema/index.js';
import { ANY_TYPE } from './built-in-components.js';
import type { ElementFragment, IdentityConstraintFragment } from './fragment/index.js';
import { type LinkContext, type Scope, scopeOf } from './link-context.js';
import { linkType } from './link-type.js';
import { adoptedName } from './redefine.js';
import { resolve } from './resolve.js';

/** Links an element declaration under the id of its scope. Its insides wait, so that types may hold themselves. */
export function linkElement(
  ctx: LinkContext,
  scope: Scope,
  fragment: ElementFragment,
  declaredIn: 'global' | ComponentId,
): void {
  const { inlineType, identityConstraints } = fragment;
  if (inlineType !== undefined) {
    const inner = scopeOf(scope.home, nestedId(scope.id, 'type()'));
    ctx.waiting.push(() => linkType(ctx, inner, inlineType));
  }
  for (const constraint of identityConstraints) registerKey(ctx, scope, constraint);
  ctx.atEnd.push(() => finishElement(ctx, scope, fragment, declaredIn));
}

function finishElement(
  ctx: LinkContext,
  scope: Scope,
  fragment: ElementFragment,
  declaredIn: 'global' | ComponentId,
): void {
  const { home, id } = scope;
  const { valueConstraint } = fragment;
  const substitutionGroup = ctx.heads.get(id);
  if (fragment.substitutionGroup !== undefined) {
    resolve(ctx, home, fragment.substitutionGroup, 'element');
  }
  const constraints = fragment.identityConstraints.map((constraint) =>
    linkIdentityConstraint(ctx, scope, constraint),
  );
  for (const constraint of constraints) {
    if (!ctx.identityConstraints.has(constraint.id)) ctx.identityConstraints.set(constraint.id, constraint);
  }
  ctx.elements.set(id, {
    kind: 'element-declaration',
    id,
    name: expandedName(fragment.qualified ? home.targetNamespace : '', fragment.name),
    type: typeOf(ctx, scope, fragment),
    scope: declaredIn,
    ...(valueConstraint === undefined ? {} : { valueConstraint }),
    nillable: fragment.nillable,
    identityConstraints: constraints,
    ...(substitutionGroup === undefined ? {} : { substitutionGroup }),
    substitutionGroupExclusions: fragment.final,
    disallowedSubstitutions: fragment.block,
    abstract: fragment.abstract,
    annotation: fragment.annotation,
    span: fragment.span,
  });
}

/** The type that is named, the one in place, the head's, or else anyType (3.3.2). */
function typeOf(ctx: LinkContext, scope: Scope, fragment: ElementFragment): ComponentId {
  if (fragment.type !== undefined) return resolve(ctx, scope.home, fragment.type, 'type') ?? ANY_TYPE;
  if (fragment.inlineType !== undefined) return nestedId(scope.id, 'type()');
  return fragment.isTypeBroken ? ANY_TYPE : typeOfHead(ctx, scope.id);
}

/** The type of the nearest head that has one of its own; every member on the way has it too. */
function typeOfHead(ctx: LinkContext, id: ComponentId): ComponentId {
  const members: ComponentId[] = [];
  let type = ctx.headTypes.get(id);
  for (let at = id; type === undefined;) {
    members.push(at);
    const head = ctx.heads.get(at);
    const definition = head === undefined ? undefined : ctx.definitions.element.get(head);
    if (head === undefined || definition === undefined) type = ANY_TYPE;
    else if (hasOwnType(definition.fragment)) {
      type = typeOf(ctx, scopeOf(definition.home, head), definition.fragment);
    } else {
      at = head;
      type = ctx.headTypes.get(at);
    }
  }
  for (const member of members) ctx.headTypes.set(member, type);
  return type;
}

const hasOwnType = ({ type, inlineType, isTypeBroken }: ElementFragment): boolean =>
  type !== undefined || inlineType !== undefined || isTypeBroken;

function registerKey(ctx: LinkContext, { home }: Scope, fragment: IdentityConstraintFragment): void {
  const name = expandedName(home.targetNamespace, fragment.name);
  const id = componentId('key', name);
  const first = ctx.keys.get(id);
  if (first === undefined) {
    ctx.keys.set(id, fragment.span);
    return;
  }
  const related = [{ at: first, label: 'is defined here too' }];
  ctx.diagnostics.add(componentRepeated, { at: fragment.span, what: 'key', name, related });
}

function linkIdentityConstraint(
  ctx: LinkContext,
  { home }: Scope,
  fragment: IdentityConstraintFragment,
): IdentityConstraint {
  const { category, selector, fields, refer, annotation, span } = fragment;
  const name = expandedName(home.targetNamespace, fragment.name);
  const key = refer === undefined ? undefined : componentId('key', adoptedName(home, refer.name));
  const isKnown = key !== undefined && ctx.keys.has(key);
  if (refer !== undefined && !isKnown) {
    const missing = adoptedName(home, refer.name);
    const nearest = ctx.names.nearest('key', missing);
    const facts = { what: 'key', name: missing, nearest, isImportMissing: false } as const;
    ctx.diagnostics.add(referenceUnresolved, { at: refer.span, ...facts });
  }
  return {
    kind: 'identity-constraint',
    id: componentId('key', name),
    name,
    category,
    selector,
    fields,
    ...(isKnown ? { referencedKey: key } : {}),
    annotation,
    span,
  };
}
