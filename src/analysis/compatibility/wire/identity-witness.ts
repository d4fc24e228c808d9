import { sameName, type ExpandedName } from '../../../foundation/expanded-name.js';
import type {
  ComplexType,
  ElementDeclaration,
  IdentityConstraint,
  NameTest,
  TypeDefinition,
  XPathPath,
} from '../../../model/schema/index.js';
import { instantiableMembers } from '../../content-model/substitution-group.js';
import type { Comparison } from './comparison.js';
import { literalsOf } from './constrained-value.js';
import { possibleContentOf } from './content-of.js';
import { completion, joined, leastElement, leastWay } from './content-words.js';
import { elementAt, type ElementSite, witnessAt } from './site.js';
import { valueTypeOf } from './type-pair.js';
import type { WitnessAttribute, WitnessElement } from './witness.js';

/** A message of the first model that breaks a constraint of the second one; undefined where none is found. */
export function breakIdentity(
  c: Comparison,
  a: ElementDeclaration,
  b: ElementDeclaration,
  constraint: IdentityConstraint,
  site: ElementSite,
): WitnessElement | undefined {
  void b;
  const type = c.from.types.get(a.type);
  const [selector] = constraint.selector.paths;
  if (type === undefined || selector === undefined || constraint.selector.paths.length > 1) return undefined;
  const { category } = constraint;
  if (category === 'key') {
    // A field that may be missing is the smallest fault.
    const bare = growNode(c, type, selector, constraint, { isBare: true, count: 1 });
    if (bare?.isIncomplete === true) return witnessAt(site, { ...bare.inside, mark: { kind: 'element' } });
  }
  const count = category === 'keyref' ? 1 : 2;
  const grown = growNode(c, type, selector, constraint, { isBare: false, count });
  if (grown === undefined || grown.isIncomplete) return undefined;
  return witnessAt(site, { ...grown.inside, mark: { kind: 'element' } });
}

interface Growth {
  readonly inside: Pick<WitnessElement, 'content' | 'attributes'>;
  /** Some field is missing. */
  readonly isIncomplete: boolean;
}

interface Wish {
  /** Fields only where they are required anyway. */
  readonly isBare: boolean;
  /** How many nodes the selector is to find. */
  readonly count: number;
}

/** What stands in an element of a type so that a path finds nodes in it. */
function growNode(
  c: Comparison,
  type: TypeDefinition,
  { steps, descendant }: XPathPath,
  constraint: IdentityConstraint,
  wish: Wish,
): Growth | undefined {
  const [step, ...others] = steps;
  if (step === undefined)
    return descendant || wish.count > 1 ? undefined : growFields(c, type, constraint, wish);
  if (type.kind === 'simple-type') return undefined;
  const automaton = possibleContentOf(type, c.sizes);
  const sizeOf = ({ term }: Parameters<typeof leastElement>[1]): number => c.sizes.term(term);
  for (const position of automaton.positions) {
    const child = childAt(c, position.term, step);
    const childType = child && c.from.types.get(child.type);
    if (child === undefined || childType === undefined) continue;
    const isLast = others.length === 0;
    // As many as are wanted here, or one that has as many in it.
    for (const here of wish.count > 1 ? [wish.count, 1] : [1]) {
      if (isLast && here < wish.count) continue;
      const inner = growNode(c, childType, { descendant: false, steps: others }, constraint, {
        ...wish,
        count: wish.count / here,
      });
      if (inner === undefined) continue;
      const element = elementAt({ name: child.name, declaration: child.id }, inner.inside);
      const way = [];
      let at: Parameters<typeof leastWay>[1] = undefined;
      for (let turn = 0; turn < here; turn++) {
        const next = leastWay(automaton, at, (place) => place?.position === position, sizeOf, true);
        if (next === undefined) break;
        way.push(
          ...next.map((place, index) =>
            index === next.length - 1 ? element : leastElement(c, place.position),
          ),
        );
        at = next.at(-1);
        if (turn === here - 1) {
          const rest = completion(c, automaton, at);
          if (rest === undefined) break;
          return {
            inside: { content: { kind: 'elements', elements: joined([...way, ...rest]) } },
            isIncomplete: inner.isIncomplete,
          };
        }
      }
    }
  }
  return descendant ? growDeeper(c, type, steps, constraint, wish) : undefined;
}

/** The node lies somewhere below: one level is looked into. */
function growDeeper(
  c: Comparison,
  type: ComplexType,
  steps: readonly NameTest[],
  constraint: IdentityConstraint,
  wish: Wish,
): Growth | undefined {
  const automaton = possibleContentOf(type, c.sizes);
  for (const { term } of automaton.positions) {
    if (term.kind === 'wildcard') continue;
    const name = c.from.elements.get(term.element)?.name;
    if (name === undefined) continue;
    const grown = growNode(
      c,
      type,
      { descendant: false, steps: [{ kind: 'name', name }, ...steps] },
      constraint,
      wish,
    );
    if (grown !== undefined) return grown;
  }
  return undefined;
}

