import { missingMultiplicity, multiplicityTypo } from '../../diagnostics/catalogue/uml.js';
import { type Multiplicity, printMultiplicity } from '../../model/information/index.js';
import { placeOf, type StereotypeReport } from './build-element.js';
import { readMultiplicity } from './multiplicity-text.js';
import type { PlacedModel } from './place-elements.js';
import type { RawElement, RawModel, RawMultiplicity } from './raw-model.js';
import type { TypeResolver } from './resolve-type.js';

/** What the steps that build a model share. */
export interface Build {
  readonly raw: RawModel;
  readonly placed: PlacedModel;
  readonly types: TypeResolver;
  readonly stereotypes: StereotypeReport;
}

/** Reads a multiplicity and reports what is wrong with it. */
export function buildMultiplicity(
  { raw }: Pick<Build, 'raw'>,
  multiplicity: RawMultiplicity | undefined,
  element: RawElement,
  where: string,
): Multiplicity {
  const { value, fault, text } = readMultiplicity(multiplicity);
  const at = placeOf(element.origin);
  if (fault === 'missing') raw.diagnostics.add(missingMultiplicity, { where, at });
  if (fault === 'typo') {
    raw.diagnostics.add(multiplicityTypo, { where, text, taken: printMultiplicity(value), at });
  }
  return value;
}
