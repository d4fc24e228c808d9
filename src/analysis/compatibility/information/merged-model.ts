import { compareText } from '../../../foundation/expanded-name.js';
import type { Span } from '../../../foundation/span.js';
import type {
  AssociationEnd,
  ClassKind,
  ElementId,
  InformationModel,
  ModelClass,
  ModelElement,
  Multiplicity,
} from '../../../model/information/index.js';

/** A class as several documents together describe it, in names. */
export interface MergedClass {
  readonly name: string;
  /** What survives renames; the end of an IRI where the model is an RDF vocabulary. */
  readonly guid: string | undefined;
  readonly namespace: string | undefined;
  readonly kind: ClassKind;
  /** Qualified name of the package; '' in RDF vocabularies, whose packages are profiles. */
  readonly package: string;
  readonly abstract: boolean;
  readonly generals: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, MergedProperty>;
  readonly notes: string;
  readonly span: Span | undefined;
}

/** An attribute, the far end of an association, or a value of an enumeration. */
export interface MergedProperty {
  readonly kind: 'attribute' | 'end' | 'literal';
  readonly name: string;
  readonly guid: string | undefined;
  /** Name of the type; '' for a value. */
  readonly type: string;
  readonly multiplicity: Multiplicity;
  readonly notes: string;
  readonly span: Span | undefined;
}

/** Several documents of one model as one: a class that stands in many of them is one class with all of its properties. */
export function mergeModels(models: readonly InformationModel[]): readonly MergedClass[] {
  const merged = new Map<
    string,
    MergedClass & { readonly properties: Map<string, MergedProperty>; readonly generals: Set<string> }
  >();
  for (const model of models) {
    const isVocabulary = model.format === 'rdfs' || model.format === 'owl';
    const ends = endsByClass(model);
    for (const one of model.classes.values()) {
      const place = isVocabulary ? '' : packageOf(model, one);
      const key = one.guid ?? `${place}::${one.name}`;
      const known = merged.get(key) ?? {
        name: one.name,
        guid: stableGuid(one),
        namespace: one.namespace,
        kind: one.kind,
        package: place,
        abstract: one.abstract,
        generals: new Set<string>(),
        properties: new Map<string, MergedProperty>(),
        notes: one.notes,
        span: spanOf(one),
      };
      for (const { general } of one.generalizations)
        known.generals.add(model.classes.get(general)?.name ?? general);
      for (const property of propertiesOf(model, one, ends.get(one.id) ?? []))
        if (!known.properties.has(property.name)) known.properties.set(property.name, property);
      merged.set(key, known);
    }
  }
  return [...merged.values()].sort(
    (a, b) => compareText(a.name, b.name) || compareText(a.package, b.package),
  );
}

function propertiesOf(
  model: InformationModel,
  { attributes, literals }: ModelClass,
  ends: readonly AssociationEnd[],
): readonly MergedProperty[] {
  const className = (id: ElementId): string => model.classes.get(id)?.name ?? id;
  return [
    ...attributes.map((one): MergedProperty => ({
      ...elementOf(one),
      kind: 'attribute',
      type: one.type.kind === 'class' ? className(one.type.id) : one.type.name,
      multiplicity: one.multiplicity,
    })),
    ...ends.map((one): MergedProperty => ({
      ...elementOf(one),
      kind: 'end',
      type: className(one.class),
      multiplicity: one.multiplicity,
    })),
    ...literals.map((one): MergedProperty => ({
      ...elementOf(one),
      kind: 'literal',
      type: '',
      multiplicity: { lower: 0, upper: 1 },
    })),
  ];
}

const elementOf = (one: ModelElement): Pick<MergedProperty, 'name' | 'guid' | 'notes' | 'span'> => ({
  name: one.name,
  guid: stableGuid(one),
  notes: one.notes,
  span: spanOf(one),
});

/** The ends that each class sees: those at the other side of its associations, where they have a name. */
function endsByClass(model: InformationModel): ReadonlyMap<ElementId, readonly AssociationEnd[]> {
  const byClass = new Map<ElementId, AssociationEnd[]>();
  for (const { ends } of model.associations) {
    for (const [near, far] of [ends, [ends[1], ends[0]] as const]) {
      // RDF vocabularies declare both roles, and say which one messages use.
      if (far.name === '' || far.navigable === false) continue;
      byClass.set(near.class, [...(byClass.get(near.class) ?? []), far]);
    }
  }
  return byClass;
}

/** An IRI moves with its namespace; what is behind it stays. */
const stableGuid = ({ guid }: ModelElement): string | undefined =>
  guid !== undefined && /^[a-z][a-z0-9+.-]*:/iu.test(guid) ? guid.replace(/^.*[#/]/u, '') : guid;

const spanOf = ({ origin }: ModelElement): Span | undefined => ('span' in origin ? origin.span : undefined);

function packageOf(model: InformationModel, { package: own }: ModelClass): string {
  const names: string[] = [];
  for (let at = own; at !== undefined;) {
    const found = model.packages.get(at);
    if (found === undefined) break;
    names.unshift(found.name);
    at = found.parent;
  }
  return names.join('::');
}
