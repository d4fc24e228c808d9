import type { Association } from './association.js';
import type { ModelClass } from './class.js';
import type { ElementId } from './element-id.js';
import type { ModelPackage } from './package.js';

/** The form that an information model was read from. */
export type ModelFormat =
  'xmi-1.1' | 'xmi-1.2' | 'xmi-2.1' | 'xmi-2.5' | 'uml2' | 'ecore' | 'ea-sqlite' | 'ea-jet' | 'rdfs' | 'owl';

/**
 * A UML class model as CIM uses it (CIM modelling guide, rule R001): packages, classes, attributes, associations,
 * enumerations, generalisation. Immutable; references are ids; every element has an origin. Diagrams are not part of it.
 */
export interface InformationModel {
  readonly name: string;
  readonly format: ModelFormat;
  /** Every package, parents before children, in the order of the source. */
  readonly packages: ReadonlyMap<ElementId, ModelPackage>;
  /** Every class of every kind, in the order of packages. */
  readonly classes: ReadonlyMap<ElementId, ModelClass>;
  readonly associations: readonly Association[];
}
