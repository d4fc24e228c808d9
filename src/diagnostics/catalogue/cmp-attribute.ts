import { defineChange } from './cmp-change.js';

export const attributeAdded = defineChange({
  code: 'CMP4001',
  rule: 'attribute-added',
  title: 'an optional attribute was added',
  message: ({ subject }) => `${subject} was added, optional`,
});

export const requiredAttributeAdded = defineChange({
  code: 'CMP4002',
  rule: 'required-attribute-added',
  title: 'a required attribute was added',
  message: ({ subject }) => `${subject} was added, required`,
  hint: () => 'make it optional for one edition, and required in the next',
});

export const attributeRemoved = defineChange({
  code: 'CMP4003',
  rule: 'attribute-removed',
  title: 'an attribute was removed',
  message: ({ subject }) => `${subject} was removed`,
});

export const attributeRenamed = defineChange({
  code: 'CMP4004',
  rule: 'attribute-renamed',
  title: 'an attribute was renamed',
  message: ({ subject, before }) => `${subject} was called ${before}`,
});

export const attributeRequired = defineChange({
  code: 'CMP4005',
  rule: 'attribute-required',
  title: 'an attribute became required',
  message: ({ subject }) => `${subject} became required`,
  hint: () => 'leave it optional until every sender sends it',
});

export const attributeOptional = defineChange({
  code: 'CMP4006',
  rule: 'attribute-optional',
  title: 'an attribute became optional',
  message: ({ subject }) => `${subject} became optional`,
});

export const attributeDefaultChanged = defineChange({
  code: 'CMP4007',
  rule: 'attribute-default-changed',
  title: 'the default of an attribute changed',
  message: ({ subject, before, after }) => `the default of ${subject} is ${after}, was ${before}`,
});

export const attributeFixedChanged = defineChange({
  code: 'CMP4008',
  rule: 'attribute-fixed-changed',
  title: 'the fixed value of an attribute changed',
  message: ({ subject, before, after }) => `the fixed value of ${subject} is ${after}, was ${before}`,
});

export const attributeTypeChanged = defineChange({
  code: 'CMP4009',
  rule: 'attribute-type-changed',
  title: 'the type of an attribute changed',
  message: ({ subject, before, after }) => `${subject} is of type ${after}, was ${before}`,
});

export const CMP_ATTRIBUTE = [
  attributeAdded,
  requiredAttributeAdded,
  attributeRemoved,
  attributeRenamed,
  attributeRequired,
  attributeOptional,
  attributeDefaultChanged,
  attributeFixedChanged,
  attributeTypeChanged,
] as const;
