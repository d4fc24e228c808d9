import { simpleTypeCodec } from '../../analysis/simple-type/index.js';
import type { ComponentId } from '../../model/schema/index.js';
import { normalizeWhiteSpace } from '../../runtime/primitive/white-space.js';
import type { Growth } from '../growth.js';
import { chainOf, literalFacets, simpleTypeOf } from '../literal/literal-facets.js';
import { isXmlText } from '../literal/sample-pattern.js';

/** A literal that is not valid, and the rule that says so. */
export interface BadLiteral {
  readonly literal: string;
  readonly rule: string;
  readonly expected: string;
}

/** Literals beside the valid ones of a type, each with the rule that it breaks. */
export function* badLiterals(ctx: Growth, id: ComponentId, valid: string): Generator<BadLiteral> {
  const codec = simpleTypeCodec(ctx.schema, id);
  for (const literal of neighbours(ctx, id, valid)) {
    if (!isXmlText(literal)) continue;
    const fault = codec.check(normalizeWhiteSpace(literal, codec.whiteSpace), ctx.prefixes.lookup);
    if (fault !== undefined) yield { literal, rule: fault.rule, expected: fault.expected };
  }
}

function* neighbours(ctx: Growth, id: ComponentId, valid: string): Generator<string> {
  const type = simpleTypeOf(ctx.schema, id);
  if (type === undefined) return;
  const facets = literalFacets(ctx.schema, type);
  const { minLength, maxLength, totalDigits, fractionDigits } = facets;
  // Beyond one limit and within the others, as far as one can tell beforehand: what the base types allow comes first.
  for (const { baseType } of chainOf(ctx.schema, type)) {
    for (let turn = 0; turn < 3; turn++) {
      const literal = ctx.tryLiteral(baseType, 'other', () => true);
      if (literal !== undefined) yield literal;
    }
  }
  for (const bound of [facets.min, facets.max]) {
    if (bound === undefined) continue;
    if (!bound.isInclusive) yield bound.literal;
    yield* besides(bound.literal);
  }
  const sample = [...valid];
  const filling = sample.at(-1) ?? 'a';
  if (maxLength !== Infinity && maxLength < 5000) {
    for (const extra of [1, 2, 4])
      yield valid + filling.repeat(Math.max(0, maxLength - sample.length) + extra);
    if (type.variety.kind === 'list')
      yield Array.from({ length: maxLength + 1 }, () => valid.split(' ')[0] ?? 'a').join(' ');
  }
  if (minLength > 0) {
    for (const length of [minLength - 1, minLength - 2, 0])
      yield sample.slice(0, Math.max(0, length)).join('');
  }
  if (totalDigits !== undefined) yield '1'.repeat(totalDigits + 1);
  if (fractionDigits !== undefined) yield `${valid.replace(/\..*/, '')}.${'1'.repeat(fractionDigits + 1)}`;
  yield* [
    `${valid}~`,
    `~${valid}`,
    valid.toLowerCase(),
    valid.toUpperCase(),
    'no such value',
    '',
    '?',
    '12.34.56',
    '2024-13-45',
    '1e400x',
  ];
}

/** Numbers just below and just above. Other bounds are left to what the base types give. */
function* besides(literal: string): Generator<string> {
  if (/^[+-]?\d+$/.test(literal)) {
    for (const distance of [1n, 2n, 10n]) {
      yield (BigInt(literal) + distance).toString();
      yield (BigInt(literal) - distance).toString();
    }
  } else if (/^[+-]?\d*\.?\d+$/.test(literal)) {
    yield `${Math.floor(Number(literal)) - 1}`;
    yield `${Math.ceil(Number(literal)) + 1}`;
  } else if (/^-?\d{4}(?=$|-)/.test(literal)) {
    yield literal.replace(/^-?\d{4}/, (year) => String(Number(year) - 1).padStart(4, '0'));
    yield literal.replace(/^-?\d{4}/, (year) => String(Number(year) + 1).padStart(4, '0'));
  } else {
    yield* [
      'PT0S',
      'P1000Y',
      '-P1D',
      '00:00:00',
      '23:59:59',
      '---01',
      '---31',
      '--01',
      '--12',
      '--01-01',
      '--12-31',
    ];
  }
}
