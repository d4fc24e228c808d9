import { simpleTypeCodec } from '../../analysis/simple-type/index.js';
import { type ExpandedName, sameName } from '../../foundation/expanded-name.js';
import type { ComponentId, NameTest, Schema, XPathSubset } from '../../model/schema/index.js';
import { normalizeWhiteSpace } from '../../runtime/primitive/white-space.js';
import { constrained } from '../grow-element.js';
import type { Prefixes } from '../prefixes.js';
import { isElement, type SampleElement, textTypeOf } from '../sample-tree.js';
import { keyOf as keyOfValue } from '../../runtime/value-space/key-of.js';

/** Where values are looked up: the schema for their types, the prefixes for QNames among them. */
export interface ValueContext {
  readonly schema: Schema;
  readonly prefixes: Prefixes;
}

/** A value in a tree, and how to change it. */
export interface ValueField {
  readonly owner: SampleElement;
  /** Local name of the element or attribute. */
  readonly hint: string;
  /** Absent where the value is that of an element. */
  readonly attribute?: ExpandedName;
  readonly type: ComponentId;
  readonly literal: string;
  /** Equal for equal values. */
  readonly key: string;
  readonly isFixed: boolean;
  readonly set: (literal: string) => void;
  /** Takes the attribute away. Absent where it is required or where the value is that of an element. */
  readonly remove?: () => void;
}

/** The attributes and the content of an element that have simple types, absent attributes with a value constraint included. */
export function valuesOf(ctx: ValueContext, owner: SampleElement): readonly ValueField[] {
  const content = contentValue(ctx, owner);
  return [...attributeValues(ctx, owner, () => true), ...(content === undefined ? [] : [content])];
}

/** What a field selects, seen from a node: several values are a fault, none mean that the node does not take part. */
export function fieldValues(
  ctx: ValueContext,
  node: SampleElement,
  field: XPathSubset,
): readonly ValueField[] {
  const found = field.paths.flatMap(({ descendant, steps, attribute }) => {
    const elements = follow(node, descendant, steps);
    if (attribute !== undefined) {
      return elements.flatMap((element) => attributeValues(ctx, element, (name) => passes(attribute, name)));
    }
    return elements.flatMap((element) => contentValue(ctx, element) ?? []);
  });
  // Two paths of a union may lead to the same node.
  return found.filter((value, at) => found.findIndex((other) => isSameNode(value, other)) === at);
}

const isSameNode = (a: ValueField, b: ValueField): boolean =>
  a.owner === b.owner &&
  (a.attribute === undefined
    ? b.attribute === undefined
    : b.attribute !== undefined && sameName(a.attribute, b.attribute));

/** Elements that a field selects although their types have no simple values: a fault in itself. */
export const valuelessElements = (node: SampleElement, field: XPathSubset): readonly SampleElement[] =>
  field.paths.flatMap(({ descendant, steps, attribute }) =>
    attribute === undefined
      ? follow(node, descendant, steps).filter(({ type }) => textTypeOf(type) === undefined)
      : [],
  );

/** What a selector selects, seen from the element that has the constraint. */
export const selectedBy = (element: SampleElement, selector: XPathSubset): readonly SampleElement[] => [
  ...new Set(selector.paths.flatMap(({ descendant, steps }) => follow(element, descendant, steps))),
];

function follow(
  from: SampleElement,
  descendant: boolean,
  steps: readonly NameTest[],
): readonly SampleElement[] {
  let at: readonly SampleElement[] = descendant ? withDescendants(from) : [from];
  for (const step of steps)
    at = at.flatMap((element) => element.children.filter(isElement).filter(({ name }) => passes(step, name)));
  return at;
}

const withDescendants = (element: SampleElement): readonly SampleElement[] => [
  element,
  ...element.children.filter(isElement).flatMap(withDescendants),
];

function passes(test: NameTest, name: ExpandedName): boolean {
  switch (test.kind) {
    case 'any':
      return true;
    case 'namespace':
      return name.namespace === test.namespace;
    case 'name':
      return sameName(name, test.name);
  }
}

function attributeValues(
  ctx: ValueContext,
  owner: SampleElement,
  isMeant: (name: ExpandedName) => boolean,
): readonly ValueField[] {
  const present = owner.attributes.flatMap((attribute): readonly ValueField[] => {
    const { name, type, value, isFixed, isRequired } = attribute;
    if (type === undefined || !isMeant(name)) return [];
    const set = (literal: string): void => void (attribute.value = literal);
    const remove = (): void =>
      void (owner.attributes = owner.attributes.filter((each) => each !== attribute));
    const field = {
      owner,
      hint: name.localName,
      attribute: name,
      type,
      literal: value,
      key: keyOf(ctx, type, value),
      isFixed,
      set,
    };
    return [isRequired ? field : { ...field, remove }];
  });
  return [...present, ...defaultValues(ctx, owner, isMeant)];
}

/** Attributes that are absent and have a value all the same. To change it is to write the attribute down. */
function defaultValues(
  ctx: ValueContext,
  owner: SampleElement,
  isMeant: (name: ExpandedName) => boolean,
): readonly ValueField[] {
  if (owner.type?.kind !== 'complex-type') return [];
  return owner.type.attributeUses.flatMap((use): readonly ValueField[] => {
    const declaration = ctx.schema.attributes.get(use.attribute);
    const constraint = use.valueConstraint ?? declaration?.valueConstraint;
    if (declaration === undefined || constraint === undefined || !isMeant(declaration.name)) return [];
    const { name, type } = declaration;
    if (owner.attributes.some((attribute) => sameName(attribute.name, name))) return [];
    const literal = constrained(ctx, type, constraint);
    const isFixed = constraint.kind === 'fixed';
    const set = (value: string): void =>
      void owner.attributes.push({ name, value, type, isRequired: false, isFixed });
    return [
      {
        owner,
        hint: name.localName,
        attribute: name,
        type,
        literal,
        key: keyOf(ctx, type, literal),
        isFixed,
        set,
      },
    ];
  });
}

function contentValue(ctx: ValueContext, owner: SampleElement): ValueField | undefined {
  const type = textTypeOf(owner.type);
  if (type === undefined || owner.isNil) return undefined;
  const [text] = owner.children;
  const constraint = owner.declaration?.valueConstraint;
  const isText = text?.kind === 'text';
  const literal = isText ? text.value : constraint === undefined ? '' : constrained(ctx, type, constraint);
  const set = (value: string): void =>
    void (owner.children = [{ kind: 'text', value, type, isFixed: false }]);
  const isFixed = constraint?.kind === 'fixed';
  return { owner, hint: owner.name.localName, type, literal, key: keyOf(ctx, type, literal), isFixed, set };
}

/** A key of the value of a literal: equal for equal values of comparable types. */
export function keyOf({ schema, prefixes }: ValueContext, type: ComponentId, literal: string): string {
  const codec = simpleTypeCodec(schema, type);
  const normalized = normalizeWhiteSpace(literal, codec.whiteSpace);
  // What is not valid has no value; samples that break the rule for values may hold it.
  if (codec.check(normalized, prefixes.lookup) !== undefined) return `invalid ${normalized}`;
  return keyOfValue(codec, normalized, prefixes.lookup);
}
