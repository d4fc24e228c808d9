import type { TaggedValue } from '../../model/information/index.js';
import { localName, namespaceName, type Resource, termsOf, textOf } from './graph.js';
import {
  CIMS,
  CIMS_NAMESPACE,
  CIMTOOL,
  CIMTOOL_UML,
  NON_STANDARD_UML,
  OWL_NAMESPACE,
  RDF_NAMESPACE,
  RDFS,
  RDFS_NAMESPACE,
} from './vocabulary.js';

/** The label of a resource, else what its IRI ends with, without the class that is named before a member. */
export const nameOf = (resource: Resource): string =>
  textOf(resource, RDFS.label)?.trim() || memberName(resource.id);

/** `name` of `…#IdentifiedObject.name`. */
export const memberName = (iri: string): string => localName(iri).replace(/^.*\./u, '');

/** The comment of a resource, with every paragraph that it has. */
export const notesOf = (resource: Resource): string | undefined => textOf(resource, RDFS.comment);

/** Every stereotype: texts as they are, resources of the vocabularies for UML by their local name. */
export const stereotypesOf = (resource: Resource): readonly string[] =>
  [...termsOf(resource, CIMS.stereotype), ...termsOf(resource, CIMTOOL.hasStereotype)].map((term) =>
    term.kind === 'literal' ? term.text.trim() : stereotypeName(term.id),
  );

/** What stands among the stereotypes of a property and shows in what the property becomes. */
const PROPERTY_MARKS = new Set([
  ...['attribute', 'byreference', 'aggregateOf', 'compositeOf', 'ofAggregate', 'ofComposite'],
]);

/** The stereotypes of a property without those that say what kind of property it is. */
export const propertyStereotypes = (stereotypes: readonly string[]): readonly string[] =>
  stereotypes.filter((stereotype) => !PROPERTY_MARKS.has(stereotype));

const stereotypeName = (iri: string): string =>
  [NON_STANDARD_UML, CIMTOOL_UML].includes(namespaceName(iri)) ? localName(iri) : iri;

const PREFIXES: Readonly<Record<string, string>> = {
  [RDF_NAMESPACE]: 'rdf',
  [RDFS_NAMESPACE]: 'rdfs',
  [OWL_NAMESPACE]: 'owl',
  [CIMS_NAMESPACE]: 'cims',
  [CIMTOOL_UML]: 'uml',
  'http://www.w3.org/2004/02/skos/core#': 'skos',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dct',
};

/** What else a document says of a resource, beside the properties that the reader knows. */
export const tagsOf = (resource: Resource, known: ReadonlySet<string>): readonly TaggedValue[] =>
  [...resource.properties].flatMap(([property, terms]) =>
    known.has(property)
      ? []
      : terms.flatMap((term) => {
          const value = term.kind === 'literal' ? term.text : term.id;
          return value.startsWith('_:') ? [] : [{ name: shortName(property), value }];
        }),
  );

function shortName(iri: string): string {
  const prefix = PREFIXES[namespaceName(iri)];
  return prefix === undefined ? iri : `${prefix}:${localName(iri)}`;
}
