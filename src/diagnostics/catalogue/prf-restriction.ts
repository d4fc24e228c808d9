import { defineDiagnostic } from '../diagnostic.js';
import { nearest } from './prf.js';

interface Misnamed {
  readonly name: string;
  readonly nearest?: string | undefined;
  readonly known: readonly string[];
}

interface Member {
  /** The type of the profile. */
  readonly type: string;
  readonly name: string;
}

export const unknownClass = defineDiagnostic<Misnamed>({
  code: 'PRF2001',
  severity: 'error',
  rule: 'profile is a subset',
  title: 'a class of a profile is not in the model',
  message: ({ name }) => `the model has no class ${name}`,
  hint: (facts) => `${nearest(facts)}; a class of your own says \`extension: true\``,
});

export const ambiguousClass = defineDiagnostic<{ readonly name: string; readonly all: readonly string[] }>({
  code: 'PRF2002',
  severity: 'error',
  title: 'several classes of the model could be meant',
  message: ({ name, all }) => `the model has ${all.length} classes ${name}`,
  hint: ({ all }) => `say which: ${all.join(', ')}`,
});

export const notAClass = defineDiagnostic<{ readonly name: string; readonly kind: string }>({
  code: 'PRF2003',
  severity: 'error',
  title: 'a type of a profile stands for something that is no class',
  message: ({ name, kind }) => `${name} is ${kind}, expected a class or a compound`,
  hint: () =>
    'enumerations are narrowed under `enumerations`; primitives and datatypes need not be mentioned',
});

export const foreignMember = defineDiagnostic<
  Misnamed & { readonly what: 'attribute' | 'association end'; readonly class: string }
>({
  code: 'PRF2004',
  severity: 'error',
  rule: 'profile is a subset',
  title: 'a member of a profile is not in the class of the model',
  message: ({ what, name, class: owner }) => `class ${owner} has no ${what} ${name}`,
  hint: (facts) => `${nearest(facts)}; a member of your own belongs under \`extensions\``,
});

export const roleOfAnotherClass = defineDiagnostic<{
  readonly name: string;
  readonly class: string;
  readonly owners: readonly string[];
}>({
  code: 'PRF2005',
  severity: 'error',
  rule: 'profile is a subset',
  title: 'a member of a profile belongs to another class',
  message: ({ name, class: owner, owners }) =>
    `${name} belongs to ${owners.slice(0, 3).join(', ')}, not to ${owner}`,
  hint: () => 'choose it on a type that stands for that class',
});

export const memberInWrongSection = defineDiagnostic<
  Member & { readonly section: 'attributes' | 'associations' }
>({
  code: 'PRF2006',
  severity: 'error',
  title: 'an attribute stands under associations, or an association end under attributes',
  message: ({ name, section }) => `${name} belongs under \`${section}\``,
});

export const widerOccurrence = defineDiagnostic<
  Member & { readonly found: string; readonly allowed: string; readonly where: string }
>({
  code: 'PRF2007',
  severity: 'error',
  rule: 'cardinality is narrowed',
  title: 'a cardinality is wider than what it restricts',
  message: ({ type, name, found, allowed, where }) =>
    `${type}.${name} occurs ${found}, but ${where} allows ${allowed}`,
  hint: () => 'mandatory stays mandatory, what is limited stays limited',
});

export const mandatoryLeftOut = defineDiagnostic<Member & { readonly occurs: string }>({
  code: 'PRF2008',
  severity: 'error',
  rule: 'mandatory stays mandatory',
  title: 'a profile leaves out an attribute that is mandatory in the model',
  message: ({ type, name, occurs }) =>
    `${type} leaves out ${name}, which is mandatory (${occurs}) in the model`,
  hint: ({ name }) => `add ${name}`,
});

export const mandatoryEndLeftOut = defineDiagnostic<Member & { readonly occurs: string }>({
  code: 'PRF2009',
  severity: 'warning',
  rule: 'mandatory stays mandatory',
  title: 'a profile follows an association that is mandatory in the model in neither direction',
  message: ({ type, name, occurs }) =>
    `${type} leaves out the end ${name}, which is mandatory (${occurs}) in the model, and no type has its other end`,
  hint: ({ name }) => `add ${name}, or the opposite role on the other type`,
});

export const valueNotInEnumeration = defineDiagnostic<Misnamed & { readonly enumeration: string }>({
  code: 'PRF2010',
  severity: 'error',
  rule: 'profile is a subset',
  title: 'a value is not in the enumeration',
  message: ({ name, enumeration }) => `enumeration ${enumeration} has no value ${name}`,
  hint: nearest,
});

