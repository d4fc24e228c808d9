import {
  composition,
  namedAssociation,
  navigability,
  roleNameForm,
  roleWithoutNotes,
  stereotypedAssociation,
} from '../../../diagnostics/catalogue/uml-rules.js';
import { isDocumented, isUpperCamel, type RuleCheck } from './rule-report.js';

/** Rules about associations: R065, R068, R070, R072, R073 and R075. Missing roles and multiplicities are in the import report. */
export const associationRules: RuleCheck = (index, report) => {
  const { model } = index;
  const hasNotes = isDocumented(index);
  for (const association of model.associations) {
    const [source, target] = association.ends;
    const nameOf = (id: typeof source.class): string => model.classes.get(id)?.name ?? '';
    const where = `${nameOf(source.class)} - ${nameOf(target.class)}`;
    if (association.name !== '') report(namedAssociation, association, where, association.name);
    if (source.aggregation === 'composite' || target.aggregation === 'composite')
      report(composition, association, where);
    if (
      source.navigable !== undefined &&
      target.navigable !== undefined &&
      source.navigable !== target.navigable
    ) {
      report(navigability, association, where, nameOf(source.navigable ? source.class : target.class));
    }
    const silent = association.ends.filter(({ notes }) => notes === '').length;
    if (hasNotes && silent > 0)
      report(roleWithoutNotes, association, where, silent === 1 ? 'one end' : 'both ends');
    for (const [end, other] of [
      [source, target],
      [target, source],
    ] as const) {
      if (!isUpperCamel(end.name)) report(roleNameForm, end, `${nameOf(other.class)}.${end.name}`);
      const type = model.classes.get(end.class);
      if (type !== undefined && type.kind !== 'class')
        report(stereotypedAssociation, association, where, `${type.kind} ${type.name}`);
    }
  }
};
