import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ModelIndex } from './model-index.js';
import { associationRules } from './rules/association-rules.js';
import { classRules } from './rules/class-rules.js';
import { enumerationRules } from './rules/enumeration-rules.js';
import { packageRules } from './rules/package-rules.js';
import { ruleReport } from './rules/rule-report.js';

/** Holds a model to the rules of the CIM modelling guide that a program can decide. */
export function lintModel(index: ModelIndex): readonly Diagnostic[] {
  const bag = new DiagnosticBag();
  const report = ruleReport(bag);
  for (const check of [packageRules, classRules, associationRules, enumerationRules]) check(index, report);
  return bag.sorted();
}
