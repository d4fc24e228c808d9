import type { ComponentId, Schema } from '../../../../model/schema/index.js';
import { normalizeWhiteSpace } from '../../../../runtime/primitive/white-space.js';
import {
  effectiveFacets,
  type EffectiveFacets,
  simpleTypeBehind,
  simpleTypeCodec,
} from '../../../simple-type/index.js';
import { type Acceptor, allOf, anyOf, EVERYTHING } from './acceptor.js';
import { boundAcceptor, digitsAcceptor } from './decimal-acceptors.js';
import { lexicalSpace } from './lexical-space.js';
import {
  anyPattern,
  COLLAPSED,
  lengthAcceptor,
  listAcceptor,
  onRaw,
  wordsAcceptor,
} from './text-acceptors.js';

/** The literals of a simple type, as they stand in a document: exactly these, or all of these and some more. */
export interface Language {
  readonly acceptor: Acceptor;
  readonly isExact: boolean;
}

const memory = new WeakMap<Schema, Map<ComponentId, Language>>();

/** The literals of a simple type as an automaton. */
export function languageOf(schema: Schema, id: ComponentId): Language {
  let known = memory.get(schema);
  if (known === undefined) memory.set(schema, (known = new Map<ComponentId, Language>()));
  let language = known.get(id);
  if (language === undefined) {
    known.set(id, { acceptor: EVERYTHING, isExact: false });
    language = make(schema, id);
    known.set(id, language);
  }
  return language;
}

/** Parts of a language, put together one by one. */
class Parts {
  readonly acceptors: Acceptor[] = [];
  isExact = true;

  add(acceptor: Acceptor | undefined): void {
    if (acceptor === undefined) this.isExact = false;
    else this.acceptors.push(acceptor);
  }
}

function make(schema: Schema, id: ComponentId): Language {
  const type = simpleTypeBehind(schema, id);
  if (type === undefined) return { acceptor: EVERYTHING, isExact: false };
  const facets = effectiveFacets(schema, id);
  const parts = new Parts();
  const { variety } = type;
  if (variety.kind === 'union') return unionLanguage(schema, variety.memberTypes, facets);
  if (variety.kind === 'list') {
    const item = languageOf(schema, variety.itemType);
    parts.isExact = item.isExact;
    const { min, max } = lengthRange(facets);
    parts.add(max === Infinity || max <= LONGEST ? listAcceptor(item.acceptor, min, max) : undefined);
    addPatterns(parts, facets);
    if (facets.facets.has('enumeration')) parts.add(enumeratedTexts(facets, 'collapse'));
    return { acceptor: onRaw(allOf(parts.acceptors), 'collapse'), isExact: parts.isExact };
  }
  const primitive = facets.primitive ?? 'anySimpleType';
  const space = lexicalSpace(primitive);
  parts.add(space.acceptor);
  parts.isExact = space.isExact;
  addPatterns(parts, facets);
  if (primitive === 'decimal') addDecimalFacets(parts, facets);
  else if (TEXTS.has(primitive)) addTextFacets(parts, facets);
  else addOtherFacets(parts, facets);
  if (facets.whiteSpace === 'collapse' && space.acceptor === EVERYTHING) parts.add(COLLAPSED);
  return { acceptor: onRaw(allOf(parts.acceptors), facets.whiteSpace), isExact: parts.isExact };
}

const TEXTS: ReadonlySet<string> = new Set(['string', 'anyURI', 'anySimpleType']);
/** Longer texts are not spelt out. */
const LONGEST = 5_000;

export interface LengthRange {
  readonly min: number;
  readonly max: number;
}

/** What the length facets allow. */
export function lengthRange({ facets }: EffectiveFacets): LengthRange {
  const value = (kind: 'length' | 'minLength' | 'maxLength'): number | undefined => {
    const text = facets.get(kind)?.[0]?.facet.value;
    return text === undefined ? undefined : Number(text.trim());
  };
  const exact = value('length');
  return {
    min: Math.max(exact ?? 0, value('minLength') ?? 0),
    max: Math.min(exact ?? Infinity, value('maxLength') ?? Infinity),
  };
}

