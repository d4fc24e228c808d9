import {
  type CharacterClass,
  classSet,
  type CodePointSet,
  contains,
  intersection,
  NO_CODE_POINTS,
  ofRanges,
  type PatternNode,
} from '../../analysis/pattern/index.js';
import type { Random } from '../random.js';

/** A range of lengths, in code points. */
export interface LengthRange {
  readonly min: number;
  /** Infinity where there is no upper bound. */
  readonly max: number;
}

/** What a sample is to be like beside matching its pattern. */
export interface PatternSampleOptions {
  readonly range?: LengthRange;
  /** As short as possible. */
  readonly isShort?: boolean;
}

/** How much longer than the shortest match a sample becomes where nothing limits it. */
const SLACK = 8;

/**
 * A text that matches a pattern, of a length inside the range. Undefined where none was found: a length may lie in the
 * range of what the pattern can make and still be impossible.
 */
export function samplePattern(
  node: PatternNode,
  random: Random,
  options: PatternSampleOptions = {},
): string | undefined {
  const { range = ANY_LENGTH, isShort = false } = options;
  const { min, max } = lengthsOf(node);
  const least = Math.max(min, range.min);
  const most = Math.min(max, range.max, least + SLACK);
  if (least > most || least > LONGEST) return undefined;
  const length = isShort ? least : random.between(least, most);
  return sampleOfLength(node, random, length);
}

const ANY_LENGTH: LengthRange = { min: 0, max: Infinity };

const LONGEST = 20_000;

function sampleOfLength(node: PatternNode, random: Random, length: number): string | undefined {
  switch (node.kind) {
    case 'characters':
      return length === 1 ? sampleCharacter(node.characters, random) : undefined;
    case 'sequence': {
      const shares = distribute(node.parts.map(lengthsOf), length, random);
      return (
        shares && concatenate(node.parts.map((part, at) => sampleOfLength(part, random, shares[at] ?? 0)))
      );
    }
    case 'choice': {
      const branches = node.branches.filter((branch) => {
        const { min, max } = lengthsOf(branch);
        return min <= length && length <= max;
      });
      for (const branch of random.shuffled(branches)) {
        const sample = sampleOfLength(branch, random, length);
        if (sample !== undefined) return sample;
      }
      return undefined;
    }
    case 'repeat':
      return sampleRepetition(node, random, length);
  }
}

function sampleRepetition(
  node: PatternNode & { readonly kind: 'repeat' },
  random: Random,
  length: number,
): string | undefined {
  const body = lengthsOf(node.body);
  const least = Math.max(node.min, body.max === 0 ? 0 : Math.ceil(length / body.max));
  const most = Math.min(node.max, body.min === 0 ? Math.max(least, length) : Math.floor(length / body.min));
  if (least > most) return undefined;
  for (let attempt = 0; attempt < 3; attempt++) {
    const times = random.between(least, most);
    const shares = distribute(
      Array.from({ length: times }, () => body),
      length,
      random,
    );
    const sample = shares && concatenate(shares.map((share) => sampleOfLength(node.body, random, share)));
    if (sample !== undefined) return sample;
  }
  return undefined;
}

function concatenate(parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** Deals a length out to parts so that each gets what it can take. */
function distribute(
  parts: readonly LengthRange[],
  length: number,
  random: Random,
): readonly number[] | undefined {
  const shares = parts.map(({ min }) => min);
  let left = length - shares.reduce((sum, share) => sum + share, 0);
  if (left < 0) return undefined;
  for (const at of random.shuffled(parts.map((_, index) => index))) {
    const room = (parts[at]?.max ?? 0) - (shares[at] ?? 0);
    const given = Math.min(room, left > 0 ? random.between(0, left) : 0);
    shares[at] = (shares[at] ?? 0) + given;
    left -= given;
  }
  for (let at = 0; at < parts.length && left > 0; at++) {
    const given = Math.min((parts[at]?.max ?? 0) - (shares[at] ?? 0), left);
    shares[at] = (shares[at] ?? 0) + given;
    left -= given;
  }
  return left === 0 ? shares : undefined;
}

const lengths = new WeakMap<PatternNode, LengthRange>();

/** The shortest and the longest text that a node can match. */
function lengthsOf(node: PatternNode): LengthRange {
  const known = lengths.get(node);
  if (known !== undefined) return known;
  const range = measure(node);
  lengths.set(node, range);
  return range;
}

function measure(node: PatternNode): LengthRange {
  switch (node.kind) {
    case 'characters':
      return { min: 1, max: 1 };
    case 'sequence':
      return node.parts
        .map(lengthsOf)
        .reduce((sum, { min, max }) => ({ min: sum.min + min, max: sum.max + max }), { min: 0, max: 0 });
    case 'choice': {
      const branches = node.branches.map(lengthsOf);
      return {
        min: Math.min(...branches.map(({ min }) => min)),
        max: Math.max(...branches.map(({ max }) => max)),
      };
    }
    case 'repeat': {
      const { min, max } = lengthsOf(node.body);
      return { min: min * node.min, max: max === 0 || node.max === 0 ? 0 : max * node.max };
    }
  }
}

/** What people expect first: capitals and digits, letters, then other signs of ASCII, then the rest of XML. */
const LAYERS: readonly CodePointSet[] = [
  ofRanges([
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x61, 0x7a],
  ]),
  ofRanges([[0x21, 0x7e]]),
  ofRanges([[0x20, 0x7e]]),
  ofRanges([[0xa1, 0x24f]]),
  ofRanges([
    [0x9, 0xa],
    [0xd, 0xd],
    [0x20, 0xd7ff],
    [0xe000, 0xfffd],
    [0x10000, 0x10ffff],
  ]),
];

const sets = new WeakMap<CharacterClass, CodePointSet>();

function sampleCharacter(characters: CharacterClass, random: Random): string | undefined {
  let set = sets.get(characters);
  if (set === undefined) sets.set(characters, (set = plausiblePart(classSet(characters))));
  return set.length === 0 ? undefined : String.fromCodePoint(sampleCode(set, random));
}

/** Those of some characters that people expect first. Empty where none may stand in an XML document. */
export const plausiblePart = (characters: CodePointSet): CodePointSet =>
  LAYERS.map((layer) => intersection(characters, layer)).find((part) => part.length > 0) ?? NO_CODE_POINTS;

/** One code point of a set that is not empty. */
export function sampleCode(set: CodePointSet, random: Random): number {
  let count = 0;
  for (let at = 0; at < set.length; at += 2) count += (set[at + 1] ?? 0x110000) - (set[at] ?? 0);
  let drawn = random.below(count);
  for (let at = 0; at < set.length; at += 2) {
    const from = set[at] ?? 0;
    const size = (set[at + 1] ?? 0x110000) - from;
    if (drawn < size) return from + drawn;
    drawn -= size;
  }
  return set[0] ?? 0;
}

/** Whether every character may stand in an XML document. */
export function isXmlText(text: string): boolean {
  const all = LAYERS.at(-1) ?? [];
  for (const character of text) if (!contains(all, character.codePointAt(0) ?? 0)) return false;
  return true;
}
