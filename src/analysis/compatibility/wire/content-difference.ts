import type { ComplexType, ComponentId, Particle } from '../../../model/schema/index.js';
import type { ContentAutomaton, Position } from '../../content-model/automaton.js';
import { type Configuration, enterAt } from '../../content-model/content-walk.js';
import type { Comparison, Difference } from './comparison.js';
import { placeOf } from './comparison.js';
import { type Alphabet, type ContentSymbol, readAt } from './content-symbol.js';
import { leastWay, mayEnd, type Place } from './content-words.js';
import { ownerOfParticle } from './particle-owner.js';
import type { WireRule } from './rules.js';
import type { ElementSite } from './site.js';
import type { WitnessElement, WitnessMark } from './witness.js';

/** Two content models that are compared, and where. */
export interface ContentPair {
  readonly c: Comparison;
  readonly a: ComplexType;
  readonly b: ComplexType;
  readonly left: ContentAutomaton;
  readonly right: ContentAutomaton;
  readonly alphabet: Alphabet;
  readonly site: ElementSite;
}

/**
 * Reports that the second model cannot read an element after which the first one is at `left`, and says where it is to go on;
 * undefined where the two models have their elements in such different orders that they cannot be read on together.
 */
export function reportRefusal(
  pair: ContentPair,
  left: Configuration,
  symbol: ContentSymbol,
  from: readonly Place[],
  witness: (mark: WitnessMark) => WitnessElement,
): readonly Place[] | undefined {
  const { position } = left;
  const { c, right, site } = pair;
  const marked = (): WitnessElement => witness({ kind: 'element' });
  const reads = (at: Place): boolean => at !== undefined && readAt(c, at.position, symbol) !== undefined;
  const readers = right.positions.filter((other) => readAt(c, other, symbol) !== undefined);
  const path = `${site.path}/${symbol.example.name.localName}`;
  const { term } = position;
  if (readers.length === 0) {
    const isMember = term.kind === 'element-declaration-ref' && symbol.example.declaration !== term.element;
    const rule: WireRule =
      term.kind === 'wildcard'
        ? 'wildcard.narrowed'
        : isMember
          ? 'substitution.member-removed'
          : 'content.element-removed';
    c.report(leftDifference(pair, rule, position, symbol, path), marked());
    return from;
  }
  // More of the same.
  const current = from.find((at) => at !== undefined && reads(at));
  if (current !== undefined && from.every((at) => at === undefined || reads(at))) {
    const node = right.nodes[current.position.node];
    c.report(
      {
        ...leftDifference(pair, 'content.max-lowered', position, symbol, path),
        to: rightPlace(pair, current.position.particle),
        detail: {
          subject: symbol.example.name.localName,
          before: range(position.particle),
          after: node === undefined ? '' : range(node.particle),
        },
      },
      marked(),
    );
    return from;
  }
  for (const at of from) {
    const way = leastWay(right, at, reads, () => 1, true);
    if (way === undefined) continue;
    const missing = way.slice(0, -1).map((place) => place.position);
    if (missing.some((lacking) => lacking !== at?.position && comesLater(pair, left, lacking))) break;
    for (const lacking of missing) reportMissing(pair, lacking, at, marked);
    return way.slice(-1);
  }
  const rule: WireRule = canPrecede(pair, readers, from) ? 'content.order' : 'content.alternative-removed';
  c.report(
    { ...leftDifference(pair, rule, position, symbol, path), key: `${rule} ${pair.a.id} ${pair.b.id}` },
    marked(),
  );
  return undefined;
}

/** Whether the first model can have an element behind a place that the second one wants before it. */
function comesLater(pair: ContentPair, left: Configuration, lacking: Position): boolean {
  const [name] = namesOf(pair, [lacking]);
  const isIt = (at: Place): boolean =>
    at !== undefined && name !== undefined && leftNames(pair, at.position).includes(name);
  return leastWay(pair.left, left, isIt, ({ term }) => pair.c.sizes.term(term), true) !== undefined;
}

