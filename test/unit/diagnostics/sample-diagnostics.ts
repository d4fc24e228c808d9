import { DiagnosticBag } from '../../../src/diagnostics/diagnostic-bag.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { defineDiagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { SourceLookup } from '../../../src/diagnostics/locate.js';
import type { SourceText } from '../../../src/foundation/source-text.js';
import type { Span } from '../../../src/foundation/span.js';

const definition = defineDiagnostic<{ element: string }>({
  code: 'XSD2104',
  severity: 'error',
  rule: 'cos-nonambig',
  title: 'content model is ambiguous',
  message: ({ element }) => `two particles can match element ${element}`,
  hint: () => 'make the first particle required',
});

const TEXT = `    <xs:sequence>
      <xs:element ref="m:Reading" minOccurs="0"/>

      <xs:element ref="m:Reading"/>
    </xs:sequence>
`;

/** One diagnostic with a related place, and the source that it points into. */
export function ambiguousContent(): { diagnostics: readonly Diagnostic[]; lookup: SourceLookup } {
  const source: SourceText = {
    uri: 'file:///meter.xsd',
    label: 'input-models/meter/meter.xsd',
    bytes: new TextEncoder().encode(TEXT),
  };
  const spanOf = (part: string): Span => {
    const start = TEXT.indexOf(part);
    return { source: source.uri, start, end: start + part.length };
  };
  const bag = new DiagnosticBag();
  bag.add(definition, {
    at: spanOf('<xs:element ref="m:Reading"/>'),
    related: [
      { at: spanOf('<xs:element ref="m:Reading" minOccurs="0"/>'), label: 'competes with this particle' },
    ],
    element: '{http://example.org/meter#}Reading',
  });
  return {
    diagnostics: bag.sorted(),
    lookup: (uri) => (uri === source.uri ? source : undefined),
  };
}
