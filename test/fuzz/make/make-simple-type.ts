import type { Random } from '../../../src/samples/random.js';
import { node, type XmlNode } from '../xml-tree.js';
import { boundariesOf, BUILT_INS } from './boundary-literals.js';
import { makePattern } from './make-pattern.js';
import { refer, visible, type MadeSimpleType, type SchemaDocument, type Scope } from './scope.js';

/** A simple type that something may refer to: its name in the document, and what is known of it. */
export interface SimpleTypeUse {
  readonly name: string;
  readonly variety: MadeSimpleType['variety'];
  readonly builtIn: string;
  readonly range: readonly [number, number];
}

/** A built-in type or one that was made before. */
export function pickSimpleType(scope: Scope, from: SchemaDocument): SimpleTypeUse {
  const { random } = scope;
  const own = visible(scope.simpleTypes, from);
  const made = random.chance(30) ? random.pick(own) : undefined;
  if (made !== undefined) return { ...made, name: refer(from, made) };
  return useOf(random.pick(BUILT_INS) ?? 'string');
}

/** A built-in type, in use. */
export const useOf = (builtIn: string): SimpleTypeUse => ({
  name: `xs:${builtIn}`,
  variety: /^(?:NMTOKENS|IDREFS|ENTITIES)$/.test(builtIn) ? 'list' : 'atomic',
  builtIn,
  range: [0, boundariesOf(builtIn).ordered.length - 1],
});

/** Declares a named simple type. */
export function declareSimpleType(scope: Scope, document: SchemaDocument): MadeSimpleType {
  const name = scope.fresh('T');
  const { element, use } = makeSimpleType(scope, document, 2);
  element.attributes.push({ name: 'name', value: name });
  const isFinal = scope.random.chance(4);
  if (isFinal)
    element.attributes.push({
      name: 'final',
      value: scope.random.pick(['#all', 'restriction', 'list', 'union', 'list union']),
    });
  document.root.children.push(element);
  const made = { ...use, name, document, isFinal };
  scope.simpleTypes.push(made);
  return made;
}

interface MadeAnonymous {
  readonly element: XmlNode;
  readonly use: SimpleTypeUse;
}

/** An `xs:simpleType`: restriction, list or union. */
export function makeSimpleType(scope: Scope, document: SchemaDocument, depth: number): MadeAnonymous {
  const { random, feature } = scope;
  const derivation = feature === 'lists' ? random.below(100) : random.below(300);
  if (derivation < 40 && feature !== 'patterns') return makeList(scope, document, depth);
  if (derivation < 75 && feature !== 'patterns') return makeUnion(scope, document, depth);
  return makeRestriction(scope, document, depth);
}

function makeList(scope: Scope, document: SchemaDocument, depth: number): MadeAnonymous {
  const anonymous = depth > 0 && scope.random.chance(30);
  if (anonymous) {
    const item = makeSimpleType(scope, document, depth - 1);
    if (item.use.variety !== 'atomic' && scope.random.chance(90)) return makeList(scope, document, 0);
    return {
      element: node('xs:simpleType', {}, [node('xs:list', {}, [item.element])]),
      use: { ...item.use, variety: 'list' },
    };
  }
  const item = pickAtomic(scope, document);
  return {
    element: node('xs:simpleType', {}, [node('xs:list', { itemType: item.name })]),
    use: { ...item, variety: 'list' },
  };
}

function pickAtomic(scope: Scope, document: SchemaDocument): SimpleTypeUse {
  for (let attempt = 0; attempt < 5; attempt++) {
    const use = pickSimpleType(scope, document);
    if (use.variety === 'atomic') return use;
  }
  return useOf('integer');
}

function makeUnion(scope: Scope, document: SchemaDocument, depth: number): MadeAnonymous {
  const { random } = scope;
  const members = Array.from({ length: random.between(1, 3) }, () => pickSimpleType(scope, document));
  const inner = depth > 0 && random.chance(30) ? [makeSimpleType(scope, document, depth - 1)] : [];
  const first = members[0] ?? useOf('string');
  return {
    element: node('xs:simpleType', {}, [
      node(
        'xs:union',
        { memberTypes: members.map(({ name }) => name).join(' ') },
        inner.map(({ element }) => element),
      ),
    ]),
    use: { ...first, variety: 'union' },
  };
}

function makeRestriction(scope: Scope, document: SchemaDocument, depth: number): MadeAnonymous {
  const { random } = scope;
  if (depth > 0 && random.chance(15)) {
    const base = makeSimpleType(scope, document, depth - 1);
    const { facets, range } = makeFacets(scope, base.use);
    return {
      element: node('xs:simpleType', {}, [node('xs:restriction', {}, [base.element, ...facets])]),
      use: { ...base.use, range },
    };
  }
  const base =
    scope.feature === 'patterns' && random.chance(70)
      ? useOf(random.pick(['string', 'token', 'string', 'normalizedString', 'NMTOKEN', 'integer']))
      : pickSimpleType(scope, document);
  const { facets, range } = makeFacets(scope, base);
  return {
    element: node('xs:simpleType', {}, [node('xs:restriction', { base: base.name }, facets)]),
    use: { ...base, range },
  };
}

