import { expandedName } from '../../../foundation/expanded-name.js';
import { BUILT_IN_SPAN } from '../../../foundation/span.js';
import {
  componentId,
  type ComponentId,
  type ElementDeclaration,
  NO_ANNOTATION,
  type Schema,
  type TypeDefinition,
} from '../../../model/schema/index.js';
import { ANY_TYPE } from '../../../model/link/built-in-components.js';
import { simpleTypeCodec } from '../../simple-type/index.js';
import { isValidlyDerived } from '../../constraints/type-derivation.js';
import { type Comparison, placeOf } from './comparison.js';
import { compareIdentityConstraints } from './identity-pair.js';
import { blockedOf } from './least-sizes.js';
import { compareConstrainedValues } from './constrained-value.js';
import { type ElementSite, UNKNOWN_NAMESPACE, witnessAt } from './site.js';
import { compareAttributesOf, compareTypes, valueTypeOf } from './type-pair.js';

/** Compares two declarations of elements of the same name: what the first accepts, the second must accept. */
export function compareElements(
  c: Comparison,
  a: ElementDeclaration,
  b: ElementDeclaration,
  site: ElementSite,
): void {
  c.once(`element ${a.id} ${b.id}`, () => {
    const typeA = c.from.types.get(a.type);
    const typeB = c.to.types.get(b.type);
    if (typeA === undefined || typeB === undefined || c.sizes.element(a) === Infinity) {
      if (a !== UNKNOWN || typeB === undefined) return;
    }
    if (typeA === undefined || typeB === undefined) return;
    const places = { from: placeOf(a), to: placeOf(b), path: site.path };
    const detail = { subject: a.name.localName };
    if (b.abstract) {
      c.report(
        { rule: 'element.abstract', ...places, detail },
        witnessAt(site, { mark: { kind: 'element' } }),
      );
      return;
    }
    if (a.nillable && !b.nillable && a.valueConstraint?.kind !== 'fixed')
      c.report(
        { rule: 'nillable.removed', ...places, detail },
        witnessAt(site, { isNil: true, mark: { kind: 'element' } }),
      );
    compareIdentityConstraints(c, a, b, site);
    compareDeclaredTypes(c, a, b, typeA, typeB, site);
    compareClaimedTypes(c, a, b, typeA, typeB, site);
  });
}

/** The type that holds where the element names none. */
function compareDeclaredTypes(
  c: Comparison,
  a: ElementDeclaration,
  b: ElementDeclaration,
  typeA: TypeDefinition,
  typeB: TypeDefinition,
  site: ElementSite,
): void {
  if (typeA.kind === 'complex-type' && typeA.abstract) return;
  if (typeB.kind === 'complex-type' && typeB.abstract) {
    c.report(
      {
        rule: 'type.abstract',
        from: placeOf(typeA),
        to: placeOf(typeB),
        path: site.path,
        detail: { subject: typeB.name?.localName ?? a.name.localName },
      },
      witnessAt(site, { mark: { kind: 'element' } }),
    );
    return;
  }
  if (a.valueConstraint === undefined && b.valueConstraint === undefined) compareTypes(c, typeA, typeB, site);
  else {
    compareAttributesOf(c, typeA, typeB, site);
    compareConstrainedValues(c, a, b, typeA, typeB, site);
  }
}

/** Types that the element names by `xsi:type`. */
function compareClaimedTypes(
  c: Comparison,
  a: ElementDeclaration,
  b: ElementDeclaration,
  typeA: TypeDefinition,
  typeB: TypeDefinition,
  site: ElementSite,
): void {
  const blockedA = blockedOf(a, typeA);
  const blockedB = blockedOf(b, typeB);
  const isConstrained = a.valueConstraint !== undefined || b.valueConstraint !== undefined;
  const where = isConstrained ? `${a.id} ${b.id}` : String(isUnknown(b));
  c.once(`claimed ${a.type} ${blockedA.join(' ')} ${b.type} ${blockedB.join(' ')} ${where}`, () => {
    const all = c.sizes
      .permittedTypes(typeA, blockedA)
      .filter((type) => c.sizes.type(type) !== Infinity && !isEntity(c.from, type))
      .map((claimed) => ({ claimed, other: namesakeOf(c, claimed) }));
    const isPermitted = (other: TypeDefinition | undefined): boolean =>
      other !== undefined &&
      !(other.kind === 'complex-type' && other.abstract) &&
      isValidlyDerived(c.to, other.id, typeB.id, blockedB);
    const isOwnRefused = all.some(({ claimed, other }) => claimed.id === typeA.id && !isPermitted(other));
    for (const { claimed, other } of all) {
      const at = { ...site, xsiType: claimed.id };
      const isOwn = claimed.id === typeA.id;
      if (other !== undefined && isPermitted(other)) {
        if (!isConstrained) compareTypes(c, claimed, other, at);
        else {
          compareAttributesOf(c, claimed, other, at);
          compareConstrainedValues(c, a, b, claimed, other, at);
        }
        continue;
      }
      // What nobody knows is not looked at where nothing has to be known.
      if (other === undefined && isUnknown(b)) continue;
      const isAbstract = other?.kind === 'complex-type' && other.abstract;
      // That a type is no longer of the kind that is asked for holds for all that derive from it.
      if (isOwnRefused && !isOwn && !isAbstract && other !== undefined) continue;
      c.report(
        {
          rule: isAbstract ? 'type.abstract' : isOwn ? 'xsi-type.declared-type' : 'xsi-type.removed',
          from: placeOf(claimed),
          to: placeOf(other ?? typeB),
          path: site.path,
          detail: { subject: claimed.name?.localName ?? '' },
          key: `xsi-type ${claimed.id} ${other === undefined || isAbstract ? 'gone' : typeB.id}`,
        },
        witnessAt(at, { mark: { kind: 'element' } }),
      );
    }
  });
}

function namesakeOf(c: Comparison, { name }: TypeDefinition): TypeDefinition | undefined {
  return name === undefined ? undefined : c.to.types.get(componentId('type', c.match.type(name)));
}

/** Entities are declared in document type definitions, which messages do not have. */
function isEntity(schema: Schema, type: TypeDefinition): boolean {
  const value = valueTypeOf(type);
  return value !== undefined && simpleTypeCodec(schema, value).identifier?.('a') === 'ENTITY';
}

/** An element that a lax wildcard lets in and nothing declares: anything may be in it, what is declared is checked. */
export const UNKNOWN: ElementDeclaration = {
  kind: 'element-declaration',
  id: 'unknown' as ComponentId,
  name: expandedName(UNKNOWN_NAMESPACE, 'unknown'),
  type: ANY_TYPE,
  scope: 'global',
  nillable: false,
  identityConstraints: [],
  substitutionGroupExclusions: [],
  disallowedSubstitutions: [],
  abstract: false,
  annotation: NO_ANNOTATION,
  span: BUILT_IN_SPAN,
};

const isUnknown = (element: ElementDeclaration): boolean => element.id === UNKNOWN.id;
