import type { Span } from '../foundation/span.js';
import { DiagnosticBag } from './diagnostic-bag.js';
import type { Diagnostic, DiagnosticDefinition } from './diagnostic.js';

/** A list with one diagnostic, for places that have one thing to say. */
export function diagnose<P>(
  definition: DiagnosticDefinition<P>,
  facts: P & { readonly at?: Span | undefined },
): readonly Diagnostic[] {
  const bag = new DiagnosticBag();
  bag.add(definition, facts);
  return bag.sorted();
}
