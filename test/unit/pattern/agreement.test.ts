import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  classSet,
  compilePattern,
  contains,
  parsePattern,
  type PatternNode,
} from '../../../src/analysis/pattern/index.js';
import { patternMatcher } from '../../../src/runtime/pattern/pattern-matcher.js';

/** Where a match of `node` from any of `starts` can end: the meaning of patterns, told as simply as can be. */
function ends(node: PatternNode, text: string, starts: ReadonlySet<number>): ReadonlySet<number> {
  switch (node.kind) {
    case 'characters': {
      const set = classSet(node.characters);
      return new Set(
        [...starts]
          .filter((at) => at < text.length && contains(set, text.charCodeAt(at)))
          .map((at) => at + 1),
      );
    }
    case 'sequence':
      return node.parts.reduce((at, part) => ends(part, text, at), starts);
    case 'choice':
      return new Set(node.branches.flatMap((branch) => [...ends(branch, text, starts)]));
    case 'repeat': {
      let at = starts;
      for (let count = 0; count < node.min; count++) at = ends(node.body, text, at);
      const all = new Set(at);
      // More rounds than characters add nothing: what is left could only match nothing.
      for (let count = node.min; count < Math.min(node.max, node.min + text.length); count++) {
        at = ends(node.body, text, at);
        for (const end of at) all.add(end);
      }
      return all;
    }
  }
}

const piece = (atom: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(atom, fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,2}', '{1,3}', '{2,}', '{0}'))
    .map(([body, quantifier]) => body + quantifier);

const expression = (atom: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .array(
      fc.array(piece(atom), { maxLength: 3 }).map((pieces) => pieces.join('')),
      { minLength: 1, maxLength: 3 },
    )
    .map((branches) => branches.join('|'));

const character = fc.constantFrom('a', 'b', 'c', '[ab]', '[^a]', '[a-c-[b]]', '.');
const group = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 2, arbitrary: character }, { weight: 1, arbitrary: inner.map((text) => `(${text})`) });
const pattern = expression(group(expression(group(expression(character)))));

const words = fc.array(
  fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 }).map((characters) => characters.join('')),
  { minLength: 10, maxLength: 10 },
);

test('automaton and regular expression mean what the pattern means', () => {
  let withRegexp = 0;
  fc.assert(
    fc.property(pattern, words, (source, texts) => {
      const parsed = parsePattern(source);
      const compiled = compilePattern(source);
      if (!parsed.ok || !compiled.ok) throw new Error(`not a pattern: ${source}`);
      const linear = patternMatcher(compiled.automaton);
      const regexp = compiled.regexp === undefined ? undefined : new RegExp(compiled.regexp.source, 'u');
      if (regexp !== undefined) withRegexp++;
      for (const text of texts) {
        const expected = ends(parsed.node, text, new Set([0])).has(text.length);
        expect(linear.test(text), `${source} against "${text}"`).toBe(expected);
        if (regexp !== undefined)
          expect(regexp.test(text), `${regexp.source} against "${text}"`).toBe(expected);
      }
    }),
    { seed: 7, numRuns: 1_500 },
  );
  expect(withRegexp).toBeGreaterThan(100);
}, 60_000);
