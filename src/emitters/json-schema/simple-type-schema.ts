import { isBuiltIn, isTextual, itemTypeOf, simpleValueForm } from '../../analysis/binding/index.js';
import { facetsByKind, primitiveName, simpleTypeCodec } from '../../analysis/simple-type/index.js';
import type { ComponentId, Facet, FacetKind, SimpleType, ValueConstraint } from '../../model/schema/index.js';
import { both, oneOfAll, type JsonSchema, type SchemaObject } from './json-schema.js';
import { ITEM_FORM, numberForm, textForm, translatedPattern, WHITE_SPACE_FORM } from './lexical-form.js';
import { definition, extraDefinition, type JsonSchemaContext } from './schema-context.js';

/** How a value stands in JSON: as what it is, or as text, which is what members of unions are. */
type Form = 'value' | 'text';

/** A value of a simple type: a reference where it has a declaration. */
export function simpleValue(ctx: JsonSchemaContext, id: ComponentId, form: Form = 'value'): JsonSchema {
  const type = ctx.schema.types.get(id);
  if (type?.kind !== 'simple-type') return { type: 'string' };
  if (isBuiltIn(type)) return builtIn(ctx, type, form);
  const isText = form === 'text' && simpleValueForm(ctx.schema, type, ctx.numbers) !== 'string';
  const binding = ctx.binding.simpleTypes.get(id);
  if (binding !== undefined && type.name !== undefined && !isText)
    return definition(ctx, binding.module, binding.name);
  return simpleType(ctx, type, form);
}

/** What a simple type is made of: its base type and the facets of its own step. */
export function simpleType(ctx: JsonSchemaContext, type: SimpleType, form: Form = 'value'): JsonSchema {
  const isText = form === 'text' || simpleValueForm(ctx.schema, type, ctx.numbers) === 'string';
  const step = facetSchemas(ctx, type, isText);
  const whole = step.values ?? base(ctx, type, form);
  const constrained = step.schemas.reduce(both, whole);
  if (step.unsaid.length === 0) return constrained;
  return both(constrained, { $comment: `not said here: ${step.unsaid.join(', ')}` });
}

/** The value that a value constraint stands for, where other literals do not stand for the same one. */
export function fixedValue(
  ctx: JsonSchemaContext,
  id: ComponentId,
  { lexical }: ValueConstraint,
): { readonly value: unknown } | undefined {
  const type = ctx.schema.types.get(id);
  if (type?.kind !== 'simple-type') return undefined;
  const text = normalised(ctx, id, lexical);
  switch (simpleValueForm(ctx.schema, type, ctx.numbers)) {
    case 'boolean':
      return { value: text === 'true' || text === '1' };
    case 'number':
      return Number.isFinite(Number(text)) ? { value: Number(text) } : undefined;
    case 'string':
      return isTextual(ctx.schema, type) ? { value: text } : undefined;
    case 'list':
      return undefined;
  }
}

function base(ctx: JsonSchemaContext, type: SimpleType, form: Form): JsonSchema {
  const baseType = ctx.schema.types.get(type.baseType);
  const isUrType =
    baseType?.kind !== 'simple-type' || (isBuiltIn(baseType) && baseType.name?.localName === 'anySimpleType');
  if (!isUrType) return simpleValue(ctx, baseType.id, form);
  switch (type.variety.kind) {
    case 'atomic':
      return { type: 'string' };
    case 'list':
      return listOf(ctx, type, form);
    case 'union':
      return oneOfAll(
        unique(type.variety.memberTypes.map((member) => simpleValue(ctx, member, 'text'))),
        'anyOf',
      );
  }
}

function listOf(ctx: JsonSchemaContext, type: SimpleType, form: Form): JsonSchema {
  if (form === 'text')
    return { type: 'string', pattern: WHITE_SPACE_FORM['collapse'], $comment: 'not said here: items' };
  const item = itemTypeOf(ctx.schema, type);
  if (item === undefined) return { type: 'array', items: { type: 'string', pattern: ITEM_FORM } };
  const value = simpleValue(ctx, item.id);
  const isText = simpleValueForm(ctx.schema, item, ctx.numbers) === 'string';
  return { type: 'array', items: isText ? both(value, { pattern: ITEM_FORM }) : value };
}

function builtIn(ctx: JsonSchemaContext, type: SimpleType, form: Form): JsonSchema {
  const name = type.name?.localName ?? '';
  const kind = form === 'text' ? 'string' : simpleValueForm(ctx.schema, type, ctx.numbers);
  switch (kind) {
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
      return extraDefinition(ctx, `xs.${name}`, () => numberForm(name));
    case 'list':
      return extraDefinition(ctx, `xs.${name}`, () => both(listOf(ctx, type, form), { minItems: 1 }));
    case 'string': {
      const schema =
        type.variety.kind === 'list'
          ? { type: 'string', pattern: WHITE_SPACE_FORM['collapse'] }
          : textForm(name);
      if (Object.keys(schema).length === 1) return schema;
      const isOther = simpleValueForm(ctx.schema, type, ctx.numbers) !== 'string';
      return extraDefinition(ctx, `xs.${name}${isOther ? '.text' : ''}`, () => schema);
    }
  }
}

interface Step {
  /** The values of an enumeration: nothing else need be said of the base type. */
  readonly values?: JsonSchema;
  readonly schemas: readonly SchemaObject[];
  /** Facets that JSON Schema has no words for, or none that say exactly the same. */
  readonly unsaid: readonly string[];
}

