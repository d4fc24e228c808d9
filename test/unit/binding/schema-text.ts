import { linkSchema } from '../../../src/model/link/index.js';
import type { Schema } from '../../../src/model/schema/index.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';
import { loadSchemaDocuments } from '../../../src/readers/xsd/index.js';

/** A schema with target namespace `urn:t`, whose prefix is the default one, from the declarations inside. */
export function schemaOf(declarations: string): Schema {
  const uri = 'memory:/schema.xsd';
  const text = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t">${declarations}</xs:schema>`;
  const loaded = loadSchemaDocuments([{ uri }], memorySourceHost({ [uri]: text }));
  const linked = linkSchema(loaded.value);
  const problems = [...loaded.diagnostics, ...linked.diagnostics].filter(
    ({ severity }) => severity === 'error',
  );
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return linked.value;
}

/** The same components, in the opposite order. */
export function reversed(schema: Schema): Schema {
  const turn = <K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> => new Map([...map].reverse());
  return {
    ...schema,
    types: turn(schema.types),
    elements: turn(schema.elements),
    attributes: turn(schema.attributes),
    documents: [...schema.documents].reverse(),
  };
}
