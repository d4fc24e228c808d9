import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { nameClash, nameReserved } from '../../diagnostics/catalogue/nam.js';
import type { ComponentId, ElementDeclaration, Schema, TypeDefinition } from '../../model/schema/index.js';
import { spanOf } from './component-span.js';
import type { NameClash, NameRequest } from './allot.js';
import { allotNames } from './allot.js';
import type { ComponentPath } from './component-path.js';
import { capitalised, toIdentifierName, toPascalCase } from './identifier-form.js';
import { isFreeTypeName } from './reserved-name.js';

/** What is named in one module. */
export interface ModuleComponents {
  /** User-defined types, named and anonymous. */
  readonly types: readonly ComponentId[];
  /** Global elements. */
  readonly elements: readonly ElementDeclaration[];
}

export interface ModuleNames {
  readonly types: ReadonlyMap<ComponentId, string>;
  readonly messages: ReadonlyMap<ComponentId, string>;
  /** For `Any…` unions over a type with the types derived from it, and over the members of a substitution group. */
  readonly taken: ReadonlySet<string>;
}

export interface TypeNameContext {
  readonly schema: Schema;
  readonly pathOf: (id: ComponentId) => ComponentPath;
  /** Names that the configuration gives, by component id. */
  readonly overrides: Readonly<Record<string, string>>;
  /** Types that are declared as a constant too, so that no message can share their name. */
  readonly isConstant: (type: ComponentId) => boolean;
  /** Elements whose value is exactly one of their type: not nil, of no derived type. Only they can share its name. */
  readonly isExact: (element: ElementDeclaration) => boolean;
  readonly diagnostics: DiagnosticBag;
}

/**
 * Names of all types and messages of a module, which must differ. First come named types, then global elements with
 * their anonymous types, then other anonymous types from the outside in.
 */
export function moduleNames(components: ModuleComponents, ctx: TypeNameContext): ModuleNames {
  const types = new Map<ComponentId, string>();
  const messages = new Map<ComponentId, string>();
  const taken = new Set<string>();
  const give = (requests: readonly NameRequest<ComponentId>[], to: Map<ComponentId, string>): void => {
    const { names, clashes } = allotNames(requests, taken);
    for (const clash of clashes) reportClash(ctx, clash, names);
    for (const [key, name] of names) {
      to.set(key, name);
      taken.add(name);
    }
  };

  const named = components.types.filter((id) => ctx.pathOf(id).steps.length === 0);
  give(
    named.map((id) => request(ctx, id, ctx.pathOf(id).localName, 'Type')),
    types,
  );

  // Where the two must differ, the element gives way to its own anonymous type.
  const apartFromType = components.elements.filter(
    (element) =>
      !types.has(element.type) &&
      isOwnType(element) &&
      (ctx.isConstant(element.type) || !ctx.isExact(element)),
  );
  give(
    apartFromType.map((element) => request(ctx, element.type, element.name.localName, 'Type')),
    types,
  );

  const owners = new Map([...types].map(([id, name]) => [name, id]));
  const apart: NameRequest<ComponentId>[] = [];
  const clashes: NameClash<ComponentId>[] = [];
  for (const element of components.elements) {
    const wanted = request(ctx, element.id, element.name.localName, 'Element');
    const owner = owners.get(wanted.wanted);
    if (owner === undefined) apart.push(wanted);
    else if (owner === element.type && !ctx.isConstant(owner) && ctx.isExact(element)) {
      messages.set(element.id, wanted.wanted);
    } else {
      apart.push({ ...wanted, wanted: `${wanted.wanted}Element`, exact: false });
      clashes.push({ wanted: wanted.wanted, owner, others: [element.id] });
    }
  }
  give(apart, messages);
  for (const clash of clashes) reportClash(ctx, clash, messages);
  for (const element of components.elements) {
    const name = messages.get(element.id);
    const isNamed = types.has(element.type) || Object.hasOwn(ctx.overrides, element.type);
    if (name !== undefined && !isNamed && isOwnType(element) && ctx.isExact(element))
      types.set(element.type, name);
  }

  const inside = components.types.filter((id) => !types.has(id));
  const byDepth = new Map<number, ComponentId[]>();
  for (const id of inside) {
    const depth = ctx.pathOf(id).steps.length;
    byDepth.set(depth, [...(byDepth.get(depth) ?? []), id]);
  }
  for (const depth of [...byDepth.keys()].sort((a, b) => a - b)) {
    give(
      (byDepth.get(depth) ?? []).map((id) => request(ctx, id, nestedName(ctx, id, types), 'Type')),
      types,
    );
  }
  return { types, messages, taken };
}

/** Whether the element's type stands inside it. */
const isOwnType = (element: ElementDeclaration): boolean => element.type.startsWith(`${element.id}/`);

/** Enclosing type and element: `OrderItem`. A simple type inside another is its item, its member or its base. */
function nestedName(ctx: TypeNameContext, id: ComponentId, types: ReadonlyMap<string, string>): string {
  const path = ctx.pathOf(id);
  const tail: string[] = [];
  let scope: string = id;
  for (const step of [...path.steps].reverse()) {
    const known = types.get(scope);
    if (known !== undefined) return capitalised(known) + tail.reverse().join('');
    scope = scope.slice(0, scope.lastIndexOf(`/${step.axis}(`));
    const ordinal = step.ordinal > 1 ? String(step.ordinal) : '';
    const word = step.localName === '' ? roleIn(ctx.schema, scope) : step.localName;
    tail.push(word === '' ? ordinal : toPascalCase(toIdentifierName(word)) + ordinal);
  }
  const isAlone = tail.every((word) => word === '');
  const root = types.get(scope) ?? toIdentifierName(path.localName);
  return (isAlone ? root : capitalised(root)) + tail.reverse().join('');
}

/** What an anonymous type is to the component around it: nothing worth a word where that is an element or attribute. */
function roleIn(schema: Schema, scope: string): string {
  const types: ReadonlyMap<string, TypeDefinition> = schema.types;
  const around = types.get(scope);
  if (around === undefined) return '';
  if (around.kind === 'complex-type') return 'Value';
  return { list: 'Item', union: 'Member', atomic: 'Base' }[around.variety.kind];
}

function request(
  ctx: TypeNameContext,
  key: ComponentId,
  text: string,
  suffix: string,
): NameRequest<ComponentId> {
  const override = Object.hasOwn(ctx.overrides, key) ? ctx.overrides[key] : undefined;
  const name = toIdentifierName(override ?? text);
  if (isFreeTypeName(name)) return { key, wanted: name, exact: name === text };
  ctx.diagnostics.add(nameReserved, {
    at: spanOf(ctx.schema, key),
    component: key,
    wanted: name,
    name: `${name}${suffix}`,
  });
  return { key, wanted: `${name}${suffix}`, exact: false };
}

function reportClash(
  ctx: TypeNameContext,
  { wanted, owner, others }: NameClash<ComponentId>,
  names: ReadonlyMap<ComponentId, string>,
): void {
  const before = owner === undefined ? undefined : spanOf(ctx.schema, owner);
  for (const key of others) {
    ctx.diagnostics.add(nameClash, {
      at: spanOf(ctx.schema, key),
      related: before === undefined ? [] : [{ at: before, label: `keeps the name "${wanted}"` }],
      component: key,
      wanted,
      name: names.get(key) ?? wanted,
    });
  }
}
