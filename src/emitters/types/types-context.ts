import type { NumberForm } from '../../analysis/binding/index.js';
import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { ValueTypeContext } from '../value-type/value-type.js';

export interface TypesOptions {
  /** Default: `lexical`. */
  readonly numbers: NumberForm;
}

/** What the parts of the types emitter share. */
export interface TypesContext extends ValueTypeContext {
  readonly diagnostics: DiagnosticBag;
}
