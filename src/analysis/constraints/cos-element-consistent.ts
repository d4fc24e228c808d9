// Element Declarations Consistent (cos-element-consistent, 3.8.6).

import { clark } from '../../foundation/expanded-name.js';
import { inconsistentElementTypes } from '../../diagnostics/catalogue/xsd-constraints.js';
import type { ElementDeclaration, Particle } from '../../model/schema/index.js';
import { substitutionMembers } from '../content-model/substitution-group.js';
import type { ConstraintContext } from './constraint-context.js';

/** cos-element-consistent: elements of one name in a content model, implicit ones included, have the same type. */
export function checkElementsConsistent(ctx: ConstraintContext, particle: Particle): void {
  const { schema, diagnostics } = ctx;
  const byName = new Map<string, { readonly element: ElementDeclaration; readonly particle: Particle }>();
  const visited = new Set<ElementDeclaration>();
  const see = (element: ElementDeclaration, at: Particle): void => {
    if (visited.has(element)) return;
    visited.add(element);
    const name = clark(element.name);
    const other = byName.get(name);
    if (other === undefined) {
      byName.set(name, { element, particle: at });
    } else if (other.element.type !== element.type) {
      diagnostics.add(inconsistentElementTypes, {
        at: at.span,
        element: element.name,
        related: [{ at: other.particle.span, label: 'the other particle' }],
      });
    }
  };
  const visit = (at: Particle): void => {
    if (at.maxOccurs === 0) return;
    if (at.term.kind === 'model-group') at.term.particles.forEach(visit);
    if (at.term.kind !== 'element-declaration-ref') return;
    const element = schema.elements.get(at.term.element);
    if (element === undefined) return;
    see(element, at);
    for (const member of substitutionMembers(schema, element.id)) see(member, at);
  };
  visit(particle);
}
