import type { Binding } from '../analysis/binding/index.js';
import type { Read } from '../diagnostics/diagnostic.js';
import type { Schema } from '../model/schema/index.js';
import type { FilePlan } from '../pipeline/file-plan.js';

/** What every emitter gets: the model and the facts that emitters agree on. */
export interface EmitContext {
  readonly schema: Schema;
  readonly binding: Binding;
  /**
   * Specifier of the runtime's entry for generated code: `@cimbind/runtime/codegen/v1`, or a path relative to the output
   * folder that starts with `./` or `../`.
   */
  readonly runtime: string;
}

/** A back end: describes files and writes none. No clock, no environment, no randomness. */
export interface Emitter<O> {
  readonly name: string;
  emit(ctx: EmitContext, options: O): Read<readonly FilePlan[]>;
}

/** Where generated code finds the runtime, unless the configuration says otherwise. */
export const RUNTIME_SPECIFIER = '@cimbind/runtime/codegen/v1';

/** Renders a template of `templates/` by its path, the vendor's own before ours. */
export type RenderTemplate = (path: string, view: object) => string;
