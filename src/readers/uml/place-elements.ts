import { danglingPackage, duplicateIdentifier, namelessElement } from '../../diagnostics/catalogue/uml.js';
import { groupBy } from '../../foundation/group-by.js';
import {
  type ClassKind,
  type ElementId,
  type ElementKind,
  elementId,
} from '../../model/information/index.js';
import { buildStereotypes, placeOf } from './build-element.js';
import { classKind } from './class-kind.js';
import type { NativeId, RawClass, RawElement, RawModel, RawPackage } from './raw-model.js';

/** A package in its place. */
export interface PlacedPackage {
  readonly raw: RawPackage;
  readonly id: ElementId;
  /** The names from the top: `/Core/Wires`. */
  readonly path: string;
  readonly parent: ElementId | undefined;
  /** The effective one: its own or that of the package around it. */
  readonly namespace: string | undefined;
  readonly packages: PlacedPackage[];
  readonly classes: PlacedClass[];
}

/** A class in its place. */
export interface PlacedClass {
  readonly raw: RawClass;
  /** For people; `a class without a name` for one that has none. */
  readonly name: string;
  readonly id: ElementId;
  readonly path: string;
  readonly package: ElementId | undefined;
  readonly namespace: string | undefined;
  readonly kind: ClassKind;
  /** Whether its native identifier stands for it: not so for the second one that has it. */
  readonly isIndexed: boolean;
}

/** Packages and classes with ids, in their final order. */
export interface PlacedModel {
  readonly packages: readonly PlacedPackage[];
  readonly classes: readonly PlacedClass[];
  readonly byName: ReadonlyMap<string, readonly PlacedClass[]>;
  classOf(id: NativeId): PlacedClass | undefined;
}

/** Gives every package and class its id: the path of names, with `[2]` where a place has the name already. */
export function placeElements(raw: RawModel): PlacedModel {
  const allot = idAllotter();
  const { packages, byNativeId } = placePackages(raw, allot);
  const owners = new Map<NativeId, RawElement>([...byNativeId].map(([id, { raw: owner }]) => [id, owner]));
  const inPackage = groupBy(raw.classes, (one) => {
    const owner = one.package === undefined ? undefined : byNativeId.get(one.package);
    if (owner === undefined && one.package !== undefined) {
      const facts = { where: one.name, owner: one.package, cyclic: false, at: placeOf(one.origin) };
      raw.diagnostics.add(danglingPackage, facts);
    }
    return owner;
  });
  const index = new Map<NativeId, PlacedClass>();
  const placeIn = (owner: PlacedPackage | undefined): readonly PlacedClass[] =>
    (inPackage.get(owner) ?? []).map((one) => {
      const isIndexed = isFirst(raw, owners, one.id, one);
      const id = allot('class', owner?.id, one.name);
      const placed: PlacedClass = {
        raw: one,
        name: one.name.trim() || 'a class without a name',
        id,
        path: pathOf(id),
        package: owner?.id,
        namespace: one.namespace ?? namespaceTag(one) ?? owner?.namespace,
        kind: classKind(one.metaclass, buildStereotypes(one.stereotypes)),
        isIndexed,
      };
      if (isIndexed) index.set(one.id, placed);
      if (one.name.trim() === '') {
        const facts = { where: owner?.path ?? 'the model', element: 'a class', at: placeOf(one.origin) };
        raw.diagnostics.add(namelessElement, facts);
      }
      owner?.classes.push(placed);
      return placed;
    });
  const classes = [...packages.flatMap(placeIn), ...placeIn(undefined)];
  return {
    packages,
    classes,
    byName: groupBy(classes, ({ raw: { name } }) => name.trim()),
    classOf: (id) => index.get(id),
  };
}

function placePackages(
  raw: RawModel,
  allot: AllotId,
): {
  readonly packages: readonly PlacedPackage[];
  readonly byNativeId: ReadonlyMap<NativeId, PlacedPackage>;
} {
  const known = new Map<NativeId, RawPackage>();
  const indexed = raw.packages.filter((one) => isFirst(raw, known, one.id, one));
  const children = groupBy(raw.packages, (one) => {
    const parent = one.parent === undefined ? undefined : known.get(one.parent);
    if (parent === undefined && one.parent !== undefined) reportOwner(raw, one, false);
    return parent;
  });
  const isIndexed = new Set(indexed);
  const packages: PlacedPackage[] = [];
  const byNativeId = new Map<NativeId, PlacedPackage>();
  const reached = new Set<RawPackage>();
  const place = (top: RawPackage): void => {
    const open: { readonly one: RawPackage; readonly owner: PlacedPackage | undefined }[] = [
      { one: top, owner: undefined },
    ];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { one, owner } = next;
      if (reached.has(one)) continue;
      reached.add(one);
      const id = allot('package', owner?.id, one.name);
      const placed: PlacedPackage = {
        raw: one,
        id,
        path: pathOf(id),
        parent: owner?.id,
        namespace: one.namespace ?? namespaceTag(one) ?? owner?.namespace,
        packages: [],
        classes: [],
      };
      packages.push(placed);
      if (one.name.trim() === '') {
        const facts = { where: owner?.path ?? 'the model', element: 'a package', at: placeOf(one.origin) };
        raw.diagnostics.add(namelessElement, facts);
      }
      owner?.packages.push(placed);
      if (!isIndexed.has(one)) continue;
      byNativeId.set(one.id, placed);
      open.push(...(children.get(one) ?? []).map((child) => ({ one: child, owner: placed })).reverse());
    }
  };
  (children.get(undefined) ?? []).forEach(place);
  for (const one of raw.packages) {
    // What no top package leads to is inside of itself.
    if (reached.has(one)) continue;
    reportOwner(raw, one, true);
    place(one);
  }
  return { packages, byNativeId };
}

const reportOwner = (raw: RawModel, one: RawPackage, cyclic: boolean): void =>
  raw.diagnostics.add(danglingPackage, {
    where: one.name,
    owner: one.parent ?? '',
    cyclic,
    at: placeOf(one.origin),
  });

/** Enters an element under its native identifier; a second one with the same is reported. */
function isFirst<T extends RawElement>(
  raw: RawModel,
  known: Map<NativeId, T>,
  id: NativeId,
  one: T,
): boolean {
  const other = known.get(id);
  if (other === undefined) known.set(id, one);
  else {
    const facts = { where: one.name.trim(), id, other: other.name.trim(), at: placeOf(one.origin) };
    raw.diagnostics.add(duplicateIdentifier, facts);
  }
  return other === undefined;
}

/** The tags that the modelling guide (rules R132 to R145) and CIMTool use for the namespace of a package. */
function namespaceTag({ tags = [] }: RawElement): string | undefined {
  const value = (name: string): string | undefined =>
    tags.find((tag) => tag.name.toLowerCase() === name && tag.value.trim() !== '')?.value.trim();
  return value('nsuri') ?? value('baseuri');
}

type AllotId = (kind: ElementKind, owner: ElementId | undefined, name: string) => ElementId;

/** Gives ids by place. Names with slashes may make two paths equal: what counts is whether the id is taken. */
export function idAllotter(): AllotId {
  const taken = new Set<ElementId>();
  return (kind, owner, name) => {
    const path = owner === undefined ? [name.trim()] : [pathOf(owner).slice(1), name.trim()];
    for (let ordinal = 1; ; ordinal++) {
      const id = elementId(kind, path, ordinal);
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
}

const pathOf = (id: ElementId): string => id.slice(id.indexOf(':') + 1);