function childAt(
  c: Comparison,
  term: Parameters<typeof leastElement>[1]['term'],
  step: NameTest,
): ElementDeclaration | undefined {
  if (term.kind === 'wildcard') return undefined;
  return instantiableMembers(c.from, term.element).find(
    (member) => c.sizes.element(member) !== Infinity && meets(step, c.match.element(member.name)),
  );
}

function meets(test: NameTest, name: ExpandedName): boolean {
  switch (test.kind) {
    case 'any':
      return true;
    case 'namespace':
      return test.namespace === name.namespace;
    case 'name':
      return sameName(test.name, name);
  }
}

/** The fields of a node: always the same values. */
function growFields(
  c: Comparison,
  type: TypeDefinition,
  { fields }: IdentityConstraint,
  { isBare }: Wish,
): Growth | undefined {
  const attributes: WitnessAttribute[] = [];
  let content: WitnessElement['content'] = { kind: 'least' };
  let isIncomplete = false;
  let elements: readonly WitnessElement[] = [];
  for (const { paths } of fields) {
    const [path] = paths;
    if (path === undefined || paths.length > 1 || path.descendant) return undefined;
    const [step, ...others] = path.steps;
    if (others.length > 0) return undefined;
    if (step === undefined && path.attribute === undefined) {
      const value = valueTypeOf(type);
      const literal = value && literalOf(c, value);
      if (literal === undefined) return undefined;
      content = { kind: 'text', text: literal };
    } else if (step === undefined && path.attribute !== undefined) {
      const { attribute } = path;
      const use =
        type.kind === 'simple-type'
          ? undefined
          : type.attributeUses.find(({ attribute: id }) => {
              const declaration = c.from.attributes.get(id);
              return declaration !== undefined && meets(attribute, c.match.attribute(declaration.name));
            });
      const declaration = use && c.from.attributes.get(use.attribute);
      if (declaration === undefined || (isBare && use?.required === false)) isIncomplete = true;
      else {
        const constraint = use?.valueConstraint ?? declaration.valueConstraint;
        const literal = constraint?.kind === 'fixed' ? constraint.lexical : literalOf(c, declaration.type);
        if (literal === undefined) return undefined;
        attributes.push({ name: declaration.name, declaration: declaration.id, literal });
      }
    } else if (path.attribute === undefined && step !== undefined) {
      const grown = growFieldElement(c, type, step, isBare);
      if (grown === undefined || (grown !== 'missing' && elements.length > 0)) return undefined;
      if (grown === 'missing') isIncomplete = true;
      else elements = grown;
    } else return undefined;
  }
  if (elements.length > 0) content = { kind: 'elements', elements: joined(elements) };
  return { inside: { attributes, content }, isIncomplete };
}

/** The content of a node with a field that is a child element. */
function growFieldElement(
  c: Comparison,
  type: TypeDefinition,
  step: NameTest,
  isBare: boolean,
): readonly WitnessElement[] | 'missing' | undefined {
  if (type.kind === 'simple-type') return 'missing';
  const automaton = possibleContentOf(type, c.sizes);
  const position = automaton.positions.find(({ term }) => childAt(c, term, step) !== undefined);
  const child = position && childAt(c, position.term, step);
  if (child === undefined) return 'missing';
  if (isBare) {
    const least = completion(c, automaton, undefined) ?? [];
    const isThere = least.some(({ name }) => meets(step, c.match.element(name)));
    if (!isThere) return 'missing';
  }
  const childType = c.from.types.get(child.type);
  const value = childType && valueTypeOf(childType);
  const text =
    child.valueConstraint?.kind === 'fixed' ? child.valueConstraint.lexical : value && literalOf(c, value);
  if (text === undefined) return undefined;
  const sizeOf = ({ term }: Parameters<typeof leastElement>[1]): number => c.sizes.term(term);
  const way = leastWay(automaton, undefined, (at) => at?.position === position, sizeOf, true);
  const rest = way && completion(c, automaton, way.at(-1));
  if (way === undefined || rest === undefined) return undefined;
  const field = elementAt({ name: child.name, declaration: child.id }, { content: { kind: 'text', text } });
  return [...way.slice(0, -1).map((at) => leastElement(c, at.position)), field, ...rest];
}

/** A value that is hardly anybody else's. */
const literalOf = (c: Comparison, type: Parameters<typeof literalsOf>[1]): string | undefined => {
  const literals = literalsOf(c.from, type, c.maxStates);
  return literals.find((text) => text.trim() !== '') ?? literals[0];
};