function addPatterns(parts: Parts, { patterns }: EffectiveFacets): void {
  for (const step of patterns) parts.add(anyPattern(step.map(({ facet }) => facet.value)));
}

function addDecimalFacets(parts: Parts, { facets }: EffectiveFacets): void {
  const number = (kind: 'totalDigits' | 'fractionDigits'): number =>
    Number(facets.get(kind)?.[0]?.facet.value.trim() ?? Infinity);
  for (const [kind, holds] of BOUNDS) {
    const limit = facets.get(kind)?.[0]?.facet.value.trim();
    if (limit !== undefined) parts.add(boundAcceptor(limit, holds));
  }
  const [total, fractional] = [number('totalDigits'), number('fractionDigits')];
  if (total !== Infinity || fractional !== Infinity) parts.add(digitsAcceptor(total, fractional));
  const values = facets.get('enumeration');
  if (values !== undefined)
    parts.add(
      values.length > 200
        ? undefined
        : anyOf(values.map(({ facet }) => boundAcceptor(facet.value.trim(), (order) => order === 0))),
    );
}

export const BOUNDS = [
  ['minInclusive', (order: number) => order >= 0],
  ['minExclusive', (order: number) => order > 0],
  ['maxInclusive', (order: number) => order <= 0],
  ['maxExclusive', (order: number) => order < 0],
] as const;

function addTextFacets(parts: Parts, facets: EffectiveFacets): void {
  const { min, max } = lengthRange(facets);
  if (min > 0 || max < Infinity)
    parts.add(min <= LONGEST && (max === Infinity || max <= LONGEST) ? lengthAcceptor(min, max) : undefined);
  if (facets.facets.has('enumeration')) parts.add(enumeratedTexts(facets, facets.whiteSpace));
}

/** Values that are texts themselves. */
function enumeratedTexts(
  { facets }: EffectiveFacets,
  whiteSpace: EffectiveFacets['whiteSpace'],
): Acceptor | undefined {
  const values = facets.get('enumeration') ?? [];
  const texts = values.map(({ facet }) => normalizeWhiteSpace(facet.value, whiteSpace));
  return texts.length > 3_000 ? undefined : wordsAcceptor(texts);
}

/** What is no matter of characters is left out: the language is too large then. */
function addOtherFacets(parts: Parts, { facets }: EffectiveFacets): void {
  const lexical: ReadonlySet<string> = new Set(['whiteSpace', 'pattern']);
  for (const kind of facets.keys()) if (!lexical.has(kind)) parts.isExact = false;
}

function unionLanguage(schema: Schema, members: readonly ComponentId[], facets: EffectiveFacets): Language {
  const languages = members.map((member) => languageOf(schema, member));
  const parts = new Parts();
  parts.isExact = languages.every(({ isExact }) => isExact);
  parts.add(anyOf(languages.map(({ acceptor }) => acceptor)));
  const whiteSpaces = new Set(members.map((member) => simpleTypeCodec(schema, member).whiteSpace));
  const [whiteSpace] = whiteSpaces;
  const texts = members.every((member) => TEXTS.has(effectiveFacets(schema, member).primitive ?? ''));
  for (const step of facets.patterns) {
    const pattern = anyPattern(step.map(({ facet }) => facet.value));
    const isUniform = whiteSpaces.size === 1 && whiteSpace !== undefined;
    parts.add(isUniform && pattern !== undefined ? onRaw(pattern, whiteSpace) : undefined);
  }
  if (facets.facets.has('enumeration')) {
    const words =
      texts && whiteSpaces.size === 1 && whiteSpace !== undefined
        ? enumeratedTexts(facets, whiteSpace)
        : undefined;
    parts.add(words === undefined || whiteSpace === undefined ? undefined : onRaw(words, whiteSpace));
  }
  return { acceptor: allOf(parts.acceptors), isExact: parts.isExact };
}
