import { parsePattern, type PatternNode } from '../../analysis/pattern/index.js';
import type { Schema, SimpleType } from '../../model/schema/index.js';
import type { Random } from '../random.js';
import { lexicalForm } from './lexical-form.js';
import type { LiteralFacets } from './literal-facets.js';
import { sampleIntersection } from './sample-intersection.js';
import { samplePattern } from './sample-pattern.js';

/** What samples of patterns are made with. */
export interface PatternRequest {
  readonly schema: Schema;
  readonly random: Random;
  readonly isShort: boolean;
}

/** Samples of the patterns: of one alone first, then of those of all steps and of the lexical form together. */
export function* patternLiterals(
  { schema, random, isShort }: PatternRequest,
  type: SimpleType,
  facets: LiteralFacets,
): Generator<string> {
  if (facets.patterns.length === 0) return;
  const range =
    type.variety.kind === 'atomic' && LENGTH_COUNTS_CHARACTERS.test(facets.builtIn)
      ? { min: facets.minLength, max: facets.maxLength }
      : { min: 0, max: Infinity };
  const steps = facets.patterns.map(parsedPatterns);
  const [only] = steps;
  if (steps.length === 1 && only !== undefined) {
    for (let turn = 0; turn < 12; turn++) {
      const node = isShort ? only[turn % Math.max(1, only.length)] : random.pick(only);
      const sample = node && samplePattern(node, random, { range, isShort: isShort && turn < 6 });
      if (sample !== undefined) yield sample;
    }
  }
  const form = lexicalForm(schema, type);
  for (let turn = 0; turn < 24; turn++) {
    const nodes = steps.map((step) => random.pick(step)).filter((node) => node !== undefined);
    const sample = sampleIntersection(form === undefined ? nodes : [...nodes, form], random, range);
    if (sample !== undefined) yield sample;
  }
}

/** The alternatives of one step. Patterns that cannot be read were reported with the schema. */
function parsedPatterns(alternatives: readonly string[]): readonly PatternNode[] {
  return alternatives.flatMap((pattern) => {
    let node = nodes.get(pattern);
    if (node === undefined) {
      const parsed = parsePattern(pattern);
      if (!parsed.ok) return [];
      node = parsed.node;
      if (nodes.size >= MAX_PARSED) nodes.clear();
      nodes.set(pattern, node);
    }
    return [node];
  });
}

// A pattern is read the same way always, so that it may be remembered beyond a schema.
const nodes = new Map<string, PatternNode>();
const MAX_PARSED = 2_000;

const LENGTH_COUNTS_CHARACTERS =
  /^(?:string|normalizedString|token|language|Name|NCName|NMTOKEN|ID|IDREF|ENTITY|anyURI)$/;
