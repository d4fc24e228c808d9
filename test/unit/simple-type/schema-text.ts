import { expandedName } from '../../../src/foundation/expanded-name.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { linkSchema } from '../../../src/model/link/link-schema.js';
import { componentId, type ComponentId, type Schema } from '../../../src/model/schema/index.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';
import { loadSchemaDocuments } from '../../../src/readers/xsd/load-schema-documents.js';

/** A linked schema of the given declarations, with what reader and linker say of it. Prefix x is XML Schema, t the target. */
export function schemaOfText(declarations: string): {
  readonly schema: Schema;
  readonly diagnostics: readonly Diagnostic[];
} {
  const text = `<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">${declarations}</x:schema>`;
  const host = memorySourceHost({ 't.xsd': text });
  const loaded = loadSchemaDocuments([{ uri: host.resolve('t.xsd', '') }], host, {});
  const linked = linkSchema(loaded.value);
  return { schema: linked.value, diagnostics: [...loaded.diagnostics, ...linked.diagnostics] };
}

export const typeId = (localName: string): ComponentId =>
  componentId('type', expandedName('urn:t', localName));

/** `T` as a restriction: `base` with a prefix, facets as `kind=value` or `kind!=value` where it is fixed. */
export const restricted = (name: string, base: string, ...facets: readonly string[]): string =>
  `<x:simpleType name="${name}"><x:restriction base="${base}">${facets
    .map((facet) => {
      const [, kind = '', fixed = '', value = ''] = /^(\w+)(!?)=(.*)$/s.exec(facet) ?? [];
      return `<x:${kind} value="${value}"${fixed === '' ? '' : ' fixed="true"'}/>`;
    })
    .join('')}</x:restriction></x:simpleType>`;
