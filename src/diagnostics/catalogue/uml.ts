import { defineDiagnostic } from '../diagnostic.js';

interface Place {
  /** What people call the document: a path relative to the working folder. */
  readonly label: string;
}

interface Where {
  /** The element, named as CIM does: `Terminal`, `Terminal.phases`, `Terminal - ConductingEquipment`. */
  readonly where: string;
}

export const unknownModelFormat = defineDiagnostic<Place & { readonly found: string }>({
  code: 'UML1001',
  severity: 'error',
  title: 'a file is no information model that can be read',
  message: ({ label, found }) => `${label} is ${found}, expected an information model`,
  hint: () =>
    'export the model as XMI 1.1, 1.2, 2.1 or 2.5, Ecore, RDFS or OWL, or name the .qea or .eap project itself',
});

export const unsupportedModelFormat = defineDiagnostic<
  Place & { readonly found: string; readonly wayOut: string }
>({
  code: 'UML1002',
  severity: 'error',
  title: 'an information model is in a form that is not read',
  message: ({ label, found }) => `${label} is ${found}, which is not read`,
  hint: ({ wayOut }) => wayOut,
});

export const unreadableModel = defineDiagnostic<Place & { readonly reason: string }>({
  code: 'UML1003',
  severity: 'error',
  title: 'an information model is damaged',
  message: ({ label, reason }) => `${label} cannot be read: ${reason}`,
  hint: () => 'open the model in its tool and save or export it again',
});

export const emptyModel = defineDiagnostic<Place>({
  code: 'UML1004',
  severity: 'warning',
  title: 'an information model has no class',
  message: ({ label }) => `${label} has no class`,
  hint: () => 'check that the export includes the packages below the one chosen',
});

export const elementElsewhere = defineDiagnostic<Where & { readonly reference: string }>({
  code: 'UML1005',
  severity: 'warning',
  title: 'an information model refers to another document',
  message: ({ where, reference }) => `${where} refers to ${reference}, which is outside of this document`,
  hint: () => 'export both into one document; references between documents are not followed',
});

export const danglingType = defineDiagnostic<{
  readonly type: string;
  readonly attributes: readonly string[];
}>({
  code: 'UML2001',
  severity: 'warning',
  rule: 'R055',
  title: 'a type is not a class of the model',
  message: ({ type, attributes }) =>
    `the type ${type} of ${list(attributes)} is not a class of the model, expected a class, datatype, primitive or enumeration`,
  hint: () => 'pick the type from the model in the modelling tool, or map the name where the model is used',
});

export const ambiguousName = defineDiagnostic<
  Where & { readonly name: string; readonly taken: string; readonly others: readonly string[] }
>({
  code: 'UML2002',
  severity: 'warning',
  title: 'a type is given by a name that several classes have',
  message: ({ where, name, taken, others }) =>
    `${where} names the class ${name}, which is ${list([taken, ...others])}; ${taken} is taken`,
  hint: () => 'pick the type from the model in the modelling tool, so that its identifier is kept',
});

export const duplicateClass = defineDiagnostic<{ readonly name: string; readonly places: readonly string[] }>(
  {
    code: 'UML2003',
    severity: 'warning',
    rule: 'R040',
    title: 'several classes have one name',
    message: ({ name, places }) => `the class name ${name} is used ${places.length} times: ${list(places)}`,
    hint: () => 'class names are unique over the whole model: rename all but one, or leave packages out',
  },
);

export const missingRole = defineDiagnostic<Where & { readonly class: string }>({
  code: 'UML2004',
  severity: 'warning',
  rule: 'R067',
  title: 'an association end has no role name',
  message: ({ where, class: end }) => `the end at ${end} of the association ${where} has no role name`,
  hint: () => 'name both ends; a profile can choose an end only by its role',
});

export const multiplicityTypo = defineDiagnostic<Where & { readonly text: string; readonly taken: string }>({
  code: 'UML2005',
  severity: 'warning',
  title: 'a multiplicity is not well-formed',
  message: ({ where, text, taken }) =>
    `the multiplicity of ${where} is "${text}", expected a form such as 0..1 or 1..*; ${taken} is taken`,
});

export const missingMultiplicity = defineDiagnostic<Where>({
  code: 'UML2006',
  severity: 'warning',
  title: 'a multiplicity is missing',
  message: ({ where }) => `${where} has no multiplicity, 0..1 is taken`,
});

