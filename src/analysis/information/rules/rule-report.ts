import type { RuleFacts } from '../../../diagnostics/catalogue/uml-rules.js';
import type { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import type { DiagnosticDefinition } from '../../../diagnostics/diagnostic.js';
import type { ModelElement } from '../../../model/information/index.js';
import type { ModelIndex } from '../model-index.js';

/** Says that an element breaks a rule. */
export type RuleReport = (
  definition: DiagnosticDefinition<RuleFacts>,
  element: ModelElement,
  where: string,
  found?: string,
) => void;

/** Rules about one kind of element. */
export type RuleCheck = (index: ModelIndex, report: RuleReport) => void;

/** Reports into a bag, with the place of the element where it has one in a text. */
export const ruleReport =
  (bag: DiagnosticBag): RuleReport =>
  (definition, { origin }, where, found = '') =>
    bag.add(definition, { where, found, ...('span' in origin ? { at: origin.span } : {}) });

/** Counts in words: `3 of 5 values`. */
export const someOf = (count: number, all: number, noun: string): string => `${count} of ${all} ${noun}`;

/** Rules R025, R038 and R068. */
export const isUpperCamel = (name: string): boolean => name === '' || /^[A-Z][A-Za-z0-9]*$/u.test(name);

/** Rules R049 and R086. */
export const isLowerCamel = (name: string): boolean => name === '' || /^[a-z][A-Za-z0-9]*$/u.test(name);

/** Whether an element has a stereotype, in any case. */
export const hasStereotype = ({ stereotypes }: ModelElement, name: string): boolean =>
  stereotypes.some((one) => one.toLowerCase() === name);

/** Whether anything has notes: some formats keep none, and then it says nothing that an element has none. */
export const isDocumented = ({ model }: ModelIndex): boolean =>
  [...model.packages.values(), ...model.classes.values()].some(({ notes }) => notes !== '') ||
  [...model.classes.values()].some((one) =>
    [...one.attributes, ...one.literals].some(({ notes }) => notes !== ''),
  );
