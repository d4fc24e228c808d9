import type { Binding, ComplexTypeBinding, NumberForm } from '../../analysis/binding/index.js';
import type { Annotation, ComponentId, Schema } from '../../model/schema/index.js';
import { deprecationOf } from '../../analysis/binding/index.js';
import type { JsonSchema, SchemaObject } from './json-schema.js';

/** One document while it is made. */
export interface JsonSchemaContext {
  readonly schema: Schema;
  readonly binding: Binding;
  readonly numbers: NumberForm;
  /** The module whose document it is. */
  readonly module: string;
  /** Values of `$type` by type: types that `xsi:type` may name somewhere. */
  readonly discriminants: ReadonlyMap<ComponentId, string>;
  /** Definitions that turn out to be needed beside those of the model; a dot or a hyphen keeps their names apart. */
  readonly extra: Map<string, JsonSchema>;
}

/** Where the document of a module is, below the folder of schemas. */
export const documentPath = (module: string): string => `${module}.schema.json`;

/** A reference to a definition, in this document or another one. */
export function definition(ctx: JsonSchemaContext, module: string, name: string): SchemaObject {
  const file = module === ctx.module ? '' : relativePath(ctx.module, module);
  return { $ref: `${file}#/$defs/${encodeURIComponent(name)}` };
}

function relativePath(from: string, to: string): string {
  const up = from.split('/').slice(0, -1);
  const path = documentPath(to).split('/');
  while (up.length > 0 && path.length > 1 && up[0] === path[0]) {
    up.shift();
    path.shift();
  }
  return [...up.map(() => '..'), ...path].join('/');
}

/** A definition that is made when it is first asked for. */
export function extraDefinition(ctx: JsonSchemaContext, name: string, make: () => JsonSchema): SchemaObject {
  if (!ctx.extra.has(name)) ctx.extra.set(name, make());
  return { $ref: `#/$defs/${name}` };
}

/** What the model says in words. */
export function described(annotations: readonly (Annotation | undefined)[]): SchemaObject {
  const texts = annotations.flatMap((annotation) => annotation?.documentation.map(({ text }) => text) ?? []);
  const unique = [...new Set(texts)].filter((text) => text !== '');
  if (unique.length === 0) return {};
  const isDeprecated = unique.some((text) => deprecationOf(text) !== undefined);
  return { description: unique.join('\n\n'), ...(isDeprecated ? { deprecated: true } : {}) };
}

/** Properties that hold attributes. */
export const hasAttributes = (binding: ComplexTypeBinding): boolean =>
  binding.attributes.length > 0 || binding.anyAttribute !== undefined;