export const unknownStereotype = defineDiagnostic<{
  readonly stereotype: string;
  readonly elements: readonly string[];
}>({
  code: 'UML2007',
  severity: 'info',
  title: 'a stereotype is not one of CIM',
  message: ({ stereotype, elements }) => `the stereotype «${stereotype}» of ${list(elements)} is not known`,
  hint: () => 'it is kept and has no effect',
});

export const danglingGeneralization = defineDiagnostic<
  Where & { readonly general: string; readonly missing: string }
>({
  code: 'UML2008',
  severity: 'warning',
  title: 'one of two classes that inherit is not there',
  message: ({ where, general, missing }) =>
    `${where} inherits from ${general}, and ${missing} is not a class of the model`,
  hint: () => 'the generalisation is left out; export the package that holds the other class too',
});

export const generalizationCycle = defineDiagnostic<{ readonly classes: readonly string[] }>({
  code: 'UML2009',
  severity: 'warning',
  title: 'classes inherit from one another in a circle',
  message: ({ classes }) => `${classes.join(' inherits from ')}: a circle, its last step is left out`,
});

export const danglingPackage = defineDiagnostic<Where & { readonly owner: string; readonly cyclic: boolean }>(
  {
    code: 'UML2010',
    severity: 'warning',
    title: 'the package that holds an element is not there',
    message: ({ where, owner, cyclic }) =>
      cyclic
        ? `the package ${where} is inside of itself, it is put at the top`
        : `${where} is in package ${owner}, which is not in the model; it is put at the top`,
  },
);

export const danglingEnd = defineDiagnostic<Where & { readonly class: string }>({
  code: 'UML2011',
  severity: 'warning',
  title: 'an association ends at something that is not a class',
  message: ({ where, class: end }) =>
    `the association ${where} ends at ${end}, which is not a class of the model`,
  hint: () =>
    'the association is left out; links between objects and notes are not part of an information model',
});

export const namelessElement = defineDiagnostic<Where & { readonly element: string }>({
  code: 'UML2012',
  severity: 'warning',
  title: 'an element has no name',
  message: ({ where, element }) => `${where} has ${element} without a name`,
});

export const missingType = defineDiagnostic<Where>({
  code: 'UML2013',
  severity: 'warning',
  title: 'an attribute has no type',
  message: ({ where }) => `${where} has no type`,
});

export const danglingOwner = defineDiagnostic<{ readonly element: string; readonly owner: string }>({
  code: 'UML2014',
  severity: 'warning',
  title: 'an attribute belongs to a class that is not there',
  message: ({ element, owner }) =>
    `${element} belongs to ${owner}, which is not a class of the model; it is left out`,
});

export const duplicateMember = defineDiagnostic<Where & { readonly times: number }>({
  code: 'UML2015',
  severity: 'warning',
  title: 'a class has several members of one name',
  message: ({ where, times }) => `${where} is there ${times} times`,
});

export const duplicateIdentifier = defineDiagnostic<Where & { readonly id: string; readonly other: string }>({
  code: 'UML2016',
  severity: 'warning',
  title: 'two elements have one identifier',
  message: ({ where, id, other }) =>
    `${where} and ${other} have the identifier ${id}; it stands for ${other}`,
});

export const associationNotBinary = defineDiagnostic<Where & { readonly ends: number }>({
  code: 'UML2017',
  severity: 'warning',
  title: 'an association does not have two ends',
  message: ({ where, ends }) => `the association ${where} has ${ends} ends, expected 2; it is left out`,
});

/** A few of many, so that a message stays one line. */
function list(names: readonly string[]): string {
  const [first = 'nothing'] = names;
  if (names.length <= 1) return first;
  if (names.length <= 3) return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

/** What is wrong with a model as it was published: most of it is reported and lived with. */
export const UML = [
  unknownModelFormat,
  unsupportedModelFormat,
  unreadableModel,
  emptyModel,
  elementElsewhere,
  danglingType,
  ambiguousName,
  duplicateClass,
  missingRole,
  multiplicityTypo,
  missingMultiplicity,
  unknownStereotype,
  danglingGeneralization,
  generalizationCycle,
  danglingPackage,
  danglingEnd,
  namelessElement,
  missingType,
  danglingOwner,
  duplicateMember,
  duplicateIdentifier,
  associationNotBinary,
] as const;
