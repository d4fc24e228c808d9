import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { fileSourceHost } from '../../../src/readers/source/file-source-host.js';
import { linkServices } from '../../../src/readers/wsdl/link-services.js';
import { loadWsdlDocuments } from '../../../src/readers/wsdl/load-wsdl-documents.js';

const corpus = resolve('../shared/corpus');

describe.skipIf(!existsSync(corpus))('the service descriptions of the corpus', () => {
  test('are read whole, and nothing untrue is said of them', () => {
    const totals = {
      services: 0,
      ports: 0,
      bindings: 0,
      portTypes: 0,
      operations: 0,
      messages: 0,
      parts: 0,
      schemas: 0,
    };
    const said: Record<string, number> = {};
    for (const file of wsdlFiles()) {
      const { value: host } = fileSourceHost({ workingFolder: corpus, catalogs: ['catalog.xml'] });
      const loaded = loadWsdlDocuments([pathToFileURL(file).href], host);
      const { value: model, diagnostics } = linkServices(loaded.value.documents);
      const portTypes = [...model.portTypes.values()];
      totals.services += model.services.size;
      totals.ports += [...model.services.values()].flatMap(({ ports }) => ports).length;
      totals.bindings += model.bindings.size;
      totals.portTypes += portTypes.length;
      totals.operations += portTypes.flatMap(({ operations }) => operations).length;
      totals.messages += model.messages.size;
      totals.parts += [...model.messages.values()].flatMap(({ parts }) => parts).length;
      totals.schemas += loaded.value.schemas.length;
      for (const { code } of [...loaded.diagnostics, ...diagnostics] as readonly Diagnostic[])
        said[code] = (said[code] ?? 0) + 1;
    }
    // Counted by another XML parser over the same 129 files. Two of the schemas are imported; 46 more stand outside of
    // wsdl:types and declare nothing.
    expect(totals).toEqual({
      services: 128,
      ports: 130,
      bindings: 130,
      portTypes: 128,
      operations: 888,
      messages: 2032,
      parts: 2123,
      schemas: 145,
    });
    // Each looked at: misplaced schemas, one operation that is not bound, templates that nobody filled in.
    expect(said).toEqual({ WSD1008: 46, WSD1011: 1, WSD1017: 27 });
  });
});

const wsdlFiles = (): readonly string[] =>
  readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.wsdl'))
    .sort()
    .map((name) => join(corpus, name));