export const nothingLeft = defineDiagnostic<{ readonly enumeration: string }>({
  code: 'PRF2011',
  severity: 'error',
  title: 'an enumeration is left without values',
  message: ({ enumeration }) => `enumeration ${enumeration} is left without values`,
});

export const valuesOfNoEnumeration = defineDiagnostic<Member & { readonly found: string }>({
  code: 'PRF2012',
  severity: 'error',
  title: 'values are chosen of something that is no enumeration',
  message: ({ type, name, found }) => `${type}.${name} is of type ${found}, which is no enumeration`,
});

export const unknownEnumeration = defineDiagnostic<Misnamed>({
  code: 'PRF2013',
  severity: 'error',
  rule: 'profile is a subset',
  title: 'an enumeration of a profile is not in the model',
  message: ({ name }) => `the model has no enumeration ${name}`,
  hint: (facts) => `${nearest(facts)}; an enumeration of your own says \`extension: true\``,
});

export const codeMissing = defineDiagnostic<{
  readonly enumeration: string;
  readonly names: readonly string[];
}>({
  code: 'PRF2014',
  severity: 'error',
  title: 'a message is to carry codes, but a value has none',
  message: ({ enumeration, names }) =>
    `${names.length} values of ${enumeration} have no code in the model, ${names[0] ?? ''} among them`,
});

export const abstractWithoutChoice = defineDiagnostic<Member & { readonly class: string }>({
  code: 'PRF2015',
  severity: 'error',
  rule: 'concrete choice',
  title: 'an association leads to an abstract class without a choice of concrete ones',
  message: ({ type, name, class: owner }) => `${type}.${name} leads to ${owner}, which is abstract`,
  hint: () =>
    'name concrete types by `choice` or `type`, or give the type of the profile `abstract: true` and types that inherit from it',
});

export const notOfThatClass = defineDiagnostic<
  Member & { readonly used: string; readonly usedClass: string; readonly class: string }
>({
  code: 'PRF2016',
  severity: 'error',
  rule: 'profile is a subset',
  title: 'a type stands where the model has another class',
  message: ({ type, name, used, usedClass, class: owner }) =>
    `${used} (class ${usedClass}) cannot stand in ${type}.${name}, which is of class ${owner}`,
  hint: ({ class: owner }) => `take a type of ${owner} or of a class that inherits from it`,
});

export const unknownType = defineDiagnostic<Misnamed>({
  code: 'PRF2017',
  severity: 'error',
  title: 'a type that a profile uses is not in it',
  message: ({ name }) => `the profile has no type ${name}`,
  hint: (facts) =>
    `${nearest(facts)}; add it under \`classes\`, or make the association a reference with \`by: mRID\``,
});

export const severalTypes = defineDiagnostic<
  Member & { readonly class: string; readonly all: readonly string[] }
>({
  code: 'PRF2018',
  severity: 'error',
  title: 'several types of a profile could be meant',
  message: ({ type, name, class: owner, all }) =>
    `${type}.${name} could be any of the ${all.length} types of ${owner}`,
  hint: ({ all }) => `say which by \`type\`: ${all.join(', ')}`,
});

export const endlessInline = defineDiagnostic<{ readonly path: readonly string[] }>({
  code: 'PRF2019',
  severity: 'error',
  rule: 'no cyclic inline',
  title: 'a type holds itself, and must',
  message: ({ path }) => `no message is finite: ${path.join(' holds ')}`,
  hint: () => 'make one of the steps optional, or a reference',
});

export const cyclicInline = defineDiagnostic<{ readonly path: readonly string[] }>({
  code: 'PRF2020',
  severity: 'warning',
  rule: 'no cyclic inline',
  title: 'a type may hold itself',
  message: ({ path }) => `the message may nest without end: ${path.join(' holds ')}`,
  hint: () => 'make one of the steps a reference',
});

export const cyclicInPlace = defineDiagnostic<{ readonly path: readonly string[] }>({
  code: 'PRF2021',
  severity: 'error',
  rule: 'no cyclic inline',
  title: 'a type without name holds itself',
  message: ({ path }) => `a type that is written in place cannot hold itself: ${path.join(' holds ')}`,
  hint: () => 'give one of the types a name (`anonymous: false`), or make one of the steps a reference',
});

