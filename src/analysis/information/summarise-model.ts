import { compareText } from '../../foundation/expanded-name.js';
import type {
  ClassKind,
  InformationModel,
  ModelElement,
  ModelPackage,
} from '../../model/information/index.js';

/** What a model is, in numbers. */
export interface ModelSummary {
  readonly name: string;
  readonly format: string;
  readonly packages: number;
  /** Classes of every kind. */
  readonly classes: number;
  readonly classesByKind: Readonly<Record<ClassKind, number>>;
  readonly attributes: number;
  readonly associations: number;
  readonly generalizations: number;
  /** Values of enumerations. */
  readonly literals: number;
  /** Elements that have notes, of all packages, classes, attributes, association ends and values. */
  readonly documented: { readonly elements: number; readonly of: number };
  readonly namespaces: readonly string[];
  readonly stereotypes: readonly { readonly name: string; readonly count: number }[];
  /** Classes whose names say which version the model is: `IEC61968CIMVersion` (rules R229 to R243). */
  readonly versions: readonly { readonly class: string; readonly version: string }[];
  /** The outermost packages, with all that is in them. */
  readonly topPackages: readonly {
    readonly name: string;
    readonly packages: number;
    readonly classes: number;
  }[];
}

/** Counts what a model has. */
export function summariseModel(model: InformationModel): ModelSummary {
  const classes = [...model.classes.values()];
  const packages = [...model.packages.values()];
  const countKind = (kind: ClassKind): number => classes.filter((one) => one.kind === kind).length;
  const elements: readonly ModelElement[] = [
    ...packages,
    ...classes,
    ...classes.flatMap(({ attributes, literals }) => [...attributes, ...literals]),
    ...model.associations.flatMap(({ ends }) => [...ends]),
  ];
  return {
    name: model.name,
    format: model.format,
    packages: packages.length,
    classes: classes.length,
    classesByKind: {
      class: countKind('class'),
      enumeration: countKind('enumeration'),
      datatype: countKind('datatype'),
      primitive: countKind('primitive'),
      compound: countKind('compound'),
    },
    attributes: sum(classes.map(({ attributes }) => attributes.length)),
    associations: model.associations.length,
    generalizations: sum(classes.map(({ generalizations }) => generalizations.length)),
    literals: sum(classes.map(({ literals }) => literals.length)),
    documented: { elements: elements.filter(({ notes }) => notes !== '').length, of: elements.length },
    namespaces: [...new Set(classes.flatMap(({ namespace }) => namespace ?? []))].sort(compareText),
    stereotypes: stereotypesOf([...elements, ...model.associations]),
    versions: versionsOf(model),
    topPackages: packages
      .filter(({ parent }) => parent === undefined)
      .map((top) => ({ name: top.name, ...contentsOf(top, model) })),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function stereotypesOf(elements: readonly ModelElement[]): ModelSummary['stereotypes'] {
  const counts = new Map<string, number>();
  for (const name of elements.flatMap(({ stereotypes }) => stereotypes)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name));
}

const versionsOf = (model: InformationModel): ModelSummary['versions'] =>
  [...model.classes.values()].flatMap(({ name, attributes }) => {
    const version = attributes.find((attribute) => attribute.name === 'version')?.default;
    return /Version$/u.test(name) && version !== undefined ? [{ class: name, version }] : [];
  });

function contentsOf(
  { packages, classes }: ModelPackage,
  model: InformationModel,
): { readonly packages: number; readonly classes: number } {
  const inner = packages.flatMap((id) => {
    const found = model.packages.get(id);
    return found === undefined ? [] : [contentsOf(found, model)];
  });
  return {
    packages: packages.length + sum(inner.map((one) => one.packages)),
    classes: classes.length + sum(inner.map((one) => one.classes)),
  };
}
