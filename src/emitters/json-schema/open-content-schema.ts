import type { NamespaceConstraint } from '../../model/schema/index.js';
import type { JsonSchema, SchemaObject } from './json-schema.js';
import { extraDefinition, type JsonSchemaContext } from './schema-context.js';

/** Attributes that an attribute wildcard lets in: Clark names to texts. */
export const anyAttributes = (constraint: NamespaceConstraint): SchemaObject => ({
  type: 'object',
  propertyNames: clarkName(constraint),
  additionalProperties: { type: 'string' },
});

/** An element that a wildcard lets in. */
export function anyElement(ctx: JsonSchemaContext, constraint: NamespaceConstraint): SchemaObject {
  const element = extraDefinition(ctx, 'any-element', () => ANY_ELEMENT);
  return constraint.kind === 'any' ? element : { ...element, properties: { name: clarkName(constraint) } };
}

/** Any element, as wildcards let it in. It refers to itself as `any-element`. */
export const ANY_ELEMENT: SchemaObject = {
  type: 'object',
  properties: { name: clarkName({ kind: 'any' }), prefix: { type: 'string' }, ...openProperties() },
  required: ['name', 'attributes', 'children'],
  additionalProperties: false,
};

/** Content and attributes of an element of type `xs:anyType`. */
export function anyType(ctx: JsonSchemaContext): SchemaObject {
  anyElement(ctx, { kind: 'any' });
  return extraDefinition(ctx, 'any-type', () => ({
    type: 'object',
    properties: openProperties(),
    required: ['attributes', 'children'],
    additionalProperties: false,
  }));
}

function openProperties(): Readonly<Record<string, JsonSchema>> {
  return {
    namespaces: { type: 'object', additionalProperties: { type: 'string' } },
    attributes: {
      type: 'object',
      propertyNames: clarkName({ kind: 'any' }),
      additionalProperties: { type: 'string' },
    },
    children: { type: 'array', items: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/any-element' }] } },
  };
}

/** cvc-wildcard-namespace, over names such as `{namespace}local`. */
function clarkName(constraint: NamespaceConstraint): SchemaObject {
  const local = '[^{}\\t\\n\\r :]+$';
  switch (constraint.kind) {
    case 'any':
      return { type: 'string', pattern: `^(?:\\{[^{}]+\\})?${local}` };
    case 'not':
      return {
        type: 'string',
        pattern:
          constraint.namespace === ''
            ? `^\\{[^{}]+\\}${local}`
            : `^(?!\\{${escaped(constraint.namespace)}\\})\\{[^{}]+\\}${local}`,
      };
    case 'enumeration': {
      const names = constraint.namespaces.map((one) => (one === '' ? '' : `\\{${escaped(one)}\\}`));
      return { type: 'string', pattern: `^(?:${names.join('|')})${local}` };
    }
  }
}

const escaped = (text: string): string => text.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&');
