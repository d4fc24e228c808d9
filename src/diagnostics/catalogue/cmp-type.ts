import { defineChange } from './cmp-change.js';

export const baseTypeChanged = defineChange({
  code: 'CMP5001',
  rule: 'base-type-changed',
  title: 'the base type of a type changed',
  message: ({ subject, before, after }) => `${subject} is ${after}, was ${before}`,
  explanation:
    'Inherited members are compared with those that stood in the type itself: what really changed is listed beside this.',
});

export const typeAbstract = defineChange({
  code: 'CMP5002',
  rule: 'type-abstract',
  title: 'a type became abstract',
  message: ({ subject }) => `type ${subject} became abstract`,
});

export const typeConcrete = defineChange({
  code: 'CMP5003',
  rule: 'type-concrete',
  title: 'a type is no longer abstract',
  message: ({ subject }) => `type ${subject} is no longer abstract`,
});

export const derivationBlocked = defineChange({
  code: 'CMP5004',
  rule: 'derivation-blocked',
  title: 'which types may stand in for a type changed',
  message: ({ subject, before, after }) => `what may not stand in for ${subject}: ${after}, was ${before}`,
});

export const valueAdded = defineChange({
  code: 'CMP5011',
  rule: 'value-added',
  title: 'values were added to an enumeration',
  message: ({ subject, after }) => `${subject} has the new ${after}`,
  hint: () => 'readers should expect values they do not know',
});

export const valueRemoved = defineChange({
  code: 'CMP5012',
  rule: 'value-removed',
  title: 'values were removed from an enumeration',
  message: ({ subject, before }) => `${subject} lost the ${before}`,
});

export const enumerationAdded = defineChange({
  code: 'CMP5013',
  rule: 'enumeration-added',
  title: 'a type became an enumeration',
  message: ({ subject, after }) => `${subject} allows only the ${after}`,
});

export const enumerationRemoved = defineChange({
  code: 'CMP5014',
  rule: 'enumeration-removed',
  title: 'a type is no longer an enumeration',
  message: ({ subject, before }) => `${subject} no longer allows only the ${before}`,
});

export const facetsNarrowed = defineChange({
  code: 'CMP5015',
  rule: 'facets-narrowed',
  title: 'facets became narrower',
  message: ({ subject, before, after }) => `${subject} allows less: ${after}, was ${before}`,
});

export const facetsWidened = defineChange({
  code: 'CMP5016',
  rule: 'facets-widened',
  title: 'facets became wider',
  message: ({ subject, before, after }) => `${subject} allows more: ${after}, was ${before}`,
});

export const facetsChanged = defineChange({
  code: 'CMP5017',
  rule: 'facets-changed',
  title: 'a pattern or white space facet changed',
  message: ({ subject, before, after }) => `${subject} is limited by ${after}, was ${before}`,
});

export const simpleBaseChanged = defineChange({
  code: 'CMP5018',
  rule: 'simple-base-changed',
  title: 'the base of a simple type changed',
  message: ({ subject, before, after }) => `${subject} is ${after}, was ${before}`,
});

export const unionChanged = defineChange({
  code: 'CMP5019',
  rule: 'union-changed',
  title: 'the member types of a union changed',
  message: ({ subject, before, after }) => `${subject} is one of ${after}, was ${before}`,
});

export const CMP_TYPE = [
  baseTypeChanged,
  typeAbstract,
  typeConcrete,
  derivationBlocked,
  valueAdded,
  valueRemoved,
  enumerationAdded,
  enumerationRemoved,
  facetsNarrowed,
  facetsWidened,
  facetsChanged,
  simpleBaseChanged,
  unionChanged,
] as const;
