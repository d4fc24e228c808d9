import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { compareText } from '../../foundation/expanded-name.js';
import type { ComponentId, ElementDeclaration, Schema, TypeDefinition } from '../../model/schema/index.js';
import type { ComponentPath, NamedComponent } from '../naming/index.js';
import {
  capitalised,
  codecNames,
  componentPath,
  enumerationMembers,
  moduleAlias,
  moduleNames,
  modulePaths,
} from '../naming/index.js';
import type { BindingOptions } from './binding-options.js';
import { checkOverrides, DEFAULT_BINDING_OPTIONS } from './binding-options.js';
import { bindComplexType } from './bind-complex-type.js';
import type {
  Binding,
  ComplexTypeBinding,
  MessageBinding,
  ModuleBinding,
  SimpleTypeBinding,
} from './binding.js';
import { elementValues } from './element-value.js';
import { extendedInterface } from './interface-extension.js';
import { isBuiltIn, isBuiltInAnonymous, statedEnumeration } from './simple-type-fact.js';

/** Gives every declaration of a schema its module, name and shape. */
export function bindSchema(schema: Schema, options: BindingOptions = DEFAULT_BINDING_OPTIONS): Read<Binding> {
  const diagnostics = new DiagnosticBag();
  const checked = checkOverrides(schema, options, diagnostics);
  const pathOf = pathReader();
  const modules = groupByModule(schema, checked, pathOf);
  const enumerations = new Map<ComponentId, readonly string[]>();
  for (const type of schema.types.values()) {
    if (type.kind === 'simple-type' && !isBuiltIn(type))
      enumerations.set(type.id, statedEnumeration(schema, type));
  }
  const isConstant = (id: ComponentId): boolean => (enumerations.get(id)?.length ?? 0) > 0;

  const declared = Object.fromEntries(modules.map(({ namespace, path }) => [namespace, path]));
  const folders = modulePaths(allNamespaces(schema, modules), declared);
  const modulePath = (id: ComponentId): string => folders.get(pathOf(id).namespace) ?? '';
  const aliasOf = (namespace: string): string => uncapitalisedAlias(folders.get(namespace) ?? 'no-namespace');
  const values = elementValues(schema, modulePath);
  const isExact = (element: ElementDeclaration): boolean => {
    const { nillable, derived, abstract } = values.valueOf(element);
    return !nillable && !abstract && derived.length === 0;
  };

  const named = modules.map((module) => ({
    module,
    names: moduleNames(module, {
      schema,
      pathOf,
      overrides: checked.types,
      isConstant,
      isExact,
      diagnostics,
    }),
  }));
  const codecs = codecNames(
    named.flatMap(({ module, names }) => withAlias(module, names.types)),
    named.flatMap(({ module, names }) => withAlias(module, names.messages)),
  );
  const complexTypes = new Map<ComponentId, ComplexTypeBinding>();
  const simpleTypes = new Map<ComponentId, SimpleTypeBinding>();
  const messages = new Map<ComponentId, MessageBinding>();
  const ctx = { schema, values, properties: checked.properties, aliasOf };
  for (const { module, names } of named) {
    const taken = new Set(names.taken);
    for (const [id, name] of names.types) {
      const type = schema.types.get(id);
      const own = { module: module.path, name, codecName: codecs.get(id) ?? '' };
      if (type?.kind === 'simple-type') {
        simpleTypes.set(id, { id, ...own, enumeration: enumerationMembers(enumerations.get(id) ?? []) });
      } else if (type?.kind === 'complex-type') {
        const derived = values.derivedFrom(id);
        const union =
          derived.length > 0 ? { union: { name: freeName(`Any${capitalised(name)}`, taken), derived } } : {};
        complexTypes.set(id, bindComplexType(ctx, type, module.namespace, { ...own, ...union }));
      }
    }
    for (const element of module.elements) {
      const name = names.messages.get(element.id) ?? '';
      const { substitutions } = values.fieldOf(element);
      const unionName = `Any${capitalised(name.replace(/Element$/, ''))}Element`;
      messages.set(element.id, {
        element: element.id,
        module: module.path,
        name,
        codecName: codecs.get(element.id) ?? '',
        ...element.name,
        abstract: element.abstract,
        value: values.valueOf(element),
        ...(substitutions.length > 0 ? { union: { name: freeName(unionName, taken), substitutions } } : {}),
      });
    }
  }
  for (const [id, binding] of complexTypes) {
    const base = extendedInterface(schema, complexTypes, binding);
    if (base !== undefined) complexTypes.set(id, { ...binding, extends: base });
  }
  return {
    value: {
      modules: modules.map((module) => moduleBinding(schema, module)),
      complexTypes,
      simpleTypes,
      messages,
    },
    diagnostics: diagnostics.sorted(),
  };
}

