import { emitCodec } from '../emitters/codec/index.js';
import { bindSchema, type Binding } from '../analysis/binding/index.js';
import { clark } from '../foundation/expanded-name.js';
import type { Schema } from '../model/schema/index.js';
import { renderScript } from '../printer/index.js';
import * as messages from '../runtime/codegen/v1/index.js';
import * as streams from '../runtime/codegen/v1/streams.js';
import type { Registry } from '../runtime/decode/registry.js';
import type { Message } from '../runtime/message/element-message.js';

/** Generated codecs, loaded. */
export interface LoadedCodec {
  readonly binding: Binding;
  readonly registry: () => Registry;
  /** Message descriptors by the Clark name of their element. */
  readonly messages: ReadonlyMap<string, Message<unknown, Record<string, unknown>>>;
}

const runtime = { ...messages, ...streams };

/**
 * Generates the codecs of a schema as JavaScript, in memory, and loads them: the very code that `generate` writes. `records`
 * are paths of records below a message, beside those that every message has.
 */
export function loadCodec(
  schema: Schema,
  records: Readonly<Record<string, readonly string[]>> = {},
): LoadedCodec {
  const { value: binding } = bindSchema(schema);
  const modules = emitCodec(schema, binding, {
    runtime: '@cimbind/runtime/codegen/v1',
    numbers: 'lexical',
    records,
    prefixes: {},
    samples: new Map(),
    scope: 'script',
  });
  const script = renderScript(
    modules.map(({ path, codes }) => ({ modulePath: path, codes })),
    'runtime',
  );
  // The text is made by the printer, which quotes whatever comes from a model.
  const load = new Function('runtime', script) as (given: typeof runtime) => Record<string, unknown>;
  const exports = load(runtime);
  const messages = new Map<string, Message<unknown, Record<string, unknown>>>();
  for (const message of binding.messages.values()) {
    const loaded = exports[`${message.codecName}_message`];
    if (loaded !== undefined)
      messages.set(clark(message), loaded as Message<unknown, Record<string, unknown>>);
  }
  return { binding, registry: exports['registry'] as () => Registry, messages };
}
