import {
  attributesExclude,
  defaultNeedsOptional,
  eitherMissing,
  facetRepeated,
  notationWithoutIdentifier,
  notBesideReference,
} from '../../../diagnostics/catalogue/xsd.js';
import type { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import type { ShapeName } from './shape.js';
import { childOf, childrenOf, states, type SyntaxNode, valueOf } from './syntax-node.js';

type Rule = (node: SyntaxNode, diagnostics: DiagnosticBag) => void;

/** The schema representation constraints (src-…) that one element with its children can break. */
export function checkRepresentation(root: SyntaxNode, diagnostics: DiagnosticBag): void {
  for (const rule of RULES[root.shape] ?? []) rule(root, diagnostics);
  for (const child of root.children) checkRepresentation(child, diagnostics);
}

const has = (node: SyntaxNode, part: string): boolean =>
  part.startsWith('<') ? childOf(node, part.slice(1, -1)) !== undefined : states(node, part);
const show = (part: string): string => (part.startsWith('<') ? part : `"${part}"`);
const elementOf = (node: SyntaxNode): string => node.element.name.localName;

/** At most one of two parts: an attribute by its name, a child as `<name>`. */
const exclusive =
  (rule: string, first: string, ...others: readonly string[]): Rule =>
  (node, diagnostics) => {
    if (!has(node, first)) return;
    for (const second of others) {
      if (!has(node, second)) continue;
      const facts = { element: elementOf(node), first: show(first), second: show(second) };
      diagnostics.add(attributesExclude, { at: node.element.span, rule, ...facts });
    }
  };

const either =
  (rule: string, first: string, second: string): Rule =>
  (node, diagnostics) => {
    if (has(node, first) || has(node, second)) return;
    const facts = { element: elementOf(node), first: show(first), second: show(second) };
    diagnostics.add(eitherMissing, { at: node.element.span, rule, ...facts });
  };

const aloneBesideRef =
  (rule: string, ...parts: readonly string[]): Rule =>
  (node, diagnostics) => {
    if (!states(node, 'ref')) return;
    for (const part of parts) {
      if (!has(node, part)) continue;
      const facts = { element: elementOf(node), part: show(part) };
      diagnostics.add(notBesideReference, { at: node.element.span, rule, ...facts });
    }
  };

/** src-attribute.2: a default needs `use="optional"`. */
const optionalUse: Rule = (node, diagnostics) => {
  const use = valueOf(node, 'use');
  if (!states(node, 'default') || use === undefined || use === 'optional') return;
  diagnostics.add(defaultNeedsOptional, { at: node.element.span, use });
};

/** src-single-facet-value: only pattern and enumeration may be repeated in one restriction. */
const singleFacets: Rule = (node, diagnostics) => {
  const seen = new Map<string, SyntaxNode>();
  for (const child of node.children) {
    const facet = elementOf(child);
    if (facet === 'pattern' || facet === 'enumeration' || !states(child, 'value')) continue;
    const first = seen.get(facet);
    if (first === undefined) {
      seen.set(facet, child);
      continue;
    }
    const related = [{ at: first.element.span, label: 'is here too' }];
    diagnostics.add(facetRepeated, { at: child.element.span, facet, related });
  }
};

/** Where no member is named, at least one must stand inside (src-simple-type, union). */
const someMember: Rule = (node, diagnostics) => {
  if (childrenOf(node, 'simpleType').length > 0) return;
  const memberTypes = node.attributes.get('memberTypes');
  if (memberTypes !== undefined && memberTypes.value !== '') return;
  const facts = { element: 'union', first: '"memberTypes"', second: '<simpleType>' };
  const rule = 'src-union-memberTypes-or-simpleTypes';
  diagnostics.add(eitherMissing, { at: node.element.span, rule, ...facts });
};

const someIdentifier: Rule = (node, diagnostics) => {
  if (states(node, 'public') || states(node, 'system')) return;
  diagnostics.add(notationWithoutIdentifier, { at: node.element.span });
};

const VALUES = exclusive('src-element.1', 'default', 'fixed');
const ELEMENT_TYPES = [
  exclusive('src-element.3', 'type', '<simpleType>', '<complexType>'),
  exclusive('src-element.3', '<simpleType>', '<complexType>'),
];
const LOCAL_ELEMENT: readonly Rule[] = [
  VALUES,
  exclusive('src-element.2.1', 'ref', 'name'),
  either('src-element.2.1', 'name', 'ref'),
  aloneBesideRef(
    'src-element.2.2',
    ...['type', 'nillable', 'default', 'fixed', 'form', 'block'],
    ...['<simpleType>', '<complexType>', '<key>', '<keyref>', '<unique>'],
  ),
  ...ELEMENT_TYPES,
];

const RULES: Partial<Readonly<Record<ShapeName, readonly Rule[]>>> = {
  'element/global': [VALUES, ...ELEMENT_TYPES],
  'element/local': LOCAL_ELEMENT,
  'element/in-all': LOCAL_ELEMENT,
  'attribute/global': [
    exclusive('src-attribute.1', 'default', 'fixed'),
    exclusive('src-attribute.4', 'type', '<simpleType>'),
  ],
  'attribute/local': [
    exclusive('src-attribute.1', 'default', 'fixed'),
    optionalUse,
    exclusive('src-attribute.3.1', 'ref', 'name'),
    either('src-attribute.3.1', 'name', 'ref'),
    aloneBesideRef('src-attribute.3.2', 'type', 'form', '<simpleType>'),
    exclusive('src-attribute.4', 'type', '<simpleType>'),
  ],
  'restriction/simple-type': [
    exclusive('src-restriction-base-or-simpleType', 'base', '<simpleType>'),
    either('src-restriction-base-or-simpleType', 'base', '<simpleType>'),
    singleFacets,
  ],
  'restriction/simple-content': [singleFacets],
  list: [
    exclusive('src-list-itemType-or-simpleType', 'itemType', '<simpleType>'),
    either('src-list-itemType-or-simpleType', 'itemType', '<simpleType>'),
  ],
  union: [someMember],
  notation: [someIdentifier],
};
