import type * as RDF from '@rdfjs/types';
import type { GraphBuilder, ResourceId, Term } from './graph.js';

/** Takes over a statement of one of the libraries. What is in a graph of its own (a formula) is passed over. */
export function addStatement(graph: GraphBuilder, { subject, predicate, object, graph: of }: RDF.Quad): void {
  const id = idOf(subject);
  const value = termOf(object);
  if (of.termType !== 'DefaultGraph' || predicate.termType !== 'NamedNode') return;
  if (id !== undefined && value !== undefined) graph.add(id, predicate.value, value);
}

const idOf = (term: RDF.Term): ResourceId | undefined =>
  term.termType === 'NamedNode' ? term.value : term.termType === 'BlankNode' ? `_:${term.value}` : undefined;

function termOf(term: RDF.Term): Term | undefined {
  if (term.termType === 'Literal') {
    return { kind: 'literal', text: term.value, language: term.language.toLowerCase() };
  }
  const id = idOf(term);
  return id === undefined ? undefined : { kind: 'resource', id };
}
