import type { ExpandedName } from '../../foundation/expanded-name.js';
import { clark } from '../../foundation/expanded-name.js';
import { type DiagnosticDefinition, defineDiagnostic } from '../diagnostic.js';

/** A type as messages call it: its expanded name, or none where it is anonymous. */
type Called = ExpandedName | undefined;

const type = (name: Called): string => (name === undefined ? 'an anonymous type' : `type ${clark(name)}`);
const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

/* How a simple type is derived. */

export const simpleDerivationFinal = defineDiagnostic<{
  base: Called;
  method: 'restriction' | 'list' | 'union';
}>({
  code: 'XSD3001',
  severity: 'error',
  rule: 'st-props-correct.3',
  title: 'a simple type is derived from a type that does not allow it',
  message: ({ base, method }) => `${type(base)} is final for ${method}, so no type can be derived from it so`,
  hint: ({ method }) => `take "${method}" out of "final" of the base type, or derive from another type`,
});

export const restrictionOfUrType = defineDiagnostic<object>({
  code: 'XSD3002',
  severity: 'error',
  rule: 'cos-st-restricts.1.1',
  title: 'anySimpleType is restricted',
  message: () => 'the base type is anySimpleType, expected an atomic type, a list or a union',
  hint: () => 'restrict xs:string or another built-in type',
});

export const listOfLists = defineDiagnostic<{ item: Called }>({
  code: 'XSD3003',
  severity: 'error',
  rule: 'cos-st-restricts.2.1',
  title: 'the items of a list are lists themselves',
  message: ({ item }) =>
    `${type(item)} is a list or holds one, expected an atomic type or a union of such types as item type`,
  hint: () => 'white space separates the items of a list, so lists cannot be nested',
});

/* Facets. */

export const facetNotApplicable = defineDiagnostic<{
  facet: string;
  kind: string;
  applicable: readonly string[];
}>({
  code: 'XSD3011',
  severity: 'error',
  rule: 'cos-applicable-facets',
  title: 'a facet does not apply to the type',
  message: ({ facet, kind }) => `facet "${facet}" does not apply to ${kind}`,
  hint: ({ applicable }) => `applicable here: ${applicable.join(', ')}`,
});

export const facetFixed = defineDiagnostic<{ facet: string; value: string; fixed: string }>({
  code: 'XSD3012',
  severity: 'error',
  rule: 'cos-st-restricts.1.3.2',
  title: 'a facet that a base type fixes is changed',
  message: ({ facet, value, fixed }) =>
    `facet "${facet}" is "${brief(value)}", but a base type fixes it to "${brief(fixed)}"`,
  hint: ({ facet }) => `take out "${facet}" here, or "fixed" in the base type`,
});

export const facetValueInvalid = defineDiagnostic<{
  facet: string;
  value: string;
  base: string;
  expected: string;
}>({
  code: 'XSD3013',
  severity: 'error',
  rule: 'cos-st-restricts.1.3.2',
  title: 'the value of a facet is no value of the base type',
  message: ({ facet, value, base, expected }) =>
    `facet "${facet}" is "${brief(value)}", which is no value of the base type ${base}: expected ${expected}`,
});

export const enumerationValueInvalid = defineDiagnostic<{ value: string; base: string; expected: string }>({
  code: 'XSD3014',
  severity: 'error',
  rule: 'enumeration-valid-restriction',
  title: 'an enumeration value is no value of the base type',
  message: ({ value, base, expected }) =>
    `enumeration value "${brief(value)}" is no value of the base type ${base}: expected ${expected}`,
});

export const patternInvalid = defineDiagnostic<{ pattern: string; problem: string; offset: number }>({
  code: 'XSD3015',
  severity: 'error',
  title: 'a pattern is no regular expression of XML Schema',
  message: ({ pattern, problem, offset }) =>
    `pattern "${brief(pattern)}", at character ${offset + 1}: ${problem}`,
  explanation:
    'Patterns follow appendix F of XML Schema part 2, which differs from the regular expressions of programming languages: a pattern always matches the whole value, "^" and "$" are ordinary characters, there are no lazy quantifiers, groups have no options, and only a few characters can be escaped.',
});

export const patternTooLarge = defineDiagnostic<{ pattern: string }>({
  code: 'XSD3016',
  severity: 'warning',
  title: 'the repetitions of a pattern are too many to be counted',
  message: ({ pattern }) =>
    `the nested repetitions of pattern "${brief(pattern)}" are too many, so values with more repetitions than allowed are accepted`,
  hint: () => 'use facet "maxLength" to limit the length of values',
});

