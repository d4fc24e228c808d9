import { oneSidedRole } from '../../diagnostics/catalogue/rdf.js';
import type { Aggregation, Origin } from '../../model/information/index.js';
import {
  memberName,
  nameOf,
  notesOf,
  propertyStereotypes,
  stereotypesOf,
  tagsOf,
} from '../rdf/annotation.js';
import {
  type Graph,
  hasType,
  isBlank,
  linkOf,
  linksOf,
  localName,
  namespaceName,
  type Resource,
  type ResourceId,
  resourcesOf,
  textOf,
} from '../rdf/graph.js';
import { CIMS, CIMTOOL, NON_STANDARD_UML, OWL, RDF, RDFS, XSD_DATATYPES } from '../rdf/vocabulary.js';
import type { RawAssociationEnd, RawElement, RawModel, RawReference } from '../uml/raw-model.js';

const PROPERTY_PROPERTIES = new Set<string>([
  ...[RDF.type, RDFS.label, RDFS.comment, RDFS.domain, RDFS.range, RDFS.isDefinedBy, OWL.inverseOf],
  ...[CIMS.stereotype, CIMS.multiplicity, CIMS.dataType, CIMS.inverseRoleName, CIMS.associationUsed],
  ...[CIMS.isFixed, CIMS.isDefault, CIMS.belongsToCategory, CIMTOOL.hasStereotype],
]);

/** Reads the properties of a vocabulary: what has a datatype is an attribute, the others are the roles of associations. */
export function readProperties(raw: RawModel, graph: Graph, classes: readonly Resource[]): void {
  const values = new Set(classes.filter(isValueClass).map(({ id }) => id));
  const properties = resourcesOf(graph, isProperty);
  const roles: Resource[] = [];
  for (const property of properties) {
    if (isAttribute(property, values)) readAttribute(raw, graph, property);
    else roles.push(property);
  }
  readAssociations(raw, graph, new Map(roles.map((role) => [role.id, role])));
}

const isProperty = (resource: Resource): boolean =>
  [RDF.Property, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.FunctionalProperty].some((type) =>
    hasType(resource, type),
  );

const VALUE_CLASSES = new Set([
  'enumeration',
  'Primitive',
  'CIMDatatype',
  'Compound',
  'compound',
  'datatype',
]);

/** Whether a class stands for values, by its stereotypes. */
export const isValueClass = (resource: Resource): boolean =>
  stereotypesOf(resource).some((stereotype) => VALUE_CLASSES.has(stereotype));

function isAttribute(property: Resource, values: ReadonlySet<ResourceId>): boolean {
  if (inverseOf(property) !== undefined || hasType(property, OWL.ObjectProperty)) {
    return stereotypesOf(property).includes('attribute');
  }
  if (linkOf(property, CIMS.dataType) !== undefined || hasType(property, OWL.DatatypeProperty)) return true;
  const range = linkOf(property, RDFS.range);
  const isValue = range !== undefined && (values.has(range) || namespaceName(range) === XSD_DATATYPES);
  return isValue || stereotypesOf(property).includes('attribute');
}

const inverseOf = (property: Resource | undefined): ResourceId | undefined =>
  linkOf(property, CIMS.inverseRoleName) ?? linkOf(property, OWL.inverseOf);

const elementOf = (property: Resource, origin: Origin): RawElement => ({
  name: nameOf(property),
  guid: property.id,
  notes: notesOf(property),
  stereotypes: propertyStereotypes(stereotypesOf(property)),
  tags: tagsOf(property, PROPERTY_PROPERTIES),
  origin,
});

function readAttribute(raw: RawModel, graph: Graph, property: Resource): void {
  const fixed = valueOf(graph, property, CIMS.isFixed);
  for (const owner of linksOf(property, RDFS.domain)) {
    raw.attributes.push({
      ...elementOf(property, graph.originOf(property.id)),
      owner,
      type: referenceTo(linkOf(property, CIMS.dataType) ?? linkOf(property, RDFS.range)),
      multiplicity: multiplicityOf(property),
      default: fixed ?? valueOf(graph, property, CIMS.isDefault),
      constant: fixed !== undefined,
    });
  }
}

const referenceTo = (id: ResourceId | undefined): RawReference =>
  id === undefined ? {} : { id, name: localName(id) };

/** A literal; early files put it into an attribute of the property element, which makes it a property of a blank node. */
function valueOf(graph: Graph, property: Resource, predicate: string): string | undefined {
  const own = textOf(property, predicate);
  if (own !== undefined) return own;
  const link = linkOf(property, predicate);
  if (link === undefined) return undefined;
  return isBlank(link) ? textOf(graph.resources.get(link), RDFS.Literal) : localName(link);
}

