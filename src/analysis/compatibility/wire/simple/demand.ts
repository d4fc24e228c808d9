import type { ComponentId, FacetKind, Schema, SimpleType } from '../../../../model/schema/index.js';
import { normalizeWhiteSpace } from '../../../../runtime/primitive/white-space.js';
import {
  effectiveFacets,
  lookupIn,
  type StatedFacet,
  simpleTypeBehind,
  simpleTypeCodec,
} from '../../../simple-type/index.js';
import type { Comparison } from '../comparison.js';
import type { WireRule } from '../rules.js';
import { type Acceptor, anyOf } from './acceptor.js';
import { boundAcceptor, digitsAcceptor } from './decimal-acceptors.js';
import { BOUNDS, type LengthRange, lengthRange } from './language.js';
import { lexicalSpace } from './lexical-space.js';
import { anyPattern, lengthAcceptor, onRaw, wordsAcceptor } from './text-acceptors.js';
import { compareValues, isOrdered } from '../../../../runtime/value-space/compare-values.js';
import { keyOf } from '../../../../runtime/value-space/key-of.js';

/** One thing that a simple type asks of its values. A value is valid if it meets all of them. */
export interface Demand {
  readonly kind:
    'whole' | 'primitive' | 'pattern' | 'enumeration' | 'length' | 'bound' | 'digits' | 'whiteSpace';
  readonly rule: WireRule;
  /** The type that states it. */
  readonly owner: SimpleType | undefined;
  readonly after: string;
  /** Accepts exactly the texts, as they stand in a document, that meet it among those that are literals of the primitive type. */
  readonly acceptor: () => Acceptor | undefined;
  readonly facets?: readonly StatedFacet[];
}

/** Longer texts are not spelt out. */
const LONGEST = 5_000;

/** All that a type asks for itself: not what the items of a list or the members of a union ask. */
export function demandsOf(schema: Schema, id: ComponentId): readonly Demand[] {
  const type = simpleTypeBehind(schema, id);
  if (type === undefined) return [];
  const effective = effectiveFacets(schema, id);
  const { facets, whiteSpace, primitive, variety } = effective;
  const demands: Demand[] = [];
  const space = variety === 'union' ? undefined : whiteSpace;
  const raw = (acceptor: Acceptor | undefined): Acceptor | undefined =>
    acceptor === undefined || space === undefined ? undefined : onRaw(acceptor, space);
  const isText = variety === 'atomic' && (primitive === 'string' || primitive === 'anyURI');
  const isDecimal = primitive === 'decimal';
  if (variety === 'atomic' && primitive !== undefined && primitive !== 'string') {
    const { acceptor, isExact } = lexicalSpace(primitive);
    const exact = (): Acceptor | undefined => (isExact ? raw(acceptor) : undefined);
    demands.push({
      kind: 'primitive',
      rule: 'type.narrowed',
      owner: undefined,
      after: primitive,
      acceptor: exact,
    });
  }
  for (const step of effective.patterns) {
    const texts = step.map(({ facet }) => facet.value);
    const acceptor = (): Acceptor | undefined => raw(anyPattern(texts));
    demands.push({
      kind: 'pattern',
      rule: 'facet.pattern',
      owner: step[0]?.owner,
      after: texts.join(' | '),
      acceptor,
      facets: step,
    });
  }
  const values = facets.get('enumeration');
  if (values !== undefined) {
    const texts = values.map(({ facet }) => facet.value);
    const acceptor = (): Acceptor | undefined =>
      isText
        ? texts.length > 3_000
          ? undefined
          : raw(wordsAcceptor(texts.map((text) => normalizeWhiteSpace(text, whiteSpace))))
        : isDecimal && texts.length <= 200
          ? raw(anyOf(texts.map((text) => boundAcceptor(text.trim(), (order) => order === 0))))
          : undefined;
    demands.push({
      kind: 'enumeration',
      rule: 'facet.enumeration',
      owner: values[0]?.owner,
      after: texts.join(', '),
      acceptor,
      facets: values,
    });
  }
  for (const kind of ['length', 'minLength', 'maxLength'] as const) {
    const stated = facets.get(kind)?.[0];
    if (stated === undefined) continue;
    const { min, max } = rangeOf(stated);
    const isShort = min <= LONGEST && (max === Infinity || max <= LONGEST);
    const acceptor = (): Acceptor | undefined =>
      isText && isShort ? raw(lengthAcceptor(min, max)) : undefined;
    const after = `${kind} ${stated.facet.value.trim()}`;
    demands.push({
      kind: 'length',
      rule: 'facet.length',
      owner: stated.owner,
      after,
      acceptor,
      facets: [stated],
    });
  }
  for (const [kind, holds] of BOUNDS) {
    const stated = facets.get(kind)?.[0];
    if (stated === undefined) continue;
    const limit = stated.facet.value.trim();
    const acceptor = (): Acceptor | undefined => (isDecimal ? raw(boundAcceptor(limit, holds)) : undefined);
    const after = `${SIGNS[kind]} ${limit}`;
    demands.push({
      kind: 'bound',
      rule: 'facet.bounds',
      owner: stated.owner,
      after,
      acceptor,
      facets: [stated],
    });
  }
  for (const kind of ['totalDigits', 'fractionDigits'] as const) {
    const stated = facets.get(kind)?.[0];
    if (stated === undefined) continue;
    const limit = Number(stated.facet.value.trim());
    const acceptor = (): Acceptor | undefined =>
      isDecimal
        ? raw(kind === 'totalDigits' ? digitsAcceptor(limit, Infinity) : digitsAcceptor(Infinity, limit))
        : undefined;
    demands.push({
      kind: 'digits',
      rule: 'facet.digits',
      owner: stated.owner,
      after: `${kind} ${String(limit)}`,
      acceptor,
      facets: [stated],
    });
  }
  return demands;
}

