import type { ComponentId, Facet, FacetKind, Schema, SimpleType } from '../../model/schema/index.js';
import { enumeration } from '../../runtime/facet/enumeration.js';
import { enumerationOfValues } from '../../runtime/facet/enumeration-of-values.js';
import { isText, type Facet as FacetCheck } from '../../runtime/facet/facet.js';
import { fractionDigits } from '../../runtime/facet/fraction-digits.js';
import { length } from '../../runtime/facet/length.js';
import { list } from '../../runtime/facet/list.js';
import { maxExclusive } from '../../runtime/facet/max-exclusive.js';
import { maxInclusive } from '../../runtime/facet/max-inclusive.js';
import { maxLength } from '../../runtime/facet/max-length.js';
import { minExclusive } from '../../runtime/facet/min-exclusive.js';
import { minInclusive } from '../../runtime/facet/min-inclusive.js';
import { minLength } from '../../runtime/facet/min-length.js';
import { type Matcher, pattern } from '../../runtime/facet/pattern.js';
import { restriction } from '../../runtime/facet/restriction.js';
import { totalDigits } from '../../runtime/facet/total-digits.js';
import { union } from '../../runtime/facet/union.js';
import { whiteSpace } from '../../runtime/facet/white-space.js';
import { patternMatcher } from '../../runtime/pattern/pattern-matcher.js';
import { anySimpleType } from '../../runtime/primitive/any-simple-type.js';
import type { SimpleTypeCodec } from '../../runtime/primitive/simple-type.js';
import { normalizeWhiteSpace } from '../../runtime/primitive/white-space.js';
import { compareValues, isOrdered } from '../../runtime/value-space/compare-values.js';
import { compilePattern } from '../pattern/index.js';
import { isAnySimpleType, isBuiltInType, simpleTypeBehind } from './base-types.js';
import { builtInCodec } from './built-in-codec.js';
import { facetsByKind } from './facets-by-kind.js';

const memory = new WeakMap<Schema, Map<ComponentId, SimpleTypeCodec>>();

/**
 * A live codec of a simple type, or of the simple content of a complex type: the same parts that generated code is made of. It
 * is total: a facet that is broken or does not apply has no effect, and what is no simple type accepts everything.
 */
export function simpleTypeCodec(schema: Schema, id: ComponentId): SimpleTypeCodec {
  let known = memory.get(schema);
  if (known === undefined) memory.set(schema, (known = new Map<ComponentId, SimpleTypeCodec>()));
  let codec = known.get(id);
  if (codec === undefined) {
    // A circle, which the linker has reported, ends here.
    known.set(id, anySimpleType);
    codec = makeCodec(schema, id);
    known.set(id, codec);
  }
  return codec;
}

function makeCodec(schema: Schema, id: ComponentId): SimpleTypeCodec {
  const type = simpleTypeBehind(schema, id);
  if (type === undefined) return anySimpleType;
  if (type.id !== id) return simpleTypeCodec(schema, type.id);
  const builtIn = isBuiltInType(type) ? builtInCodec(type.name?.localName ?? '') : undefined;
  if (builtIn !== undefined) return builtIn;
  const name = type.name?.localName ?? 'simple type';
  const base = schema.types.get(type.baseType);
  if (base?.kind === 'simple-type' && !isAnySimpleType(base)) return restrict(schema, type, name);
  switch (type.variety.kind) {
    case 'list':
      return list(simpleTypeCodec(schema, type.variety.itemType), name);
    case 'union':
      return union(
        type.variety.memberTypes.map((member) => simpleTypeCodec(schema, member)),
        name,
      );
    case 'atomic':
      return restrict(schema, type, name);
  }
}

function restrict(schema: Schema, type: SimpleType, name: string): SimpleTypeCodec {
  const base = simpleTypeCodec(schema, type.baseType);
  const checks = [...facetsByKind(type)].flatMap(([kind, facets]) => facetCheck(base, kind, facets) ?? []);
  return restriction(base, checks, name);
}

function facetCheck(
  base: SimpleTypeCodec,
  kind: FacetKind,
  facets: readonly Facet[],
): FacetCheck | undefined {
  const value = normalizeWhiteSpace(facets[0]?.value ?? '', 'collapse');
  switch (kind) {
    case 'length':
      return count(value, length);
    case 'minLength':
      return count(value, minLength);
    case 'maxLength':
      return count(value, maxLength);
    case 'totalDigits':
      return base.primitive === 'decimal' ? count(value, totalDigits) : undefined;
    case 'fractionDigits':
      return base.primitive === 'decimal' ? count(value, fractionDigits) : undefined;
    case 'minInclusive':
      return isComparable(base, value) ? minInclusive(value, compareValues) : undefined;
    case 'maxInclusive':
      return isComparable(base, value) ? maxInclusive(value, compareValues) : undefined;
    case 'minExclusive':
      return isComparable(base, value) ? minExclusive(value, compareValues) : undefined;
    case 'maxExclusive':
      return isComparable(base, value) ? maxExclusive(value, compareValues) : undefined;
    case 'whiteSpace':
      return value === 'preserve' || value === 'replace' || value === 'collapse'
        ? whiteSpace(value)
        : undefined;
    case 'pattern':
      return patternCheck(facets);
    case 'enumeration':
      return isText(base)
        ? enumeration(facets.map((facet) => facet.value))
        : enumerationOfValues(
            facets.map((facet) => facet.value),
            facets.map((facet) => facet.namespaces),
          );
  }
}

const count = (value: string, facet: (limit: number) => FacetCheck): FacetCheck | undefined =>
  /^\+?[0-9]+$/.test(value) ? facet(Number(value)) : undefined;

/** Whether a bound is a literal of the primitive type, so that it can be compared with. */
function isComparable(base: SimpleTypeCodec, value: string): boolean {
  return isOrdered(base) && builtInCodec(base.primitive)?.check(value, () => undefined) === undefined;
}

/** Undefined if no pattern of the step can be read: what is wrong with them is told by the constraints. */
function patternCheck(facets: readonly Facet[]): FacetCheck | undefined {
  const matchers = facets.flatMap((facet): readonly Matcher[] => {
    const compiled = compilePattern(facet.value);
    if (!compiled.ok) return [];
    return [
      compiled.regexp === undefined
        ? patternMatcher(compiled.automaton)
        : new RegExp(compiled.regexp.source, compiled.regexp.flags),
    ];
  });
  return matchers.length < facets.length
    ? undefined
    : pattern(matchers, facets.map(({ value }) => value).join(' | '));
}
