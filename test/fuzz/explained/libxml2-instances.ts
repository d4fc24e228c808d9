import type { Explanation } from './explanation.js';
import { othersAgree } from './explanation.js';
import { attributeOf, isNode, nodesOf } from '../xml-tree.js';
import { areEqualValues, differInZone } from './literals.js';
import { neverOccurs, someElement } from './nothing.js';

export const LIBXML2_INSTANCES: readonly Explanation[] = [
  {
    name: 'libxml2 does not check references to IDs',
    rule: 'cvc-id.1 (3.15.4): no ID/IDREF binding may have the empty set as its [binding]',
    kind: 'instance',
    says: 'valid',
    explains: (found) => found.ours.rules.includes('cvc-id.1') && othersAgree(found),
  },
  {
    name: 'libxml2 does not check that an ID is unique',
    rule: 'cvc-id.2 (3.15.4): no ID/IDREF binding may have a set with more than one member',
    kind: 'instance',
    says: 'valid',
    explains: (found) => found.ours.rules.includes('cvc-id.2') && othersAgree(found),
  },
  {
    name: 'libxml2 takes an empty list for NMTOKENS, IDREFS and ENTITIES',
    rule: 'Datatypes 3.3.5, 3.3.10, 3.3.12: the value space is the set of finite, non-zero-length sequences',
    kind: 'instance',
    says: 'valid',
    explains: (found) =>
      /xs:(?:NMTOKENS|IDREFS|ENTITIES)/.test(found.case.schemaText) &&
      / "\s*" is not a valid value/.test(found.ours.message) &&
      /cvc-minLength-valid|cvc-datatype-valid/.test(found.ours.rule) &&
      othersAgree(found),
  },
  {
    name: 'libxml2 does not drop white space around a literal everywhere',
    rule: 'Datatypes 4.3.6, collapse: leading and trailing #x20s are removed before a literal is looked at (3.1.4)',
    kind: 'instance',
    says: 'invalid',
    explains: (found) =>
      /: '(?:[ \t\n\r][^']*|[^']*[ \t\n\r])' is not a valid value/.test(found.peer.message) ||
      // The message is cut where the line ends.
      /(?:The (?:actual|QName) value|[:,]) '(?:\{[^}]*\})?(?:[^']*[ \t]'|[^']*$|[ \t][^']*')/.test(
        found.peer.message,
      ),
  },
  {
    name: 'libxml2 refuses a sign where all values are unsigned',
    rule: 'Datatypes 3.3.20: a sign may stand before a number, and "-" before zero; unsignedLong is derived by maxInclusive alone (3.3.21)',
    kind: 'instance',
    says: 'invalid',
    explains: ({ peer }) => /: '(?:\+\d+|-0+)' is not a valid value/.test(peer.message),
  },
  {
    name: 'libxml2 compares fixed values of some types by their texts',
    rule: 'cvc-elt.5.2.2.2.2 and cvc-au: the actual value must match the {value constraint}, as a value',
    kind: 'instance',
    says: 'invalid',
    explains: (found) =>
      /does not match the fixed value constraint/.test(found.peer.message) &&
      /xs:(?:QName|time)\b/.test(found.case.schemaText) &&
      othersAgree(found),
  },
  {
    name: 'libxml2 asks for the binding of what is no QName but another member of a union',
    rule: 'cvc-datatype-valid.1.2.3: a literal must be in the value space of at least one of the {member type definitions}',
    kind: 'instance',
    says: 'invalid',
    explains: (found) =>
      /has no corresponding namespace declaration in scope/.test(found.peer.message) &&
      found.case.schemaText.includes('<xs:union') &&
      othersAgree(found),
  },
  {
    name: 'libxml2 takes an empty list for any fixed list',
    rule: 'cvc-au (3.5.4): the actual value must match the {value constraint}, and an empty list is not a list of something',
    kind: 'instance',
    says: 'valid',
    explains: (found) =>
      /^cvc-(?:au|elt\.5\.2\.2\.2\.2|attribute\.4)$/.test(found.ours.rule) &&
      /but it is ""/.test(found.ours.message) &&
      othersAgree(found),
  },
  {
    name: 'libxml2 loses an empty pattern among several',
    rule: 'Datatypes 4.3.4.2: patterns of one step are branches of one regular expression, of which one may be empty',
    kind: 'instance',
    says: 'invalid',
    explains: (found) => /by the pattern ''/.test(found.peer.message) && othersAgree(found),
  },
  {
    name: 'libxml2 accepts more where one class is subtracted from another',
    rule: 'Datatypes, appendix F, [16] charClassSub: what is in the second class is not in the difference',
    kind: 'instance',
    says: 'valid',
    explains: (found) =>
      found.ours.rule === 'cvc-pattern-valid' &&
      /<xs:pattern value="[^"]*-\[/.test(found.case.schemaText) &&
      othersAgree(found),
  },
  {
    name: 'libxml2 accepts less where one class is subtracted from another',
    rule: 'Datatypes, appendix F, [16] charClassSub: what is in the first class and not in the second is in the difference',
    kind: 'instance',
    says: 'invalid',
    explains: (found) =>
      // The message is cut where the line ends.
      /is not accepted by the pattern|\[facet 'pattern'\] The value '[^']*$/.test(found.peer.message) &&
      /<xs:pattern value="[^"]*-\[/.test(found.case.schemaText) &&
      othersAgree(found),
  },
  {
    name: 'libxml2 asks for a declaration where xsi:type names the type of the root',
    rule: 'cvc-assess-elt.1.2 (3.3.4): an element is assessed by the type that xsi:type names, declared or not',
    kind: 'instance',
    says: 'invalid',
    explains: ({ peer }) =>
      /No matching global declaration available for the validation root/.test(peer.message),
  },
  {
    name: 'libxml2 reads what is no Base64 as Base64',
    rule: 'Datatypes 3.2.16: Base64Binary ::= ((B64S B64S B64S B64S)* …), of letters, digits, "+", "/" and single #x20s',
    kind: 'instance',
    says: 'valid',
    explains: (found) =>
      found.case.schemaText.includes('xs:base64Binary') &&
      othersAgree(found) &&
      /"[^"]*[^A-Za-z0-9+/= ][^"]*" is not a valid value/.test(found.ours.message),
  },
  {
    name: 'libxml2 takes a scheme alone for a URI',
    rule: 'RFC 2396: absoluteURI = scheme ":" ( hier_part | opaque_part ), of which neither is empty',
    kind: 'instance',
    says: 'valid',
    explains: (found) =>
      found.other?.isValid === false &&
      /"(?:[^"]*[ \n\t])?[A-Za-z][A-Za-z0-9+.-]*:(?:[ \n\t][^"]*)?" is not a valid value/.test(
        found.ours.message,
      ),
  },
  {
    name: 'libxml2 takes an exponent without digits',
    rule: 'Datatypes 3.2.4.1: "followed, optionally, by the character E or e, followed by an exponent", which is an integer',
    kind: 'instance',
    says: 'valid',
    explains: (found) =>
      found.other?.isValid === false &&
      /"(?:[^"]* )?[+-]?[\d.]+[eE][+-]?(?: [^"]*)?" is not a valid value/.test(found.ours.message),
  },
  {
    name: 'libxml2 compares times with a zone and without',
    rule: 'Datatypes 3.2.7.4: within 14 hours, neither is less than the other, so that the one is not within a bound of the other kind',
    kind: 'instance',
    says: 'valid',
    explains: ({ ours, other }) => other?.isValid !== true && differInZone(ours.message),
  },
  {
    name: 'libxml2 loses count of a substitution group',
    rule: 'cvc-complex-type.2.4 (3.4.4): a member of a substitution group stands where its head may, and what follows it follows the head',
    kind: 'instance',
    says: 'valid',
    explains: (found) =>
      found.ours.rule.startsWith('cvc-complex-type.2.4') &&
      (found.other?.rule ?? '').startsWith('cvc-complex-type.2.4') &&
      found.case.schemaText.includes('substitutionGroup='),
  },
  {
    name: 'libxml2 reads a range from "\\-" as three characters',
    rule: 'Datatypes, appendix F, [17] seRange: charOrEsc "-" charOrEsc, where "\\-" is a charOrEsc',
    kind: 'any',
    says: 'invalid',
    explains: ({ peer, other, case: found }) =>
      peer.rule === 'pattern' &&
      other?.isValid !== false &&
      // The message shows one pattern of several.
      /<xs:pattern value="[^"]*\[[^\]"]*\\--/.test(found.schemaText),
  },
  {
    name: 'libxml2 takes the ends alone of a range from an escaped tab or line end',
    rule: 'Datatypes, appendix F, [17] seRange and [18]: a charOrEsc may be a SingleCharEsc, as "\\t" in "[\\t-r]"',
    kind: 'any',
    says: 'invalid',
    explains: ({ peer, other, case: found }) =>
      peer.rule === 'pattern' &&
      other?.isValid !== false &&
      /<xs:pattern value="[^"]*\[[^\]"]*\\[ntr]-/.test(found.schemaText),
  },
  {
    name: 'libxml2 takes the ends alone of a range from an escaped tab or line end, and excludes nothing else',
    rule: 'Datatypes, appendix F, [17] seRange and [18]: a charOrEsc may be a SingleCharEsc, as "\\t" in "[^\\t-r]"',
    kind: 'instance',
    says: 'valid',
    explains: ({ ours, other }) =>
      ours.rule === 'cvc-pattern-valid' && other?.isValid !== true && /\[\^[^\]]*\\[ntr]-/.test(ours.message),
  },
  {
    name: 'libxml2 matches a class with a complement of a property wrongly',
    rule: 'Datatypes, appendix F, [27] complEsc: "\\P{…}" in a class stands for all characters without the property',
    kind: 'any',
    says: 'invalid',
    explains: ({ peer, other }) =>
      peer.rule === 'pattern' && other?.isValid !== false && /\[[^\]]*\\(?:P\{|[DWSIC])/.test(peer.message),
  },
  {
    name: 'libxml2 takes {0} for once or not at all',
    rule: 'Datatypes, appendix F, [4] quantifier: "{n}" is exactly n times, "{0,0}" none',
    kind: 'instance',
    says: 'valid',
    explains: ({ ours, other }) =>
      other?.isValid === false && ours.rule === 'cvc-pattern-valid' && /\{0(?:,0)?\}/.test(ours.message),
  },
  {
    name: 'libxml2 subtracts from a class that is subtracted wrongly',
    rule: 'Datatypes, appendix F, [16] charClassSub: (posCharGroup | negCharGroup) "-" charClassExpr, where that may be a subtraction, too',
    kind: 'any',
    says: 'invalid',
    explains: ({ peer, other }) =>
      peer.rule === 'pattern' && other?.isValid !== false && /-\[[^\]]*-\[/.test(peer.message),
  },
  {
    name: 'libxml2 takes seconds with a point and no digit beside it',
    rule: 'Datatypes 3.2.6.1, second edition: "the value of the Seconds component must conform to the pattern [0-9]+(\\.[0-9]+)?"',
    kind: 'instance',
    says: 'valid',
    explains: ({ ours }) => SECONDS.test(ours.message),
  },
  {
    name: 'libxml2 knows no brackets in a URI',
    rule: 'RFC 2732 (3): "[" and "]" are reserved characters, and so may stand in queries, fragments and opaque parts',
    kind: 'instance',
    says: 'invalid',
    explains: ({ peer, other, case: found }) =>
      other?.isValid !== false &&
      found.schemaText.includes('xs:anyURI') &&
      /'[^']*[[\]][^']*' is not a valid value/.test(peer.message),
  },
  {
    name: 'libxml2 compares a fixed value as text',
    rule: 'cvc-elt.5.2.2.2.2 (3.3.4): the actual value of the item must match that of the {value constraint}, so that 0, 00 and +0 are equal, and 1 and true',
    kind: 'instance',
    says: 'invalid',
    explains: ({ peer }) => {
      const [, actual = '', fixed = ''] =
        /The actual value '([^']*)' does not match the fixed value constraint '([^']*)'/.exec(peer.message) ??
        [];
      return areEqualValues(actual, fixed);
    },
  },
  {
    name: 'libxml2 lets a branch that never occurs satisfy a choice',
    rule: '3.9.2: a particle with minOccurs = maxOccurs = 0 "corresponds to no component at all", so that it is no branch',
    kind: 'instance',
    says: 'valid',
    explains: ({ ours, other, case: found }) =>
      ours.rule === 'cvc-complex-type.2.4.b' &&
      other?.isValid !== true &&
      found.schemaText.includes('<xs:choice') &&
      found.schemaText.includes('minOccurs="0" maxOccurs="0"'),
  },
  {
    name: 'libxml2 compares a fixed value of a token before its white space is collapsed',
    rule: 'cvc-elt.5.2.2.2.2 and cvc-au: what must match is the actual value, which is made of the normalized value (3.1.4)',
    kind: 'instance',
    says: 'invalid',
    explains: (found) => {
      const texts =
        /The (?:actual )?value '([^']*)' does not match the fixed value constraint '([^']*)'/.exec(
          found.peer.message,
        );
      const [actual, fixed] = (texts ?? []).slice(1).map((text) => text.trim().replace(/[ \t\n\r]+/g, ' '));
      return actual !== undefined && actual === fixed && othersAgree(found);
    },
  },
  {
    name: 'libxml2 looks at a declaration that never occurs',
    rule: '3.9.2: a particle with minOccurs = maxOccurs = 0 "corresponds to no component at all", so that no child is attributed to it',
    kind: 'instance',
    says: 'invalid',
    explains: (found) => {
      const name = /: Element '(?:\{[^}]*\})?([^']*)'[,:]/.exec(found.peer.message)?.[1];
      return (
        othersAgree(found) &&
        someElement(
          found.case,
          (element) =>
            element.name === 'xs:element' && neverOccurs(element) && attributeOf(element, 'name') === name,
        )
      );
    },
  },
  {
    name: 'libxml2 asks for a child where all of the group never occur',
    rule: '3.9.2: a particle with minOccurs = maxOccurs = 0 "corresponds to no component at all", so that the group is empty, and the content too (3.4.2)',
    kind: 'instance',
    says: 'invalid',
    explains: (found) =>
      /: Missing child element\(s\)\.$/.test(found.peer.message) &&
      othersAgree(found) &&
      someElement(
        found.case,
        ({ name, children }) => name === 'xs:all' && children.filter(isNode).every(neverOccurs),
      ),
  },
  {
    name: 'libxml2 looks at a declaration that never occurs, and accepts by it',
    rule: '3.9.2: a particle with minOccurs = maxOccurs = 0 "corresponds to no component at all", so that nothing is attributed to it',
    kind: 'instance',
    says: 'valid',
    explains: (found) => {
      // The element at the end of the path.
      const name = /^\S+ \S*\/(?:\w+:)?(\w+)(?:\[\d+\])? /.exec(found.ours.message)?.[1];
      return (
        found.other?.isValid !== true &&
        someElement(
          found.case,
          (element) =>
            element.name === 'xs:element' &&
            neverOccurs(element) &&
            (attributeOf(element, 'name') ?? attributeOf(element, 'ref')?.replace(/^.*:/, '')) === name,
        )
      );
    },
  },
  {
    name: 'libxml2 takes NaN for a value within bounds',
    rule: 'Datatypes 3.2.4.1 and 3.2.5.1: NaN is incomparable with every other value, so that it is neither at least nor at most a bound (4.3.7.3 to 4.3.10.3)',
    kind: 'instance',
    says: 'valid',
    explains: ({ ours, other }) =>
      other?.isValid !== true &&
      /"[^"]*\bNaN\b[^"]*" is not a valid value .*: a value (?:of at (?:least|most)|greater than|less than) /.test(
        ours.message,
      ),
  },
  {
    name: 'libxml2 takes one wildcard for another of a repeated group',
    rule: 'cvc-complex-type.2.4 with cvc-wildcard (3.10.4): "##other" takes what is in another namespace than the target namespace',
    kind: 'instance',
    says: 'valid',
    explains: (found) =>
      found.ours.rule === 'cvc-complex-type.2.4.a' &&
      found.other?.rule === 'cvc-complex-type.2.4.a' &&
      /element of another namespace expected/.test(found.ours.message) &&
      /WC\[##other:/.test(found.other.message) &&
      someElement(
        found.case,
        (group) =>
          /^xs:(?:sequence|choice)$/.test(group.name) &&
          /^(?:unbounded|[2-9]|\d\d+)$/.test(attributeOf(group, 'maxOccurs') ?? '') &&
          [...nodesOf(group)].filter(({ name }) => name === 'xs:any').length > 1,
      ),
  },
  {
    name: 'libxml2 reads a range from "\\-" as three characters, and finds fewer excluded',
    rule: 'Datatypes, appendix F, [17] seRange: charOrEsc "-" charOrEsc, where "\\-" is a charOrEsc',
    kind: 'instance',
    says: 'valid',
    explains: ({ ours, other }) =>
      ours.rule === 'cvc-pattern-valid' && other?.isValid === false && /\[\^[^\]]*\\--/.test(ours.message),
  },
];

/** `PT.5S` and `PT5.S`. */
export const SECONDS = /"[^"]*T(?:[^"]*[HM])?(?:\.\d+|\d+\.)S[^"]*" is not a valid value/;
