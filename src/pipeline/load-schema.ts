import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { Read } from '../diagnostics/diagnostic.js';
import { linkSchema } from '../model/link/index.js';
import type { Schema } from '../model/schema/index.js';
import { checkSchema } from '../analysis/constraints/check-schema.js';
import {
  loadSchemaDocuments,
  type LoadOptions,
  type SchemaEntry,
} from '../readers/xsd/load-schema-documents.js';
import type { SourceHost } from '../readers/source/source-host.js';

/** Reads and links schema documents and checks the schema component constraints. */
export function loadSchema(
  entries: readonly SchemaEntry[],
  host: SourceHost,
  options: LoadOptions = {},
): Read<Schema> {
  const bag = new DiagnosticBag();
  const documents = loadSchemaDocuments(entries, host, options);
  bag.push(...documents.diagnostics);
  const linked = linkSchema(documents.value);
  bag.push(...linked.diagnostics);
  bag.push(...checkSchema(linked.value));
  return { value: linked.value, diagnostics: bag.sorted() };
}
