import { othersAgree, type Explanation } from './explanation.js';

/** Constraints on schema components that libxml2 does not check, or not everywhere, as we call them. */
const UNCHECKED: readonly (readonly [ours: RegExp, name: string, rule: string])[] = [
  [
    /^cos-nonambig$/,
    'cos-nonambig',
    '3.8.6: "A content model must be formed such that during validation of an element information item sequence, the particle … can be uniquely determined without examining the content or attributes of that item"',
  ],
  [
    /^cos-element-consistent$/,
    'cos-element-consistent',
    '3.8.6: "all their {type definition}s must be the same top-level definition"',
  ],
  [
    /^(?:rcase-|cos-particle-restrict|derivation-ok-restriction\.5)/,
    'cos-particle-restrict',
    '3.9.6, and derivation-ok-restriction.5 (3.4.6): "the particle of the complex type definition must be a valid restriction of the particle of the content type of the {base type definition}"',
  ],
  [
    /^length-minLength-maxLength$/,
    'length-minLength-maxLength',
    'Datatypes 4.3.1.4: beside length, minLength and maxLength must be those of an ancestor without length',
  ],
  [
    /^c-(?:fields|selector)-xpaths?$/,
    'c-fields-xpaths',
    '3.11.6: Path ::= (".//")? ( Step "/" )* ( Step | "@" NameTest ): an attribute is the last step',
  ],
  [
    /^(?:e-props-correct\.5|a-props-correct\.3)$/,
    'e-props-correct.5',
    '3.3.6: "If the {type definition} … is or is derived from ID then there must be no {value constraint}"',
  ],
  [
    /^cos-st-restricts\.3\.3\.1\.1$/,
    'cos-st-restricts.3.3.1.1',
    '3.14.6: "All of the {member type definitions} must have a {final} which does not contain union"',
  ],
  [
    /^cos-ct-extends\.2\.2$/,
    'cos-ct-extends.2.2',
    '3.4.6: for simple content that extends a simple type, "the {final} of the {base type definition} must not contain extension"',
  ],
  [
    /^cos-st-restricts\.2\.1$/,
    'cos-st-restricts.2.1',
    '3.14.6: "The {item type definition} must have a {variety} of atomic or union (in which case all the {member type definitions} must be atomic)"',
  ],
  [
    /^s4s-elt-must-match\.2$/,
    's4s-elt-must-match.2',
    '3.7.2: the content of a group definition is (annotation?, (all | choice | sequence))',
  ],
  [
    /^enumeration-valid-restriction$/,
    'enumeration-valid-restriction',
    'Datatypes 4.3.5.4: it is an error if any member of {value} is not in the value space of the {base type definition}',
  ],
  [
    /^cos-all-limited/,
    'cos-all-limited',
    '3.8.6: a model group with {compositor} all is only "the [content type] of a complex type definition", and no member of another group',
  ],
  [/^XSD3015$/, 'patterns', 'Datatypes, appendix F: a meta character stands for itself only behind "\\"'],
  [
    /^(?:whiteSpace-valid-restriction|cos-st-restricts\.1\.3\.2)$/,
    'whiteSpace-valid-restriction',
    'Datatypes 4.3.6.4, and {fixed} (4.3.6.1): "types for which the current type is the {base type definition} cannot specify a value for whiteSpace other than {value}"',
  ],
  [
    /^cos-valid-default/,
    'cos-valid-default',
    '3.3.6: "the string must be valid with respect to the type definition", by values of time with a zone and without',
  ],
  [
    /^(?:ct-props-correct\.5|ag-props-correct\.3)$/,
    'ag-props-correct.3',
    '3.6.6: "Two distinct members of the {attribute uses} must not have {attribute declaration}s both of whose {type definition}s are or are derived from ID"',
  ],
  [
    /^src-single-facet-value$/,
    'src-single-facet-value',
    'Datatypes 4.3: "If facets other than enumeration and pattern are specified more than once, it is an error"',
  ],
  [
    /^s4s-att-not-allowed$/,
    'attributes of facets',
    'the schema for schemas lists the attributes of no namespace that an element may have (cvc-complex-type.3.2)',
  ],
  [
    /^(?:minLength-valid-restriction|minLength-less-than-equal-to-maxLength)$/,
    'minLength against the base type',
    'Datatypes 4.3.2.4: it is an error if minLength is greater than maxLength, or less than that of the base type; {facets} hold what is inherited',
  ],
];