const withAlias = (module: ModuleGroup, names: ReadonlyMap<ComponentId, string>): readonly NamedComponent[] =>
  [...names].map(([id, name]) => ({ id, name, alias: moduleAlias(module.path) }));

interface ModuleGroup {
  readonly namespace: string;
  readonly path: string;
  readonly types: readonly ComponentId[];
  readonly elements: readonly ElementDeclaration[];
}

/** User-defined types and global elements by namespace, in the order in which they are printed. */
function groupByModule(
  schema: Schema,
  options: BindingOptions,
  pathOf: (id: ComponentId) => ComponentPath,
): readonly ModuleGroup[] {
  const groups = new Map<string, { types: TypeDefinition[]; elements: ElementDeclaration[] }>();
  const groupOf = (namespace: string): { types: TypeDefinition[]; elements: ElementDeclaration[] } => {
    const known = groups.get(namespace);
    if (known !== undefined) return known;
    const group = { types: [], elements: [] };
    groups.set(namespace, group);
    return group;
  };
  const used = attributeTypes(schema);
  for (const type of schema.types.values()) {
    if (isBuiltInAnonymous(type) && !used.has(type.id)) continue;
    if (!isBuiltIn(type)) groupOf(pathOf(type.id).namespace).types.push(type);
  }
  for (const element of schema.elements.values()) {
    if (element.scope === 'global') groupOf(element.name.namespace).elements.push(element);
  }
  const paths = modulePaths(groups.keys(), options.modules);
  const inOrder = byDocument(schema);
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([namespace, { types, elements }]) => ({
      namespace,
      path: paths.get(namespace) ?? '',
      types: types.sort(inOrder).map(({ id }) => id),
      elements: elements.sort(inOrder),
    }));
}

/** Types of attributes that complex types use. */
function attributeTypes(schema: Schema): ReadonlySet<ComponentId> {
  const used = new Set<ComponentId>();
  for (const type of schema.types.values()) {
    if (type.kind !== 'complex-type') continue;
    for (const use of type.attributeUses) {
      const declaration = schema.attributes.get(use.attribute);
      if (declaration !== undefined) used.add(declaration.type);
    }
  }
  return used;
}

/** By label of the document, then by place: independent of the order of reading and of where the project lies. */
function byDocument(
  schema: Schema,
): (a: TypeDefinition | ElementDeclaration, b: TypeDefinition | ElementDeclaration) => number {
  const labels = new Map(schema.documents.map(({ source, label }) => [source, label]));
  return (a, b) =>
    compareText(labels.get(a.span.source) ?? '', labels.get(b.span.source) ?? '') ||
    a.span.start - b.span.start ||
    compareText(a.id, b.id);
}

function moduleBinding(schema: Schema, module: ModuleGroup): ModuleBinding {
  const isKind = (kind: TypeDefinition['kind']) => (id: ComponentId) => schema.types.get(id)?.kind === kind;
  return {
    namespace: module.namespace,
    path: module.path,
    complexTypes: module.types.filter(isKind('complex-type')),
    simpleTypes: module.types.filter(isKind('simple-type')),
    messages: module.elements.map(({ id }) => id),
  };
}

/** Namespaces of local elements and of attributes too: property names may need an alias for them. */
function allNamespaces(schema: Schema, modules: readonly ModuleGroup[]): ReadonlySet<string> {
  const namespaces = new Set(modules.map(({ namespace }) => namespace));
  for (const { name } of schema.elements.values()) namespaces.add(name.namespace);
  for (const { name } of schema.attributes.values()) namespaces.add(name.namespace);
  return namespaces;
}

function uncapitalisedAlias(path: string): string {
  const alias = moduleAlias(path);
  return alias.charAt(0).toLowerCase() + alias.slice(1);
}

/** Component ids are taken apart often. */
function pathReader(): (id: ComponentId) => ComponentPath {
  const known = new Map<ComponentId, ComponentPath>();
  return (id) => {
    let path = known.get(id);
    if (path === undefined) known.set(id, (path = componentPath(id)));
    return path;
  };
}

/** The name, or the name with the first number behind it that nothing else has. */
function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}${count}`;
  taken.add(name);
  return name;
}
