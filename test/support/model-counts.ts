import type { InformationModel } from '../../src/model/information/index.js';

/** How many elements of each kind a model has. */
export interface ModelCounts {
  readonly packages: number;
  readonly classes: number;
  readonly attributes: number;
  readonly associations: number;
  readonly enumerations: number;
  readonly literals: number;
  readonly generalizations: number;
}

/** Counts the elements of a model; `classes` are those of every kind. */
export function countsOf({ packages, classes, associations }: InformationModel): ModelCounts {
  const all = [...classes.values()];
  const sum = (of: (one: (typeof all)[number]) => readonly unknown[]): number =>
    all.reduce((total, one) => total + of(one).length, 0);
  return {
    packages: packages.size,
    classes: all.length,
    attributes: sum((one) => one.attributes),
    associations: associations.length,
    enumerations: all.filter(({ kind }) => kind === 'enumeration').length,
    literals: sum((one) => one.literals),
    generalizations: sum((one) => one.generalizations),
  };
}
