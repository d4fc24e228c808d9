import type { ComplexTypeBinding, ContentBinding, FieldBinding } from '../../analysis/binding/index.js';
import { presence } from './choice-schema.js';
import { both, oneOfAll, type JsonSchema, type SchemaObject } from './json-schema.js';
import { anyAttributes, anyElement } from './open-content-schema.js';
import { described, type JsonSchemaContext } from './schema-context.js';
import { simpleValue } from './simple-type-schema.js';
import { constrained, elementValue, fieldValue } from './value-schema.js';

/** The properties of an object, and what holds between them. */
interface Members {
  readonly properties: SchemaObject;
  readonly required: readonly string[];
  readonly choices: readonly JsonSchema[];
}

/** A value of a complex type: an object that has these members and no others. */
export function complexType(ctx: JsonSchemaContext, binding: ComplexTypeBinding): JsonSchema {
  const attributes = attributeMembers(ctx, binding);
  const content = contentMembers(ctx, binding.content);
  return {
    ...described([ctx.schema.types.get(binding.id)?.annotation]),
    ...closed(ctx, binding, {
      properties: { ...attributes.properties, ...content.properties },
      required: [...attributes.required, ...content.required],
      choices: content.choices,
    }),
  };
}

/** A nil element of a complex type: its attributes are all that is left. */
export function nilOf(ctx: JsonSchemaContext, binding: ComplexTypeBinding): JsonSchema {
  const { properties, required, choices } = attributeMembers(ctx, binding);
  return closed(ctx, binding, {
    properties: { $nil: { const: true }, ...properties },
    required: ['$nil', ...required],
    choices,
  });
}

function closed(ctx: JsonSchemaContext, binding: ComplexTypeBinding, members: Members): SchemaObject {
  const name = ctx.discriminants.get(binding.id);
  const { properties, required, choices } = members;
  return {
    type: 'object',
    properties: name === undefined ? properties : { $type: { const: name }, ...properties },
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
    ...(choices.length === 0 ? {} : { allOf: choices }),
  };
}

function attributeMembers(ctx: JsonSchemaContext, binding: ComplexTypeBinding): Members {
  const type = ctx.schema.types.get(binding.id);
  const uses = type?.kind === 'complex-type' ? type.attributeUses : [];
  const properties = binding.attributes.map((attribute, index) => {
    const declaration = ctx.schema.attributes.get(attribute.attribute);
    return [
      attribute.property,
      both(
        constrained(ctx, attribute.type, attribute.valueConstraint),
        described([uses[index]?.annotation, declaration?.annotation]),
      ),
    ] as const;
  });
  const { anyAttribute } = binding;
  const open: readonly (readonly [string, JsonSchema])[] =
    anyAttribute === undefined
      ? []
      : [[anyAttribute.property, anyAttributes(anyAttribute.wildcard.namespaceConstraint)]];
  return {
    properties: Object.fromEntries([...properties, ...open]),
    required: binding.attributes.filter(({ required }) => required).map(({ property }) => property),
    choices: [],
  };
}

function contentMembers(ctx: JsonSchemaContext, content: ContentBinding): Members {
  switch (content.kind) {
    case 'empty':
      return { properties: {}, required: [], choices: [] };
    case 'simple':
      return {
        properties: { [content.property]: simpleValue(ctx, content.type) },
        required: [content.property],
        choices: [],
      };
    case 'ordered': {
      const entries = content.entries.map((entry) => entrySchema(ctx, entry));
      const wildcards = content.entries.filter((entry) => entry.content.kind === 'wildcard').length;
      const text: readonly SchemaObject[] = content.mixed ? [{ type: 'string' }] : [];
      const items = oneOfAll([...text, ...entries], wildcards > 1 ? 'anyOf' : 'oneOf');
      return {
        properties: {
          [content.property]: {
            type: 'array',
            items,
            $comment: 'not said here: order and number of the elements',
          },
        },
        required: [],
        choices: [],
      };
    }
    case 'fields': {
      const { fields, shape, all } = content;
      const order: SchemaObject =
        all && fields.length > 1
          ? {
              $order: {
                description: 'The order of the elements in the document, where it is not that of the schema.',
                type: 'array',
                items: { enum: fields.map(({ property }) => property) },
                uniqueItems: true,
              },
            }
          : {};
      const properties = fields.map((field) => [field.property, fieldSchema(ctx, field)] as const);
      return { properties: { ...Object.fromEntries(properties), ...order }, ...presence(shape, fields) };
    }
  }
}

function entrySchema(ctx: JsonSchemaContext, { property, content }: FieldBinding): SchemaObject {
  const value =
    content.kind === 'wildcard'
      ? anyElement(ctx, content.namespaceConstraint)
      : elementValue(ctx, content.value);
  return {
    type: 'object',
    properties: { name: { const: property }, value },
    required: ['name', 'value'],
    additionalProperties: false,
  };
}

function fieldSchema(ctx: JsonSchemaContext, field: FieldBinding): JsonSchema {
  const value = fieldValue(ctx, field.content);
  const { content, list, minOccurs, maxOccurs } = field;
  const doc = described(
    content.kind === 'wildcard' ? [] : [ctx.schema.elements.get(content.element)?.annotation],
  );
  if (!list) return both(value, doc);
  return {
    ...doc,
    type: 'array',
    items: value,
    ...(minOccurs === 0 ? {} : { minItems: minOccurs }),
    ...(maxOccurs === 'unbounded' ? {} : { maxItems: maxOccurs }),
  };
}
