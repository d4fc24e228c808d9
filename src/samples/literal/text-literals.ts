import type { Prefixes } from '../prefixes.js';
import type { Random } from '../random.js';
import type { LiteralFacets } from './literal-facets.js';

/** What a literal is made for. */
export interface TextPurpose {
  /** Local name of the element or attribute. */
  readonly hint: string;
  readonly random: Random;
  readonly prefixes: Prefixes;
  readonly isShort: boolean;
}

const LANGUAGES: readonly [string, ...string[]] = ['en', 'de', 'fr', 'en-GB', 'pt-BR', 'it'];
const WORDS: readonly [string, ...string[]] = [
  'meter',
  'reading',
  'usage',
  'point',
  'north',
  'feeder',
  'service',
  'main',
  'spare',
  'station',
];
/** Longer texts make documents large and say no more. */
const MUCH = 4000;

/** Literals of the string types, URIs, binary types, names and booleans: everything that has no order. */
export function* textLiterals(facets: LiteralFacets, purpose: TextPurpose): Generator<string> {
  const { random, isShort } = purpose;
  const lengths = lengthsFor(facets);
  const short = 'a'.repeat(lengths.least);
  for (let turn = 0; turn < 8; turn++) {
    switch (facets.builtIn) {
      case 'boolean':
        yield isShort ? '0' : random.pick(['true', 'false', 'true', 'false', '1', '0']);
        break;
      case 'language':
        yield random.pick(LANGUAGES);
        yield fitted('en-variant-region', lengths);
        break;
      case 'hexBinary':
        yield octets(lengths, isShort ? 0 : 4, random)
          .map((octet) => octet.toString(16).toUpperCase().padStart(2, '0'))
          .join('');
        break;
      case 'base64Binary':
        yield base64(octets(lengths, isShort ? 0 : 6, random));
        break;
      case 'anyURI':
        yield isShort ? short : fitted(`urn:example:${nameFrom(purpose)}:${random.between(1, 99)}`, lengths);
        break;
      case 'QName':
      case 'NOTATION':
        yield purpose.prefixes.qname('urn:example:names', nameFrom(purpose), 'nm');
        break;
      case 'Name':
      case 'NCName':
      case 'NMTOKEN':
      case 'ID':
      case 'IDREF':
      case 'ENTITY':
        yield isShort && turn === 0
          ? short
          : fitted(`${nameFrom(purpose)}-${random.between(1, 9 + turn * 99)}`, lengths);
        break;
      default:
        yield isShort ? short : phrase(purpose, lengths);
        // An item of a list is not empty and holds no white space.
        if (lengths.most > 0) yield isShort ? short || 'a' : phrase(purpose, lengths).replaceAll(' ', '-');
    }
    // Names that are taken leave room where they are mixed anew.
    if (turn > 2 && lengths.most < 12) yield word(lengths, random);
  }
}

interface Lengths {
  readonly least: number;
  readonly most: number;
}

/** The range of lengths inside the facets that samples make use of. */
function lengthsFor({ builtIn, minLength, maxLength }: LiteralFacets): Lengths {
  // An empty name, URI or number of octets says nothing; an empty text may be all that is allowed.
  const least = Math.max(
    minLength,
    maxLength === 0 || (minLength === 0 && MAY_BE_EMPTY.has(builtIn)) ? 0 : 1,
  );
  return { least, most: Math.min(maxLength, least + MUCH) };
}

const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['string', 'normalizedString', 'token', 'anySimpleType']);

const octets = ({ least, most }: Lengths, wanted: number, random: Random): readonly number[] =>
  Array.from({ length: Math.min(Math.max(least, wanted), most) }, () => random.below(256));

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.slice(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const sextets = [bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63, bits & 63];
    const letters = sextets.map((sextet) => ALPHABET.charAt(sextet)).join('');
    text +=
      c === undefined ? (b === undefined ? `${letters.slice(0, 2)}==` : `${letters.slice(0, 3)}=`) : letters;
  }
  return text;
}

/** Cut or filled up where it is too long or too short. */
function fitted(text: string, { least, most }: Lengths): string {
  const characters = [...text];
  if (characters.length < least) return text + 'x'.repeat(least - characters.length);
  // What tells one text from another stands at the end.
  return characters.length > most ? characters.slice(-most).join('') : text;
}

/** Letters and digits in any order, a letter first. */
function word({ least, most }: Lengths, random: Random): string {
  const letters = Array.from({ length: random.between(least, most) }, (_, at) =>
    ALPHABET.charAt(random.below(at === 0 ? 52 : 62)),
  );
  return letters.join('');
}

/** The hint as a name: NCName characters of ASCII, beginning with a letter. */
function nameFrom({ hint }: TextPurpose): string {
  const name = hint.replace(/[^A-Za-z0-9_.-]/g, '').replace(/^[^A-Za-z_]+/, '');
  return name === '' ? 'name' : name;
}

function phrase(purpose: TextPurpose, lengths: Lengths): string {
  const { random, hint } = purpose;
  if (lengths.least <= 36 && lengths.most >= 36 && /mrid$|uuid$|guid$/i.test(hint)) return uuid(random);
  const number = random.between(1, 999);
  const text = /name$|id$|number$|ref$/i.test(hint) ? `${hint}-${number}` : `${random.pick(WORDS)} ${number}`;
  // White space at the ends would be lost, and make the text too short, where white space is collapsed.
  return fitted(text, lengths).replace(/^ | $/g, 'x');
}

function uuid(random: Random): string {
  const hex = octets({ least: 16, most: 16 }, 16, random)
    .map((octet) => octet.toString(16).padStart(2, '0'))
    .join('');
  const variant = '89ab'.charAt(random.below(4));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
