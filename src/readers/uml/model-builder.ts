import {
  danglingOwner,
  duplicateClass,
  duplicateMember,
  emptyModel,
  namelessElement,
} from '../../diagnostics/catalogue/uml.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { groupBy } from '../../foundation/group-by.js';
import type {
  Attribute,
  ElementId,
  EnumerationLiteral,
  InformationModel,
  ModelClass,
  ModelPackage,
} from '../../model/information/index.js';
import { buildAssociations } from './build-associations.js';
import { type Build, buildMultiplicity } from './build.js';
import { buildElement, placeOf, StereotypeReport } from './build-element.js';
import { buildGeneralizations } from './build-generalizations.js';
import { type PlacedClass, placeElements } from './place-elements.js';
import type { RawAttribute, RawElement, RawLiteral, RawModel } from './raw-model.js';
import { TypeResolver } from './resolve-type.js';

/**
 * Makes an information model of what a reader found: ids by path, kinds, types, ends and generalisations resolved, notes
 * and GUIDs in one form. Whatever is wrong is reported and lived with.
 */
export function buildInformationModel(raw: RawModel): Read<InformationModel> {
  const placed = placeElements(raw);
  const build: Build = {
    raw,
    placed,
    types: new TypeResolver(placed, raw.diagnostics),
    stereotypes: new StereotypeReport(),
  };
  const packages = buildPackages(build);
  const classes = buildClasses(build);
  const associations = buildAssociations(build);
  build.types.report();
  build.stereotypes.report(raw.diagnostics);
  reportDuplicateClasses(build, classes);
  if (classes.size === 0) raw.diagnostics.add(emptyModel, { label: raw.label });
  return {
    value: { name: raw.name, format: raw.format, packages, classes, associations },
    diagnostics: raw.diagnostics.sorted(),
  };
}

function buildPackages({ placed, stereotypes }: Build): ReadonlyMap<ElementId, ModelPackage> {
  return new Map(
    placed.packages.map(({ raw, id, parent, packages, classes }) => {
      const element = buildElement(raw, raw.name, stereotypes);
      return [
        id,
        {
          kind: 'package',
          id,
          ...(parent === undefined ? {} : { parent }),
          ...element,
          packages: packages.map((child) => child.id),
          classes: classes.map((child) => child.id),
        },
      ];
    }),
  );
}

function buildClasses(build: Build): ReadonlyMap<ElementId, ModelClass> {
  const { raw, placed, stereotypes } = build;
  const attributes = groupBy(raw.attributes, ({ owner }) => owner);
  const literals = groupBy(raw.literals, ({ owner }) => owner);
  const generalizations = buildGeneralizations(build);
  const classes = placed.classes.map((owner): [ElementId, ModelClass] => {
    const own = (owner.isIndexed && attributes.get(owner.raw.id)) || [];
    const values = (owner.isIndexed && literals.get(owner.raw.id)) || [];
    const kind = values.length > 0 ? 'enumeration' : owner.kind;
    const isEnumeration = kind === 'enumeration';
    reportMembers(build, owner, [...own, ...values]);
    return [
      owner.id,
      {
        kind,
        id: owner.id,
        ...(owner.package === undefined ? {} : { package: owner.package }),
        abstract: owner.raw.abstract === true,
        ...(owner.namespace === undefined ? {} : { namespace: owner.namespace }),
        ...buildElement(owner.raw, owner.name, stereotypes),
        generalizations: generalizations.get(owner.id) ?? [],
        attributes: isEnumeration ? [] : own.map((attribute) => buildAttribute(build, owner, attribute)),
        literals: isEnumeration
          ? [...own.map(literalOf), ...values].map((literal) => buildLiteral(build, owner, literal))
          : [],
      },
    ];
  });
  for (const member of [...raw.attributes, ...raw.literals]) {
    if (placed.classOf(member.owner) === undefined) {
      raw.diagnostics.add(danglingOwner, {
        element: member.name,
        owner: member.owner,
        at: placeOf(member.origin),
      });
    }
  }
  return new Map(classes);
}

function buildAttribute(build: Build, owner: PlacedClass, raw: RawAttribute): Attribute {
  const where = `${owner.name}.${raw.name.trim() || '(no name)'}`;
  const initial = unquote(raw.default);
  return {
    ...buildElement(raw, where, build.stereotypes),
    type: build.types.typeOf(raw.type, owner, where, raw.origin),
    multiplicity: buildMultiplicity(build, raw.multiplicity, raw, where),
    ...(initial === undefined ? {} : { default: initial }),
    static: raw.static === true,
    constant: raw.constant === true,
  };
}

/** The attributes of a class that stands for an enumeration are its literals; an initial value is the code. */
const literalOf = (attribute: RawAttribute): RawLiteral => ({ ...attribute, code: attribute.default });

function buildLiteral({ stereotypes }: Build, owner: PlacedClass, raw: RawLiteral): EnumerationLiteral {
  const code = unquote(raw.code);
  return {
    ...buildElement(raw, `${owner.name}.${raw.name.trim() || '(no name)'}`, stereotypes),
    ...(code === undefined ? {} : { code }),
  };
}

/** Tools keep the initial value as an expression, and texts in quotes. */
function unquote(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return undefined;
  return /^"[^"]*"$/u.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}

function reportMembers({ raw }: Build, owner: PlacedClass, members: readonly RawElement[]): void {
  const where = owner.name;
  for (const [name, same] of groupBy(members, (member) => member.name.trim())) {
    const at = placeOf((same[1] ?? same[0])?.origin);
    if (name === '') raw.diagnostics.add(namelessElement, { where, element: 'an attribute', at });
    else if (same.length > 1) {
      raw.diagnostics.add(duplicateMember, { where: `${where}.${name}`, times: same.length, at });
    }
  }
}

function reportDuplicateClasses({ raw, placed }: Build, classes: ReadonlyMap<ElementId, ModelClass>): void {
  for (const [name, all] of placed.byName) {
    const ids = new Set(all.map(({ id }) => id));
    // A class and the extension of the same name that is drawn to it are one class (rules R173 and R174).
    const extended = all.some(({ id }) =>
      classes.get(id)?.generalizations.some(({ general }) => ids.has(general)),
    );
    if (all.length === 1 || extended || name === '') continue;
    const related = all.flatMap(({ raw: { origin } }) => {
      const at = placeOf(origin);
      return at === undefined ? [] : [{ at, label: `also named ${name}` }];
    });
    const [first, ...others] = related;
    raw.diagnostics.add(duplicateClass, {
      name,
      places: all.map(({ id }) => id.slice('class:'.length)),
      at: first?.at,
      related: others,
    });
  }
}
