import { defineChange } from './cmp-change.js';

export const modelNamespaceMoved = defineChange({
  code: 'CMP7001',
  rule: 'model-namespace-moved',
  title: 'the namespace of an information model moved',
  message: ({ before, after }) => `namespace ${before} moved to ${after}`,
  explanation: 'Classes and properties are compared by the part of their names behind the namespace.',
});

export const classAdded = defineChange({
  code: 'CMP7011',
  rule: 'class-added',
  title: 'a class was added to an information model',
  message: ({ subject, after }) => `${after} ${subject} was added`,
});

export const classRemoved = defineChange({
  code: 'CMP7012',
  rule: 'class-removed',
  title: 'a class was removed from an information model',
  message: ({ subject, before }) => `${before} ${subject} was removed`,
});

export const classRenamed = defineChange({
  code: 'CMP7013',
  rule: 'class-renamed',
  title: 'a class of an information model was renamed',
  message: ({ before, after }) => `class ${before} was renamed to ${after}`,
});

export const classMoved = defineChange({
  code: 'CMP7014',
  rule: 'class-moved',
  title: 'a class moved to another package',
  message: ({ subject, before, after }) => `${subject} moved from package ${before} to ${after}`,
});

export const classKindChanged = defineChange({
  code: 'CMP7015',
  rule: 'class-kind-changed',
  title: 'a class stands for something of another kind',
  message: ({ subject, before, after }) => `${subject} is a ${after}, was a ${before}`,
});

export const classAbstract = defineChange({
  code: 'CMP7016',
  rule: 'class-abstract',
  title: 'a class became abstract, or is no longer',
  message: ({ subject, before, after }) => `${subject} is ${after}, was ${before}`,
});

export const superclassChanged = defineChange({
  code: 'CMP7017',
  rule: 'superclass-changed',
  title: 'a class inherits from another class',
  message: ({ subject, before, after }) => `${subject} inherits from ${after}, was ${before}`,
});

export const propertyAdded = defineChange({
  code: 'CMP7021',
  rule: 'property-added',
  title: 'an attribute or association end was added to a class',
  message: ({ subject, after }) => `${subject} was added: ${after}`,
});

export const propertyRemoved = defineChange({
  code: 'CMP7022',
  rule: 'property-removed',
  title: 'an attribute or association end was removed from a class',
  message: ({ subject, before }) => `${subject} was removed: ${before}`,
});

export const propertyRenamed = defineChange({
  code: 'CMP7023',
  rule: 'property-renamed',
  title: 'an attribute or association end was renamed',
  message: ({ subject, before }) => `${subject} was called ${before}`,
});

export const propertyTypeChanged = defineChange({
  code: 'CMP7024',
  rule: 'property-type-changed',
  title: 'an attribute or association end has another type',
  message: ({ subject, before, after }) => `${subject} is of type ${after}, was ${before}`,
});

export const multiplicityNarrowed = defineChange({
  code: 'CMP7025',
  rule: 'multiplicity-narrowed',
  title: 'an attribute or association end may have fewer values',
  message: ({ subject, before, after }) => `${subject} occurs ${after}, was ${before}`,
});

export const multiplicityWidened = defineChange({
  code: 'CMP7026',
  rule: 'multiplicity-widened',
  title: 'an attribute or association end may have more values',
  message: ({ subject, before, after }) => `${subject} occurs ${after}, was ${before}`,
});

export const literalAdded = defineChange({
  code: 'CMP7031',
  rule: 'literal-added',
  title: 'a value was added to an enumeration of an information model',
  message: ({ subject }) => `value ${subject} was added`,
});

export const literalRemoved = defineChange({
  code: 'CMP7032',
  rule: 'literal-removed',
  title: 'a value was removed from an enumeration of an information model',
  message: ({ subject }) => `value ${subject} was removed`,
});

export const literalRenamed = defineChange({
  code: 'CMP7033',
  rule: 'literal-renamed',
  title: 'a value of an enumeration of an information model was renamed',
  message: ({ subject, before }) => `value ${subject} was called ${before}`,
});

export const notesChanged = defineChange({
  code: 'CMP7041',
  rule: 'notes-changed',
  title: 'the notes on an element of an information model changed',
  message: ({ subject }) => `the notes on ${subject} changed`,
});

export const CMP_MODEL = [
  modelNamespaceMoved,
  classAdded,
  classRemoved,
  classRenamed,
  classMoved,
  classKindChanged,
  classAbstract,
  superclassChanged,
  propertyAdded,
  propertyRemoved,
  propertyRenamed,
  propertyTypeChanged,
  multiplicityNarrowed,
  multiplicityWidened,
  literalAdded,
  literalRemoved,
  literalRenamed,
  notesChanged,
] as const;
