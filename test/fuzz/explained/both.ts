import type { Explanation } from './explanation.js';

/** What libxml2 and Xerces both do otherwise than the recommendation says. */
export const BOTH: readonly Explanation[] = [
  {
    name: 'lists and unions of ID taken for types derived from ID',
    rule: '3.3.6 and 3.2.6: "is or is derived from ID"; the {base type definition} of a list or a union is the simple ur-type (3.14.2)',
    kind: 'schema',
    says: 'invalid',
    explains: ({ peer, case: found }) =>
      /e-props-correct\.5|a-props-correct\.3|is or is derived from (?:xs:)?ID|types which are derived from ID/.test(
        peer.message,
      ) && /<xs:(?:list|union)\b/.test(found.schemaText),
  },
  {
    name: '".//." does not select the element itself',
    rule: '3.11.6: ".//" is short for "descendant-or-self::node()/", and "." behind it is that node',
    kind: 'instance',
    says: 'valid',
    explains: ({ ours, case: found }) =>
      ours.rules.every((rule) => rule.startsWith('cvc-identity-constraint')) &&
      /xpath="[^"]*\.\/\/\./.test(found.schemaText),
  },
  {
    name: 'categories of an older Unicode',
    rule: 'Datatypes, appendix F.1.1: "implementors are encouraged to support the character properties defined in any future version"',
    kind: 'instance',
    says: 'invalid',
    explains: ({ peer, case: found }) =>
      [...peer.message].some((c) => c > '\u0900' && /[\p{Nd}\p{M}]/u.test(c)) &&
      /\\[pPdDwW]/.test(found.schemaText),
  },
];
