import type { ComplexTypeBinding, FieldBinding } from '../../analysis/binding/index.js';
import type { Annotation, AttributeUse, ComponentId } from '../../model/schema/index.js';
import type { Code, TypeExpression } from '../../printer/index.js';
import {
  arrayType,
  code,
  identifier,
  joinCode,
  literalType,
  NO_CODE,
  propertyText,
  referenceType,
  STRING_TYPE,
  typedProperty,
  UNDEFINED_TYPE,
  unionType,
} from '../../printer/index.js';
import { entryType, fieldValueType, simpleValueType } from '../value-type/value-type.js';
import { documentation } from './documentation.js';
import type { TypesContext } from './types-context.js';

/** A property, before it is laid out. */
export interface Property {
  readonly name: string;
  readonly type: TypeExpression;
  readonly optional: boolean;
  readonly doc: Code;
}

/** A property on its lines. `indentation` is where the line starts in the file. */
export function propertyCode({ name, type, optional, doc }: Property, indentation: number): Code {
  const full = optional ? unionType([type, UNDEFINED_TYPE]) : type;
  const line = typedProperty(`readonly ${propertyText(name)}${optional ? '?' : ''}:`, full, indentation);
  return doc === NO_CODE ? line : joinCode([doc, line], '\n');
}

/** The property of a field, as it is where the field's branch is taken. */
export function fieldProperty(ctx: TypesContext, field: FieldBinding): Property {
  const value = fieldValueType(ctx, field.content);
  return {
    name: field.property,
    type: field.list ? arrayType(value) : value,
    optional: field.minOccurs === 0 && (!field.list || field.conditional),
    doc: fieldDocumentation(ctx, field, []),
  };
}

/** The property of a field in a branch that is not taken. */
export const absentProperty = (field: FieldBinding): Property => ({
  name: field.property,
  type: UNDEFINED_TYPE,
  optional: true,
  doc: NO_CODE,
});

/** The property of a field whose alternatives are too many to be written down. */
export function relaxedProperty(ctx: TypesContext, field: FieldBinding): Property {
  return {
    ...fieldProperty(ctx, field),
    optional: true,
    doc: fieldDocumentation(ctx, field, ['one of several alternatives']),
  };
}

/** Properties of attributes, and the one of the attribute wildcard. */
export function attributeProperties(ctx: TypesContext, binding: ComplexTypeBinding): readonly Property[] {
  const type = ctx.schema.types.get(binding.id);
  const uses = type?.kind === 'complex-type' ? type.attributeUses : [];
  const properties = binding.attributes.map((attribute, index): Property => ({
    name: attribute.property,
    type: simpleValueType(ctx, attribute.type),
    optional: !attribute.required,
    doc: documentation({
      annotations: attributeAnnotations(ctx, uses[index]),
      valueConstraint: attribute.valueConstraint,
    }),
  }));
  if (binding.anyAttribute === undefined) return properties;
  const record = referenceType(identifier('Record'), STRING_TYPE, STRING_TYPE);
  return [
    ...properties,
    {
      name: binding.anyAttribute.property,
      type: referenceType(identifier('Readonly'), record),
      optional: true,
      doc: documentation({ annotations: [binding.anyAttribute.wildcard.annotation] }),
    },
  ];
}

/** Properties of content that is no set of fields. */
export function contentProperties(ctx: TypesContext, binding: ComplexTypeBinding): readonly Property[] {
  const { content } = binding;
  switch (content.kind) {
    case 'empty':
      return [];
    case 'simple':
      return [
        { name: content.property, type: simpleValueType(ctx, content.type), optional: false, doc: NO_CODE },
      ];
    case 'ordered': {
      const entries = content.entries.map((entry) => entryType(ctx, entry));
      const item = unionType(content.mixed ? [STRING_TYPE, ...entries] : entries);
      return [{ name: content.property, type: arrayType(item), optional: false, doc: NO_CODE }];
    }
    case 'fields': {
      if (!content.all || content.fields.length < 2) return [];
      const names = unionType(content.fields.map(({ property }) => literalType(property)));
      return [
        {
          name: '$order',
          type: arrayType(names),
          optional: true,
          doc: code`/** The order of the elements in the document, where it is not that of the schema. */`,
        },
      ];
    }
  }
}

function fieldDocumentation(ctx: TypesContext, field: FieldBinding, remarks: readonly string[]): Code {
  const occurs = field.list ? [`occurs ${field.minOccurs}..${field.maxOccurs}`] : [];
  const { content } = field;
  return documentation({
    annotations: content.kind === 'wildcard' ? [] : elementAnnotations(ctx, content.element),
    valueConstraint: content.kind === 'element' ? content.value.valueConstraint : undefined,
    remarks: [...occurs, ...remarks],
  });
}

function elementAnnotations(ctx: TypesContext, id: ComponentId): readonly Annotation[] {
  const annotation = ctx.schema.elements.get(id)?.annotation;
  return annotation === undefined ? [] : [annotation];
}

function attributeAnnotations(ctx: TypesContext, use: AttributeUse | undefined): readonly Annotation[] {
  if (use === undefined) return [];
  const declaration = ctx.schema.attributes.get(use.attribute);
  return declaration === undefined ? [use.annotation] : [use.annotation, declaration.annotation];
}
