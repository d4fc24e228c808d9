import { restrictionIncomplete } from '../../../diagnostics/catalogue/rdf.js';
import type { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import { compareText } from '../../../foundation/expanded-name.js';
import { memberName, nameOf, notesOf, stereotypesOf } from '../../rdf/annotation.js';
import {
  type Graph,
  hasType,
  isBlank,
  linkOf,
  linksOf,
  membersOf,
  type Resource,
  type ResourceId,
  textOf,
  textsOf,
} from '../../rdf/graph.js';
import { CIMTOOL, OWL, RDFS, XSD_DATATYPES } from '../../rdf/vocabulary.js';
import type { OwlProfileProperty, OwlProfileValue } from './owl-profile.js';

/** Reads the properties of a class: what its restrictions say of each, taken together. */
export function readRestrictions(
  graph: Graph,
  owner: Resource,
  declared: ReadonlySet<ResourceId>,
  diagnostics: DiagnosticBag,
): readonly OwlProfileProperty[] {
  const byProperty = new Map<string, Resource[]>();
  for (const id of linksOf(owner, RDFS.subClassOf)) {
    const restriction = graph.resources.get(id);
    if (!hasType(restriction, OWL.Restriction) || restriction === undefined) continue;
    const property = linkOf(restriction, OWL.onProperty);
    if (property === undefined || isBlank(property)) {
      const origin = graph.originOf(owner.id);
      const at = 'span' in origin ? origin.span : undefined;
      diagnostics.add(restrictionIncomplete, { owner: nameOf(owner), at });
      continue;
    }
    const known = byProperty.get(property);
    if (known === undefined) byProperty.set(property, [restriction]);
    else known.push(restriction);
  }
  return [...byProperty]
    .map(([base, restrictions]) => propertyOf(graph, base, restrictions, declared))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.base, b.base));
}

function propertyOf(
  graph: Graph,
  base: string,
  restrictions: readonly Resource[],
  declared: ReadonlySet<ResourceId>,
): OwlProfileProperty {
  const some = restrictions.flatMap((one) => linksOf(one, OWL.someValuesFrom));
  const [valueId] = [...restrictions.flatMap((one) => linksOf(one, OWL.allValuesFrom)), ...some];
  const value = valueId === undefined ? undefined : graph.resources.get(valueId);
  const numbers = (predicate: string): readonly number[] =>
    restrictions
      .flatMap((one) => textsOf(one, predicate))
      .filter((text) => /^\s*\d{1,9}\s*$/u.test(text))
      .map(Number);
  const exact = numbers(OWL.cardinality);
  const least = [...numbers(OWL.minCardinality), ...exact, ...(some.length > 0 ? [1] : [])];
  const most = [...numbers(OWL.maxCardinality), ...exact];
  const isNamed = value === undefined || !isBlank(value.id);
  return {
    name: (isNamed ? undefined : textOf(value, RDFS.label)) ?? memberName(base),
    base,
    ...(least.length === 0 ? {} : { minOccurs: Math.max(...least) }),
    ...(most.length === 0 ? {} : { maxOccurs: Math.min(...most) }),
    value: valueId === undefined ? { kind: 'unsaid' } : valueOf(graph, valueId, declared),
    stereotypes: [
      ...new Set([...(isNamed ? [] : stereotypesOf(value)), ...restrictions.flatMap(stereotypesOf)]),
    ],
    notes: isNamed ? undefined : notesOf(value),
    origin: graph.originOf(value?.id ?? restrictions[0]?.id ?? base),
  };
}

/** What `allValuesFrom` leads to: a datatype, a class of the profile, or a class of its own that names others. */
function valueOf(graph: Graph, id: ResourceId, declared: ReadonlySet<ResourceId>): OwlProfileValue {
  const range = graph.resources.get(id);
  if (id.startsWith(XSD_DATATYPES)) return { kind: 'datatype', datatype: id };
  const stereotypes = range === undefined ? [] : stereotypesOf(range);
  // A datatype that names classes too has its parts for those who want them: the value is simple all the same.
  if (hasType(range, RDFS.Datatype))
    return { kind: 'datatype', datatype: linkOf(range, OWL.equivalentClass) };
  const members = membersOf(graph, linkOf(range, OWL.unionOf)).flatMap((term) =>
    term.kind === 'literal' ? [] : [term.id],
  );
  const supers = linksOf(range, RDFS.subClassOf);
  const generals = supers.filter((general) => !isBlank(general) && general !== CIMTOOL.Reference);
  const base = generals.filter((general) => !declared.has(general)).sort(compareText)[0];
  const classes = isBlank(id)
    ? members.length > 0
      ? members
      : inPlace(graph, id, generals, declared)
    : [id];
  return {
    kind: 'class',
    byReference: stereotypes.includes('byreference') || supers.includes(CIMTOOL.Reference),
    base: base ?? generals.sort(compareText)[0],
    // What CIMTool lists has the order of its hash table.
    classes: [...classes].sort(compareText),
    attribute: stereotypes.includes('attribute'),
  };
}

/** A range without a union: a class of the profile as its superclass, or a class written in place, with restrictions. */
function inPlace(
  graph: Graph,
  id: ResourceId,
  generals: readonly ResourceId[],
  declared: ReadonlySet<ResourceId>,
): readonly ResourceId[] {
  const named = generals.filter((general) => declared.has(general)).sort(compareText);
  if (named.length > 0) return named;
  const hasRestrictions = linksOf(graph.resources.get(id), RDFS.subClassOf).some((general) =>
    hasType(graph.resources.get(general), OWL.Restriction),
  );
  return hasRestrictions ? [id] : [];
}
