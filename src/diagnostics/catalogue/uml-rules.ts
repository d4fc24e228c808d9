import type { DiagnosticDefinition, Severity } from '../diagnostic.js';
import { defineDiagnostic } from '../diagnostic.js';

/** The element, named as CIM does (`Terminal`, `Terminal.phases`), and what is wrong with it. */
export interface RuleFacts {
  readonly where: string;
  readonly found: string;
}

/** A rule of the CIM modelling guide (5 and 6), in words of our own. */
const rule = (
  code: string,
  severity: Severity,
  id: string,
  title: string,
  message: (facts: RuleFacts) => string,
  hint?: string,
): DiagnosticDefinition<RuleFacts> =>
  defineDiagnostic<RuleFacts>({
    code,
    severity,
    rule: id,
    title,
    message,
    ...(hint === undefined ? {} : { hint: () => hint }),
    explanation: `${EXPLANATION} Leave the rule out with --except ${id}.`,
  });

const EXPLANATION =
  'The CIM modelling guide of the CIM users group has rules for models that are to become part of CIM. A model that breaks one can be read and used all the same; ' +
  'published models do, for reasons of history.';

export const packageNameForm = rule(
  'UML5001',
  'info',
  'R025',
  'the name of a package does not begin with a capital letter',
  ({ where }) => `the package ${where} is not named in upper camel case`,
);

export const packageNameTwice = rule(
  'UML5002',
  'warning',
  'R027',
  'two packages with classes have one name',
  ({ where, found }) => `the package name ${where} is used for ${found}, expected one package of the name`,
);

export const classNameForm = rule(
  'UML5003',
  'info',
  'R038',
  'the name of a class does not begin with a capital letter',
  ({ where }) => `the class ${where} is not named in upper camel case`,
);

export const attributeNameForm = rule(
  'UML5004',
  'info',
  'R049',
  'the name of an attribute does not begin with a small letter',
  ({ where }) => `the attribute ${where} is not named in lower camel case`,
);

export const roleNameForm = rule(
  'UML5005',
  'info',
  'R068',
  'the name of a role does not begin with a capital letter',
  ({ where }) => `the role ${where} is not named in upper camel case`,
);

export const literalNameForm = rule(
  'UML5006',
  'info',
  'R086',
  'the name of an enumeration value does not begin with a small letter',
  ({ where }) => `the value ${where} is not named in lower camel case`,
);

export const memberNameInherited = rule(
  'UML5007',
  'warning',
  'R118',
  'a class has a member that it inherits already',
  ({ where, found }) => `${where} has the name of ${found}, which the class inherits`,
  'rename one of them: a profile chooses members by name',
);

export const datatypeParts = rule(
  'UML5008',
  'warning',
  'R043',
  'a CIMDatatype lacks its value, unit or multiplier',
  ({ where, found }) => `the datatype ${where} has no attribute ${found}`,
  'a datatype has a value, a unit and a multiplier; what has none of them is a primitive or a compound',
);

export const datatypePartType = rule(
  'UML5009',
  'warning',
  'R052',
  'a part of a CIMDatatype has the wrong kind of type',
  ({ where, found }) => `${where} has the type ${found}`,
  'value is of a primitive, unit and multiplier are of an enumeration',
);

export const abstractClass = rule(
  'UML5010',
  'info',
  'R044',
  'a class is abstract',
  ({ where }) => `the class ${where} is abstract, expected a decision in each profile`,
);

export const stereotypedInheritance = rule(
  'UML5011',
  'warning',
  'R119',
  'a datatype, enumeration or compound takes part in inheritance',
  ({ where, found }) => `${where} inherits from ${found}, expected classes without such a stereotype`,
);

export const stereotypedAssociation = rule(
  'UML5012',
  'warning',
  'R075',
  'a datatype, enumeration or compound takes part in an association',
  ({ where, found }) => `the association ${where} ends at the ${found}, expected a class`,
  'make it an attribute of that type',
);

export const multipleInheritance = rule(
  'UML5013',
  'warning',
  'R115',
  'a class inherits from several classes',
  ({ where, found }) => `${where} inherits from ${found}, expected one class`,
);

