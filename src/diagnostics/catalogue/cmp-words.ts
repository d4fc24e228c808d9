import { defineChange } from './cmp-change.js';

export const documentationChanged = defineChange({
  code: 'CMP6001',
  rule: 'documentation-changed',
  title: 'the documentation of a component changed',
  message: ({ subject }) => `the documentation of ${subject} changed`,
});

export const modelReferenceChanged = defineChange({
  code: 'CMP6002',
  rule: 'model-reference-changed',
  title: 'the model reference of a component changed',
  message: ({ subject, before, after }) => `${subject} stands for ${after}, was ${before}`,
});

export const CMP_WORDS = [documentationChanged, modelReferenceChanged] as const;
