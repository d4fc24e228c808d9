import type { ComponentId, Schema, SimpleType } from '../../../../model/schema/index.js';
import { sameName } from '../../../../foundation/expanded-name.js';
import { normalizeWhiteSpace } from '../../../../runtime/primitive/white-space.js';
import {
  effectiveFacets,
  isBuiltInType,
  simpleTypeBehind,
  simpleTypeCodec,
  withSimpleBaseTypes,
} from '../../../simple-type/index.js';
import type { Comparison } from '../comparison.js';
import type { WireDoubtReason, WireRule } from '../rules.js';
import type { WireDetail } from '../verdict.js';
import { allOf, not } from './acceptor.js';
import { type Demand, demandsOf, isImplied } from './demand.js';
import { languageOf } from './language.js';
import { likelyLiterals } from './likely-literals.js';
import { isSameDefinition } from './same-definition.js';
import { shortestTexts } from './shortest-text.js';

/** One demand of a type that not all values of another one meet; `literal` is one that does not, if one was found. */
export interface Narrowing {
  readonly rule: WireRule;
  /** The type that makes the demand; undefined where it is the type as a whole. */
  readonly owner: SimpleType | undefined;
  readonly ownerA: SimpleType | undefined;
  readonly subject: string | undefined;
  readonly detail: Omit<WireDetail, 'subject'>;
  readonly literal: string | undefined;
  readonly reason: WireDoubtReason;
}

/** What of the second type the values of the first one do not meet. Empty is a proof that they meet all. */
export function narrowings(c: Comparison, a: ComponentId, b: ComponentId): readonly Narrowing[] {
  const key = `${a} ${b}`;
  let known = memory.get(c);
  if (known === undefined) memory.set(c, (known = new Map<string, readonly Narrowing[]>()));
  let found = known.get(key);
  if (found === undefined) {
    // A circle, which the linker has reported, ends here.
    known.set(key, []);
    found = find(c, a, b);
    known.set(key, found);
  }
  return found;
}

const memory = new WeakMap<Comparison, Map<string, readonly Narrowing[]>>();

function find(c: Comparison, a: ComponentId, b: ComponentId): readonly Narrowing[] {
  const typeA = simpleTypeBehind(c.from, a);
  const typeB = simpleTypeBehind(c.to, b);
  if (typeA === undefined || typeB === undefined) return [];
  if (isSameDefinition(c, a, b)) return [];
  if (effectiveFacets(c.from, a).primitive !== effectiveFacets(c.to, b).primitive) c.hasNewValueSpaces = true;
  if (enumeratedAllValid(c, a, b)) return [];
  const parts = structural(c, typeA, typeB);
  const found: Narrowing[] = [];
  const demands = demandsOf(c.to, b);
  const open = demands.filter((demand) => !isImplied(c, a, b, demand));
  if (open.length === 0 && parts !== 'open') return parts;
  if (parts !== 'open') found.push(...parts);
  const rest = parts === 'open' && open.length === 0 ? [WHOLE] : open;
  for (const demand of rest) {
    const outcome = counterexample(c, a, b, demand);
    if (outcome === 'none') continue;
    found.push(narrowingBy(c, a, b, demand, outcome));
  }
  if (
    parts === 'open' &&
    open.length > 0 &&
    found.length === 0 &&
    !demands.some(({ kind }) => kind === 'primitive')
  ) {
    const outcome = counterexample(c, a, b, WHOLE);
    if (outcome !== 'none') found.push(narrowingBy(c, a, b, WHOLE, outcome));
  }
  return found;
}

/** The type as a whole: what no single demand explains. */
const WHOLE: Demand = {
  kind: 'whole',
  rule: 'type.narrowed',
  owner: undefined,
  after: '',
  acceptor: () => undefined,
};

/** A finite set of texts: each can be tried. */
function enumeratedAllValid(c: Comparison, a: ComponentId, b: ComponentId): boolean {
  const own = effectiveFacets(c.from, a);
  const values = own.facets.get('enumeration');
  const codecA = simpleTypeCodec(c.from, a);
  const codecB = simpleTypeCodec(c.to, b);
  if (values === undefined || own.variety !== 'atomic' || own.primitive !== 'string') return false;
  if (codecA.whiteSpace !== codecB.whiteSpace && codecB.variety !== 'union') return false;
  if (codecB.variety === 'union' && codecA.whiteSpace === 'preserve') {
    if (values.some(({ facet }) => /[ \t\r\n]/.test(facet.value))) return false;
  } else if (codecB.variety === 'union') return false;
  return values.every(({ facet }) => {
    const text = normalizeWhiteSpace(facet.value, codecA.whiteSpace);
    const isValid = codecA.check(text, NO_NAMES) === undefined;
    return !isValid || codecB.check(normalizeWhiteSpace(text, codecB.whiteSpace), NO_NAMES) === undefined;
  });
}

const NO_NAMES = (): undefined => undefined;

/** Lists by their items, unions by their members. 'open' where that does not settle it. */
function structural(c: Comparison, a: SimpleType, b: SimpleType): readonly Narrowing[] | 'open' {
  const [left, right] = [a.variety, b.variety];
  const settle = (inner: readonly Narrowing[]): readonly Narrowing[] | 'open' => {
    const shown = inner.filter(({ literal }) => literal !== undefined && isWitness(c, a.id, b.id, literal));
    return inner.length === 0 ? [] : shown.length === 0 ? 'open' : shown;
  };
  if (left.kind === 'list' && right.kind === 'list')
    return settle(narrowings(c, left.itemType, right.itemType));
  if (left.kind === 'union') {
    // A member that is narrowed may be kept from that by what the union itself demands.
    const fits = left.memberTypes.every((member) => narrowings(c, member, b.id).length === 0);
    if (fits || right.kind !== 'union') return fits ? [] : 'open';
    const isPaired = left.memberTypes.length === right.memberTypes.length;
    return isPaired
      ? settle(left.memberTypes.flatMap((member, at) => memberNarrowings(c, member, right.memberTypes[at])))
      : 'open';
  }
  if (right.kind === 'union')
    return right.memberTypes.some((member) => narrowings(c, a.id, member).length === 0) ? [] : 'open';
  return left.kind === 'list' || right.kind === 'list' ? 'open' : [];
}

