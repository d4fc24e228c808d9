import { defineChange } from './cmp-change.js';

export const namespaceMoved = defineChange({
  code: 'CMP2001',
  rule: 'namespace-moved',
  title: 'a namespace moved',
  message: ({ before, after }) => `namespace ${before} moved to ${after}`,
  hint: () => 'read both namespaces for a while: tolerant readers take namespace variants',
  explanation:
    'Every document names its namespace, so no document of one edition is valid in the other. All that is in the namespace was compared as if the move had not been, so that other changes show.',
});

export const namespaceAdded = defineChange({
  code: 'CMP2002',
  rule: 'namespace-added',
  title: 'a namespace was added',
  message: ({ subject, after }) => `namespace ${subject} was added, with ${after}`,
});

export const namespaceRemoved = defineChange({
  code: 'CMP2003',
  rule: 'namespace-removed',
  title: 'a namespace was removed',
  message: ({ subject, before }) => `namespace ${subject} was removed, with ${before}`,
});

export const elementAdded = defineChange({
  code: 'CMP2011',
  rule: 'element-added',
  title: 'a global element was added',
  message: ({ subject }) => `element ${subject} was added`,
});

export const elementRemoved = defineChange({
  code: 'CMP2012',
  rule: 'element-removed',
  title: 'a global element was removed',
  message: ({ subject }) => `element ${subject} was removed`,
});

export const elementRenamed = defineChange({
  code: 'CMP2013',
  rule: 'element-renamed',
  title: 'a global element was renamed',
  message: ({ before, after }) => `element ${before} was renamed to ${after}`,
});

export const elementMoved = defineChange({
  code: 'CMP2014',
  rule: 'element-moved',
  title: 'a global element moved to another namespace',
  message: ({ subject, before, after }) => `element ${subject} moved from ${before} to ${after}`,
});

export const typeAdded = defineChange({
  code: 'CMP2021',
  rule: 'type-added',
  title: 'a global type was added',
  message: ({ subject }) => `type ${subject} was added`,
});

export const typeRemoved = defineChange({
  code: 'CMP2022',
  rule: 'type-removed',
  title: 'a global type was removed',
  message: ({ subject }) => `type ${subject} was removed`,
});

export const typeRenamed = defineChange({
  code: 'CMP2023',
  rule: 'type-renamed',
  title: 'a global type was renamed',
  message: ({ before, after }) => `type ${before} was renamed to ${after}`,
});

export const typeMoved = defineChange({
  code: 'CMP2024',
  rule: 'type-moved',
  title: 'a global type moved to another namespace',
  message: ({ subject, before, after }) => `type ${subject} moved from ${before} to ${after}`,
});

export const definitionAdded = defineChange({
  code: 'CMP2031',
  rule: 'definition-added',
  title: 'a group or global attribute was added',
  message: ({ after }) => `${after} was added`,
  explanation: 'No document refers to it: what it means for messages is said of the types that use it.',
});

export const definitionRemoved = defineChange({
  code: 'CMP2032',
  rule: 'definition-removed',
  title: 'a group or global attribute was removed',
  message: ({ before }) => `${before} was removed`,
});

export const definitionRenamed = defineChange({
  code: 'CMP2033',
  rule: 'definition-renamed',
  title: 'a group or global attribute was renamed',
  message: ({ before, after }) => `${before} was renamed to ${after}`,
});

export const CMP_NAMES = [
  namespaceMoved,
  namespaceAdded,
  namespaceRemoved,
  elementAdded,
  elementRemoved,
  elementRenamed,
  elementMoved,
  typeAdded,
  typeRemoved,
  typeRenamed,
  typeMoved,
  definitionAdded,
  definitionRemoved,
  definitionRenamed,
] as const;
