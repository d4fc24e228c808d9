import { type Binding, bindSchema, type ComplexTypeBinding } from '../../../analysis/binding/index.js';
import { typesEmitter } from '../../../emitters/types/index.js';
import type { ComponentId, Schema } from '../../../model/schema/index.js';

/** What programs see of a generated SDK: the declarations of its types, and which component each comes from. */
export interface ApiSurface {
  readonly binding: Binding;
  /** By module path: `meter-readings`. */
  readonly modules: ReadonlyMap<string, ApiModule>;
  /** Module path by namespace. */
  readonly pathOf: ReadonlyMap<string, string>;
}

/** One namespace of an SDK. */
export interface ApiModule {
  readonly namespace: string;
  /** Text of `types.ts`. */
  readonly text: string;
  /** Component by exported name. */
  readonly exports: ReadonlyMap<string, ComponentId>;
  /** Exported name by component. */
  readonly names: ReadonlyMap<ComponentId, string>;
  /** Messages: objects that decode and encode. */
  readonly messages: ReadonlyMap<string, ComponentId>;
  /** Component of each property of a declaration. */
  readonly properties: ReadonlyMap<ComponentId, ReadonlyMap<string, ComponentId>>;
}

/** What generated code imports: only resolved, never loaded. */
export const RUNTIME_ENTRY = '@cimbind/runtime/codegen/v1';

/** The API of the SDK that a schema comes to, as `generate` writes it without any options. */
export function apiSurface(schema: Schema): ApiSurface {
  const { value: binding } = bindSchema(schema);
  const plans = typesEmitter.emit({ schema, binding, runtime: RUNTIME_ENTRY }, { numbers: 'lexical' }).value;
  const texts = new Map(plans.map(({ path, content }) => [path.replace(/\/types\.ts$/u, ''), content]));
  const modules = new Map<string, ApiModule>();
  for (const module of binding.modules) {
    const exports = new Map<string, ComponentId>();
    const properties = new Map<ComponentId, ReadonlyMap<string, ComponentId>>();
    const messages = new Map<string, ComponentId>();
    for (const id of module.messages) {
      const message = binding.messages.get(id);
      if (message === undefined) continue;
      if (!message.abstract) messages.set(message.name, id);
      exports.set(message.name, id);
      if (message.union !== undefined) exports.set(message.union.name, id);
    }
    for (const id of module.simpleTypes) {
      const type = binding.simpleTypes.get(id);
      if (type !== undefined) exports.set(type.name, id);
    }
    for (const id of module.complexTypes) {
      const type = binding.complexTypes.get(id);
      if (type === undefined) continue;
      exports.set(type.name, id);
      if (type.union !== undefined) exports.set(type.union.name, id);
      properties.set(id, propertiesOf(type));
    }
    const names = new Map([...exports].reverse().map(([name, id]) => [id, name]));
    const text = texts.get(module.path) ?? '';
    modules.set(module.path, { namespace: module.namespace, text, exports, names, messages, properties });
  }
  return { binding, modules, pathOf: pathsOf(binding) };
}

const pathsOf = ({ modules }: Binding): ReadonlyMap<string, string> =>
  new Map(modules.map(({ namespace, path }) => [namespace, path]));

function propertiesOf({ attributes, content }: ComplexTypeBinding): ReadonlyMap<string, ComponentId> {
  const properties = new Map(attributes.map(({ property, attribute }) => [property, attribute]));
  const fields = content.kind === 'fields' ? content.fields : [];
  for (const field of fields)
    if (field.content.kind === 'element') properties.set(field.property, field.content.element);
  return properties;
}
