import { compareText } from '../../foundation/expanded-name.js';
import type { Aggregation, ElementId, ModelClass, ModelPackage } from '../../model/information/index.js';
import { printMultiplicity } from '../../model/information/index.js';
import { typeName } from './class-sheet.js';
import type { ModelIndex } from './model-index.js';

/** A class in a diagram. */
export interface ClassBox {
  readonly id: ElementId;
  readonly name: string;
  /** `enumeration`, `CIMDatatype`, … as written above the name. */
  readonly stereotypes: readonly string[];
  readonly abstract: boolean;
  /** Own attributes as `name: Type`, or the values of an enumeration. */
  readonly lines: readonly string[];
  /** Attributes and values that are left out. */
  readonly hidden: number;
  /** Whether the diagram is about this class. */
  readonly isFocus: boolean;
}

/** A line between two classes of a diagram. */
export type DiagramEdge =
  | { readonly kind: 'generalization'; readonly general: ElementId; readonly special: ElementId }
  | { readonly kind: 'association'; readonly ends: readonly [DiagramEnd, DiagramEnd] }
  | {
      readonly kind: 'attribute';
      readonly owner: ElementId;
      readonly type: ElementId;
      readonly name: string;
    };

/** One end of an association in a diagram, written beside the class that is there. */
export interface DiagramEnd {
  readonly class: ElementId;
  readonly role: string;
  readonly multiplicity: string;
  readonly aggregation: Aggregation;
}

/** What a class diagram shows; where it shows it is worked out by what draws it. */
export interface ClassDiagram {
  readonly title: string;
  readonly boxes: readonly ClassBox[];
  readonly edges: readonly DiagramEdge[];
  /** Classes that the limit left out. */
  readonly left: number;
}

/** How much a diagram shows. */
export interface DiagramOptions {
  /** Steps from the focus. */
  readonly depth: number;
  /** Classes at most. */
  readonly limit: number;
  readonly attributes: boolean;
}

const MOST_LINES = 14;

/**
 * A class with the classes around it: what it inherits from, what inherits from it, and what is at the other ends of
 * associations. Of other classes than the first only the generals are followed, not the specials: nearly every class of
 * CIM inherits from IdentifiedObject.
 */
export function neighbourhoodDiagram(
  focus: ModelClass,
  index: ModelIndex,
  options: DiagramOptions,
): ClassDiagram {
  const chosen = new Set<ModelClass>([focus]);
  const inside = new Set<ElementId>();
  let rim: readonly ModelClass[] = [focus];
  let left = 0;
  for (let step = 0; step < options.depth; step++) {
    for (const { id } of rim) inside.add(id);
    const next = rim.flatMap((one) => neighboursOf(one, index, one === focus));
    const fresh = [...new Set(next)].filter((one) => !chosen.has(one));
    const taken = fresh.slice(0, Math.max(0, options.limit - chosen.size));
    left += fresh.length - taken.length;
    for (const one of taken) chosen.add(one);
    rim = taken;
  }
  const diagram = diagramOf(focus.name, [...chosen], left, new Set([focus]), index, options);
  // Lines between classes at the rim belong to the next step.
  return { ...diagram, edges: diagram.edges.filter((edge) => classesAt(edge).some((id) => inside.has(id))) };
}

function classesAt(edge: DiagramEdge): readonly ElementId[] {
  switch (edge.kind) {
    case 'generalization':
      return [edge.general, edge.special];
    case 'attribute':
      return [edge.owner, edge.type];
    case 'association':
      return edge.ends.map((end) => end.class);
  }
}

/** The classes of a package and of the packages in it. */
export function packageDiagram(
  owner: ModelPackage,
  index: ModelIndex,
  options: DiagramOptions,
): ClassDiagram {
  const classesIn = (one: ModelPackage): readonly ModelClass[] => [
    ...one.classes.flatMap((id) => index.model.classes.get(id) ?? []),
    ...one.packages.flatMap((id) => {
      const inner = index.model.packages.get(id);
      return inner === undefined ? [] : classesIn(inner);
    }),
  ];
  const all = classesIn(owner);
  const shown = all.slice(0, options.limit);
  return diagramOf(owner.name, shown, all.length - shown.length, new Set(), index, options);
}

