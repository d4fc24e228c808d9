import { compareText } from '../../foundation/expanded-name.js';
import type { InformationModel } from '../../model/information/index.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { nameOf, notesOf, stereotypesOf, tagsOf } from '../rdf/annotation.js';
import {
  type Graph,
  hasType,
  isBlank,
  linkOf,
  linksOf,
  localName,
  namespaceName,
  resourcesOf,
  type Resource,
  type ResourceId,
  textOf,
} from '../rdf/graph.js';
import { CIMS, CIMTOOL, OWL, RDF, RDFS } from '../rdf/vocabulary.js';
import { buildInformationModel } from '../uml/model-builder.js';
import { emptyRawModel, type RawModel } from '../uml/raw-model.js';
import { isValueClass, readProperties } from './read-properties.js';

/**
 * Makes an information model of a vocabulary: a CIM RDF Schema (IEC 61970-501, as CGMES profiles are published), or the
 * same in OWL as CIMTool writes it. A graph has no order, so everything is in the order of its name.
 */
export function readVocabulary(graph: Graph, label: string): Read<InformationModel> {
  const raw = emptyRawModel(
    isCimSchema(graph) ? 'rdfs' : 'owl',
    label,
    ontologyName(graph) ?? fileName(label),
  );
  const classes = resourcesOf(graph, isClass);
  readPackages(raw, graph, classes);
  readClasses(raw, graph, classes);
  readProperties(raw, graph, classes);
  return buildInformationModel(raw);
}

const isClass = (resource: Resource): boolean =>
  resource.id !== OWL.Thing && (hasType(resource, RDFS.Class) || hasType(resource, OWL.Class));

const isCimSchema = (graph: Graph): boolean =>
  [...graph.resources.values()].some(
    (resource) => hasType(resource, CIMS.ClassCategory) || resource.properties.has(CIMS.multiplicity),
  );

const TITLES = ['http://purl.org/dc/terms/title', 'http://purl.org/dc/elements/1.1/title', RDFS.label];

/** What the header calls the whole. */
export function ontologyName(graph: Graph): string | undefined {
  const [ontology] = resourcesOf(graph, (resource) => hasType(resource, OWL.Ontology));
  return TITLES.map((title) => textOf(ontology, title)).find((title) => title !== undefined);
}

export const fileName = (label: string): string => label.replace(/^.*[/\\]/u, '').replace(/\.[^.]*$/u, '');

const PACKAGE = /^Package_/u;
const PACKAGE_PROPERTIES = new Set<string>([
  ...[RDF.type, RDFS.label, RDFS.comment, RDFS.isDefinedBy],
  ...[CIMS.belongsToCategory, CIMS.stereotype, CIMTOOL.hasStereotype],
]);

/** The package that holds a resource. */
const packageOf = (resource: Resource): ResourceId | undefined =>
  linkOf(resource, CIMS.belongsToCategory) ?? linkOf(resource, RDFS.isDefinedBy);

/** Described packages, and those that are only referred to: profiles leave the description of some out. */
function readPackages(raw: RawModel, graph: Graph, classes: readonly Resource[]): void {
  const described = resourcesOf(
    graph,
    (resource) => hasType(resource, CIMS.ClassCategory) || hasType(resource, CIMTOOL.Package),
  );
  const ids = new Set(described.map(({ id }) => id));
  for (const resource of [...described, ...classes]) {
    const id = packageOf(resource);
    if (id !== undefined && !hasType(graph.resources.get(id), OWL.Ontology)) ids.add(id);
  }
  for (const id of [...ids].sort(compareText)) {
    const resource: Resource = graph.resources.get(id) ?? { id, properties: new Map() };
    raw.packages.push({
      id,
      parent: packageOf(resource),
      name: nameOf(resource).replace(PACKAGE, ''),
      guid: id,
      notes: notesOf(resource),
      stereotypes: stereotypesOf(resource),
      tags: tagsOf(resource, PACKAGE_PROPERTIES),
      origin: graph.originOf(id),
    });
  }
}

const CLASS_PROPERTIES = new Set<string>([
  ...[RDF.type, RDFS.label, RDFS.comment, RDFS.isDefinedBy, RDFS.subClassOf],
  ...[CIMS.belongsToCategory, CIMS.stereotype, CIMTOOL.hasStereotype],
]);
const LITERAL_PROPERTIES = new Set<string>([
  ...[RDF.type, RDFS.label, RDFS.comment, CIMS.stereotype, CIMTOOL.hasStereotype],
]);

function readClasses(raw: RawModel, graph: Graph, classes: readonly Resource[]): void {
  const isKnown = new Set(classes.map(({ id }) => id));
  const packages = new Set(raw.packages.map(({ id }) => id));
  const marksConcrete = classes.some((resource) => stereotypesOf(resource).includes('concrete'));
  for (const resource of classes) {
    const stereotypes = stereotypesOf(resource);
    const owner = packageOf(resource);
    raw.classes.push({
      id: resource.id,
      package: owner !== undefined && packages.has(owner) ? owner : undefined,
      metaclass: 'class',
      abstract: marksConcrete && !isValueClass(resource) && !stereotypes.includes('concrete'),
      namespace: namespaceName(resource.id),
      name: nameOf(resource),
      guid: resource.id,
      notes: notesOf(resource),
      stereotypes,
      tags: tagsOf(resource, CLASS_PROPERTIES),
      origin: graph.originOf(resource.id),
    });
    for (const general of [...linksOf(resource, RDFS.subClassOf)].sort(compareText)) {
      if (isBlank(general) || general === OWL.Thing || general === resource.id) continue;
      raw.generalizations.push({
        specific: resource.id,
        general: { id: general, name: localName(general) },
        origin: graph.originOf(resource.id),
      });
    }
  }
  for (const resource of resourcesOf(graph, (one) =>
    linksOf(one, RDF.type).some((type) => isKnown.has(type)),
  )) {
    for (const owner of linksOf(resource, RDF.type).filter((type) => isKnown.has(type))) {
      raw.literals.push({
        owner,
        name: nameOf(resource),
        guid: resource.id,
        notes: notesOf(resource),
        stereotypes: stereotypesOf(resource),
        tags: tagsOf(resource, LITERAL_PROPERTIES),
        origin: graph.originOf(resource.id),
      });
    }
  }
}