/** Reports that content may end for the first model and not for the second one. */
export function reportEnd(pair: ContentPair, from: readonly Place[], witness: () => WitnessElement): void {
  const { right } = pair;
  for (const at of from) {
    const way = leastWay(
      right,
      at,
      (place) => mayEnd(right, place),
      () => 1,
    );
    if (way === undefined) continue;
    for (const { position } of way) reportMissing(pair, position, at, witness);
    return;
  }
  const { c, a, b, site } = pair;
  c.report(
    {
      rule: 'content.required',
      from: placeOf(a),
      to: placeOf(b),
      path: site.path,
      detail: { subject: a.name?.localName ?? site.name.localName },
    },
    witness(),
  );
}

/** Reports an element that the second model requires. */
export function reportMissing(
  pair: ContentPair,
  lacking: Position,
  at: Place,
  witness: () => WitnessElement,
): void {
  const { c, left, site } = pair;
  const [name = 'an element'] = namesOf(pair, [lacking]);
  const known = left.positions.find((other) => leftNames(pair, other).includes(name));
  const isRepeated = at !== undefined && at.position === lacking;
  const rule: WireRule =
    known === undefined ? 'content.required-added' : isRepeated ? 'content.min-raised' : 'content.required';
  const difference: Difference = {
    rule,
    from: known === undefined ? placeOf(pair.a) : leftPlace(pair, known.particle),
    to: rightPlace(pair, lacking.particle),
    path: `${site.path}/${name}`,
    detail: {
      subject: name,
      ...(known === undefined ? {} : { before: range(known.particle) }),
      after: range(lacking.particle),
    },
    key: `missing ${placeKeyOf(rightPlace(pair, lacking.particle))} ${name}`,
  };
  c.report(difference, witness());
}

const placeKeyOf = ({
  component,
  span,
}: {
  readonly component: ComponentId;
  readonly span: { readonly source: string; readonly start: number };
}): string => `${component} ${span.source}:${String(span.start)}`;

/** Names of elements of the second model, as the first one spells them. */
function namesOf({ c }: ContentPair, positions: readonly Position[]): readonly string[] {
  return positions.flatMap(({ term }) => {
    if (term.kind === 'wildcard') return [];
    const name = c.to.elements.get(term.element)?.name;
    return name === undefined ? [] : [c.match.elementBack(name).localName];
  });
}

function leftNames({ c }: ContentPair, { term }: Position): readonly string[] {
  if (term.kind === 'wildcard') return [];
  const name = c.from.elements.get(term.element)?.name;
  return name === undefined ? [] : [name.localName];
}

/** Whether the second model reads the elements the other way round. */
function canPrecede({ right }: ContentPair, readers: readonly Position[], from: readonly Place[]): boolean {
  const current = from.flatMap((at) => (at === undefined ? [] : [at.position]));
  if (current.length === 0) return true;
  return readers.some((reader) => {
    const start = enterAt(right, undefined, reader);
    return (
      leastWay(
        right,
        start,
        (at) => at !== undefined && current.includes(at.position),
        () => 1,
        true,
      ) !== undefined
    );
  });
}

const leftDifference = (
  pair: ContentPair,
  rule: WireRule,
  { particle }: Position,
  symbol: ContentSymbol,
  path: string,
): Difference => {
  const subject =
    symbol.kind === 'rest'
      ? symbol.namespace === ''
        ? 'no namespace'
        : symbol.namespace
      : symbol.name.localName;
  const from = leftPlace(pair, particle);
  return {
    rule,
    from,
    to: placeOf(pair.b),
    path,
    detail: { subject, before: range(particle) },
    key: `${rule} ${placeKeyOf(from)} ${rule === 'wildcard.narrowed' ? '' : subject}`,
  };
};

const leftPlace = ({ c, a }: ContentPair, particle: Particle): Difference['from'] =>
  placeOf(ownerOfParticle(c.from, a, particle), particle.span);

const rightPlace = ({ c, b }: ContentPair, particle: Particle): Difference['to'] =>
  placeOf(ownerOfParticle(c.to, b, particle), particle.span);

const range = ({ minOccurs, maxOccurs }: Particle): string =>
  `${String(minOccurs)}..${maxOccurs === 'unbounded' ? '*' : String(maxOccurs)}`;