const memberNarrowings = (c: Comparison, a: ComponentId, b: ComponentId | undefined): readonly Narrowing[] =>
  b === undefined ? [] : narrowings(c, a, b);

/** Whether a literal, as it stands in a document, is valid for the first type only. */
const isWitness = (c: Comparison, a: ComponentId, b: ComponentId, text: string): boolean =>
  accepts(c.from, a, text) && !accepts(c.to, b, text);

/** A text that shows a difference, a proof that there is none, or neither. */
type Outcome = { readonly text: string } | 'none' | { readonly reason: WireDoubtReason };

/** A literal that meets all of the first type and not the demand; 'none' is a proof that there is none. */
function counterexample(c: Comparison, a: ComponentId, b: ComponentId, demand: Demand): Outcome {
  const shows = (text: string): boolean => isWitness(c, a, b, text);
  const own = languageOf(c.from, a);
  const other = languageOf(c.to, b);
  const wanted = demand.acceptor() ?? (demand.kind === 'whole' && other.isExact ? other.acceptor : undefined);
  let isTooLarge = false;
  if (wanted !== undefined) {
    const { texts, isAll, isGivenUp } = shortestTexts(allOf([own.acceptor, not(wanted)]), shows, c.maxStates);
    const text = texts.find(shows);
    if (text !== undefined) return { text };
    if (isAll && texts.length === 0) return 'none';
    isTooLarge = isGivenUp;
  }
  const rules = FAULTS[demand.rule];
  const likely = [...likelyLiterals(c.from, a), ...likelyLiterals(c.to, b)]
    .filter((text) => shows(text) && (rules === undefined || rules.test(ruleOf(c.to, b, text))))
    .sort((x, y) => x.length - y.length);
  const [first] = likely;
  if (first !== undefined) return { text: first };
  if (wanted === undefined) {
    const { texts } = shortestTexts(own.acceptor, shows, Math.min(c.maxStates, 2_000));
    const text = texts.find(
      (each) => shows(each) && (rules === undefined || rules.test(ruleOf(c.to, b, each))),
    );
    if (text !== undefined) return { text };
  }
  return { reason: isTooLarge ? 'patterns-too-large' : 'values-not-comparable' };
}

/** Which rules of the recommendation a demand is about. */
const FAULTS: Partial<Record<WireRule, RegExp>> = {
  'facet.enumeration': /enumeration/,
  'facet.length': /[lL]ength/,
  'facet.bounds': /clusive/,
  'facet.digits': /Digits/,
  'facet.pattern': /pattern/,
};

const accepts = (schema: Schema, id: ComponentId, text: string): boolean =>
  faultOf(schema, id, text) === undefined;

const ruleOf = (schema: Schema, id: ComponentId, text: string): string =>
  faultOf(schema, id, text)?.rule ?? '';

const faultOf = (
  schema: Schema,
  id: ComponentId,
  text: string,
): ReturnType<ReturnType<typeof simpleTypeCodec>['check']> => {
  const codec = simpleTypeCodec(schema, id);
  return codec.check(normalizeWhiteSpace(text, codec.whiteSpace), XML_ONLY);
};

const XML_ONLY = (prefix: string): string | undefined =>
  prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : prefix === '' ? '' : undefined;

function narrowingBy(
  c: Comparison,
  a: ComponentId,
  b: ComponentId,
  demand: Demand,
  outcome: Exclude<Outcome, 'none'>,
): Narrowing {
  const chainA = chainOf(c.from, a);
  const chainB = chainOf(c.to, b);
  const isBuiltIn = demand.owner === undefined || isBuiltInType(demand.owner);
  // What a built-in type demands came with the lowest type that was made of it.
  const owner = isBuiltIn ? chainB.filter((type) => !isBuiltInType(type)).at(-1) : demand.owner;
  const ownerA =
    owner?.name &&
    chainA.find(
      ({ name }) =>
        name !== undefined && owner.name !== undefined && sameName(c.match.type(name), owner.name),
    );
  const before = demand.kind === 'whole' ? undefined : statedBy(c, a, demand);
  return {
    rule: isBuiltIn ? 'type.narrowed' : demand.rule,
    owner,
    ownerA,
    subject: owner?.name?.localName,
    detail: {
      ...(before === undefined ? {} : { before }),
      after: isBuiltIn ? (chainB.find(isBuiltInType)?.name?.localName ?? demand.after) : demand.after,
    },
    literal: 'text' in outcome ? outcome.text : undefined,
    reason: 'reason' in outcome ? outcome.reason : 'values-not-comparable',
  };
}

function chainOf(schema: Schema, id: ComponentId): readonly SimpleType[] {
  const type = simpleTypeBehind(schema, id);
  return type === undefined ? [] : withSimpleBaseTypes(schema, type);
}

/** What the first type said in the same matter. */
function statedBy(c: Comparison, a: ComponentId, demand: Demand): string | undefined {
  return demandsOf(c.from, a).find(({ kind, rule }) => kind === demand.kind && rule === demand.rule)?.after;
}
