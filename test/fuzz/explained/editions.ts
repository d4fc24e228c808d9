import type { Explanation } from './explanation.js';
import { isInNothing } from './nothing.js';

/** Characters of names that the fifth edition of XML 1.0 has and the second has not, among those that the generator uses. */
const NEW_NAME_CHARACTERS = /[\u0e46\u0661\u0132\uff10\u{1f600}]/u;

/** Where a later edition of a recommendation says otherwise than that to which the peers hold. */
export const EDITIONS: readonly Explanation[] = [
  {
    name: 'names of the second edition of XML 1.0',
    rule: 'XML 1.0, [4] NameStartChar and [4a] NameChar, fifth edition, as src/runtime/primitive/name-character.ts has it: they contain those of the second edition',
    kind: 'any',
    says: 'invalid',
    explains: ({ peer }) => NEW_NAME_CHARACTERS.test(peer.message),
  },
  {
    name: 'names of the second edition of XML 1.0, in the complement of a class',
    rule: 'Datatypes, appendix F, \\I and \\C: what is no name character, by the same edition',
    kind: 'instance',
    says: 'valid',
    explains: ({ ours, case: found }) =>
      ours.rule.includes('pattern') &&
      NEW_NAME_CHARACTERS.test(ours.message) &&
      /\\[ciCI]/.test(found.schemaText),
  },
  {
    name: 'anonymous simple types without finalDefault',
    rule: '3.14.2: {final} is "the actual value of the final [attribute], if present, otherwise the actual value of the finalDefault [attribute] of the ancestor schema element", for every simpleType element',
    kind: 'schema',
    says: 'valid',
    explains: ({ ours, case: found }) =>
      found.schemaText.includes('finalDefault=') && /an anonymous type is final for/.test(ours.message),
  },
  {
    name: 'years of a few digits',
    rule: 'Datatypes 3.2.7.1: "yyyy" has four or more digits; a limit is allowed to processors (5.4), not asked for',
    kind: 'any',
    says: 'invalid',
    explains: ({ peer, case: found }) =>
      LARGE_YEAR.test(peer.message) &&
      /xs:(?:gYear|gYearMonth|date|dateTime)\b/.test(found.schemaText + found.instanceText),
  },
  {
    name: 'constraints on what is no component',
    rule: '3.9.2: a particle with minOccurs = maxOccurs = 0 "corresponds to no component at all"; 3.2.2: so does an attribute with use="prohibited"',
    kind: 'schema',
    says: 'invalid',
    explains: ({ peer, case: found }) => isInNothing(found, peer.place),
  },
  {
    name: 'references in defaults are not looked up',
    rule: 'cvc-id.1 (3.15.4) with 3.15.5 and 3.4.5: an attribute that its default adds has a [type definition] and a [validation context], so it is in the eligible item set',
    kind: 'instance',
    says: 'valid',
    explains: ({ ours, case: found }) =>
      ours.rules.every((rule) => rule === 'cvc-id.1') &&
      [...ours.message.matchAll(/there is no ID "([^"]*)"/g)].some(
        ([, name = '']) =>
          new RegExp(`(?:default|fixed)="[^"]*\\b${name}\\b`).test(found.schemaText) &&
          !new RegExp(`[">\\s]${name}["<\\s]`).test(found.instanceText),
      ),
  },
];

/** A value of time whose year has ten digits or more, alone or in a list. */
const LARGE_YEAR =
  /'(?:[^' ]+ )*-?\d{10,}(?:-\d\d(?:-\d\d(?:T[\d:.]+)?)?)?(?:Z|[+-]\d\d:\d\d)?(?: [^']*)?' is not a valid value/;
