// whiteSpace valid restriction (Datatypes 4.3.6): preserve, replace, collapse, each only followed by itself or a later one.

import { whiteSpaceLoosened } from '../../../diagnostics/catalogue/xsd-simple-type.js';
import { ownFacet, type StepContext, valueOf } from './step-context.js';

const STRICTNESS: Readonly<Record<string, number>> = { preserve: 0, replace: 1, collapse: 2 };

/** Whether a step keeps no more white space than its base type. */
export function checkWhiteSpace(step: StepContext): void {
  const own = ownFacet(step, 'whiteSpace');
  if (own === undefined) return;
  const value = valueOf(own);
  const inherited = step.inherited.whiteSpace;
  if ((STRICTNESS[value] ?? 2) >= (STRICTNESS[inherited] ?? 0)) return;
  step.diagnostics.add(whiteSpaceLoosened, { at: own.span, value, inherited });
}
