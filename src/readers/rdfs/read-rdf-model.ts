import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import type { InformationModel } from '../../model/information/index.js';
import { readProfileModel } from '../profile/owl/owl-profile-model.js';
import { isProfile } from '../profile/owl/read-owl-profile.js';
import { readGraph } from '../rdf/read-graph.js';
import type { SourceBytes } from '../source/source-host.js';
import { readVocabulary } from './read-vocabulary.js';

/** Reads what is described in RDF: a vocabulary in RDF Schema or OWL, or a profile in OWL. */
export async function readRdfModel(document: SourceBytes): Promise<Read<InformationModel | undefined>> {
  const { value: graph, diagnostics } = await readGraph(document);
  if (graph === undefined) return { value: undefined, diagnostics };
  const model = (isProfile(graph) ? readProfileModel : readVocabulary)(graph, document.label);
  const all = new DiagnosticBag();
  all.push(...diagnostics, ...model.diagnostics);
  return { value: model.value, diagnostics: all.sorted() };
}
