import type {
  Binding,
  ComplexTypeBinding,
  DerivedBinding,
  ElementValueBinding,
  FieldBinding,
  NumberForm,
  SubstitutionBinding,
} from '../../analysis/binding/index.js';
import { builtInBase, isBuiltIn, itemTypeOf, simpleValueForm } from '../../analysis/binding/index.js';
import { invariant } from '../../foundation/invariant.js';
import type { ComponentId, Schema, SimpleType } from '../../model/schema/index.js';
import type { ImportSymbol, TypeExpression } from '../../printer/index.js';
import {
  arrayType,
  identifier,
  keywordType,
  literalType,
  NULL_TYPE,
  referenceType,
  STRING_TYPE,
  unionType,
} from '../../printer/index.js';

/** What type expressions are made from: every emitter that prints a type of a bound value has the same. */
export interface ValueTypeContext {
  readonly schema: Schema;
  readonly binding: Binding;
  readonly runtime: string;
  readonly numbers: NumberForm;
}

/** The module that holds the types of a namespace, as an import asks for it. */
export const typesModule = (path: string): string => `./${path}/types.js`;

/** A type that the runtime exports. */
export const runtimeType = (ctx: ValueTypeContext, name: string): ImportSymbol => ({
  module: ctx.runtime,
  name,
  typeOnly: true,
});

/** The declaration of a complex type. */
export function complexTypeReference(ctx: ValueTypeContext, id: ComponentId): TypeExpression {
  const binding = ctx.binding.complexTypes.get(id);
  if (binding === undefined) return referenceType(runtimeType(ctx, 'AnyType'));
  return referenceType({ module: typesModule(binding.module), name: binding.name });
}

/** The value of an element: its type or one derived from it, and what stands for nil. */
export function elementValueType(ctx: ValueTypeContext, value: ElementValueBinding): TypeExpression {
  const content = contentValueType(ctx, value);
  return value.nillable ? unionType([content, nilType(ctx, value.type)]) : content;
}

/** The value of a field: the element's own, that of a substitution group, or an open element. Lists and optionality aside. */
export function fieldValueType(ctx: ValueTypeContext, content: FieldBinding['content']): TypeExpression {
  if (content.kind === 'wildcard') return referenceType(runtimeType(ctx, 'AnyElement'));
  if (content.substitutions.length === 0) return elementValueType(ctx, content.value);
  const union = ctx.binding.messages.get(content.element)?.union;
  const message = ctx.binding.messages.get(content.element);
  if (union !== undefined && message !== undefined) {
    return referenceType({ module: typesModule(message.module), name: union.name });
  }
  return substitutionUnion(ctx, content.substitutions);
}

/** The members of a substitution group, told apart by `$type`. */
export const substitutionUnion = (
  ctx: ValueTypeContext,
  substitutions: readonly Pick<SubstitutionBinding, 'name' | 'value'>[],
): TypeExpression =>
  unionType(
    substitutions.map(({ name, value }) =>
      referenceType(runtimeType(ctx, 'Member'), literalType(name), elementValueType(ctx, value)),
    ),
  );

/** A type with the types that `xsi:type` may name in its place, told apart by `$type`. */
export const derivedUnion = (
  ctx: ValueTypeContext,
  type: ComponentId,
  isAbstract: boolean,
  derived: readonly DerivedBinding[],
): TypeExpression =>
  unionType([
    ...(isAbstract ? [] : [referenceType(runtimeType(ctx, 'Untyped'), complexTypeReference(ctx, type))]),
    ...derived.map((item) =>
      referenceType(runtimeType(ctx, 'Typed'), literalType(item.name), complexTypeReference(ctx, item.type)),
    ),
  ]);

/** A value of a simple type: the declaration where there is one, else what it is made of. */
export function simpleValueType(ctx: ValueTypeContext, id: ComponentId): TypeExpression {
  const type = simpleType(ctx, id);
  if (type === undefined) return STRING_TYPE;
  if (isBuiltIn(type)) return builtInType(ctx, type);
  const binding = ctx.binding.simpleTypes.get(id);
  if (binding !== undefined && isDeclared(type, binding.enumeration.length > 0)) {
    return referenceType({ module: typesModule(binding.module), name: binding.name });
  }
  return simpleDefinition(ctx, type);
}

/** Whether a simple type has a declaration in TypeScript: it has a name or values of its own. */
export const isDeclared = (type: SimpleType, isEnumeration: boolean): boolean =>
  type.name !== undefined || isEnumeration;

