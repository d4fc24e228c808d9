import { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import type { Read } from '../../../diagnostics/diagnostic.js';
import { compareText } from '../../../foundation/expanded-name.js';
import { notesOf, stereotypesOf } from '../../rdf/annotation.js';
import {
  type Graph,
  hasType,
  isBlank,
  linkOf,
  linksOf,
  localName,
  membersOf,
  type Resource,
  type ResourceId,
  resourcesOf,
  textOf,
} from '../../rdf/graph.js';
import { readGraph } from '../../rdf/read-graph.js';
import { CIMTOOL, OWL, RDFS } from '../../rdf/vocabulary.js';
import { fileName, ontologyName } from '../../rdfs/read-vocabulary.js';
import type { SourceBytes } from '../../source/source-host.js';
import type { OwlProfile, OwlProfileClass } from './owl-profile.js';
import { readRestrictions } from './read-restrictions.js';

/** Reads a profile that CIMTool wrote: OWL as RDF/XML, Turtle or Notation 3. */
export async function readOwlProfile(document: SourceBytes): Promise<Read<OwlProfile | undefined>> {
  const { value: graph, diagnostics } = await readGraph(document);
  if (graph === undefined) return { value: undefined, diagnostics };
  const bag = new DiagnosticBag();
  bag.push(...diagnostics);
  const value = profileOf(graph, document.label, bag);
  return { value, diagnostics: bag.sorted() };
}

/** Whether a graph describes a profile: something restricts a property. */
export const isProfile = (graph: Graph): boolean =>
  [...graph.resources.values()].some((resource) => hasType(resource, OWL.Restriction));

/** Makes a profile of a graph that has been read. */
export function profileOf(graph: Graph, label: string, diagnostics: DiagnosticBag): OwlProfile {
  const [ontology] = resourcesOf(graph, (resource) => hasType(resource, OWL.Ontology));
  const named = resourcesOf(graph, isProfileClass);
  const declared = new Set(named.map(({ id }) => id));
  const read = (resource: Resource): OwlProfileClass => readClass(graph, resource, declared, diagnostics);
  const classes = named.map(read);
  // Classes written in place may hold others that are.
  const seen = new Set(declared);
  for (let at = 0; at < classes.length; at++) {
    for (const { value } of classes[at]?.properties ?? []) {
      for (const id of value.kind === 'class' ? value.classes : []) {
        const resource = graph.resources.get(id);
        if (resource === undefined || seen.has(id)) continue;
        seen.add(id);
        classes.push(read(resource));
      }
    }
  }
  return {
    name: ontologyName(graph) ?? fileName(label),
    namespace: ontology === undefined ? '' : ontology.id.replace(/#?$/u, '#'),
    imports: [...linksOf(ontology, OWL.imports)].sort(compareText),
    classes,
  };
}

/** Classes of the tool's own vocabulary, which profiles mention. */
const TOOL_CLASSES = new Set<string>([OWL.Thing, CIMTOOL.Message, CIMTOOL.Reference]);

const isProfileClass = (resource: Resource): boolean =>
  !TOOL_CLASSES.has(resource.id) && (hasType(resource, OWL.Class) || hasType(resource, RDFS.Class));

function readClass(
  graph: Graph,
  resource: Resource,
  declared: ReadonlySet<ResourceId>,
  diagnostics: DiagnosticBag,
): OwlProfileClass {
  const supers = linksOf(resource, RDFS.subClassOf).filter((id) => !isBlank(id));
  const stereotypes = stereotypesOf(resource);
  const values = membersOf(graph, linkOf(resource, OWL.oneOf)).flatMap((term) =>
    term.kind === 'literal' ? [] : [term.id],
  );
  const base = baseOf(resource.id, supers, declared);
  return {
    id: resource.id,
    name:
      textOf(resource, RDFS.label)?.trim() || localName(isBlank(resource.id) ? (base ?? '') : resource.id),
    anonymous: isBlank(resource.id),
    base,
    supers: supers
      .filter((id) => id !== resource.id && declared.has(id) && !isBlank(resource.id))
      .sort(compareText),
    root: stereotypes.includes('concrete') || supers.includes(CIMTOOL.Message),
    ...(values.length === 0 ? {} : { values }),
    properties: readRestrictions(graph, resource, declared, diagnostics),
    stereotypes,
    notes: notesOf(resource),
    origin: graph.originOf(resource.id),
  };
}

/**
 * The class of the information model is the superclass that the profile does not describe itself. Where a profile is in
 * the namespace of its information model it is the class itself, which is then its own superclass.
 */
function baseOf(
  id: ResourceId,
  supers: readonly ResourceId[],
  declared: ReadonlySet<ResourceId>,
): string | undefined {
  const foreign = supers.filter((general) => !declared.has(general) && !TOOL_CLASSES.has(general));
  const [first] = foreign.sort(compareText);
  return (
    first ??
    (isBlank(id) || supers.includes(id) ? supers.find((general) => !TOOL_CLASSES.has(general)) : undefined)
  );
}
