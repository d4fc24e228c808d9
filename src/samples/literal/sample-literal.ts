import type { ComponentId, Schema, SimpleType } from '../../model/schema/index.js';
import { normalizeWhiteSpace } from '../../runtime/primitive/white-space.js';
import type { Prefixes } from '../prefixes.js';
import type { Random } from '../random.js';
import { calendarLiterals } from './calendar-literals.js';
import { simpleTypeCodec } from '../../analysis/simple-type/index.js';
import { decimalLiterals, floatingLiterals } from './decimal-literals.js';
import { durationLiterals } from './duration-literals.js';
import { literalFacets, type LiteralFacets, simpleTypeOf } from './literal-facets.js';
import { qualifiedLiteral } from './qualified-literal.js';
import { patternLiterals } from './pattern-literals.js';
import { isXmlText } from './sample-pattern.js';
import { textLiterals } from './text-literals.js';

/** What a value is made for and with. */
export interface LiteralRequest {
  readonly schema: Schema;
  readonly random: Random;
  readonly prefixes: Prefixes;
  /** Local name of the element or attribute: texts look like it. */
  readonly hint: string;
  /** The shortest literal that comes to mind, always the same. */
  readonly isShort: boolean;
  /** What a literal must fulfil beyond its type. */
  readonly accept?: (literal: string) => boolean;
}

/** How many literals of a type are tried. Patterns beside other facets need many, everything else a few. */
const MAX_TRIES = 400;

/** A valid literal of a simple type, in the form after white space normalisation. Undefined where none was found. */
export function sampleLiteral(request: LiteralRequest, id: ComponentId): string | undefined {
  const type = simpleTypeOf(request.schema, id);
  if (type === undefined) return undefined;
  const codec = simpleTypeCodec(request.schema, id);
  let tries = 0;
  for (const candidate of candidates(request, type)) {
    if (++tries > MAX_TRIES) return undefined;
    const literal = normalizeWhiteSpace(candidate, codec.whiteSpace);
    if (codec.check(literal, request.prefixes.lookup) !== undefined || !isXmlText(literal)) continue;
    if (request.accept?.(literal) === false) continue;
    return literal;
  }
  return undefined;
}

/** Whether a literal, as it stands in a document, is valid. */
export function isValidLiteral(
  request: Pick<LiteralRequest, 'schema' | 'prefixes'>,
  id: ComponentId,
  literal: string,
): boolean {
  const codec = simpleTypeCodec(request.schema, id);
  return codec.check(normalizeWhiteSpace(literal, codec.whiteSpace), request.prefixes.lookup) === undefined;
}

function* candidates(request: LiteralRequest, type: SimpleType): Generator<string> {
  const { schema, random, prefixes, isShort } = request;
  const facets = literalFacets(schema, type);
  if (facets.enumeration !== undefined) {
    const values = isShort ? byLength(facets.enumeration) : random.shuffled(facets.enumeration);
    for (const { value, namespaces } of values)
      yield qualifiedLiteral(schema, type, value, namespaces, prefixes);
    return;
  }
  if (facets.patterns.length > 0) yield* likelyFor(request, facets);
  switch (type.variety.kind) {
    case 'list':
      return yield* lists(request, type, type.variety.itemType, facets);
    case 'union':
      yield* members(request, type.variety.memberTypes);
      return yield* patternLiterals(request, type, facets);
    case 'atomic':
      if (facets.patterns.length > 0 && !request.isShort) yield* first(3, atomic(request, facets));
      yield* patternLiterals(request, type, facets);
      yield* atomic(request, facets);
      yield* padded(request, facets);
  }
}

const byLength = <T extends { readonly value: string }>(values: readonly T[]): readonly T[] =>
  [...values].sort((a, b) => a.value.length - b.value.length);

/** A type with a pattern may be about what its name says: then people expect just that. */
function* likelyFor(request: LiteralRequest, facets: LiteralFacets): Generator<string> {
  if (request.isShort || facets.builtIn !== 'string') return;
  const { min, max } = { min: facets.minLength, max: facets.maxLength };
  if (min <= 36 && max >= 36)
    yield* textLiterals({ ...facets, minLength: 36, maxLength: 36 }, { ...request, hint: 'mRID' });
}

/** What people would write, before what only the pattern asks for. */
function* first<T>(count: number, items: Iterable<T>): Generator<T> {
  let taken = 0;
  for (const item of items) {
    if (taken++ >= count) return;
    yield item;
  }
}

function* atomic(request: LiteralRequest, facets: LiteralFacets): Generator<string> {
  const { random, isShort } = request;
  switch (facets.builtIn) {
    case 'float':
    case 'double':
      return yield* floatingLiterals(facets, random, isShort);
    case 'duration':
      return yield* durationLiterals(facets, random, isShort);
    case 'dateTime':
    case 'date':
    case 'time':
    case 'gYear':
    case 'gYearMonth':
    case 'gMonth':
    case 'gMonthDay':
    case 'gDay':
      return yield* calendarLiterals(facets, random, isShort);
    default:
      return yield* NUMBERS.test(facets.builtIn)
        ? decimalLiterals(facets, random, isShort)
        : textLiterals(facets, request);
  }
}

const NUMBERS =
  /^(?:decimal|integer|long|int|short|byte|unsigned\w+|(?:non)?(?:[Pp]ositive|[Nn]egative)Integer)$/;

/** Numbers with leading zeros: what patterns ask for beside bounds. */
function* padded(request: LiteralRequest, facets: LiteralFacets): Generator<string> {
  if (facets.patterns.length === 0 || !NUMBERS.test(facets.builtIn)) return;
  for (let width = 2; width <= 12; width++) {
    for (const literal of decimalLiterals(
      { ...facets, fractionDigits: 0 },
      request.random,
      request.isShort,
    )) {
      yield literal.padStart(width, '0');
    }
  }
}

function* lists(
  request: LiteralRequest,
  type: SimpleType,
  itemType: ComponentId,
  facets: LiteralFacets,
): Generator<string> {
  const { random, isShort } = request;
  const { minLength, maxLength } = facets;
  // A list of no items is an empty text, which tells nobody anything; it is used where nothing else goes.
  const least = Math.max(minLength, isShort || maxLength === 0 ? 0 : 1);
  for (let turn = 0; turn < 12; turn++) {
    const most = Math.min(maxLength, least + 2);
    const count = isShort ? least + Math.floor(turn / 3) : random.between(least, most);
    const items = sampleItems(request, itemType, count);
    if (items !== undefined) yield items.join(' ');
  }
  if (minLength === 0) yield '';
  yield* patternLiterals(request, type, facets);
}

function sampleItems(
  request: LiteralRequest,
  itemType: ComponentId,
  count: number,
): readonly string[] | undefined {
  const isIdentifier = simpleTypeCodec(request.schema, itemType).identifier !== undefined;
  const items: string[] = [];
  while (items.length < count) {
    const accept = (item: string): boolean =>
      isItem(item) && !(isIdentifier && (items.includes(item) || request.accept?.(item) === false));
    const item = sampleLiteral({ ...request, accept }, itemType);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

const isItem = (literal: string): boolean => literal !== '' && !/[ \t\r\n]/.test(literal);

function* members(request: LiteralRequest, memberTypes: readonly ComponentId[]): Generator<string> {
  const { random, isShort } = request;
  for (let turn = 0; turn < 8; turn++) {
    for (const member of isShort ? memberTypes : random.shuffled(memberTypes)) {
      const literal = sampleLiteral({ ...request, accept: () => true }, member);
      if (literal !== undefined) yield literal;
    }
  }
}
