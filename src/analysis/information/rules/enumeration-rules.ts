import {
  codesOfSome,
  codeTwice,
  enumerationValueStereotype,
  literalNameForm,
} from '../../../diagnostics/catalogue/uml-rules.js';
import { hasStereotype, isLowerCamel, type RuleCheck, someOf } from './rule-report.js';

/** Rules about enumerations: R086, R090, R095 and R096. */
export const enumerationRules: RuleCheck = ({ model }, report) => {
  // Formats without stereotypes cannot keep the rule.
  const hasStereotypes = [...model.classes.values()].some(({ stereotypes }) => stereotypes.length > 0);
  for (const one of model.classes.values()) {
    if (one.kind !== 'enumeration') continue;
    const { literals } = one;
    const plain = literals.filter((literal) => !hasStereotype(literal, 'enum'));
    if (hasStereotypes && plain.length > 0)
      report(enumerationValueStereotype, one, one.name, someOf(plain.length, literals.length, 'values'));
    const coded = literals.filter(({ code }) => code !== undefined);
    if (coded.length > 0 && coded.length < literals.length)
      report(codesOfSome, one, one.name, someOf(coded.length, literals.length, 'values'));
    const seen = new Set<string>();
    for (const literal of literals) {
      const where = `${one.name}.${literal.name}`;
      if (!isLowerCamel(literal.name)) report(literalNameForm, literal, where);
      if (literal.code === undefined) continue;
      if (seen.has(literal.code)) report(codeTwice, literal, where, literal.code);
      seen.add(literal.code);
    }
  }
};
