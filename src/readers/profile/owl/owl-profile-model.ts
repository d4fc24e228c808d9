import type { Read } from '../../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import type { InformationModel } from '../../../model/information/index.js';
import { memberName, propertyStereotypes } from '../../rdf/annotation.js';
import { type Graph, isBlank, localName, namespaceName, type ResourceId } from '../../rdf/graph.js';
import { buildInformationModel } from '../../uml/model-builder.js';
import { emptyRawModel, type RawElement, type RawModel } from '../../uml/raw-model.js';
import type { OwlProfile, OwlProfileClass, OwlProfileProperty } from './owl-profile.js';
import { profileOf } from './read-owl-profile.js';

/**
 * Makes an information model of a profile in OWL: what it says of its classes, seen for itself. Such a profile knows one
 * end of an association, and no packages.
 */
export function readProfileModel(graph: Graph, label: string): Read<InformationModel> {
  const diagnostics = new DiagnosticBag();
  const profile = profileOf(graph, label, diagnostics);
  const raw = emptyRawModel('owl', label, profile.name);
  raw.diagnostics.push(...diagnostics.sorted());
  const standIn = classesByBase(profile);
  for (const one of profile.classes) {
    readClass(raw, graph, one);
    for (const property of one.properties) readProperty(raw, one, property, standIn);
  }
  return buildInformationModel(raw);
}

/** The classes that stand for one of the information model: what a reference to that one means. */
function classesByBase(profile: OwlProfile): Map<string, ResourceId> {
  const known = new Map<string, ResourceId>();
  for (const { id, base } of profile.classes) {
    if (base !== undefined && !known.has(base)) known.set(base, id);
  }
  return known;
}

function readClass(raw: RawModel, graph: Graph, one: OwlProfileClass): void {
  raw.classes.push({
    id: one.id,
    metaclass: one.values === undefined ? 'class' : 'enumeration',
    namespace: isBlank(one.id) ? undefined : namespaceName(one.id),
    name: one.name,
    guid: isBlank(one.id) ? undefined : one.id,
    notes: one.notes,
    // Some stand at a class for what it is used for elsewhere.
    stereotypes: propertyStereotypes(one.stereotypes),
    tags: one.base === undefined || one.base === one.id ? [] : [{ name: 'base', value: one.base }],
    origin: one.origin,
  });
  for (const general of one.supers) {
    raw.generalizations.push({
      specific: one.id,
      general: { id: general, name: localName(general) },
      origin: one.origin,
    });
  }
  for (const value of one.values ?? []) {
    raw.literals.push({
      owner: one.id,
      name: memberName(value),
      guid: value,
      origin: graph.originOf(value),
    });
  }
}

function readProperty(
  raw: RawModel,
  owner: OwlProfileClass,
  property: OwlProfileProperty,
  standIn: Map<string, ResourceId>,
): void {
  const { value, minOccurs = 0 } = property;
  const element: RawElement = {
    name: property.name,
    guid: property.base,
    notes: property.notes,
    stereotypes: propertyStereotypes(property.stereotypes),
    origin: property.origin,
  };
  if (value.kind !== 'class' || value.attribute) {
    const type =
      value.kind === 'class'
        ? (value.classes[0] ?? value.base)
        : value.kind === 'datatype'
          ? value.datatype
          : undefined;
    raw.attributes.push({
      ...element,
      owner: owner.id,
      type: type === undefined ? {} : { id: standIn.get(type) ?? type, name: localName(type) },
      multiplicity: `${minOccurs}..${property.maxOccurs ?? 1}`,
    });
    return;
  }
  const isWhole = property.stereotypes.find((stereotype) => /^(?:aggregate|composite)Of$/u.test(stereotype));
  const isPart = property.stereotypes.find((stereotype) => /^of(?:Aggregate|Composite)$/u.test(stereotype));
  const reached = value.classes.length > 0 ? value.classes : value.base === undefined ? [] : [value.base];
  for (const id of reached) {
    if (value.classes.length === 0 && !standIn.has(id)) {
      // A reference to a class of the information model that the profile does not describe.
      standIn.set(id, id);
      const name = localName(id);
      const namespace = namespaceName(id);
      raw.classes.push({ id, metaclass: 'class', namespace, name, guid: id, origin: property.origin });
    }
    raw.associations.push({
      name: '',
      ends: [
        {
          name: '',
          class: { id: owner.id },
          // Profiles say nothing of the way back.
          multiplicity: '0..*',
          implied: true,
          aggregation: isWhole === undefined ? 'none' : isWhole === 'compositeOf' ? 'composite' : 'shared',
          origin: property.origin,
        },
        {
          ...element,
          class: { id: standIn.get(id) ?? id, ...(isBlank(id) ? {} : { name: localName(id) }) },
          multiplicity: `${minOccurs}..${property.maxOccurs ?? '*'}`,
          aggregation: isPart === undefined ? 'none' : isPart === 'ofComposite' ? 'composite' : 'shared',
          navigable: true,
        },
      ],
      origin: property.origin,
    });
  }
}