const SIGNS = { minInclusive: '≥', minExclusive: '>', maxInclusive: '≤', maxExclusive: '<' } as const;

/** What one length facet allows. */
function rangeOf({ facet: { kind, value } }: StatedFacet): LengthRange {
  const length = Number(value.trim());
  return { min: kind === 'maxLength' ? 0 : length, max: kind === 'minLength' ? Infinity : length };
}

/** Whether what a type says of itself, facet by facet, is enough to see that its values meet a demand of another type. */
export function isImplied(c: Comparison, a: ComponentId, b: ComponentId, demand: Demand): boolean {
  const own = effectiveFacets(c.from, a);
  const other = effectiveFacets(c.to, b);
  if (own.variety !== other.variety) return false;
  const isSamePrimitive = own.variety !== 'atomic' || own.primitive === other.primitive;
  if (demand.kind === 'primitive') return isSamePrimitive || other.primitive === 'anySimpleType';
  if (!isSamePrimitive || own.whiteSpace !== other.whiteSpace) return false;
  switch (demand.kind) {
    case 'pattern': {
      const wanted = textsOf(demand.facets);
      return own.patterns.some((step) => step.every(({ facet }) => wanted.has(facet.value)));
    }
    case 'enumeration': {
      const values = own.facets.get('enumeration');
      if (values === undefined) return false;
      const known = new Set(demand.facets?.map((value) => valueKey(c.to, b, value)));
      return values.every((value) => {
        const key = valueKey(c.from, a, value);
        return key === undefined || known.has(key);
      });
    }
    case 'length': {
      const [left, right] = [lengthRange(own), demand.facets?.[0]];
      const wanted = right && rangeOf(right);
      if (wanted !== undefined && left.min >= wanted.min && left.max <= wanted.max) return true;
      return enumeratedMeet(c, a, b);
    }
    case 'bound':
      return (
        (demand.facets ?? []).every((stated) => isBoundImplied(c, a, own.facets, stated)) ||
        enumeratedMeet(c, a, b)
      );
    case 'digits': {
      const limit = demand.facets?.[0];
      const ours = limit && own.facets.get(limit.facet.kind)?.[0];
      return (
        (ours !== undefined && Number(ours.facet.value) <= Number(limit?.facet.value)) ||
        enumeratedMeet(c, a, b)
      );
    }
    case 'whiteSpace':
    case 'whole':
      return false;
  }
}

const textsOf = (facets: readonly StatedFacet[] | undefined): ReadonlySet<string> =>
  new Set(facets?.map(({ facet }) => facet.value));

/** The value of a member of an enumeration; undefined where it is none of the type. */
function valueKey(schema: Schema, id: ComponentId, { facet }: StatedFacet): string | undefined {
  const codec = simpleTypeCodec(schema, id);
  const text = normalizeWhiteSpace(facet.value, codec.whiteSpace);
  const lookup = lookupIn(facet.namespaces);
  return codec.check(text, lookup) === undefined ? keyOf(codec, text, lookup) : undefined;
}

/** Where values are enumerated, what is asked of values can be asked of each. */
function enumeratedMeet(c: Comparison, a: ComponentId, b: ComponentId): boolean {
  const values = effectiveFacets(c.from, a).facets.get('enumeration');
  if (values === undefined) return false;
  const [codecA, codecB] = [simpleTypeCodec(c.from, a), simpleTypeCodec(c.to, b)];
  return values.every(({ facet }) => {
    const lookup = lookupIn(facet.namespaces);
    const text = normalizeWhiteSpace(facet.value, codecA.whiteSpace);
    return codecA.check(text, lookup) !== undefined || codecB.check(text, lookup) === undefined;
  });
}

function isBoundImplied(
  c: Comparison,
  a: ComponentId,
  facets: ReadonlyMap<FacetKind, readonly StatedFacet[]>,
  { facet: wanted }: StatedFacet,
): boolean {
  const codec = simpleTypeCodec(c.from, a);
  if (!isOrdered(codec)) return false;
  const isLower = wanted.kind.startsWith('min');
  const kinds: readonly FacetKind[] = isLower
    ? ['minInclusive', 'minExclusive']
    : ['maxInclusive', 'maxExclusive'];
  return kinds.some((kind) => {
    const own = facets.get(kind)?.[0]?.facet;
    if (own === undefined) return false;
    const order = compareValues(codec, own.value.trim(), wanted.value.trim());
    if (order === undefined) return false;
    const isInside = isLower ? order > 0 : order < 0;
    return isInside || (order === 0 && (own.kind === wanted.kind || wanted.kind.endsWith('Inclusive')));
  });
}