export const referenceWithoutIdentity = defineDiagnostic<
  Member & { readonly class: string; readonly by: string }
>({
  code: 'PRF2022',
  severity: 'error',
  title: 'a reference leads to a class that nothing identifies',
  message: ({ type, name, class: owner, by }) => `${type}.${name} is by ${by}, but ${owner} has no ${by}`,
  hint: () => 'only classes that inherit from IdentifiedObject can be referred to; carry it inline',
});

export const carriageOfSimple = defineDiagnostic<Member & { readonly key: string; readonly found: string }>({
  code: 'PRF2023',
  severity: 'error',
  title: 'a key does not go with the kind of a member',
  message: ({ type, name, key, found }) => `\`${key}\` does not go with ${type}.${name}, which is ${found}`,
});

export const typeAndChoice = defineDiagnostic<Member & { readonly keys: readonly string[] }>({
  code: 'PRF2024',
  severity: 'error',
  title: 'two keys exclude each other',
  message: ({ type, name, keys }) => `${type}.${name} has ${keys.join(' and ')}, expected one of them`,
});

export const notAGeneral = defineDiagnostic<{
  readonly type: string;
  readonly general: string;
  readonly class: string;
  readonly generalClass: string;
}>({
  code: 'PRF2025',
  severity: 'error',
  rule: 'profile is a subset',
  title: 'a type inherits where its class does not',
  message: ({ type, general, class: owner, generalClass }) =>
    `${type} inherits ${general}, but class ${owner} does not inherit from ${generalClass}`,
});

export const inheritanceCircle = defineDiagnostic<{ readonly path: readonly string[] }>({
  code: 'PRF2026',
  severity: 'error',
  title: 'a type inherits from itself',
  message: ({ path }) => `a type inherits from itself: ${path.join(' inherits ')}`,
});

export const inheritedAgain = defineDiagnostic<Member & { readonly general: string }>({
  code: 'PRF2027',
  severity: 'error',
  rule: 'no rename collision',
  title: 'a member is chosen again that is inherited',
  message: ({ type, name, general }) => `${type}.${name} is there already: ${general} has it`,
  hint: () => 'remove it here; an extension cannot change what it extends',
});

export const elementNameTaken = defineDiagnostic<Member & { readonly other: string }>({
  code: 'PRF2028',
  severity: 'error',
  rule: 'no rename collision',
  title: 'two members of a type have one name',
  message: ({ type, name, other }) => `${type} has two elements ${name}: the other one is ${other}`,
  hint: () => 'rename one of them with `as`',
});

export const typeNameTaken = defineDiagnostic<{ readonly name: string; readonly other: string }>({
  code: 'PRF2029',
  severity: 'error',
  rule: 'no rename collision',
  title: 'two types of the schema have one name',
  message: ({ name, other }) => `type ${name} would have the name of ${other}`,
  hint: () => 'call the type differently; `class` and `as` keep what it stands for',
});

export const noRoots = defineDiagnostic<{ readonly profile: string }>({
  code: 'PRF2030',
  severity: 'error',
  title: 'a profile has no roots',
  message: ({ profile }) => `profile ${profile} has no roots`,
  hint: () => 'name the types that stand in the root element under `roots`',
});

export const namespaceMissing = defineDiagnostic<{ readonly key: string; readonly why: string }>({
  code: 'PRF2031',
  severity: 'error',
  title: 'a profile lacks a namespace',
  message: ({ key, why }) => `the profile has no \`${key}\`: ${why}`,
});

export const extensionInModel = defineDiagnostic<{
  readonly name: string;
  readonly class: string | undefined;
}>({
  code: 'PRF2032',
  severity: 'error',
  rule: 'extensions are declared',
  title: 'an extension is in the model',
  message: ({ name, class: owner }) =>
    owner === undefined
      ? `${name} is in the model: it is no extension`
      : `class ${owner} has ${name}: it is no extension`,
  hint: ({ class: owner }) =>
    owner === undefined ? 'remove `extension: true`' : 'choose it under `attributes` or `associations`',
});

export const extensionTypeUnknown = defineDiagnostic<
  Misnamed & { readonly type: string; readonly member: string }
>({
  code: 'PRF2033',
  severity: 'error',
  rule: 'extensions are declared',
  title: 'an extension has an unknown type',
  message: ({ type, member, name }) =>
    `${type}.${member} is of type ${name}, which neither model nor profile has`,
  hint: nearest,
});

