import { compareText } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Origin } from '../../model/information/index.js';
import { RDF } from './vocabulary.js';

/** A value in a graph: a resource, or a text. */
export type Term = ResourceTerm | Literal;

export interface ResourceTerm {
  readonly kind: 'resource';
  readonly id: ResourceId;
}

export interface Literal {
  readonly kind: 'literal';
  readonly text: string;
  /** In lower case; '' where none is given. */
  readonly language: string;
}

/** An IRI, or `_:` and what tells blank nodes of one document apart. */
export type ResourceId = string;

/** A resource with what a document says about it. Nothing is said twice. */
export interface Resource {
  readonly id: ResourceId;
  readonly properties: ReadonlyMap<string, readonly Term[]>;
}

/** The statements of one document by subject. A graph has no order: what needs one sorts. */
export interface Graph {
  readonly resources: ReadonlyMap<ResourceId, Resource>;
  /** Where a resource is described, if the document's syntax lets that be told. */
  originOf(id: ResourceId): Origin;
}

export const isBlank = (id: ResourceId): boolean => id.startsWith('_:');

/** Collects statements. */
export class GraphBuilder implements Graph {
  readonly resources = new Map<ResourceId, { id: ResourceId; properties: Map<string, Term[]> }>();
  /** What was said of each resource, so that a document that repeats itself costs no more than its length. */
  readonly #said = new Map<ResourceId, Set<string>>();

  constructor(
    private readonly source: string,
    private readonly places: ReadonlyMap<ResourceId, Span> = new Map(),
  ) {}

  add(subject: ResourceId, predicate: string, object: Term): void {
    let resource = this.resources.get(subject);
    let said = this.#said.get(subject);
    if (resource === undefined || said === undefined) {
      resource = { id: subject, properties: new Map() };
      said = new Set();
      this.resources.set(subject, resource);
      this.#said.set(subject, said);
    }
    const value = object.kind === 'literal' ? `"${object.language}"${object.text}` : object.id;
    const key = `${predicate} ${value}`;
    if (said.has(key)) return;
    said.add(key);
    const terms = resource.properties.get(predicate);
    if (terms === undefined) resource.properties.set(predicate, [object]);
    else terms.push(object);
  }

  originOf(id: ResourceId): Origin {
    const span = this.places.get(id);
    return span === undefined ? { source: this.source, record: id } : { span };
  }
}

const NO_TERMS: readonly Term[] = [];

export const termsOf = (resource: Resource | undefined, predicate: string): readonly Term[] =>
  resource?.properties.get(predicate) ?? NO_TERMS;

/** The resources that a property leads to. */
export const linksOf = (resource: Resource | undefined, predicate: string): readonly ResourceId[] =>
  termsOf(resource, predicate).flatMap((term) => (term.kind === 'literal' ? [] : [term.id]));

/** The one resource that a property leads to: of several the first by code point. */
export const linkOf = (resource: Resource | undefined, predicate: string): ResourceId | undefined =>
  [...linksOf(resource, predicate)].sort(compareText)[0];

/** The texts that a property has. */
export const textsOf = (resource: Resource | undefined, predicate: string): readonly string[] =>
  termsOf(resource, predicate).flatMap((term) => (term.kind === 'literal' ? [term.text] : []));

/** The one text that a property has: of several one without a language or in English, then the first by code point. */
export function textOf(resource: Resource | undefined, predicate: string): string | undefined {
  const literals = termsOf(resource, predicate).filter((term) => term.kind === 'literal');
  const rank = ({ language }: Literal): number => (language === '' ? 0 : language.startsWith('en') ? 1 : 2);
  const [first] = literals.sort((a, b) => rank(a) - rank(b) || compareText(a.text, b.text));
  return first?.text;
}

export const hasType = (resource: Resource | undefined, type: string): boolean =>
  linksOf(resource, RDF.type).includes(type);

/** Resources with a name that a condition holds for, in order of their name. */
export const resourcesOf = (graph: Graph, holds: (resource: Resource) => boolean): readonly Resource[] =>
  [...graph.resources.values()]
    .filter((resource) => !isBlank(resource.id) && holds(resource))
    .sort((a, b) => compareText(localName(a.id), localName(b.id)) || compareText(a.id, b.id));

/** The members of an `rdf:List`, in order. A list that ends nowhere ends there; one that bites its tail is read once. */
export function membersOf(graph: Graph, list: ResourceId | undefined): readonly Term[] {
  const members: Term[] = [];
  const passed = new Set<ResourceId>();
  for (let at = list; at !== undefined && at !== RDF.nil && !passed.has(at);) {
    passed.add(at);
    const cell = graph.resources.get(at);
    members.push(...termsOf(cell, RDF.first).slice(0, 1));
    at = linkOf(cell, RDF.rest);
  }
  return members;
}

/** What stands behind the last `#` or `/` of an IRI. */
export const localName = (iri: string): string => iri.slice(namespaceName(iri).length);

/** An IRI up to its last `#` or `/`, that included. */
export const namespaceName = (iri: string): string =>
  iri.slice(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
