import { expandedName } from '../../../src/foundation/expanded-name.js';
import { linkSchema } from '../../../src/model/link/index.js';
import { componentId, type ComponentId, type Schema } from '../../../src/model/schema/index.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';
import { loadSchemaDocuments } from '../../../src/readers/xsd/index.js';

export const NAMESPACE = 'urn:t';

/** The schema of some declarations in the namespace `urn:t`, bound to `t`; XML Schema is bound to `x`. */
export function schemaOfText(declarations: string, attributes = 'elementFormDefault="qualified"'): Schema {
  const text = `<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:t="${NAMESPACE}" targetNamespace="${NAMESPACE}" ${attributes}>${declarations}</x:schema>`;
  const documents = loadSchemaDocuments([{ uri: 'memory:/t.xsd' }], memorySourceHost({ 't.xsd': text }));
  const linked = linkSchema(documents.value);
  const problems = [...documents.diagnostics, ...linked.diagnostics].map(({ message }) => message);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return linked.value;
}

export const elementOf = (localName: string): ComponentId =>
  componentId('element', expandedName(NAMESPACE, localName));
export const typeOf = (localName: string): ComponentId =>
  componentId('type', expandedName(NAMESPACE, localName));
