import type { ComplexType, ComponentId, TypeDefinition } from '../../../model/schema/index.js';
import { simpleTypeCodec } from '../../simple-type/index.js';
import { compareAttributes } from './attributes-pair.js';
import { type Comparison, type Difference, placeOf } from './comparison.js';
import { compareContents } from './content-pair.js';
import { leastWord } from './content-words.js';
import { contentAutomatonOf } from './content-of.js';
import { compareSimpleTypes } from './simple/simple-pair.js';
import { type ElementSite, type ValueSite, witnessAt } from './site.js';

/** Compares two types: attributes and content. */
export function compareTypes(c: Comparison, a: TypeDefinition, b: TypeDefinition, site: ElementSite): void {
  compareAttributesOf(c, a, b, site);
  c.once(`content ${a.id} ${b.id}`, () => {
    if (c.sizes.type(a) !== Infinity) compareContent(c, a, b, site);
  });
}

/** Compares the attributes alone. */
export function compareAttributesOf(
  c: Comparison,
  a: TypeDefinition,
  b: TypeDefinition,
  site: ElementSite,
): void {
  if (a.kind === 'simple-type' && b.kind === 'simple-type') return;
  c.once(`attributes ${a.id} ${b.id}`, () => {
    compareAttributes(c, a, b, site);
  });
}

function compareContent(c: Comparison, a: TypeDefinition, b: TypeDefinition, site: ElementSite): void {
  const valueA = valueTypeOf(a);
  const valueB = valueTypeOf(b);
  const difference = (rule: Difference['rule']): Difference => ({
    rule,
    from: placeOf(a),
    to: placeOf(b),
    path: site.path,
    detail: { subject: a.name?.localName ?? site.name.localName, before: kindOf(a), after: kindOf(b) },
  });
  if (valueA !== undefined && valueB !== undefined) {
    compareSimpleTypes(c, valueA, valueB, textSite(site));
    return;
  }
  if (valueA !== undefined) {
    if (isMixed(b) && acceptsNothing(b)) return;
    c.report(difference('content.kind-changed'), witnessAt(site, { mark: { kind: 'element' } }));
    return;
  }
  if (a.kind === 'simple-type') return;
  if (valueB !== undefined) {
    const word = leastWord(c, a, { isEmptyAllowed: false });
    if (word !== undefined)
      c.report(
        difference('content.kind-changed'),
        witnessAt(site, { content: { kind: 'elements', elements: word }, mark: { kind: 'element' } }),
      );
    else if (isMixed(a)) compareSimpleTypes(c, ANY_SIMPLE, valueB, textSite(site));
    else if (simpleTypeCodec(c.to, valueB).check('', () => undefined) !== undefined)
      c.report(difference('content.kind-changed'), witnessAt(site, { mark: { kind: 'element' } }));
    return;
  }
  if (b.kind === 'simple-type') return;
  if (isMixed(a) && !isMixed(b)) {
    const elements = leastWord(c, a, { isEmptyAllowed: true }) ?? [];
    c.report(
      difference('content.mixed-removed'),
      witnessAt(site, { content: { kind: 'elements', elements, text: 'text' }, mark: { kind: 'text' } }),
    );
  }
  compareContents(c, a, b, site);
}

const ANY_SIMPLE = 'type:{http://www.w3.org/2001/XMLSchema}anySimpleType' as ComponentId;

/** The text of an element. */
export const textSite = (site: ElementSite): ValueSite => ({
  path: site.path,
  witness: (text) => witnessAt(site, { content: { kind: 'text', text }, mark: { kind: 'text' } }),
});

/** The type of the value of an element: itself, or that of simple content. */
export function valueTypeOf(type: TypeDefinition): ComponentId | undefined {
  if (type.kind === 'simple-type') return type.id;
  return type.contentType.kind === 'simple' ? type.contentType.type : undefined;
}

export const isMixed = (type: TypeDefinition): type is ComplexType =>
  type.kind === 'complex-type' && type.contentType.kind === 'mixed';

const kindOf = (type: TypeDefinition): string =>
  type.kind === 'simple-type'
    ? 'a value'
    : type.contentType.kind === 'simple'
      ? 'a value'
      : KINDS[type.contentType.kind];

const KINDS = { empty: 'nothing', 'element-only': 'elements', mixed: 'elements and text' } as const;

function acceptsNothing(type: ComplexType): boolean {
  return contentAutomatonOf(type).isEmptiable;
}
