import type { ElementId, InformationModel, ModelClass } from '../../model/information/index.js';

/**
 * Shadow classes, each with the class that it extends: that class has the same name and inherits from it (CIM modelling
 * guide, rules R173 and R174). Its members are members of the extended class, in the namespace of the vendor.
 */
export function shadowClasses({ classes }: InformationModel): ReadonlyMap<ElementId, ModelClass> {
  const extended = new Map<ElementId, ModelClass>();
  for (const one of classes.values()) {
    if (extended.has(one.id)) continue;
    for (const { general } of one.generalizations) {
      if (general !== one.id && classes.get(general)?.name === one.name && !extended.has(general))
        extended.set(general, one);
    }
  }
  return extended;
}
