import { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Schema } from '../../../model/schema/index.js';
import { isAnySimpleType } from '../../simple-type/index.js';
import { checkBoundsConsistent } from './bounds-consistent.js';
import { checkBoundsWithinBase } from './bounds-valid-restriction.js';
import { checkApplicableFacets } from './cos-applicable-facets.js';
import { checkDerivation } from './cos-st-restricts.js';
import { checkDigits } from './digits-valid-restriction.js';
import { checkNotationUse } from './enumeration-required-notation.js';
import { checkEnumeration } from './enumeration-valid-restriction.js';
import { checkFacetValues } from './facet-value.js';
import { checkFixedFacets } from './fixed-facets.js';
import { checkLengthBesideBounds } from './length-min-length-max-length.js';
import { checkLengths } from './length-valid-restriction.js';
import { checkPatterns } from './pattern-syntax.js';
import { stepContext } from './step-context.js';
import { checkWhiteSpace } from './white-space-valid-restriction.js';

/**
 * Checks the schema component constraints on simple types: Simple Type Definition Properties Correct (st-props-correct) and
 * Derivation Valid (cos-st-restricts) of 3.14.6, and those on facets in chapter 4.3 of Datatypes. Circles (cos-no-circular-unions) and
 * repeated facets (src-single-facet-value) are told earlier.
 */
export function checkSimpleTypes(schema: Schema): readonly Diagnostic[] {
  const diagnostics = new DiagnosticBag();
  for (const type of schema.types.values()) {
    if (type.kind !== 'simple-type' || type.span.source === '') continue;
    checkDerivation(schema, type, diagnostics);
    checkPatterns(type, diagnostics);
    if (type.facets.length === 0) continue;
    const base = schema.types.get(type.baseType);
    // Without a base type there is nothing to restrict: that was told where the base type should be.
    if (base?.kind !== 'simple-type' || isAnySimpleType(base)) continue;
    const step = stepContext(schema, checkApplicableFacets(schema, type, diagnostics), base, diagnostics);
    checkFacetValues(step);
    checkFixedFacets(step);
    checkEnumeration(step);
    checkLengths(step);
    checkLengthBesideBounds(step);
    checkBoundsConsistent(step);
    checkBoundsWithinBase(step);
    checkDigits(step);
    checkWhiteSpace(step);
  }
  checkNotationUse(schema, diagnostics);
  return diagnostics.sorted();
}
