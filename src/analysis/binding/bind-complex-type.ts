import type { AttributeUse, ComplexType, ComponentId, Schema } from '../../model/schema/index.js';
import type { PropertyRequest } from '../naming/index.js';
import { propertyNames } from '../naming/index.js';
import type { ContentPlan, FieldPlan } from './bind-content.js';
import { planContent, propertyRequest } from './bind-content.js';
import type { AttributeBinding, ComplexTypeBinding, ContentBinding, FieldBinding } from './binding.js';
import type { ElementValues } from './element-value.js';

/** What binding a complex type needs to know. */
export interface ComplexTypeContext {
  readonly schema: Schema;
  readonly values: ElementValues;
  /** Property names that the configuration gives, by id of the element or attribute. */
  readonly properties: Readonly<Record<string, string>>;
  /** A namespace as the end of a property name. */
  readonly aliasOf: (namespace: string) => string;
}

/** The names that are given elsewhere. */
export type ComplexTypeNames = Pick<ComplexTypeBinding, 'module' | 'name' | 'codecName' | 'union'>;

/** Shape and properties of a complex type; `extends` is decided when all types are bound. */
export function bindComplexType(
  ctx: ComplexTypeContext,
  type: ComplexType,
  home: string,
  names: ComplexTypeNames,
): ComplexTypeBinding {
  const plan = planContent(ctx.schema, ctx.values, type);
  const inContent = contentRequests(ctx, plan);
  const attributes = type.attributeUses.map((use) => attributeRequest(ctx, use));
  const wildcard: readonly PropertyRequest[] =
    type.attributeWildcard === undefined ? [] : [synthetic('anyAttribute')];
  // Entries of ordered content are names of their own; they do not meet the attributes.
  const entryNames = plan.kind === 'ordered' ? propertyNames(inContent, home, ctx.aliasOf) : [];
  const own = plan.kind === 'ordered' ? [synthetic('content')] : inContent;
  const properties = propertyNames([...own, ...attributes, ...wildcard], home, ctx.aliasOf);
  const [first = 'value'] = properties;
  const afterContent = properties.slice(own.length);
  const anyAttribute = afterContent[attributes.length];
  return {
    id: type.id,
    ...names,
    attributes: type.attributeUses.map((use, index) =>
      bindAttribute(ctx.schema, use, afterContent[index] ?? ''),
    ),
    ...(type.attributeWildcard === undefined || anyAttribute === undefined
      ? {}
      : { anyAttribute: { property: anyAttribute, wildcard: type.attributeWildcard } }),
    content: bindContent(plan, first, plan.kind === 'ordered' ? entryNames : properties),
    abstract: type.abstract,
  };
}

function contentRequests(ctx: ComplexTypeContext, plan: ContentPlan): readonly PropertyRequest[] {
  switch (plan.kind) {
    case 'empty':
      return [];
    case 'simple':
      return [synthetic('value')];
    case 'fields':
      return plan.fields.map((field) => propertyRequest(ctx.schema, field, ctx.properties));
    case 'ordered':
      return plan.entries.map((entry) => propertyRequest(ctx.schema, entry, ctx.properties));
  }
}

function bindContent(plan: ContentPlan, property: string, names: readonly string[]): ContentBinding {
  const named = (field: FieldPlan, index: number): FieldBinding => ({
    property: names[index] ?? '',
    ...field,
  });
  switch (plan.kind) {
    case 'empty':
      return plan;
    case 'simple':
      return { kind: 'simple', property, type: plan.type };
    case 'fields':
      return { kind: 'fields', shape: plan.shape, fields: plan.fields.map(named), all: plan.all };
    case 'ordered': {
      const entries = plan.entries.map((entry, index) =>
        entry.content.kind === 'wildcard' ? { property: '*', ...entry } : named(entry, index),
      );
      return { kind: 'ordered', property, mixed: plan.mixed, entries };
    }
  }
}

function attributeRequest(ctx: ComplexTypeContext, use: AttributeUse): PropertyRequest {
  const { namespace, localName } = attributeName(ctx.schema, use.attribute);
  const override = Object.hasOwn(ctx.properties, use.attribute) ? ctx.properties[use.attribute] : undefined;
  return { kind: 'attribute', namespace, localName, override };
}

function bindAttribute(schema: Schema, use: AttributeUse, property: string): AttributeBinding {
  const declaration = schema.attributes.get(use.attribute);
  const constraint = use.valueConstraint ?? declaration?.valueConstraint;
  return {
    attribute: use.attribute,
    ...attributeName(schema, use.attribute),
    property,
    type: declaration?.type ?? use.attribute,
    required: use.required,
    ...(constraint === undefined ? {} : { valueConstraint: constraint }),
  };
}

function attributeName(
  schema: Schema,
  id: ComponentId,
): { readonly namespace: string; readonly localName: string } {
  const { namespace, localName } = schema.attributes.get(id)?.name ?? { namespace: '', localName: id };
  return { namespace, localName };
}

const synthetic = (localName: string): PropertyRequest => ({ kind: 'synthetic', namespace: '', localName });
