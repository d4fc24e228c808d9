import { clark, expandedName } from '../../foundation/expanded-name.js';
import type { ComponentId, ModelGroup, Particle, Term } from '../schema/index.js';
import type {
  ElementFragment,
  GroupReferenceFragment,
  ModelGroupFragment,
  ParticleFragment,
} from './fragment/index.js';
import { linkElement } from './link-element.js';
import { type LinkContext, nextId, type Scope, scopeOf, scopeOfDefinition } from './link-context.js';
import { linkWildcard } from './link-wildcard.js';
import { isLinked, type Outcome } from './nesting.js';
import { adoptedName, selfReferences } from './redefine.js';
import { resolve } from './resolve.js';

/** Links a particle. Undefined where there is none: nothing may occur, or what may occur cannot be had. */
export function linkParticle(
  ctx: LinkContext,
  scope: Scope,
  fragment: ParticleFragment,
): Particle | undefined {
  const { minOccurs, maxOccurs, span } = fragment;
  const term = linkTerm(ctx, scope, fragment);
  if (term === undefined || (minOccurs === 0 && maxOccurs === 0)) return undefined;
  return { kind: 'particle', minOccurs, maxOccurs, term, span };
}

function linkTerm(ctx: LinkContext, scope: Scope, { term, span }: ParticleFragment): Term | undefined {
  switch (term.kind) {
    case 'element':
      return { kind: 'element-declaration-ref', element: linkLocalElement(ctx, scope, term) };
    case 'element-reference': {
      const element = resolve(ctx, scope.home, { ...term.ref, span }, 'element');
      return element === undefined ? undefined : { kind: 'element-declaration-ref', element };
    }
    case 'group-reference':
      return linkGroupReference(ctx, scope, term);
    case 'model-group':
      return linkModelGroup(ctx, scope, term);
    case 'wildcard':
      return linkWildcard(scope.home, term);
  }
}

function linkLocalElement(ctx: LinkContext, scope: Scope, fragment: ElementFragment): ComponentId {
  const namespace = fragment.qualified ? scope.home.targetNamespace : '';
  const id = nextId(scope, `element(${clark(expandedName(namespace, fragment.name))})`);
  linkElement(ctx, scopeOf(scope.home, id), fragment, scope.id);
  return id;
}

function linkModelGroup(ctx: LinkContext, scope: Scope, fragment: ModelGroupFragment): ModelGroup {
  const { compositor, annotation, span } = fragment;
  const particles = fragment.particles.flatMap((particle) => linkParticle(ctx, scope, particle) ?? []);
  return { kind: 'model-group', compositor, particles, annotation, span };
}

/** mg-props-correct.2: no group holds itself. A reference that would is left out. */
function linkGroupReference(
  ctx: LinkContext,
  scope: Scope,
  { ref }: GroupReferenceFragment,
): ModelGroup | undefined {
  const resolved = resolve(ctx, scope.home, ref, 'group');
  if (resolved === undefined) return undefined;
  const id = scope.redefines?.own === resolved ? scope.redefines.original : resolved;
  const name = adoptedName(scope.home, ref.name);
  const facts = { at: ref.span, rule: 'mg-props-correct.2', what: 'group', name, how: 'holds' } as const;
  const group = isLinked(ctx, linkGroup(ctx, id), facts) ? ctx.modelGroups.get(id) : undefined;
  return group === undefined ? undefined : { ...group.modelGroup, definition: id };
}

/** Links a model group definition if that is still to be done. */
export function linkGroup(ctx: LinkContext, id: ComponentId): Outcome {
  const definition = ctx.definitions.group.get(id);
  if (definition === undefined) return 'linked';
  return ctx.nesting.link(id, () => {
    const { home, fragment, original } = definition;
    const restricts = original !== undefined && selfReferences(home, fragment).length === 0;
    ctx.modelGroups.set(id, {
      kind: 'model-group-definition',
      id,
      name: expandedName(home.targetNamespace, fragment.name),
      modelGroup: linkModelGroup(ctx, scopeOfDefinition(definition), fragment.modelGroup),
      ...(restricts ? { restricts: original } : {}),
      annotation: fragment.annotation,
      span: fragment.span,
    });
  });
}
