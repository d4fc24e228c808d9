import { emitCodec, type CodeModule } from '../emitters/codec/index.js';
import { bindSchema } from '../analysis/binding/index.js';
import type { Schema } from '../model/schema/index.js';
import { renderScript } from '../printer/index.js';
import * as runtime from '../runtime/codegen/v1/index.js';
import type { Registry } from '../runtime/decode/registry.js';

/** Generated codecs, loaded. */
export interface LoadedCodec {
  readonly registry: () => Registry;
  /** Message descriptors by name, and all else that the generated modules export. */
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Generates the codecs of a schema as JavaScript, in memory, and loads them. The very code that `generate` writes. */
export function loadCodec(schema: Schema): LoadedCodec {
  const modules = codecModules(schema);
  const script = renderScript(
    modules.map(({ path, codes }) => ({ modulePath: path, codes })),
    'runtime',
  );
  // The text is made by the printer, which quotes whatever comes from a model.
  const load = new Function('runtime', script) as (given: typeof runtime) => Record<string, unknown>;
  const exports = load(runtime);
  return { registry: exports['registry'] as () => Registry, exports };
}

/** The codec modules that validation needs: no message descriptors, whose names are unique in their modules only. */
function codecModules(schema: Schema): readonly CodeModule[] {
  const { value: binding } = bindSchema(schema);
  return emitCodec(schema, binding, {
    runtime: '@cimbind/runtime/codegen/v1',
    numbers: 'lexical',
    records: {},
    prefixes: {},
    samples: new Map(),
  }).filter(({ path }) => !path.endsWith('/messages.ts'));
}

