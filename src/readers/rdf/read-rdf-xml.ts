import { malformedRdf } from '../../diagnostics/catalogue/rdf.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../foundation/source-text.js';
import type { Span } from '../../foundation/span.js';
import { expandDoctype } from '../xml/expand-doctype.js';
import { parseXml } from '../xml/parse-xml.js';
import { type Graph, GraphBuilder } from './graph.js';
import { placesIn } from './rdf-xml-places.js';
import { addStatement } from './statement.js';

/**
 * Reads RDF/XML. Entities of an internal subset are expanded before the library sees the text, within the limits of our
 * own reader; nothing external is read.
 */
export async function readRdfXml(source: SourceText, base: string): Promise<Read<Graph | undefined>> {
  const diagnostics = new DiagnosticBag();
  // The library takes a document that ends too early for one that ends.
  const tree = parseXml(source, { allowDoctype: true });
  diagnostics.push(...tree.diagnostics);
  if (tree.value === undefined) return { value: undefined, diagnostics: diagnostics.sorted() };
  const { bytes, originOf } = expandDoctype(source);
  const graph = new GraphBuilder(source.uri, placesIn(tree.value, base));
  const fault = await fill(graph, new TextDecoder().decode(bytes), base);
  if (fault === undefined) return { value: graph, diagnostics: diagnostics.sorted() };
  diagnostics.add(malformedRdf, { told: toldOf(fault), at: placeOf(fault, bytes, source, originOf) });
  return { value: undefined, diagnostics: diagnostics.sorted() };
}

/** Puts the statements of a text into a graph; answers what the library has to say against it. */
async function fill(graph: GraphBuilder, text: string, base: string): Promise<string | undefined> {
  const { RdfXmlParser } = await import('rdfxml-streaming-parser');
  const parser = new RdfXmlParser({
    baseIRI: base,
    trackPosition: true,
    // Profiles say rdf:ID wherever a class is mentioned, and have spaces in names.
    allowDuplicateRdfIds: true,
    validateUri: false,
  });
  try {
    await new Promise((resolve, reject) => {
      parser.on('data', (statement) => {
        addStatement(graph, statement);
      });
      parser.on('error', reject).on('end', resolve);
      parser.end(text);
    });
    return undefined;
  } catch (thrown) {
    // The library says so what it has against a document.
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

/** `Line 2 column 44: Only one of …` or `3:15: …`. */
const FAULT = /^(?:Line (\d+) column (\d+)|(\d+):(\d+)): ?/u;

const toldOf = (fault: string): string => {
  const message = fault.replace(FAULT, '').replace(/\.$/u, '');
  return message.charAt(0).toLowerCase() + message.slice(1);
};

/** The place of a fault in the document as it came. */
function placeOf(
  fault: string,
  bytes: Uint8Array,
  { uri }: SourceText,
  originOf: (offset: number) => number,
): Span | undefined {
  const [, line, column, otherLine, otherColumn] = FAULT.exec(fault) ?? [];
  const wanted = Number(line ?? otherLine ?? 0);
  if (wanted === 0) return undefined;
  let start = 0;
  for (let passed = 1; passed < wanted && start >= 0; passed++) start = bytes.indexOf(0x0a, start) + 1;
  const at = originOf(
    Math.min(start + Math.max(0, Number(column ?? otherColumn ?? 1) - 1), bytes.length - 1),
  );
  return { source: uri, start: at, end: at + 1 };
}