export const extensionElementsDiffer = defineDiagnostic<{
  readonly name: string;
  readonly type: string;
  readonly other: string;
}>({
  code: 'PRF2034',
  severity: 'error',
  title: 'two extensions of one name have different types',
  message: ({ name, type, other }) => `extension ${name} has another type in ${type} than in ${other}`,
  hint: () => 'elements of the vendor’s namespace are shared by all types: rename one of them with `as`',
});

export const unknownInOrder = defineDiagnostic<Misnamed & { readonly type: string }>({
  code: 'PRF2035',
  severity: 'error',
  title: 'the order of a type names a member that it has not',
  message: ({ type, name }) => `${type} has no member ${name} to be put in order`,
  hint: nearest,
});

export const typeNotUsed = defineDiagnostic<{ readonly name: string }>({
  code: 'PRF2036',
  severity: 'warning',
  title: 'a type of a profile is never used',
  message: ({ name }) => `type ${name} is in no message: nothing leads to it from the roots`,
  hint: () => 'add it to `roots`, use it in an association, or remove it',
});

export const deprecatedInModel = defineDiagnostic<{ readonly name: string }>({
  code: 'PRF2037',
  severity: 'warning',
  title: 'a profile uses what the model deprecates',
  message: ({ name }) => `${name} is deprecated in the model`,
});

export const neverOccurs = defineDiagnostic<Member>({
  code: 'PRF2038',
  severity: 'error',
  title: 'a member occurs never',
  message: ({ type, name }) => `${type}.${name} occurs 0 times`,
  hint: () => 'leave it out; only an overlay takes away with 0',
});

export const overlayFixed = defineDiagnostic<{ readonly key: string; readonly owner: string }>({
  code: 'PRF2039',
  severity: 'error',
  rule: 'overlay tightens',
  title: 'an overlay changes what belongs to the profile below',
  message: ({ key, owner }) =>
    `\`${key}\` of ${owner} belongs to the profile below: an overlay cannot change it`,
});

export const overlayUnknown = defineDiagnostic<Misnamed & { readonly what: string }>({
  code: 'PRF2040',
  severity: 'error',
  rule: 'overlay tightens',
  title: 'an overlay tightens what the profile below does not have',
  message: ({ what, name }) => `the profile below has no ${what} ${name}`,
  hint: nearest,
});

export const overlayNotBelow = defineDiagnostic<Member & { readonly used: string }>({
  code: 'PRF2041',
  severity: 'error',
  rule: 'overlay tightens',
  title: 'an overlay allows what the profile below does not',
  message: ({ type, name, used }) => `${type}.${name} does not allow ${used} in the profile below`,
});

export const unusableType = defineDiagnostic<Member & { readonly found: string }>({
  code: 'PRF2042',
  severity: 'error',
  title: 'the type of an attribute is not known',
  message: ({ type, name, found }) => `${type}.${name} is of type ${found}, which the model does not define`,
  hint: () => 'see what `cimbind model lint` says of the model',
});

export const nothingToChoose = defineDiagnostic<Member>({
  code: 'PRF2043',
  severity: 'error',
  rule: 'concrete choice',
  title: 'a choice has no alternatives',
  message: ({ type, name }) => `${type}.${name} is a choice of nothing`,
  hint: () => 'name the types that may stand there, or leave `choice` out',
});

export const PRF_RESTRICTION = [
  unknownClass,
  ambiguousClass,
  notAClass,
  foreignMember,
  roleOfAnotherClass,
  memberInWrongSection,
  widerOccurrence,
  mandatoryLeftOut,
  mandatoryEndLeftOut,
  valueNotInEnumeration,
  nothingLeft,
  valuesOfNoEnumeration,
  unknownEnumeration,
  codeMissing,
  abstractWithoutChoice,
  notOfThatClass,
  unknownType,
  severalTypes,
  endlessInline,
  cyclicInline,
  cyclicInPlace,
  referenceWithoutIdentity,
  carriageOfSimple,
  typeAndChoice,
  notAGeneral,
  inheritanceCircle,
  inheritedAgain,
  elementNameTaken,
  typeNameTaken,
  noRoots,
  namespaceMissing,
  extensionInModel,
  extensionTypeUnknown,
  extensionElementsDiffer,
  unknownInOrder,
  typeNotUsed,
  deprecatedInModel,
  neverOccurs,
  overlayFixed,
  overlayUnknown,
  overlayNotBelow,
  unusableType,
  nothingToChoose,
] as const;
