import type { ComponentId, Schema } from '../../model/schema/index.js';
import type {
  AttributeBinding,
  ComplexTypeBinding,
  ElementValueBinding,
  FieldBinding,
  Shape,
} from './binding.js';

/**
 * The base type that the interface of a complex type can extend: both are plain interfaces, and every property of the
 * base comes back in the derived type unchanged. Restrictions that change nothing in TypeScript qualify too.
 */
export function extendedInterface(
  schema: Schema,
  bindings: ReadonlyMap<ComponentId, ComplexTypeBinding>,
  derived: ComplexTypeBinding,
): ComponentId | undefined {
  const type = schema.types.get(derived.id);
  const base = type === undefined ? undefined : bindings.get(type.baseType);
  if (base === undefined || base.id === derived.id) return undefined;
  return isPlainInterface(base) && isPlainInterface(derived) && comesBack(base, derived)
    ? base.id
    : undefined;
}

/** Whether a type is declared as an interface: it has no alternatives. */
export const isPlainInterface = (binding: ComplexTypeBinding): boolean =>
  binding.content.kind !== 'fields' || isPlainShape(binding.content.shape);

function isPlainShape(shape: Shape): boolean {
  return shape.kind === 'field' || (shape.kind === 'all' && shape.members.every(isPlainShape));
}

function comesBack(base: ComplexTypeBinding, derived: ComplexTypeBinding): boolean {
  if (base.anyAttribute !== undefined && base.anyAttribute.property !== derived.anyAttribute?.property)
    return false;
  const attributes = new Map(derived.attributes.map((attribute) => [attribute.property, attribute]));
  if (!base.attributes.every((attribute) => sameAttribute(attribute, attributes.get(attribute.property))))
    return false;
  const [before, after] = [base.content, derived.content];
  switch (before.kind) {
    case 'empty':
      return true;
    case 'simple':
      return after.kind === 'simple' && before.property === after.property && before.type === after.type;
    case 'ordered':
      return false;
    case 'fields': {
      if (after.kind !== 'fields' || before.all !== after.all) return false;
      if (before.all && before.fields.length !== after.fields.length) return false;
      const fields = new Map(after.fields.map((field) => [field.property, field]));
      return before.fields.every((field) => sameField(field, fields.get(field.property)));
    }
  }
}

const sameAttribute = (a: AttributeBinding, b: AttributeBinding | undefined): boolean =>
  b !== undefined && a.type === b.type && a.required === b.required && a.localName === b.localName;

function sameField(a: FieldBinding, b: FieldBinding | undefined): boolean {
  if (b === undefined || a.list !== b.list) return false;
  if (!a.list && (a.minOccurs === 0) !== (b.minOccurs === 0)) return false;
  if (a.content.kind === 'wildcard' || b.content.kind === 'wildcard')
    return a.content.kind === b.content.kind;
  // A restriction declares its elements anew, so the values are compared, not the declarations.
  const substitutes = a.content.substitutions.length > 0 || b.content.substitutions.length > 0;
  return substitutes ? a.content.element === b.content.element : sameValue(a.content.value, b.content.value);
}

const sameValue = (a: ElementValueBinding, b: ElementValueBinding): boolean =>
  a.type === b.type && a.nillable === b.nillable && a.derived.length === b.derived.length;
