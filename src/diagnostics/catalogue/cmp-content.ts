import { defineChange } from './cmp-change.js';

export const childAdded = defineChange({
  code: 'CMP3001',
  rule: 'child-added',
  title: 'an optional child was added',
  message: ({ subject }) => `${subject} was added, optional`,
  explanation:
    'Old messages stay valid. A new message that has the child is not valid for whoever still has the old model.',
});

export const requiredChildAdded = defineChange({
  code: 'CMP3002',
  rule: 'required-child-added',
  title: 'a required child was added',
  message: ({ subject }) => `${subject} was added, required`,
  hint: () => 'make it optional for one edition, and required in the next',
});

export const childRemoved = defineChange({
  code: 'CMP3003',
  rule: 'child-removed',
  title: 'a child was removed',
  message: ({ subject }) => `${subject} was removed`,
  hint: () => 'keep it, deprecated and optional, as long as messages with it are on the way',
});

export const childRenamed = defineChange({
  code: 'CMP3004',
  rule: 'child-renamed',
  title: 'a child was renamed',
  message: ({ subject, before }) => `${subject} was called ${before}`,
});

export const childNamespaceChanged = defineChange({
  code: 'CMP3005',
  rule: 'child-namespace-changed',
  title: 'a child is in another namespace',
  message: ({ subject, before, after }) => `${subject} is in ${after}, was in ${before}`,
});

export const childReordered = defineChange({
  code: 'CMP3006',
  rule: 'child-reordered',
  title: 'a child moved within its sequence',
  message: ({ subject, before, after }) => `${subject} moved: ${after}, was ${before}`,
  explanation:
    'The order of a sequence is part of the message. Tolerant readers take children in another order.',
});

export const childRequired = defineChange({
  code: 'CMP3007',
  rule: 'child-required',
  title: 'a child became required',
  message: ({ subject }) => `${subject} became required`,
  hint: () => 'leave it optional until every sender sends it',
});

export const childOptional = defineChange({
  code: 'CMP3008',
  rule: 'child-optional',
  title: 'a child became optional',
  message: ({ subject }) => `${subject} became optional`,
});

export const childRepeatsMore = defineChange({
  code: 'CMP3009',
  rule: 'child-repeats-more',
  title: 'a child may occur more often',
  message: ({ subject, before, after }) => `${subject} may occur more often: ${after}, was ${before}`,
});

export const childRepeatsLess = defineChange({
  code: 'CMP3010',
  rule: 'child-repeats-less',
  title: 'a child may occur less often',
  message: ({ subject, before, after }) => `${subject} may occur less often: ${after}, was ${before}`,
});

export const childLeastChanged = defineChange({
  code: 'CMP3011',
  rule: 'child-least-changed',
  title: 'the least number of a child changed',
  message: ({ subject, before, after }) => `${subject} occurs ${after}, was ${before}`,
});

export const contentRegrouped = defineChange({
  code: 'CMP3012',
  rule: 'content-regrouped',
  title: 'the grouping of children changed',
  message: ({ subject }) => `the content of ${subject} is grouped differently`,
});

export const anyAdded = defineChange({
  code: 'CMP3013',
  rule: 'any-added',
  title: 'a wildcard was added',
  message: ({ subject, after }) => `${subject} was added: ${after}`,
});

export const anyRemoved = defineChange({
  code: 'CMP3014',
  rule: 'any-removed',
  title: 'a wildcard was removed',
  message: ({ subject, before }) => `${subject} was removed: ${before}`,
});

export const anyChanged = defineChange({
  code: 'CMP3015',
  rule: 'any-changed',
  title: 'a wildcard changed',
  message: ({ subject, before, after }) => `${subject} allows ${after}, was ${before}`,
});

export const contentKindChanged = defineChange({
  code: 'CMP3016',
  rule: 'content-kind-changed',
  title: 'the kind of content changed',
  message: ({ subject, before, after }) => `the content of ${subject} is ${after}, was ${before}`,
});

export const childTypeChanged = defineChange({
  code: 'CMP3017',
  rule: 'child-type-changed',
  title: 'the type of an element changed',
  message: ({ subject, before, after }) => `${subject} is of type ${after}, was ${before}`,
});

export const contentTypeChanged = defineChange({
  code: 'CMP3018',
  rule: 'content-type-changed',
  title: 'the type of simple content changed',
  message: ({ subject, before, after }) => `the text of ${subject} is of type ${after}, was ${before}`,
});

export const typeNamed = defineChange({
  code: 'CMP3019',
  rule: 'type-named',
  title: 'an anonymous type was named, or a named one made anonymous',
  message: ({ subject, before, after }) => `the type of ${subject} is ${after}, was ${before}`,
  explanation: 'Messages are the same. What is in the type was compared with what was in it before.',
});

export const CMP_CONTENT = [
  childAdded,
  requiredChildAdded,
  childRemoved,
  childRenamed,
  childNamespaceChanged,
  childReordered,
  childRequired,
  childOptional,
  childRepeatsMore,
  childRepeatsLess,
  childLeastChanged,
  contentRegrouped,
  anyAdded,
  anyRemoved,
  anyChanged,
  contentKindChanged,
  childTypeChanged,
  contentTypeChanged,
  typeNamed,
] as const;
