import type { ClassKind, InformationModel, ModelPackage } from '../../model/information/index.js';

/** A package with what is in it. */
export interface PackageNode {
  readonly name: string;
  readonly stereotypes: readonly string[];
  /** Informative (`Inf…`) or documentation (`Doc…`, `DetailedDiagrams`), by rules R030, R032 and R033. */
  readonly informative: boolean;
  readonly classes: readonly { readonly name: string; readonly kind: ClassKind }[];
  readonly packages: readonly PackageNode[];
}

/** The packages of a model as a tree; only what is in `from`, where it is given. */
export function packageTree(model: InformationModel, from?: ModelPackage): readonly PackageNode[] {
  const tops =
    from === undefined ? [...model.packages.values()].filter(({ parent }) => parent === undefined) : [from];
  return tops.map((top) => nodeOf(top, model));
}

function nodeOf(
  { name, stereotypes, classes, packages }: ModelPackage,
  model: InformationModel,
): PackageNode {
  return {
    name,
    stereotypes,
    informative: isInformative(name),
    classes: classes.flatMap((id) => {
      const found = model.classes.get(id);
      return found === undefined ? [] : [{ name: found.name, kind: found.kind }];
    }),
    packages: packages.flatMap((id) => {
      const found = model.packages.get(id);
      return found === undefined ? [] : [nodeOf(found, model)];
    }),
  };
}

/** By the prefix of its name: rules R030, R032 and R033. */
export const isInformative = (name: string): boolean =>
  /^(?:Inf|Doc)(?=[A-Z]|ormative|$)/u.test(name) || name === 'DetailedDiagrams';
