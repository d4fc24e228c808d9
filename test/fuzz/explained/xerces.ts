import { othersAgree, type Explanation } from './explanation.js';
import { isNode } from '../xml-tree.js';
import { neverOccurs, someElement } from './nothing.js';
import { SECONDS } from './libxml2-instances.js';

const ASTRAL = /[\u{10000}-\u{10ffff}]/u;
const ZONED = /\d(?:Z|[+-]\d\d:\d\d)/;

export const XERCES: readonly Explanation[] = [
  {
    name: 'Xerces lets ".//*" select the element itself',
    rule: '3.11.6: ".//" is short for "descendant-or-self::node()/", so that "*" behind it is a child of those',
    kind: 'instance',
    says: 'invalid',
    explains: ({ peer, case: found }) =>
      /^(?:cvc-id\.3|cvc-identity-constraint)/.test(peer.rule) &&
      /xpath="(?:[^"]*\|\s*)?\.\/\//.test(found.schemaText),
  },
  {
    name: 'Xerces measures length in UTF-16 units',
    rule: 'Datatypes 4.3.1: length is measured "in units of characters as defined in XML 1.0", where #x10000 to #x10FFFF are characters',
    kind: 'instance',
    says: 'invalid',
    explains: ({ peer }) => /^cvc-(?:length|maxLength)-valid$/.test(peer.rule) && ASTRAL.test(peer.message),
  },
  {
    name: 'Xerces measures length in UTF-16 units, and finds enough',
    rule: 'Datatypes 4.3.1: length is measured "in units of characters as defined in XML 1.0", where #x10000 to #x10FFFF are characters',
    kind: 'instance',
    says: 'valid',
    explains: ({ ours }) => /^cvc-(?:length|minLength)-valid$/.test(ours.rule) && ASTRAL.test(ours.message),
  },
  {
    name: 'Xerces accepts the gMonth of the first edition',
    rule: 'Datatypes 3.2.14.1 with erratum E2-12: the lexical form is --MM, not --MM--',
    kind: 'any',
    says: 'valid',
    explains: ({ ours }) => /"(?:[^"]* )?--\d\d--(?:Z|[+-]\d\d:\d\d)?(?: [^"]*)?"/.test(ours.message),
  },
  {
    name: 'Xerces finds a prefix xmlns that no declaration has',
    rule: 'Infoset 2.2, [in-scope namespaces]: "It does not contain an item with the prefix xmlns"; QName resolution (3.15.3) asks for one',
    kind: 'any',
    says: 'valid',
    explains: ({ ours }) => /"[^"]*xmlns:[^"]*"/.test(ours.message),
  },
  {
    name: 'Xerces does not find a date with a zone equal to itself',
    rule: 'cvc-elt.5.2.2.2.2 and cvc-au (3.3.4, 3.5.4): the actual value must match the {value constraint}, as a value',
    kind: 'instance',
    says: 'invalid',
    explains: ({ peer }) =>
      /^(?:cvc-elt\.5\.2\.2\.2\.2|cvc-au|cvc-attribute\.4|cvc-complex-type\.3\.1)$/.test(peer.rule) &&
      ZONED.test(peer.message),
  },
  {
    name: 'Xerces takes bounds that cannot be compared for a contradiction',
    rule: 'Datatypes 4.3.7.4 to 4.3.10.4: it is an error for the one "to be greater than" the other; with and without a zone, within 14 hours, neither is (3.2.7.4)',
    kind: 'schema',
    says: 'invalid',
    explains: ({ peer }) =>
      /^(?:min|max)(?:In|Ex)clusive-(?:less-than|valid)/.test(peer.rule) && ZONED.test(peer.message),
  },
  {
    name: 'Xerces does not order months and days with a zone and without',
    rule: 'Datatypes 3.2.7.4: what is more than 14 hours apart is ordered, with a zone or without',
    kind: 'any',
    says: 'invalid',
    explains: (found) =>
      /^cvc-(?:min|max)(?:In|Ex)clusive-valid$/.test(found.peer.rule) &&
      /Value '-{2,3}\d\d/.test(found.peer.message) &&
      ZONED.test(found.peer.message) &&
      othersAgree(found),
  },
  {
    name: 'Xerces orders months and days with a zone and without otherwise',
    rule: 'Datatypes 3.2.7.4: what is more than 14 hours apart is ordered, with a zone or without',
    kind: 'instance',
    says: 'valid',
    explains: (found) =>
      /^cvc-(?:min|max)(?:In|Ex)clusive-valid$/.test(found.ours.rule) &&
      /"-{2,3}\d\d/.test(found.ours.message) &&
      ZONED.test(found.ours.message) &&
      othersAgree(found),
  },
  {
    name: 'Xerces takes more characters than two for line ends',
    rule: 'Datatypes, appendix F, [37a]: "." stands for every character but #xA and #xD',
    kind: 'instance',
    says: 'invalid',
    explains: (found) =>
      found.peer.rule === 'cvc-pattern-valid' &&
      /[\u0085\u2028\u2029]/.test(found.peer.message) &&
      /<xs:pattern value="[^"]*\./.test(found.case.schemaText) &&
      othersAgree(found),
  },
  {
    name: 'Xerces does not normalise the values of an enumeration in simple content',
    rule: 'Datatypes 4.3.5.1: {value} is a set of values of the base type, whose whiteSpace (4.3.6) has a say before',
    kind: 'instance',
    says: 'invalid',
    explains: (found) =>
      found.peer.rule === 'cvc-enumeration-valid' &&
      /enumeration '\[[^\]]*(?: {2}|[\t\n])/.test(found.peer.message) &&
      othersAgree(found),
  },
  {
    name: 'Xerces lets a bound that is fixed be changed',
    rule: 'Datatypes 4.3.8.1 to 4.3.10.1: with {fixed}, a derived type "cannot specify a value … other than {value}"',
    kind: 'schema',
    says: 'valid',
    explains: (found) => found.ours.rules.includes('cos-st-restricts.1.3.2') && othersAgree(found),
  },
  {
    name: 'Xerces counts a group of nothing among the particles of a restriction',
    rule: '3.9.6: a group whose {particles} is empty is pointless and ignored',
    kind: 'schema',
    says: 'invalid',
    explains: (found) =>
      /^(?:rcase-|derivation-ok-restriction\.5\.4\.2)/.test(found.peer.rule) &&
      /<xs:(?:sequence|choice|all)(?: (?:min|max)Occurs="\w+")*\/>/.test(found.case.schemaText) &&
      othersAgree(found),
  },
  {
    name: 'Xerces asks whether xsi:nil of an undeclared element is a boolean',
    rule: 'cvc-complex-type.3 (3.4.4) looks at no attribute xsi:nil, and cvc-elt.3 at those of declared elements only',
    kind: 'instance',
    says: 'invalid',
    explains: ({ peer, case: found }) =>
      /is not a valid value for 'boolean'/.test(peer.message) &&
      /xsi:nil="(?!\s*(?:true|false|0|1)\s*")/.test(found.instanceText),
  },
  {
    name: 'Xerces looks at minLength of the base type only where that has no maxLength',
    rule: 'minLength-valid-restriction (Datatypes 4.3.2.4) and {fixed} (4.3.2.1)',
    kind: 'schema',
    says: 'valid',
    explains: ({ ours, case: found }) =>
      ours.rules.some((broken) =>
        /^(?:minLength-valid-restriction|cos-st-restricts\.1\.3\.2)$/.test(broken),
      ) &&
      /minLength/.test(ours.message) &&
      found.schemaText.includes('xs:maxLength'),
  },
  {
    name: 'Xerces asks a bound that is stated again for more than the base type has',
    rule: 'Datatypes 4.3.8 and 4.3.9, second edition: an exclusive bound must be in the value space of the base type "or be equal to {value} in {base type definition}"',
    kind: 'schema',
    says: 'invalid',
    explains: ({ peer, case: found }) =>
      /^cvc-(?:pattern|enumeration)-valid$/.test(peer.rule) &&
      /xs:(?:min|max)Exclusive/.test(found.schemaText),
  },
  {
    name: 'Xerces takes an unknown escape for the character itself',
    rule: 'Datatypes, appendix F, [24] SingleCharEsc: the characters that may stand behind "\\" are listed',
    kind: 'schema',
    says: 'valid',
    explains: ({ ours }) => /is no escape of XML Schema/.test(ours.message),
  },
  {
    name: 'Xerces lets nothing satisfy a choice of nothing',
    rule: 'cvc-model-group.2 (3.8.4): for a choice, there must be a particle among its {particles} that the sequence is valid against; there is none',
    kind: 'instance',
    says: 'valid',
    explains: ({ ours, case: found }) =>
      ours.rule === 'cvc-complex-type.2.4.b' &&
      /no element can complete it/.test(ours.message) &&
      someElement(
        found,
        ({ name, children }) => name === 'xs:choice' && children.filter(isNode).every(neverOccurs),
      ),
  },
  {
    name: 'Xerces takes seconds without a digit before the point',
    rule: 'Datatypes 3.2.6.1, second edition: "the value of the Seconds component must conform to the pattern [0-9]+(\\.[0-9]+)?"',
    kind: 'instance',
    says: 'valid',
    explains: ({ ours }) => SECONDS.test(ours.message),
  },
  {
    name: 'Xerces keeps the parts of a duration in 32 bits',
    rule: 'Datatypes 3.2.6.1: the parts "allow an arbitrary unsigned integer"; a limit is allowed to processors (5.4), not asked for',
    kind: 'any',
    says: 'invalid',
    explains: ({ peer, case: found }) =>
      found.schemaText.includes('xs:duration') &&
      /'[^']*P[^']*\d{10,}[YMDHS.][^']*' is not a valid value/.test(peer.message),
  },
  {
    name: 'Xerces loses an empty pattern among several',
    rule: 'Datatypes 4.3.4.2: patterns of one step are branches of one regular expression, of which one may be empty',
    kind: 'any',
    says: 'invalid',
    explains: ({ peer, case: found }) =>
      peer.rule === 'cvc-pattern-valid' &&
      /Value '' /.test(peer.message) &&
      found.schemaText.includes('<xs:pattern value=""/>'),
  },
  {
    name: 'Xerces does not leave out a sequence of nothing',
    rule: '3.9.6: a sequence whose {particles} is empty is pointless and ignored, so that only what is left must be a restriction',
    kind: 'schema',
    says: 'invalid',
    explains: ({ peer, case: found }) =>
      /Forbidden particle restriction: 'seq:elt'/.test(peer.message) &&
      found.schemaText.includes('mixed="true"'),
  },
  {
    name: 'Xerces joins the patterns of one step before it reads them',
    rule: 'Datatypes 4.3.4.2: each pattern is a regular expression, and they are its branches; "\\" alone is none (appendix F)',
    kind: 'schema',
    says: 'valid',
    explains: ({ ours, case: found }) =>
      /a backslash stands at the end$/.test(ours.message) &&
      /<xs:pattern value="[^"]*\\"\/>/.test(found.schemaText),
  },
  {
    name: 'Xerces lets the ur-type of simple types stand for the ur-type whatever is blocked',
    rule: 'cvc-elt.4.3 (3.3.4) with cos-st-derived-ok.2.1 (3.14.6): "restriction is not in the subset", and anySimpleType is a restriction of anyType',
    kind: 'instance',
    says: 'valid',
    explains: (found) =>
      found.ours.rule === 'cvc-elt.4.3' &&
      /derivation by restriction is blocked here, so type "\w+:anySimpleType"/.test(found.ours.message) &&
      othersAgree(found),
  },
];