/** `…#M:0..1`; in OWL a functional property has one value at most. */
function multiplicityOf(property: Resource): string | undefined {
  const multiplicity = linkOf(property, CIMS.multiplicity);
  if (multiplicity !== undefined) return localName(multiplicity).replace(/^M:/u, '');
  const text = textOf(property, CIMS.multiplicity)?.replace(/^M:/u, '');
  if (text !== undefined || hasType(property, RDF.Property)) return text;
  return hasType(property, OWL.FunctionalProperty) ? '0..1' : '0..*';
}

function readAssociations(raw: RawModel, graph: Graph, roles: ReadonlyMap<ResourceId, Resource>): void {
  const done = new Set<ResourceId>();
  // In OWL one of the two says that the other is its inverse.
  const naming = new Map([...roles.values()].map((role) => [inverseOf(role), role.id]));
  for (const role of roles.values()) {
    if (done.has(role.id)) continue;
    done.add(role.id);
    const named = inverseOf(role) ?? naming.get(role.id);
    const inverse = named === undefined ? undefined : roles.get(named);
    const fits =
      inverse !== undefined && !done.has(inverse.id) && (inverseOf(inverse) ?? role.id) === role.id;
    const at = graph.originOf(role.id);
    if (fits) done.add(inverse.id);
    else if (role.id !== named) {
      const span = 'span' in at ? at.span : undefined;
      raw.diagnostics.add(oneSidedRole, {
        role: localName(role.id),
        inverse: named && localName(named),
        at: span,
      });
    }
    raw.associations.push({
      name: '',
      ends: [
        endAtDomain(graph, role, fits ? inverse : undefined, named),
        {
          ...elementOf(role, at),
          class: referenceTo(linkOf(role, RDFS.range)),
          multiplicity: multiplicityOf(role),
          aggregation: aggregationAtRange(role, fits ? inverse : undefined),
          navigable: isUsed(role),
        },
      ],
      origin: at,
    });
  }
}

function endAtDomain(
  graph: Graph,
  role: Resource,
  inverse: Resource | undefined,
  named: ResourceId | undefined,
): RawAssociationEnd {
  const common = {
    class: referenceTo(linkOf(role, RDFS.domain)),
    aggregation: aggregationAtDomain(role, inverse),
  };
  if (inverse !== undefined) {
    return {
      ...elementOf(inverse, graph.originOf(inverse.id)),
      ...common,
      multiplicity: multiplicityOf(inverse),
      navigable: isUsed(inverse),
    };
  }
  // All that is known of it is the name that the other end gives it.
  const name = named === undefined ? '' : memberName(named);
  const origin = graph.originOf(role.id);
  return { ...common, name, guid: named, multiplicity: '0..*', implied: true, origin };
}

const isUsed = (role: Resource): boolean | undefined => {
  const text = textOf(role, CIMS.associationUsed)?.trim().toLowerCase();
  return text === undefined ? undefined : text === 'yes' || text === 'true';
};

/** The whole is at the domain of a role that leads to its parts. */
const aggregationAtDomain = (role: Resource, inverse: Resource | undefined): Aggregation =>
  strongest(wholeAt(role).domain, inverse === undefined ? 'none' : wholeAt(inverse).range);

const aggregationAtRange = (role: Resource, inverse: Resource | undefined): Aggregation =>
  strongest(wholeAt(role).range, inverse === undefined ? 'none' : wholeAt(inverse).domain);

const strongest = (a: Aggregation, b: Aggregation): Aggregation =>
  a === 'none' ? b : a === 'shared' && b === 'composite' ? b : a;

/**
 * `aggregateOf` stands at the role that leads from the whole to its parts. `ofAggregate` is the way back for CIMTool; the
 * published profiles, which have a vocabulary of their own for it, put it where CIMTool has `aggregateOf`.
 */
function wholeAt(role: Resource): { readonly domain: Aggregation; readonly range: Aggregation } {
  let domain: Aggregation = 'none';
  let range: Aggregation = 'none';
  const all = [...linksOf(role, CIMS.stereotype), ...linksOf(role, CIMTOOL.hasStereotype)];
  for (const iri of all) {
    const [, way, kind] = /^(of|)(Aggregate|Composite|aggregateOf|compositeOf)$/u.exec(localName(iri)) ?? [];
    if (kind === undefined) continue;
    const found: Aggregation = /aggregate/iu.test(kind) ? 'shared' : 'composite';
    if (way === 'of' && namespaceName(iri) !== NON_STANDARD_UML) range = strongest(range, found);
    else domain = strongest(domain, found);
  }
  return { domain, range };
}
