// Particle Restriction OK (Elt:Elt -- NameAndTypeOK) (rcase-NameAndTypeOK, 3.9.6).

import { clark, sameName } from '../../foundation/expanded-name.js';
import type { Schema } from '../../model/schema/index.js';
import { isRangeWithin } from '../content-model/effective-total-range.js';
import type { RestrictionFault } from './restriction-fault.js';
import { showRange } from './occurrence-range.js';
import type { ElementView } from './pointless-particles.js';
import { isValidlyDerived } from './type-derivation.js';
import { isSameValue } from './value-space.js';

/** rcase-NameAndTypeOK. */
export function nameAndTypeOk(schema: Schema, r: ElementView, b: ElementView): RestrictionFault | undefined {
  const fault = (clause: string, why: string): RestrictionFault => ({
    rule: `rcase-NameAndTypeOK.${clause}`,
    why,
    at: r.particle.span,
    base: b.particle.span,
  });
  const name = clark(r.element.name);
  const base = b.element;
  const derived = r.element;
  if (!sameName(derived.name, base.name)) {
    return fault('1', `element ${name} stands where the base type has ${clark(base.name)}`);
  }
  if (!isRangeWithin(r, b)) {
    return fault('2', `element ${name} may occur ${showRange(r)}, but only ${showRange(b)} in the base type`);
  }
  if (derived.id === base.id || (derived.scope === 'global' && base.scope === 'global')) return undefined;
  if (derived.nillable && !base.nillable)
    return fault('3.2.1', `element ${name} is nillable, but not in the base type`);
  if (base.valueConstraint?.kind === 'fixed') {
    const kept = derived.valueConstraint;
    const isKept =
      kept?.kind === 'fixed' &&
      isSameValue(
        schema,
        { type: derived.type, constraint: kept },
        { type: base.type, constraint: base.valueConstraint },
      );
    if (!isKept)
      return fault(
        '3.2.2',
        `element ${name} does not keep the fixed value "${base.valueConstraint.lexical}"`,
      );
  }
  const inherited = new Set(base.identityConstraints.map((constraint) => constraint.id));
  if (derived.identityConstraints.some((constraint) => !inherited.has(constraint.id))) {
    return fault('3.2.3', `element ${name} has identity constraints that the base type does not have`);
  }
  if (base.disallowedSubstitutions.some((method) => !derived.disallowedSubstitutions.includes(method))) {
    return fault('3.2.4', `element ${name} blocks less than in the base type`);
  }
  if (!isValidlyDerived(schema, derived.type, base.type, ['extension', 'list', 'union'])) {
    return fault('3.2.5', `the type of element ${name} is not a restriction of its type in the base type`);
  }
  return undefined;
}
