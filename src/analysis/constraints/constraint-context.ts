import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { ComponentId, Schema, TypeDefinition } from '../../model/schema/index.js';

/** What every rule gets: the schema, and where to say what is wrong with it. */
export interface ConstraintContext {
  readonly schema: Schema;
  readonly diagnostics: DiagnosticBag;
}

/** A type and its base types up to the ur-type, nearest first. Ends early where a reference is missing or circular. */
export function* withBaseTypes(schema: Schema, id: ComponentId): Generator<TypeDefinition> {
  const seen = new Set<ComponentId>();
  let at: ComponentId = id;
  for (;;) {
    const type = schema.types.get(at);
    if (type === undefined || seen.has(at)) return;
    yield type;
    seen.add(at);
    at = type.baseType;
  }
}

/** The ur-type: the only type that is its own base type (3.4.7). */
export const isUrType = (type: TypeDefinition): boolean =>
  type.kind === 'complex-type' && type.baseType === type.id;
