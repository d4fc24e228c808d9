import { packageCycle, packageNameForm, packageNameTwice } from '../../../diagnostics/catalogue/uml-rules.js';
import type { ElementId, ModelPackage } from '../../../model/information/index.js';
import type { ModelIndex } from '../model-index.js';
import { isUpperCamel, type RuleCheck } from './rule-report.js';

/** Rules R012, R025 and R027. */
export const packageRules: RuleCheck = (index, report) => {
  const packages = [...index.model.packages.values()];
  for (const one of packages) {
    if (!isUpperCamel(one.name)) report(packageNameForm, one, one.name);
  }
  const named = new Map<string, ModelPackage[]>();
  for (const one of packages.filter(
    ({ classes, name }) => classes.length > 0 && name !== 'DetailedDiagrams',
  )) {
    named.set(one.name, [...(named.get(one.name) ?? []), one]);
  }
  for (const [name, [first, ...others]] of named) {
    if (first === undefined || others.length === 0) continue;
    report(
      packageNameTwice,
      first,
      name,
      [first, ...others].map((one) => index.qualifiedName(one)).join(' and '),
    );
  }
  for (const { pair, reasons } of mutualDependencies(index))
    report(packageCycle, pair[0], pair.map(({ name }) => name).join(' and '), reasons);
};

interface MutualDependency {
  readonly pair: readonly [ModelPackage, ModelPackage];
  readonly reasons: string;
}

/** Top packages that depend on each other, with one reason a direction. Associations belong to their source: rule R015. */
function mutualDependencies(index: ModelIndex): readonly MutualDependency[] {
  const { model } = index;
  const topOf = (id: ElementId): ModelPackage | undefined => {
    const owner = model.classes.get(id);
    if (owner === undefined) return undefined;
    const around = index.packagesAround(owner);
    // Below a single root package the working groups' packages begin.
    return around[1] ?? around[0];
  };
  const reasons = new Map<ModelPackage, Map<ModelPackage, string>>();
  const note = (from: ElementId, to: ElementId, reason: string): void => {
    const [source, target] = [topOf(from), topOf(to)];
    if (source === undefined || target === undefined || source === target || isInside(index, source, target))
      return;
    const known = reasons.get(source) ?? new Map<ModelPackage, string>();
    if (!known.has(target)) known.set(target, reason);
    reasons.set(source, known);
  };
  for (const one of model.classes.values()) {
    for (const { general } of one.generalizations) {
      // What leads to an extension is drawn from the class that is extended, and is the extension's (rule R174).
      if (index.classOf(general) !== one) note(one.id, general, `${one.name} inherits`);
    }
    for (const { type, name } of one.attributes) {
      if (type.kind === 'class') note(one.id, type.id, `${one.name}.${name}`);
    }
  }
  for (const { ends } of model.associations) {
    const [source, target] = ends;
    const owner = model.classes.get(source.class);
    if (owner !== undefined) note(source.class, target.class, `${owner.name}.${target.name}`);
  }
  return [...reasons].flatMap(([source, targets]) =>
    [...targets].flatMap(([target, reason]): readonly MutualDependency[] => {
      const back = reasons.get(target)?.get(source);
      if (back === undefined || source.id > target.id) return [];
      return [{ pair: [source, target], reasons: `${reason}, ${back}` }];
    }),
  );
}

const isInside = (index: ModelIndex, one: ModelPackage, other: ModelPackage): boolean =>
  index.packagesAround(one).includes(other) || index.packagesAround(other).includes(one);
