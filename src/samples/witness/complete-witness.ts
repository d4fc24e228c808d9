import type { WitnessAttribute, WitnessElement } from '../../analysis/compatibility/wire/witness.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { clark, sameName } from '../../foundation/expanded-name.js';
import type { ElementDeclaration, Schema, TypeDefinition } from '../../model/schema/index.js';
import { growAttribute, growAttributes } from '../grow-attributes.js';
import { constrained, growContent, growElement } from '../grow-element.js';
import { Growth } from '../growth.js';
import type { Prefixes } from '../prefixes.js';
import { makeConsistent } from '../reference/make-consistent.js';
import { type SampleAttribute, type SampleElement, type SampleNode, textTypeOf } from '../sample-tree.js';

/** A witness with everything filled in that the accepting model requires. */
export interface CompleteWitness {
  readonly tree: SampleElement;
  readonly prefixes: Prefixes;
  /** The element that is marked. */
  readonly marked: SampleElement | undefined;
}

/** A message of so many elements is shown to nobody. */
const MAX_ELEMENTS = 100_000;

/** Completes a witness with the least that is required. Undefined where that does not come out as a valid message. */
export function completeWitness(schema: Schema, witness: WitnessElement): CompleteWitness | undefined {
  const bag = new DiagnosticBag();
  const growth = new Growth(schema, { seed: 1, extent: 'minimal' }, bag);
  if (sizeOf(witness) > MAX_ELEMENTS) return undefined;
  const marks: SampleElement[] = [];
  const tree = complete(growth, witness, 0, marks);
  if (tree === undefined || bag.sorted().length > 0) return undefined;
  if (makeConsistent(growth, tree) !== undefined) return undefined;
  const [marked] = marks;
  // What refers to nothing that can be there was left out.
  if (marked !== undefined && pathOf(tree, marked) === undefined) return undefined;
  return { tree, prefixes: growth.prefixes, marked };
}

function sizeOf({ content }: WitnessElement): number {
  if (content.kind !== 'elements') return 1;
  return content.elements.reduce((sum, { element, count }) => sum + count * sizeOf(element), 1);
}

function complete(
  ctx: Growth,
  witness: WitnessElement,
  depth: number,
  marks: SampleElement[],
): SampleElement | undefined {
  const { schema } = ctx;
  const { declaration: id, xsiType, content } = witness;
  const declaration = id === undefined ? undefined : schema.elements.get(id);
  const isPlain =
    xsiType === undefined &&
    witness.isNil !== true &&
    content.kind === 'least' &&
    (witness.attributes ?? []).length === 0;
  if (isPlain && declaration !== undefined) {
    if (ctx.sizes.element(declaration) === Infinity) return undefined;
    const { value } = growElement(ctx, declaration, { budget: 0, depth, particle: undefined });
    if (witness.mark !== undefined) marks.push(value);
    return value;
  }
  const typeId = xsiType ?? declaration?.type;
  const type = typeId === undefined ? undefined : schema.types.get(typeId);
  const element: SampleElement = {
    kind: 'element',
    name: witness.name,
    declaration,
    type,
    particle: undefined,
    xsiType: xsiType === undefined ? undefined : type?.name,
    isNil: witness.isNil === true,
    attributes: attributesOf(ctx, type, witness.attributes ?? []),
    children: [],
  };
  if (witness.mark !== undefined) marks.push(element);
  if (element.isNil) return element;
  const children = childrenOf(ctx, witness, element, depth, marks);
  if (children === undefined) return undefined;
  element.children.push(...children);
  return element;
}

function attributesOf(
  ctx: Growth,
  type: TypeDefinition | undefined,
  stated: readonly WitnessAttribute[],
): SampleAttribute[] {
  const required = type === undefined ? [] : growAttributes(ctx, type, 0).value;
  const others = required.filter(({ name }) => !stated.some((each) => sameName(each.name, name)));
  return [...others, ...stated.map((attribute) => statedAttribute(ctx, type, attribute))];
}

function statedAttribute(
  ctx: Growth,
  type: TypeDefinition | undefined,
  { name, declaration: id, literal }: WitnessAttribute,
): SampleAttribute {
  const declaration = id === undefined ? undefined : ctx.schema.attributes.get(id);
  const use =
    type?.kind === 'complex-type' ? type.attributeUses.find(({ attribute }) => attribute === id) : undefined;
  if (literal === undefined && declaration !== undefined) {
    if (use !== undefined) return growAttribute(ctx, declaration, use);
    const { valueConstraint } = declaration;
    const value =
      valueConstraint?.kind === 'fixed'
        ? constrained(ctx, declaration.type, valueConstraint)
        : ctx.literal(declaration.type, name.localName);
    return { name, value, type: declaration.type, isRequired: false, isFixed: true };
  }
  return { name, value: literal ?? 'x', type: declaration?.type, isRequired: true, isFixed: true };
}

function childrenOf(
  ctx: Growth,
  { content }: WitnessElement,
  element: SampleElement,
  depth: number,
  marks: SampleElement[],
): readonly SampleNode[] | undefined {
  const { type } = element;
  if (content.kind === 'text') {
    const value = content.text;
    return value === '' ? [] : [{ kind: 'text', value, type: textTypeOf(type), isFixed: true }];
  }
  if (content.kind === 'least') {
    if (type === undefined) return [];
    if (ctx.sizes.type(type) === Infinity) return undefined;
    const declaration = element.declaration ?? undeclared(element, type);
    const ground = { budget: 0, depth, particle: undefined };
    return ctx.inside(type.id, { elements: [], attributes: [] }, () =>
      growContent(ctx, element, declaration, type, ground),
    ).value;
  }
  const { text } = content;
  const children: SampleNode[] =
    text === undefined ? [] : [{ kind: 'text', value: text, type: undefined, isFixed: true }];
  for (const { element: child, count } of content.elements) {
    for (let turn = 0; turn < count; turn++) {
      const grown = complete(ctx, child, depth + 1, marks);
      if (grown === undefined) return undefined;
      children.push(grown);
    }
  }
  return children;
}

/** What stands for the declaration of an element that has a type by `xsi:type` alone. */
const undeclared = (element: SampleElement, type: TypeDefinition): ElementDeclaration => ({
  kind: 'element-declaration',
  id: type.id,
  name: element.name,
  type: type.id,
  scope: 'global',
  nillable: false,
  identityConstraints: [],
  substitutionGroupExclusions: [],
  disallowedSubstitutions: [],
  abstract: false,
  annotation: type.annotation,
  span: type.span,
});

/** The path of an element from the root, with numbers where there are several of a name. */
export function pathOf(root: SampleElement, wanted: SampleElement): string | undefined {
  const visit = (at: SampleElement, path: string): string | undefined => {
    if (at === wanted) return path;
    const elements = at.children.filter((child) => child.kind === 'element');
    const totals = new Map<string, number>();
    for (const { name } of elements) totals.set(clark(name), (totals.get(clark(name)) ?? 0) + 1);
    const counts = new Map<string, number>();
    for (const child of elements) {
      const name = clark(child.name);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const number = (totals.get(name) ?? 0) > 1 ? `[${String(count)}]` : '';
      const found = visit(child, `${path}/${child.name.localName}${number}`);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(root, `/${root.name.localName}`);
}
