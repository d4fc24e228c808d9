import { unsupportedModelFormat } from '../../diagnostics/catalogue/uml.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import type { InformationModel } from '../../model/information/index.js';
import type { SourceBytes } from '../source/source-host.js';
import { OWL_NAMESPACE, RDF_NAMESPACE } from '../rdf/vocabulary.js';
import { isJet } from './ea/jet-database.js';
import { isSqlite } from './ea/sqlite-database.js';

/** What can be seen of a document without reading it. */
export interface DocumentHead {
  /** End of the file name in lower case, with its dot: `.qea`. */
  readonly extension: string;
  /** Clark name of the root element; undefined where the document is no XML. */
  readonly root: string | undefined;
  readonly bytes: Uint8Array;
}

/** A family of formats and how it is read. Readers are loaded when they are needed: some bring large libraries. */
export interface FormatReader {
  /** For people. */
  readonly name: string;
  readonly recognises: (head: DocumentHead) => boolean;
  readonly read: (document: SourceBytes) => Promise<Read<InformationModel | undefined>>;
}

const RDF_ROOT = `{${RDF_NAMESPACE}}RDF`;
const OWL_XML_ROOT = `{${OWL_NAMESPACE}}Ontology`;
const ECORE_ROOT = /^\{http:\/\/www\.eclipse\.org\/emf\/2002\/Ecore\}/u;
/** `XMI` is in no namespace before 2.0; Eclipse may leave the wrapper out. */
const XMI_ROOT = /^(?:\{[^}]*\})?XMI$|^\{[^}]*\/(?:UML|uml)(?:\/[^}]*)?\}(?:Model|Package|Profile)$/u;

/** Statements of Turtle come behind its prefixes; an extension tells N-Triples, which has none. */
const TURTLE_START = /^(?:\ufeff|\s|#[^\n]*\n)*(?:@prefix|@base|prefix\s|base\s)/iu;
const TURTLE_EXTENSIONS = new Set(['.ttl', '.n3', '.nt']);

/** Every format, the first that recognises a document reads it. */
export const MODEL_FORMATS: readonly FormatReader[] = [
  {
    name: 'Ecore',
    recognises: ({ root = '' }) => ECORE_ROOT.test(root),
    read: async (document) => (await import('./ecore/read-ecore.js')).readEcore(document),
  },
  {
    name: 'XMI',
    recognises: ({ root = '' }) => XMI_ROOT.test(root),
    read: async (document) => (await import('./xmi/read-xmi.js')).readXmi(document),
  },
  {
    name: 'Enterprise Architect project',
    recognises: ({ bytes }) => isSqlite(bytes) || isJet(bytes),
    read: async (document) => (await import('./ea/read-ea-project.js')).readEaProject(document),
  },
  {
    name: 'RDF Schema or OWL',
    recognises: ({ root, extension, bytes }) =>
      root === RDF_ROOT ||
      (root === undefined && (TURTLE_EXTENSIONS.has(extension) || TURTLE_START.test(startOf(bytes)))),
    read: async (document) => (await import('../rdfs/read-rdf-model.js')).readRdfModel(document),
  },
  {
    name: 'OWL/XML',
    recognises: ({ root }) => root === OWL_XML_ROOT,
    read: ({ label }) => {
      const facts = { label, found: 'an ontology in OWL/XML', wayOut: 'save it as RDF/XML or Turtle' };
      return Promise.resolve({ value: undefined, diagnostics: diagnose(unsupportedModelFormat, facts) });
    },
  },
];

const startOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, 4096));
