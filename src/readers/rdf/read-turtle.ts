import { malformedRdf } from '../../diagnostics/catalogue/rdf.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../foundation/source-text.js';
import { type Graph, GraphBuilder } from './graph.js';
import { addStatement } from './statement.js';

/** Reads Turtle, N-Triples and Notation 3; of the last, formulas and rules are passed over. */
export async function readTurtle(source: SourceText, base: string): Promise<Read<Graph | undefined>> {
  const { Parser } = await import('n3');
  const graph = new GraphBuilder(source.uri);
  try {
    const parser = new Parser({ format: 'text/n3', baseIRI: base, blankNodePrefix: '' });
    for (const statement of parser.parse(new TextDecoder().decode(source.bytes)))
      addStatement(graph, statement);
  } catch (thrown) {
    // The library throws what it has to say of the document.
    const told = thrown instanceof Error ? thrown.message : String(thrown);
    return { value: undefined, diagnostics: diagnose(malformedRdf, placeOf(source, told)) };
  }
  return { value: graph, diagnostics: [] };
}

/** `Unexpected "x" on line 3.` as a message and the place that it speaks of. */
function placeOf(source: SourceText, told: string) {
  const [, message = told, line = ''] = /^(.*) on line (\d+)\.?$/su.exec(told) ?? [];
  return { told: plainTold(message), at: lineSpan(source, Number(line)) };
}

/** In the form of the other messages. */
const plainTold = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);

/** The whole line, counted from 1, without the end of line. */
function lineSpan({ uri, bytes }: SourceText, line: number) {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0) break;
    start = end + 1;
  }
  const end = bytes.indexOf(0x0a, start);
  return { source: uri, start, end: end < 0 ? bytes.length : end };
}
