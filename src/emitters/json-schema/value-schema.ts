import type { ElementValueBinding, FieldBinding, SubstitutionBinding } from '../../analysis/binding/index.js';
import type { ComponentId, ValueConstraint } from '../../model/schema/index.js';
import { both, oneOfAll, type JsonSchema, type SchemaObject } from './json-schema.js';
import { anyElement, anyType } from './open-content-schema.js';
import { definition, hasAttributes, type JsonSchemaContext } from './schema-context.js';
import { fixedValue, simpleValue } from './simple-type-schema.js';

/** The value of an element: of its type or of one that `$type` names, or what stands for nil. */
export function elementValue(ctx: JsonSchemaContext, value: ElementValueBinding): JsonSchema {
  const type = ctx.schema.types.get(value.type);
  if (type?.kind === 'simple-type') {
    const schema = constrained(ctx, value.type, value.valueConstraint);
    return value.nillable ? { anyOf: [schema, { type: 'null' }] } : schema;
  }
  if (!ctx.binding.complexTypes.has(value.type)) {
    const open = anyType(ctx);
    return value.nillable ? { anyOf: [open, nil(ctx, value.type)] } : open;
  }
  const standing = [
    ...(value.abstract ? [] : [{ type: value.type, isNamed: false }]),
    ...value.derived.map(({ type: derived }) => ({ type: derived, isNamed: true })),
  ];
  const schemas = standing.map((item) => marked(ctx, item, ''));
  if (!value.nillable) return oneOfAll(schemas);
  const nils = standing.map((item) =>
    isBare(ctx, item.type) ? ({ type: 'null' } as const) : marked(ctx, item, '.nil'),
  );
  return oneOfAll([...schemas, ...new Map(nils.map((one) => [JSON.stringify(one), one])).values()]);
}

/** The value of a field, or of one item of it. */
export function fieldValue(ctx: JsonSchemaContext, content: FieldBinding['content']): JsonSchema {
  if (content.kind === 'wildcard') return anyElement(ctx, content.namespaceConstraint);
  if (content.substitutions.length === 0) return elementValue(ctx, content.value);
  const message = ctx.binding.messages.get(content.element);
  if (message?.union !== undefined) return definition(ctx, message.module, message.union.name);
  return substitutionValues(ctx, content.substitutions);
}

/** The members of a substitution group, told apart by `$type`. */
export const substitutionValues = (
  ctx: JsonSchemaContext,
  substitutions: readonly SubstitutionBinding[],
): JsonSchema =>
  oneOfAll(
    substitutions.map(({ name, value }) => ({
      type: 'object',
      properties: { $type: { const: name }, value: elementValue(ctx, value) },
      required: ['$type', 'value'],
      additionalProperties: false,
    })),
  );

/** A simple value with its default, or none but its fixed value. */
export function constrained(
  ctx: JsonSchemaContext,
  type: ComponentId,
  constraint: ValueConstraint | undefined,
): JsonSchema {
  const schema = simpleValue(ctx, type);
  if (constraint === undefined) return schema;
  const fixed = fixedValue(ctx, type, constraint);
  if (constraint.kind === 'fixed')
    return fixed === undefined
      ? both(schema, { $comment: `not said here: fixed ${constraint.lexical}` })
      : both(schema, { const: fixed.value });
  return fixed === undefined ? schema : both(schema, { default: fixed.value });
}

/** A definition of a complex type, with or without the `$type` that tells it from its base types. */
function marked(
  ctx: JsonSchemaContext,
  { type, isNamed }: { readonly type: ComponentId; readonly isNamed: boolean },
  kind: '' | '.nil',
): SchemaObject {
  const binding = ctx.binding.complexTypes.get(type);
  if (binding === undefined) return anyType(ctx);
  const reference = definition(ctx, binding.module, `${binding.name}${kind}`);
  if (isNamed) return { ...reference, required: ['$type'] };
  return ctx.discriminants.has(type) ? { ...reference, not: { required: ['$type'] } } : reference;
}

/** Nil stands for itself where there is nothing beside it. */
function isBare(ctx: JsonSchemaContext, type: ComponentId): boolean {
  const binding = ctx.binding.complexTypes.get(type);
  return binding === undefined || !hasAttributes(binding);
}

const nil = (ctx: JsonSchemaContext, type: ComponentId): SchemaObject =>
  ctx.binding.complexTypes.has(type)
    ? { type: 'null' }
    : {
        anyOf: [
          { type: 'null' },
          { type: 'object', required: ['$nil'], properties: { $nil: { const: true } } },
        ],
      };
