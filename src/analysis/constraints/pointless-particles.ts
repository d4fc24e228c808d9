import type { ElementDeclaration, Particle, Schema, Wildcard } from '../../model/schema/index.js';
import type { Occurs } from '../content-model/effective-total-range.js';
import { substitutionMembers } from '../content-model/substitution-group.js';

/**
 * A particle as the rules of restriction look at it (cos-particle-restrict, 3.9.6, clauses 2.1 and 2.2): pointless groups
 * are gone, and the head of a substitution group is a choice of its members.
 */
export type ParticleView = ElementView | WildcardView | GroupView;

export interface ElementView extends Occurs {
  readonly kind: 'element';
  readonly particle: Particle;
  readonly element: ElementDeclaration;
}

export interface WildcardView extends Occurs {
  readonly kind: 'wildcard';
  readonly particle: Particle;
  readonly wildcard: Wildcard;
}

export interface GroupView extends Occurs {
  readonly kind: 'all' | 'choice' | 'sequence';
  readonly particle: Particle;
  readonly children: readonly ParticleView[];
  /** The element that was written out as a choice of what may stand for it. */
  readonly head: ElementDeclaration | undefined;
}

/** The view of a whole content model; undefined where it is empty. */
export function viewOf(schema: Schema, particle: Particle | undefined): ParticleView | undefined {
  if (particle === undefined) return undefined;
  const views = gather(schema, particle, undefined);
  return views[0];
}

function gather(
  schema: Schema,
  particle: Particle,
  around: GroupView['kind'] | undefined,
): readonly ParticleView[] {
  const { term, minOccurs: min, maxOccurs: max } = particle;
  if (max === 0) return [];
  if (term.kind === 'wildcard') return [{ kind: 'wildcard', particle, wildcard: term, min, max }];
  if (term.kind === 'element-declaration-ref') {
    const element = schema.elements.get(term.element);
    return element === undefined ? [] : [elementView(schema, particle, element)];
  }
  const children = term.particles.flatMap((child) => gather(schema, child, term.compositor));
  if (children.length === 0 && (term.compositor !== 'choice' || min === 0 || term.particles.length > 0))
    return [];
  const [only] = children;
  if (min === 1 && max === 1) {
    if (children.length === 1 && only !== undefined) return unwrapped(only, around);
    if (term.compositor === around && term.compositor !== 'all') return children;
  }
  return [{ kind: term.compositor, particle, children, head: undefined, min, max }];
}

/** A group that became the only member of a pointless one may be pointless in the group around that. */
function unwrapped(view: ParticleView, around: GroupView['kind'] | undefined): readonly ParticleView[] {
  const isPointless =
    (view.kind === 'sequence' || view.kind === 'choice') &&
    view.kind === around &&
    view.head === undefined &&
    view.min === 1 &&
    view.max === 1;
  return isPointless ? view.children : [view];
}

function elementView(schema: Schema, particle: Particle, element: ElementDeclaration): ParticleView {
  const { minOccurs: min, maxOccurs: max } = particle;
  const members = element.scope === 'global' ? substitutionMembers(schema, element.id) : [];
  if (members.length === 0) return { kind: 'element', particle, element, min, max };
  const children = [element, ...members].map((member): ElementView => {
    const term = { kind: 'element-declaration-ref', element: member.id } as const;
    const alone: Particle = { ...particle, minOccurs: 1, maxOccurs: 1, term };
    return { kind: 'element', particle: alone, element: member, min: 1, max: 1 };
  });
  return { kind: 'choice', particle, children, head: element, min, max };
}
