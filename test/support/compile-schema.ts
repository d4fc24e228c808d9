import { loadCodec } from '../../src/pipeline/load-codec.js';
import { loadSchema } from '../../src/pipeline/load-schema.js';
import { memorySourceHost } from '../../src/readers/source/memory-source-host.js';
import type { Message } from '../../src/runtime/message/element-message.js';
import { anyMessage } from '../../src/runtime/message/any-message.js';
import type { Schema } from '../../src/model/schema/index.js';
import type { Registry } from '../../src/runtime/decode/registry.js';

/** Compiles a schema document: `body` is what stands in `xs:schema`. */
export const compile = (body: string): Registry => loadCodec(schemaOf(body)).registry();

/** Reads a schema document: `body` is what stands in `xs:schema`. */
export function schemaOf(body: string): Schema {
  const host = memorySourceHost({
    's.xsd': `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:s" xmlns:s="urn:s"
      targetNamespace="urn:s" elementFormDefault="qualified">${body}</xs:schema>`,
  });
  const { value, diagnostics } = loadSchema([{ uri: host.resolve('s.xsd', '') }], host);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return value;
}

/** The message of a global element of a schema document. */
export function messageOf(body: string, name: string): Message<unknown, Record<string, unknown>> {
  const message = loadCodec(schemaOf(body)).messages.get(`{urn:s}${name}`);
  if (message === undefined) throw new Error(`there is no message ${name}`);
  return message;
}

/** Rule, path and message of every issue of a document. */
export function issuesOf(registry: Registry, xml: string): readonly string[] {
  return anyMessage(registry, xml).issues.map(({ rule, path, message }) => `${rule} ${path} ${message}`);
}