export const LIBXML2_SCHEMAS: readonly Explanation[] = [
  ...UNCHECKED.map(([ours, name, rule]): Explanation => ({
    name: `libxml2 does not check ${name}`,
    rule,
    kind: 'schema',
    says: 'valid',
    // What Xerces refuses, too.
    explains: (found) =>
      found.ours.rules.some((broken) => ours.test(broken)) && found.other?.isValid === false,
  })),
  {
    name: 'libxml2 does not check minLength of NMTOKENS, IDREFS and ENTITIES',
    rule: 'Datatypes 3.3.5, 3.3.10, 3.3.12: these have minLength 1, so that 0 is no restriction (4.3.2.4), and no maxLength either (4.3.2.4)',
    kind: 'schema',
    says: 'valid',
    explains: ({ ours, case: found }) =>
      (/"minLength" is 0, but the base type allows at least 1$/.test(ours.message) ||
        ours.rules.includes('minLength-less-than-equal-to-maxLength')) &&
      /xs:(?:NMTOKENS|IDREFS|ENTITIES)\b/.test(found.schemaText),
  },
  {
    name: 'libxml2 takes a value of time out of its zone for a value of a bounded type',
    rule: 'Datatypes 3.2.7.4: with and without a zone, within 14 hours, neither value is less than the other: it is not beyond a bound, and not within',
    kind: 'schema',
    says: 'valid',
    explains: ({ ours, other }) =>
      ours.rules.some((broken) =>
        /^(?:enumeration-valid-restriction|a-props-correct\.2|cos-st-restricts\.1\.3\.2)$/.test(broken),
      ) &&
      other?.isValid === false &&
      /"[^"]*\d\d[^"]*" .*expected a value (?:of at|greater|less)/.test(ours.message),
  },
  {
    name: 'libxml2 takes an empty list for NMTOKENS, IDREFS and ENTITIES in a schema',
    rule: 'Datatypes 3.3.5, 3.3.10, 3.3.12: the value space is the set of finite, non-zero-length sequences',
    kind: 'schema',
    says: 'valid',
    explains: ({ ours, other, case: found }) =>
      other?.isValid === false &&
      /xs:(?:NMTOKENS|IDREFS|ENTITIES)/.test(found.schemaText) &&
      /value "\s*" (?:of|is)/.test(ours.message),
  },
  {
    name: 'libxml2 takes bounds that cannot be compared for a contradiction',
    rule: 'Datatypes 4.3.7.4 to 4.3.10.4: it is an error for the one "to be greater than" the other; with and without a zone, within 14 hours, neither is (3.2.7.4)',
    kind: 'schema',
    says: 'invalid',
    explains: ({ peer, case: found }) =>
      /'(?:min|max)(?:In|Ex)clusive' has to be (?:less|greater)/.test(peer.message) &&
      /(?:min|max)(?:In|Ex)clusive value="[^"]*\d(?:Z|[+-]\d\d:\d\d)"/.test(found.schemaText),
  },
  {
    name: 'libxml2 keeps the parts of a duration in a number of the machine',
    rule: 'Datatypes 3.2.6.1: the parts "allow an arbitrary unsigned integer"; a limit is allowed to processors (5.4), not asked for',
    kind: 'any',
    says: 'invalid',
    explains: ({ peer, case: found }) =>
      found.schemaText.includes('xs:duration') &&
      /'[^']*P[^']*\d{10,}[YMDHS.][^']*' is not a valid value/.test(peer.message),
  },
  {
    name: 'libxml2 refuses the content of a prohibited attribute',
    rule: '3.2.2: the content of attribute is (annotation?, simpleType?), whatever use says',
    kind: 'schema',
    says: 'invalid',
    explains: ({ peer }) =>
      /\}attribute': The content is not valid\. Expected is \(annotation\?\)/.test(peer.message),
  },
  {
    name: 'libxml2 finds a repeated particle ambiguous with itself',
    rule: 'cos-nonambig (3.8.6): which particle an item is attributed to must be unique; one particle in a repeated group is the same one each time',
    kind: 'schema',
    says: 'invalid',
    explains: ({ peer, other, case: found }) =>
      /The content model is not determinist/.test(peer.message) &&
      other?.isValid !== false &&
      /maxOccurs="(?:unbounded|[2-9]|\d\d)/.test(found.schemaText),
  },
  {
    name: 'libxml2 knows decimals of 24 digits at most',
    rule: 'Datatypes 3.2.3: "the value space of decimal is the set of numbers that can be obtained by multiplying an integer by a non-positive power of ten"; the limit that 3.2.3 allows is a limit of the processor',
    kind: 'any',
    says: 'invalid',
    explains: ({ peer, other }) =>
      other?.isValid !== false &&
      /'[+-]?\d*\.?\d{12,}\.?\d*' is not a valid value/.test(peer.message) &&
      (/'([^']*)' is not a valid value/.exec(peer.message)?.[1] ?? '').replace(/\D/g, '').length >= 24,
  },
  {
    name: 'libxml2 does not let an exclusive bound be stated again',
    rule: 'Datatypes 4.3.8 and 4.3.9, second edition: "The value of maxExclusive must be in the value space of the base type or be equal to {value} in {base type definition}"',
    kind: 'schema',
    says: 'invalid',
    explains: ({ peer }) =>
      /\[facet '(?:max|min)Exclusive'\] The value '([^']*)' must be (?:less|greater) than '\1'/.test(
        peer.message,
      ),
  },
  {
    name: 'libxml2 refuses a sign where all values are unsigned, in a facet',
    rule: 'Datatypes 3.3.20: a sign may stand before a number, and "-" before zero; unsignedLong is derived by maxInclusive alone (3.3.21)',
    kind: 'schema',
    says: 'invalid',
    explains: (found) =>
      (/: '(?:\+\d+|-0+)' is not a valid value of the atomic type 'xs:unsigned/.test(found.peer.message) ||
        (/: '(?:\+\d+|-0+)' is not a valid value of the (?:union|list) type/.test(found.peer.message) &&
          found.case.schemaText.includes('xs:unsigned'))) &&
      othersAgree(found),
  },
  {
    name: 'libxml2 takes one attribute declaration, met twice, for two',
    rule: 'ct-props-correct.4 (3.4.6): "Two distinct attribute declarations in the {attribute uses}" must not have the same name',
    kind: 'schema',
    says: 'invalid',
    explains: (found) => /Duplicate attribute use/.test(found.peer.message) && othersAgree(found),
  },
];
