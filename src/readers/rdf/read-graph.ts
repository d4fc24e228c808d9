import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { decodeSource } from '../source/decode-source.js';
import type { SourceBytes } from '../source/source-host.js';
import { rootNameOf } from '../xml/root-name.js';
import type { Graph } from './graph.js';
import { readRdfXml } from './read-rdf-xml.js';
import { readTurtle } from './read-turtle.js';

/** Reads a document in RDF: RDF/XML, else Turtle and its kin. */
export async function readGraph(document: SourceBytes): Promise<Read<Graph | undefined>> {
  const { uri, label, bytes, charset } = document;
  const decoded = decodeSource(uri, label, bytes, charset);
  if (decoded.value === undefined) return { value: undefined, diagnostics: decoded.diagnostics };
  const base = baseOf(label);
  const isXml = rootNameOf(decoded.value.bytes, { passDoctype: true }) !== undefined;
  const read = await (isXml ? readRdfXml(decoded.value, base) : readTurtle(decoded.value, base));
  const diagnostics = new DiagnosticBag();
  diagnostics.push(...decoded.diagnostics, ...read.diagnostics);
  return { value: read.value, diagnostics: diagnostics.sorted() };
}

/** Names are relative to the document where it says nothing else: to its file name, so that they are the same anywhere. */
const baseOf = (label: string): string =>
  `file:///${encodeURIComponent(label.replace(/^.*[/\\]/u, '')).replaceAll('%20', '+')}`;
