import type { ComplexType, Particle, Wildcard } from '../../../model/schema/index.js';
import type { ContentAutomaton, Position } from '../../content-model/automaton.js';
import { type Comparison, placeOf } from './comparison.js';
import { compareAll, isAll } from './all-pair.js';
import { contentAutomatonOf, possibleContentOf } from './content-of.js';
import { reportRefusal, type ContentPair } from './content-difference.js';
import { compareProduct } from './content-product.js';
import { Alphabet, type ContentSymbol, readAt } from './content-symbol.js';
import { completion, joined, leastElement, leastWay } from './content-words.js';
import { type Configuration, enterAt } from '../../content-model/content-walk.js';
import { compareElements } from './element-pair.js';
import { ownerOfParticle } from './particle-owner.js';
import { elementAt, type ElementSite, witnessAt } from './site.js';
import { compareLetIn, compareWildcards, type WildcardMeeting } from './wildcard-pair.js';
import type { WitnessElement } from './witness.js';

/** Compares the child elements of two types: the orders in which they come, and each with its counterpart. */
export function compareContents(c: Comparison, a: ComplexType, b: ComplexType, site: ElementSite): void {
  const left = possibleContentOf(a, c.sizes);
  const right = contentAutomatonOf(b);
  const alphabet = new Alphabet(c, right);
  const pair: ContentPair = { c, a, b, left, right, alphabet, site };
  const whole = contentAutomatonOf(a);
  if (isSameContent(c, whole, right)) compareAlike(pair, whole);
  else if (isAll(left) && isAll(right)) compareAll(pair);
  else compareProduct(pair);
}

/** Whether two content models are the same but for what their elements are. */
function isSameContent(c: Comparison, left: ContentAutomaton, right: ContentAutomaton): boolean {
  return (
    left.nodes.length === right.nodes.length &&
    left.nodes.every((node, at) => {
      const other = right.nodes[at];
      return (
        other !== undefined &&
        node.kind === other.kind &&
        node.min === other.min &&
        node.max === other.max &&
        node.parent === other.parent &&
        node.children.length === other.children.length &&
        (node.kind !== 'leaf' || isSameTerm(c, node.particle, other.particle))
      );
    })
  );
}

function isSameTerm(c: Comparison, { term }: Particle, { term: other }: Particle): boolean {
  if (term.kind === 'wildcard' && other.kind === 'wildcard') return isSameWildcard(c, term, other);
  if (term.kind !== 'element-declaration-ref' || other.kind !== 'element-declaration-ref') return false;
  const name = c.from.elements.get(term.element)?.name;
  const otherName = c.to.elements.get(other.element)?.name;
  if (name === undefined || otherName === undefined) return false;
  const { localName, namespace } = c.match.element(name);
  return otherName.localName === localName && otherName.namespace === namespace;
}

function isSameWildcard(
  c: Comparison,
  { namespaceConstraint: a }: Wildcard,
  { namespaceConstraint: b }: Wildcard,
): boolean {
  const moved = (namespace: string): string => c.match.namespace(namespace);
  if (a.kind === 'any') return b.kind === 'any';
  if (a.kind === 'not') return b.kind === 'not' && moved(a.namespace) === b.namespace;
  return (
    b.kind === 'enumeration' &&
    a.namespaces.map(moved).sort().join(' ') === [...b.namespaces].sort().join(' ')
  );
}

/** Every position has its counterpart: only what stands there may differ. */
function compareAlike(pair: ContentPair, whole: ContentAutomaton): void {
  const { c, left, right, alphabet } = pair;
  const at = (position: Position): Configuration => enterAt(left, undefined, position);
  let possible = 0;
  for (const { particle, index } of whole.positions) {
    const position = left.positions[possible];
    const other = right.positions[index];
    // What can be in no message was left out, and the rest is in the same order.
    if (position?.particle !== particle || other === undefined) continue;
    possible++;
    const around = (element: WitnessElement): WitnessElement => through(pair, position, element);
    for (const symbol of alphabet.symbolsOf(position)) {
      const read = readAt(c, other, symbol);
      // A name that an element has stands where the element stands.
      if (read === undefined && position.term.kind === 'wildcard') continue;
      if (read === undefined)
        reportRefusal(pair, at(position), symbol, [], (mark) => around({ ...symbol.example, mark }));
      else meet(pair, position, other, symbol, read, around);
    }
  }
}

/** A message around an element at a position. */
export function through(
  { c, left, site }: ContentPair,
  position: Position,
  element: WitnessElement,
): WitnessElement {
  const sizeOf = ({ term }: Position): number => c.sizes.term(term);
  const way = leastWay(left, undefined, (at) => at?.position === position, sizeOf) ?? [];
  const before = way.slice(0, -1).map((at) => leastElement(c, at.position));
  const after = completion(c, left, way.at(-1)) ?? [];
  return witnessAt(site, { content: { kind: 'elements', elements: joined([...before, element, ...after]) } });
}

/** Compares what two positions that read the same symbol make of it. `around` builds a message around the element. */
export function meet(
  { c, a, b, alphabet, site }: ContentPair,
  left: Position,
  right: Position,
  symbol: ContentSymbol,
  read: NonNullable<ReturnType<typeof readAt>>,
  around: (element: WitnessElement) => WitnessElement,
): void {
  const siteOf: WildcardMeeting['siteOf'] = (name, declaration) => ({
    path: `${site.path}/${name.localName}`,
    name,
    declaration,
    embed: around,
  });
  if (read !== 'wildcard') {
    if (symbol.kind === 'rest') return;
    if (symbol.declaration !== undefined)
      compareElements(c, symbol.declaration, read, siteOf(symbol.name, symbol.declaration.id));
    else reportUnchecked(c, left, right, symbol, read, siteOf(symbol.name, undefined), { a, b });
    return;
  }
  if (right.term.kind !== 'wildcard') return;
  const fromTerm = left.term.kind === 'wildcard' ? left.term : right.term;
  const meeting: WildcardMeeting = {
    from: fromTerm,
    to: right.term,
    fromPlace: placeOf(ownerOfParticle(c.from, a, left.particle), left.particle.span),
    toPlace: placeOf(ownerOfParticle(c.to, b, right.particle), right.particle.span),
    siteOf,
  };
  if (symbol.kind === 'rest') compareWildcards(c, meeting, symbol.namespace, alphabet.named);
  else if (symbol.declaration !== undefined) compareLetIn(c, meeting, symbol.declaration);
}

/** What a wildcard let in unchecked is an element of the second model. */
function reportUnchecked(
  c: Comparison,
  left: Position,
  right: Position,
  symbol: ContentSymbol & { readonly kind: 'name' },
  read: { readonly id: string },
  site: ElementSite,
  { a, b }: Pick<ContentPair, 'a' | 'b'>,
): void {
  const inner = elementAt({ name: { namespace: '', localName: 'unknown' }, declaration: undefined });
  c.report(
    {
      rule: 'wildcard.newly-declared',
      from: placeOf(ownerOfParticle(c.from, a, left.particle), left.particle.span),
      to: placeOf(ownerOfParticle(c.to, b, right.particle), right.particle.span),
      path: site.path,
      detail: { subject: symbol.name.localName },
      key: `wildcard.newly-declared ${read.id}`,
    },
    witnessAt(site, {
      attributes: [{ name: inner.name, declaration: undefined, literal: 'x' }],
      content: { kind: 'elements', elements: [{ element: inner, count: 1 }], text: 'text' },
      mark: { kind: 'element' },
    }),
  );
}
