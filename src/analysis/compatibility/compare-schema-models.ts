import type { ComponentId, Schema } from '../../model/schema/index.js';
import type { Change } from './change.js';
import { findChanges } from './find-changes.js';
import { matchSchemas } from './match/match-schemas.js';

/** What changed between two schemas, and what of the old one is what in the new one. */
export interface SchemaComparison {
  /** Not judged yet: without effects. */
  readonly changes: readonly Change[];
  /** Old namespace name to new one, also where they are equal. */
  readonly namespaces: ReadonlyMap<string, string>;
  readonly components: ReadonlyMap<ComponentId, ComponentId>;
}

/** Compares two schemas: every change, once each. */
export function compareSchemaModels(from: Schema, to: Schema): SchemaComparison {
  const match = matchSchemas(from, to);
  return { changes: findChanges(match), namespaces: match.namespaces.toNew, components: match.toNew };
}