export const nativeType = rule(
  'UML5014',
  'warning',
  'R055',
  'the type of an attribute is a class and no datatype',
  ({ where, found }) =>
    `${where} has the type ${found}, expected a primitive, datatype, enumeration or compound`,
  'make it an association',
);

export const changeableInitialValue = rule(
  'UML5015',
  'info',
  'R057',
  'an attribute has an initial value but is no constant',
  ({ where, found }) => `${where} has the initial value ${found}, expected it to be static and constant`,
);

export const mandatoryAttribute = rule(
  'UML5016',
  'warning',
  'R058',
  'an attribute is not optional',
  ({ where, found }) => `${where} has the multiplicity ${found}, expected 0..1`,
  'what is mandatory is decided in a profile',
);

export const namedAssociation = rule(
  'UML5017',
  'info',
  'R065',
  'an association has a name',
  ({ where, found }) => `the association ${where} is named ${found}, expected role names only`,
);

export const composition = rule(
  'UML5018',
  'warning',
  'R072',
  'an association is a composition',
  ({ where }) => `the association ${where} is a composition, expected an association or a shared aggregation`,
);

export const navigability = rule(
  'UML5019',
  'info',
  'R073',
  'an association has a direction',
  ({ where, found }) => `the association ${where} can be followed to ${found} only, expected no direction`,
  'set the direction to "Unspecified"',
);

export const enumerationValueStereotype = rule(
  'UML5020',
  'info',
  'R090',
  'values of an enumeration lack the stereotype «enum»',
  ({ where, found }) => `${found} of ${where} are without the stereotype «enum»`,
);

export const codeTwice = rule(
  'UML5021',
  'warning',
  'R095',
  'two values of an enumeration have one code',
  ({ where, found }) => `${where} has the code ${found}, which another value of the enumeration has`,
);

export const codesOfSome = rule(
  'UML5022',
  'warning',
  'R096',
  'some values of an enumeration have a code and others do not',
  ({ where, found }) => `${found} of ${where} have a code, expected all or none`,
);

export const withoutNotes = rule(
  'UML5023',
  'info',
  'R104',
  'an element has no notes',
  ({ where, found }) => `${where} has no notes${found}`,
);

export const deprecatedInPart = rule(
  'UML5024',
  'info',
  'R123',
  'a class is deprecated but what belongs to it is not',
  ({ where, found }) => `${where} is deprecated, but ${found} not`,
);

export const unknownPrimitive = rule(
  'UML5025',
  'info',
  'R128',
  'a primitive is not one of CIM',
  ({ where }) => `the primitive ${where} is not one of CIM`,
  'the primitives of CIM are Boolean, Date, DateTime, Decimal, Duration, Float, Integer, MonthDay, String, Time and URI',
);

export const packageCycle = rule(
  'UML5026',
  'warning',
  'R012',
  'top packages depend on one another',
  ({ where, found }) => `the packages ${where} depend on one another: ${found}`,
  'a dependency is owned by the dependent package and leads one way',
);

export const roleWithoutNotes = rule(
  'UML5027',
  'info',
  'R070',
  'the ends of an association have no notes',
  ({ where, found }) => `${found} of ${where} without notes`,
);

/** Rules of the CIM modelling guide that a model can be held to. */
export const UML_RULES: readonly DiagnosticDefinition<RuleFacts>[] = [
  packageNameForm,
  packageNameTwice,
  classNameForm,
  attributeNameForm,
  roleNameForm,
  literalNameForm,
  memberNameInherited,
  datatypeParts,
  datatypePartType,
  abstractClass,
  stereotypedInheritance,
  stereotypedAssociation,
  multipleInheritance,
  nativeType,
  changeableInitialValue,
  mandatoryAttribute,
  namedAssociation,
  composition,
  navigability,
  enumerationValueStereotype,
  codeTwice,
  codesOfSome,
  withoutNotes,
  deprecatedInPart,
  unknownPrimitive,
  packageCycle,
  roleWithoutNotes,
];