const TEXTS =
  /^(?:string|normalizedString|token|language|N?C?Name|NMTOKEN|ID|IDREF|anyURI|hexBinary|base64Binary)$/;
const NUMBERS = /^(?:decimal|.*[iI]nteger|long|int|short|byte|unsigned.*)$/;

/** Facets of a restriction, mostly such as fit the base type and each other. */
export function makeFacets(
  scope: Scope,
  base: SimpleTypeUse,
): { readonly facets: readonly XmlNode[]; readonly range: readonly [number, number] } {
  const { random, feature } = scope;
  const { ordered } = boundariesOf(base.builtIn);
  const facets: XmlNode[] = [];
  let [low, high] = base.range;
  const facet = (name: string, value: string): void =>
    void facets.push(node(`xs:${name}`, { value, fixed: random.chance(6) ? 'true' : undefined }));
  const literal = (): string => literalOf(random, base, [low, high]);
  if (feature === 'patterns' ? random.chance(95) : random.chance(12)) {
    const count = random.chance(15) ? 2 : 1;
    for (let at = 0; at < count; at++) facets.push(node('xs:pattern', { value: makePattern(random) }));
  }
  if (random.chance(18)) {
    const values = new Set(Array.from({ length: random.between(1, 4) }, literal));
    for (const value of values) facets.push(node('xs:enumeration', { value }));
  }
  const isText = base.variety === 'list' || (base.variety === 'atomic' && TEXTS.test(base.builtIn));
  const isNumber = base.variety === 'atomic' && NUMBERS.test(base.builtIn);
  const isOrdered =
    base.variety === 'atomic' && !isText && !/^(?:boolean|QName|anySimpleType)$/.test(base.builtIn);
  if (isText && random.chance(50)) {
    const least = random.below(3);
    if (random.chance(30)) facet('length', String(random.between(1, 4)));
    else {
      if (random.chance(60)) facet('minLength', String(least));
      if (random.chance(60)) facet('maxLength', String(least + random.below(4)));
    }
  }
  if (isOrdered && random.chance(70) && low <= high) {
    const first = random.between(low, high);
    const last = random.between(first, high);
    if (random.chance(65)) {
      const inclusive = first === last || random.chance(60);
      facet(inclusive ? 'minInclusive' : 'minExclusive', boundOf(random, base, first));
      low = first;
    }
    if (random.chance(65)) {
      facet(
        first === last || random.chance(60) ? 'maxInclusive' : 'maxExclusive',
        boundOf(random, base, last),
      );
      high = last;
    }
  }
  if (isNumber && random.chance(30)) {
    const digits = random.between(1, 22);
    if (random.chance(70)) facet('totalDigits', String(digits));
    if (random.chance(60))
      facet('fractionDigits', String(base.builtIn === 'decimal' ? random.below(Math.min(digits, 4) + 1) : 0));
  }
  if (random.chance(7) && base.variety !== 'union') {
    const isFree = /^(?:string|normalizedString)$/.test(base.builtIn) && base.variety === 'atomic';
    facet(
      'whiteSpace',
      isFree || random.chance(5) ? random.pick(['collapse', 'replace', 'preserve']) : 'collapse',
    );
  }
  if (random.chance(2)) {
    const name = random.pick([
      'length',
      'minInclusive',
      'totalDigits',
      'maxLength',
      'fractionDigits',
      'maxExclusive',
    ]);
    facet(name, random.pick([ordered[0] ?? '1', '1', '-1', '0', 'x']));
  }
  return { facets: random.chance(90) ? facets : random.shuffled(facets), range: [low, high] };
}

const boundOf = (random: Random, { builtIn }: SimpleTypeUse, at: number): string => {
  const { ordered, odd } = boundariesOf(builtIn);
  return random.chance(2) ? (random.pick(odd) ?? '') : (ordered[at] ?? '0');
};

/** A literal that the type may well have. */
export function literalOf(
  random: Random,
  { variety, builtIn }: SimpleTypeUse,
  [low, high]: readonly [number, number],
): string {
  const { ordered, odd } = boundariesOf(builtIn);
  const one = (): string =>
    random.chance(3) ? (random.pick(odd) ?? '') : (ordered[random.between(low, Math.max(low, high))] ?? '');
  if (variety !== 'list') return one();
  return Array.from({ length: random.below(4) }, one).join(' ');
}
