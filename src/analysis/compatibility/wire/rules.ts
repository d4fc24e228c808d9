/** What can make a model reject a message of another one. The ids are stable. */
export type WireRule = keyof typeof WIRE_RULES;

/** Each rule with what it says. */
export const WIRE_RULES = {
  'root.removed': 'an element that a message can begin with is gone',
  'root.abstract': 'an element that a message can begin with became abstract',
  'content.element-removed': 'an element is no longer allowed',
  'content.required-added': 'a new element is required',
  'content.required': 'an element that was optional is required',
  'content.min-raised': 'an element is required more often',
  'content.max-lowered': 'an element is allowed less often',
  'content.order': 'elements are asked for in another order',
  'content.alternative-removed': 'elements are no longer allowed beside each other',
  'content.empty': 'content is no longer allowed',
  'content.mixed-removed': 'text between elements is no longer allowed',
  'content.kind-changed': 'elements became a value, or a value became elements',
  'substitution.member-removed': 'an element may no longer stand for another one',
  'wildcard.narrowed': 'elements of some namespaces are no longer allowed',
  'wildcard.process-contents': 'elements of other namespaces are checked more strictly',
  'wildcard.newly-declared': 'an element that a wildcard lets in unchecked is declared now, and checked',
  'element.abstract': 'an element became abstract',
  'nillable.removed': 'an element may no longer be nil',
  'value.fixed-added': 'a value is fixed',
  'value.fixed-changed': 'a fixed value changed',
  'default.removed': 'an element may no longer be empty, since it has no default value',
  'xsi-type.removed': 'a type may no longer be given by xsi:type',
  'xsi-type.declared-type': 'an element may no longer name its own type by xsi:type',
  'type.abstract': 'the type of an element became abstract',
  'attribute.removed': 'an attribute is no longer allowed',
  'attribute.required-added': 'a new attribute is required',
  'attribute.required': 'an attribute that was optional is required',
  'attribute-wildcard.narrowed': 'attributes of some namespaces are no longer allowed',
  'attribute-wildcard.process-contents': 'attributes of other namespaces are checked more strictly',
  'facet.enumeration': 'a value is no longer in the list of values',
  'facet.pattern': 'a value no longer has the right form',
  'facet.length': 'a value became too short or too long',
  'facet.bounds': 'a value became too small or too large',
  'facet.digits': 'a value has too many digits',
  'facet.white-space': 'white space around or inside a value counts',
  'type.narrowed': 'the type of a value allows less',
  'type.identifier': 'a value became an ID or a reference to one',
  'identity.added': 'a key, a unique constraint or a reference was added',
  'identity.changed': 'a key, a unique constraint or a reference changed',
} as const;

/** Why it is not known whether a message can show a difference. */
export type WireDoubtReason = keyof typeof WIRE_DOUBT_REASONS;

/** Each reason with what it says. */
export const WIRE_DOUBT_REASONS = {
  'content-too-large': 'the content models have too many states to be compared together',
  'values-not-comparable': 'whether the values of one type are all values of the other is beyond the method',
  'patterns-too-large': 'the patterns have too many states to be compared together',
  'identity-not-comparable': 'whether the constraint can be broken by a valid message is beyond the method',
  'identifier-not-comparable': 'whether identifiers and their references still agree is beyond the method',
  'mixed-value': 'a fixed value of mixed content is beyond the method',
  'witness-not-found': 'no message that shows the difference could be made',
  'witness-not-proved':
    'the message that should show the difference was not judged as expected by both models',
} as const;