/** In the order in which they are worth showing: generals, ends, specials, enumerations and the like. */
function neighboursOf(one: ModelClass, index: ModelIndex, isFocus: boolean): readonly ModelClass[] {
  const [, ...generals] = index.lineOf(one);
  const types = one.attributes.flatMap(({ type }) =>
    type.kind === 'class' ? (index.model.classes.get(type.id) ?? []) : [],
  );
  return [
    ...generals.slice(0, one.generalizations.length),
    ...index.endsOf(one).map(({ target }) => target),
    ...(isFocus ? [...index.specialsOf(one)].sort((a, b) => compareText(a.name, b.name)) : []),
    ...(isFocus ? types.filter(({ kind }) => kind === 'enumeration' || kind === 'compound') : []),
  ];
}

function diagramOf(
  title: string,
  classes: readonly ModelClass[],
  left: number,
  focus: ReadonlySet<ModelClass>,
  index: ModelIndex,
  options: DiagramOptions,
): ClassDiagram {
  const shown = new Set(classes.map(({ id }) => id));
  return {
    title,
    left,
    boxes: classes.map((one) => boxOf(one, focus.has(one), index, options.attributes)),
    edges: [
      ...generalizationsOf(classes, shown),
      ...associationsOf(shown, index),
      ...attributesOf(classes, shown, index),
    ],
  };
}

function boxOf(one: ModelClass, isFocus: boolean, index: ModelIndex, attributes: boolean): ClassBox {
  const all =
    one.kind === 'enumeration'
      ? one.literals.map(({ name, code }) => (code === undefined ? name : `${name} = ${code}`))
      : one.attributes.map((attribute) => `${attribute.name}: ${typeName(attribute, index.model)}`);
  const most = isFocus ? Infinity : MOST_LINES;
  const lines = attributes ? all.slice(0, all.length > most ? most - 1 : most) : [];
  return {
    id: one.id,
    name: one.name,
    stereotypes: one.stereotypes.length > 0 ? one.stereotypes : one.kind === 'class' ? [] : [one.kind],
    abstract: one.abstract,
    lines,
    hidden: attributes ? all.length - lines.length : 0,
    isFocus,
  };
}

const generalizationsOf = (
  classes: readonly ModelClass[],
  shown: ReadonlySet<ElementId>,
): readonly DiagramEdge[] =>
  classes.flatMap(({ id, generalizations }) =>
    generalizations
      .filter(({ general }) => shown.has(general))
      .map(({ general }): DiagramEdge => ({ kind: 'generalization', general, special: id })),
  );

const associationsOf = (shown: ReadonlySet<ElementId>, { model }: ModelIndex): readonly DiagramEdge[] =>
  model.associations
    .filter(({ ends }) => ends.every((end) => shown.has(end.class)))
    .map(({ ends: [source, target] }): DiagramEdge => ({
      kind: 'association',
      ends: [endOf(source), endOf(target)],
    }));

const endOf = (end: {
  class: ElementId;
  name: string;
  multiplicity: Parameters<typeof printMultiplicity>[0];
  aggregation: Aggregation;
}): DiagramEnd => ({
  class: end.class,
  role: end.name,
  multiplicity: printMultiplicity(end.multiplicity),
  aggregation: end.aggregation,
});

/** One line from a class to each enumeration or compound that an attribute of it has. */
function attributesOf(
  classes: readonly ModelClass[],
  shown: ReadonlySet<ElementId>,
  { model }: ModelIndex,
): readonly DiagramEdge[] {
  return classes.flatMap((owner) => {
    const seen = new Set<ElementId>();
    return owner.attributes.flatMap(({ type, name }): readonly DiagramEdge[] => {
      if (type.kind !== 'class' || !shown.has(type.id) || seen.has(type.id)) return [];
      const kind = model.classes.get(type.id)?.kind;
      if (kind !== 'enumeration' && kind !== 'compound') return [];
      seen.add(type.id);
      return [{ kind: 'attribute', owner: owner.id, type: type.id, name }];
    });
  });
}