/** What the declaration of a simple type without an enumeration says: its base, item or member types. */
export function simpleDefinition(ctx: ValueTypeContext, type: SimpleType): TypeExpression {
  const base = simpleType(ctx, type.baseType);
  if (base !== undefined && base.variety.kind === type.variety.kind && !isUrType(base)) {
    return simpleValueType(ctx, base.id);
  }
  switch (type.variety.kind) {
    case 'list': {
      const item = itemTypeOf(ctx.schema, type);
      return arrayType(item === undefined ? STRING_TYPE : simpleValueType(ctx, item.id));
    }
    case 'union':
      return unionType(type.variety.memberTypes.map((member) => memberType(ctx, member)));
    case 'atomic':
      return builtInType(ctx, type);
  }
}

function contentValueType(ctx: ValueTypeContext, value: ElementValueBinding): TypeExpression {
  const type = ctx.schema.types.get(value.type);
  if (type?.kind === 'simple-type') return simpleValueType(ctx, type.id);
  const binding = ctx.binding.complexTypes.get(value.type);
  if (binding === undefined || value.derived.length === 0) return complexTypeReference(ctx, value.type);
  const { union } = binding;
  // Blocked derivations make a union of their own.
  if (union !== undefined && union.derived.length === value.derived.length) {
    return referenceType({ module: typesModule(binding.module), name: union.name });
  }
  return derivedUnion(ctx, value.type, value.abstract, value.derived);
}

/** `null`; an object where the element may have attributes. */
function nilType(ctx: ValueTypeContext, id: ComponentId): TypeExpression {
  const binding = ctx.binding.complexTypes.get(id);
  const properties = binding === undefined ? [] : attributeProperties(binding);
  if (properties.length === 0) return NULL_TYPE;
  const keys = unionType(properties.map(literalType));
  const attributes = referenceType(identifier('Pick'), complexTypeReference(ctx, id), keys);
  return referenceType(runtimeType(ctx, 'Nil'), attributes);
}

/** The properties that hold attributes. */
export const attributeProperties = (binding: ComplexTypeBinding): readonly string[] => [
  ...binding.attributes.map(({ property }) => property),
  ...(binding.anyAttribute === undefined ? [] : [binding.anyAttribute.property]),
];

/** A member of a union: its values are strings even where they would be something else on their own. */
function memberType(ctx: ValueTypeContext, id: ComponentId): TypeExpression {
  const type = simpleType(ctx, id);
  if (type === undefined || simpleValueForm(ctx.schema, type, ctx.numbers) !== 'string') return STRING_TYPE;
  return simpleValueType(ctx, id);
}

const BRANDS: Readonly<Record<string, string>> = {
  decimal: 'Decimal',
  integer: 'Integer',
  nonPositiveInteger: 'NonPositiveInteger',
  negativeInteger: 'NegativeInteger',
  long: 'Long',
  int: 'Int',
  short: 'Short',
  byte: 'Byte',
  nonNegativeInteger: 'NonNegativeInteger',
  unsignedLong: 'UnsignedLong',
  unsignedInt: 'UnsignedInt',
  unsignedShort: 'UnsignedShort',
  unsignedByte: 'UnsignedByte',
  positiveInteger: 'PositiveInteger',
  float: 'Float',
  double: 'Double',
  dateTime: 'DateTime',
  date: 'DateOnly',
  time: 'Time',
  gYear: 'GYear',
  gYearMonth: 'GYearMonth',
  gMonth: 'GMonth',
  gMonthDay: 'GMonthDay',
  gDay: 'GDay',
  duration: 'Duration',
  hexBinary: 'HexBinary',
  base64Binary: 'Base64Binary',
  QName: 'QName',
  NOTATION: 'QName',
};

/** The value of a built-in type. Kinds of text, and URI references, are plain strings. */
function builtInType(ctx: ValueTypeContext, type: SimpleType): TypeExpression {
  switch (simpleValueForm(ctx.schema, type, ctx.numbers)) {
    case 'boolean':
      return keywordType('boolean');
    case 'number':
      return keywordType('number');
    case 'list':
      return arrayType(STRING_TYPE);
    case 'string': {
      const brand = BRANDS[builtInBase(ctx.schema, type)];
      return brand === undefined ? STRING_TYPE : referenceType(runtimeType(ctx, brand));
    }
  }
}

const simpleType = (ctx: ValueTypeContext, id: ComponentId): SimpleType | undefined => {
  const type = ctx.schema.types.get(id);
  invariant(type !== undefined, `type without definition: ${id}`);
  return type.kind === 'simple-type' ? type : undefined;
};

/** The simple ur-type says nothing about what is made from it. */
const isUrType = (type: SimpleType): boolean => isBuiltIn(type) && type.name?.localName === 'anySimpleType';

/** An element of ordered content. */
export const entryType = (
  ctx: ValueTypeContext,
  entry: { readonly property: string; readonly content: FieldBinding['content'] },
): TypeExpression =>
  referenceType(
    runtimeType(ctx, 'Entry'),
    literalType(entry.property),
    entry.content.kind === 'wildcard'
      ? referenceType(runtimeType(ctx, 'AnyElement'))
      : elementValueType(ctx, entry.content.value),
  );