export const lengthChanged = defineDiagnostic<{ value: string; inherited: string }>({
  code: 'XSD3021',
  severity: 'error',
  rule: 'length-valid-restriction',
  title: 'facet length differs from that of the base type',
  message: ({ value, inherited }) => `facet "length" is ${value}, but the base type has ${inherited}`,
});

export const facetWidened = defineDiagnostic<{
  facet: string;
  value: string;
  inherited: string;
  how: 'at least' | 'at most';
}>({
  code: 'XSD3022',
  severity: 'error',
  title: 'a facet allows more than that of the base type',
  message: ({ facet, value, inherited, how }) =>
    `facet "${facet}" is ${value}, but the base type allows ${how} ${inherited}`,
});

export const lengthBesideBounds = defineDiagnostic<{ bound: string; value: string; length: string }>({
  code: 'XSD3023',
  severity: 'error',
  rule: 'length-minLength-maxLength',
  title: 'facet length stands beside minLength or maxLength',
  message: ({ bound, value, length }) => `facet "length" is ${length}, and facet "${bound}" is ${value}`,
  hint: ({ bound }) =>
    `take out one of them; "${bound}" may only come from a base type without "length", and must allow it`,
});

export const facetsContradict = defineDiagnostic<{
  lower: string;
  lowerValue: string;
  upper: string;
  upperValue: string;
}>({
  code: 'XSD3024',
  severity: 'error',
  title: 'a lower bound is above the upper bound',
  message: ({ lower, lowerValue, upper, upperValue }) =>
    `facet "${lower}" is ${lowerValue}, but facet "${upper}" is ${upperValue}`,
});

export const boundsExclude = defineDiagnostic<{ inclusive: string; exclusive: string }>({
  code: 'XSD3025',
  severity: 'error',
  title: 'an inclusive and an exclusive bound stand in one restriction',
  message: ({ inclusive, exclusive }) =>
    `facets "${inclusive}" and "${exclusive}" must not be stated both in one restriction`,
  hint: () => 'keep one of them',
});

export const boundOutsideBase = defineDiagnostic<{
  facet: string;
  value: string;
  parent: string;
  parentValue: string;
}>({
  code: 'XSD3026',
  severity: 'error',
  title: 'a bound lies outside of what the base type allows',
  message: ({ facet, value, parent, parentValue }) =>
    `facet "${facet}" is ${value}, but facet "${parent}" of the base type is ${parentValue}`,
  hint: () => 'a restriction can only narrow the values of its base type',
});

export const whiteSpaceLoosened = defineDiagnostic<{ value: string; inherited: string }>({
  code: 'XSD3027',
  severity: 'error',
  rule: 'whiteSpace-valid-restriction',
  title: 'white space is kept that the base type does not keep',
  message: ({ value, inherited }) => `facet "whiteSpace" is "${value}", but the base type has "${inherited}"`,
});

/* Notations. */

export const notationWithoutEnumeration = defineDiagnostic<{ what: string }>({
  code: 'XSD3031',
  severity: 'error',
  rule: 'enumeration-required-notation',
  title: 'type NOTATION is used without an enumeration',
  message: ({ what }) => `the type of this ${what} is NOTATION without an enumeration of notations`,
  hint: () => 'derive a type from xs:NOTATION with an enumeration of the names of notations, and use that',
});

export const notationUndeclared = defineDiagnostic<{ value: string }>({
  code: 'XSD3032',
  severity: 'error',
  rule: 'enumeration-valid-restriction',
  title: 'an enumeration of notations names one that is not declared',
  message: ({ value }) => `notation "${value}" is not declared`,
  hint: () => 'declare it with xs:notation, or import the schema that does',
});

/** The family, for the catalogue. */
export const XSD_SIMPLE_TYPE: readonly DiagnosticDefinition<never>[] = [
  simpleDerivationFinal,
  restrictionOfUrType,
  listOfLists,
  facetNotApplicable,
  facetFixed,
  facetValueInvalid,
  enumerationValueInvalid,
  patternInvalid,
  patternTooLarge,
  lengthChanged,
  facetWidened,
  lengthBesideBounds,
  facetsContradict,
  boundsExclude,
  boundOutsideBase,
  whiteSpaceLoosened,
  notationWithoutEnumeration,
  notationUndeclared,
];
