import { defineChange } from './cmp-change.js';

export const nillableAdded = defineChange({
  code: 'CMP3101',
  rule: 'nillable-added',
  title: 'an element became nillable',
  message: ({ subject }) => `${subject} may be nil`,
});

export const nillableRemoved = defineChange({
  code: 'CMP3102',
  rule: 'nillable-removed',
  title: 'an element is no longer nillable',
  message: ({ subject }) => `${subject} may no longer be nil`,
});

export const elementDefaultChanged = defineChange({
  code: 'CMP3103',
  rule: 'element-default-changed',
  title: 'the default of an element changed',
  message: ({ subject, before, after }) => `the default of ${subject} is ${after}, was ${before}`,
  explanation: 'The same messages are valid, but an empty element means something else to each side.',
});

export const elementFixedChanged = defineChange({
  code: 'CMP3104',
  rule: 'element-fixed-changed',
  title: 'the fixed value of an element changed',
  message: ({ subject, before, after }) => `the fixed value of ${subject} is ${after}, was ${before}`,
});

export const elementAbstract = defineChange({
  code: 'CMP3105',
  rule: 'element-abstract',
  title: 'an element became abstract',
  message: ({ subject }) => `${subject} became abstract`,
});

export const elementConcrete = defineChange({
  code: 'CMP3106',
  rule: 'element-concrete',
  title: 'an element is no longer abstract',
  message: ({ subject }) => `${subject} is no longer abstract`,
});

export const substitutionGroupChanged = defineChange({
  code: 'CMP3107',
  rule: 'substitution-group-changed',
  title: 'the substitution group of an element changed',
  message: ({ subject, before, after }) => `${subject} stands in for ${after}, was ${before}`,
});

export const substitutionBlocked = defineChange({
  code: 'CMP3108',
  rule: 'substitution-blocked',
  title: 'what may stand in for an element changed',
  message: ({ subject, before, after }) => `what may not stand in for ${subject}: ${after}, was ${before}`,
});

export const constraintAdded = defineChange({
  code: 'CMP3111',
  rule: 'constraint-added',
  title: 'an identity constraint was added',
  message: ({ subject, after }) => `${subject} was added: ${after}`,
});

export const constraintRemoved = defineChange({
  code: 'CMP3112',
  rule: 'constraint-removed',
  title: 'an identity constraint was removed',
  message: ({ subject, before }) => `${subject} was removed: ${before}`,
});

export const constraintChanged = defineChange({
  code: 'CMP3113',
  rule: 'constraint-changed',
  title: 'an identity constraint changed',
  message: ({ subject, before, after }) => `${subject} is ${after}, was ${before}`,
});

export const CMP_ELEMENT = [
  nillableAdded,
  nillableRemoved,
  elementDefaultChanged,
  elementFixedChanged,
  elementAbstract,
  elementConcrete,
  substitutionGroupChanged,
  substitutionBlocked,
  constraintAdded,
  constraintRemoved,
  constraintChanged,
] as const;
