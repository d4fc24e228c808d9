import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { linkSchema } from '../../../src/model/link/index.js';
import type { Schema } from '../../../src/model/schema/index.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';
import { loadSchemaDocuments } from '../../../src/readers/xsd/index.js';

/** A schema document around `body`: prefix `xs` for XML Schema, `t` for the target namespace `urn:t`. */
export const schemaText = (body: string, attributes = 'targetNamespace="urn:t"'): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" ${attributes}>${body}</xs:schema>`;

export interface Linked {
  readonly schema: Schema;
  readonly diagnostics: readonly Diagnostic[];
  /** The rule of each error, in the order of places. */
  readonly rules: readonly (string | undefined)[];
}

/** Loads and links documents from memory, from the entries named, or else from all. */
export function link(files: Readonly<Record<string, string>>, entries = Object.keys(files)): Linked {
  const host = memorySourceHost(files);
  const loaded = loadSchemaDocuments(
    entries.map((name) => ({ uri: `memory:/${name}` })),
    host,
  );
  const linked = linkSchema(loaded.value);
  const diagnostics = [...loaded.diagnostics, ...linked.diagnostics];
  const rules = diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  return { schema: linked.value, diagnostics, rules };
}

/** Links one document, `body` in the target namespace `urn:t`. */
export const linkBody = (body: string, attributes?: string): Linked =>
  link({ 'main.xsd': schemaText(body, attributes) });