function facetSchemas(ctx: JsonSchemaContext, type: SimpleType, isText: boolean): Step {
  const schemas: SchemaObject[] = [];
  const unsaid: string[] = [];
  let values: JsonSchema | undefined;
  for (const [kind, facets] of facetsByKind(type)) {
    if (kind === 'enumeration') values = enumerated(ctx, type, facets, isText);
    const schema = kind === 'enumeration' ? values : facetSchema(ctx, type, kind, facets, isText);
    if (schema === undefined) unsaid.push(`${kind} ${facets.map(({ value }) => value).join(' | ')}`);
    else if (kind !== 'enumeration' && typeof schema === 'object') schemas.push(schema);
  }
  return { ...(values === undefined ? {} : { values }), schemas, unsaid };
}

/** Only values whose literals are one each: `1.0` is as good as `1`. */
function enumerated(
  ctx: JsonSchemaContext,
  type: SimpleType,
  facets: readonly Facet[],
  isText: boolean,
): JsonSchema | undefined {
  if (isTextual(ctx.schema, type))
    return { enum: unique(facets.map(({ value }) => normalised(ctx, type.id, value))) };
  if (type.variety.kind !== 'atomic') return undefined;
  if (isName(ctx, type)) return { enum: facets.map(clarkOf) };
  if (isText || simpleValueForm(ctx.schema, type, ctx.numbers) !== 'number') return undefined;
  const numbers = facets.map(({ value }) => Number(value.trim()));
  return numbers.every((number) => Number.isFinite(number) && number !== 0) ? { enum: numbers } : undefined;
}

function clarkOf({ value, namespaces }: Facet): string {
  const [local = '', prefix = ''] = value.trim().split(':').reverse();
  const namespace = namespaces[prefix] ?? '';
  return namespace === '' ? local : `{${namespace}}${local}`;
}

function facetSchema(
  ctx: JsonSchemaContext,
  type: SimpleType,
  kind: FacetKind,
  facets: readonly Facet[],
  isText: boolean,
): JsonSchema | undefined {
  const value = facets[0]?.value.trim() ?? '';
  switch (kind) {
    case 'whiteSpace': {
      const pattern = isText ? WHITE_SPACE_FORM[value] : undefined;
      return pattern === undefined ? true : { pattern };
    }
    case 'length':
    case 'minLength':
    case 'maxLength':
      return lengthSchema(ctx, type, kind, Number(value), isText);
    case 'pattern': {
      // Names stand in JSON with their namespace, not with a prefix; lists are not text.
      if (!isText || type.variety.kind === 'list' || isName(ctx, type)) return undefined;
      const patterns = facets.map((facet) => translatedPattern(facet.value));
      if (patterns.includes(undefined)) return undefined;
      return { pattern: patterns.length === 1 ? patterns[0] : patterns.map((one) => `(?:${one})`).join('|') };
    }
    case 'fractionDigits':
      return isText ? { pattern: `^[^.]*(?:\\.[0-9]{0,${Number(value)}}0*)?$` } : undefined;
    case 'minInclusive':
      return isText ? signSchema(ctx, type, value, '>=') : limit('minimum', value);
    case 'maxInclusive':
      return isText ? undefined : limit('maximum', value);
    case 'minExclusive':
      return isText ? signSchema(ctx, type, value, '>') : limit('exclusiveMinimum', value);
    case 'maxExclusive':
      return isText ? undefined : limit('exclusiveMaximum', value);
    case 'totalDigits':
    case 'enumeration':
      return undefined;
  }
}

/** A bound of zero is a matter of the sign; other bounds of exact numbers are left out. */
function signSchema(
  ctx: JsonSchemaContext,
  type: SimpleType,
  bound: string,
  order: '>=' | '>',
): SchemaObject | undefined {
  if (primitiveName(ctx.schema, type) !== 'decimal') return undefined;
  if (!/^[+-]?0+(?:\.0*)?$/.test(bound)) return undefined;
  return order === '>=' ? { pattern: '^(?!-.*[1-9])' } : { pattern: '^(?!-).*[1-9]' };
}

const limit = (keyword: string, value: string): SchemaObject | undefined =>
  Number.isFinite(Number(value)) ? { [keyword]: Number(value) } : undefined;

function lengthSchema(
  ctx: JsonSchemaContext,
  type: SimpleType,
  kind: 'length' | 'minLength' | 'maxLength',
  length: number,
  isText: boolean,
): JsonSchema | undefined {
  const isList = type.variety.kind === 'list';
  if (isList && isText) return undefined;
  const primitive = primitiveName(ctx.schema, type);
  // Every length is right for names with a namespace.
  if (isName(ctx, type)) return true;
  if (primitive === 'base64Binary') return undefined;
  const count = primitive === 'hexBinary' ? length * 2 : length;
  const unit = isList ? 'Items' : 'Length';
  return {
    ...(kind === 'maxLength' ? {} : { [`min${unit}`]: count }),
    ...(kind === 'minLength' ? {} : { [`max${unit}`]: count }),
  };
}

function isName(ctx: JsonSchemaContext, type: SimpleType): boolean {
  const primitive = primitiveName(ctx.schema, type);
  return primitive === 'QName' || primitive === 'NOTATION';
}

function normalised(ctx: JsonSchemaContext, id: ComponentId, text: string): string {
  const { whiteSpace } = simpleTypeCodec(ctx.schema, id);
  if (whiteSpace === 'preserve') return text;
  if (whiteSpace === 'replace') return text.replace(/[\t\n\r]/g, ' ');
  return text.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '');
}

function unique<T>(values: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = JSON.stringify(value);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
