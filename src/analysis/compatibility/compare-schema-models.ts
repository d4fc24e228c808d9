import type { ChangeEffect, ChangeVerdict } from '../../diagnostics/change.js';
import type { Schema } from '../../model/schema/index.js';
import type { Change } from './change.js';
import { findChanges } from './find-changes.js';
import { matchSchemas } from './match/match-schemas.js';

/** Compares two schemas: every change, and what it does to messages. */
export function compareSchemaModels(from: Schema, to: Schema): readonly Change[] {
  const match = matchSchemas(from, to);
  return findChanges(match).map((change) => ({ ...change, effects: wireEffects(change) }));
}

function wireEffects({ wire, rule }: Change): readonly ChangeEffect[] {
  const effect = (category: ChangeEffect['category'], verdict: ChangeVerdict): ChangeEffect => ({
    category,
    verdict,
    reason: verdict === 'undecided' ? 'not proved either way' : undefined,
    witness: undefined,
  });
  if (rule === 'documentation-changed' || rule === 'model-reference-changed')
    return [effect('documentation', 'compatible')];
  return [
    effect('wire-backward', wire === 'narrows' || wire === 'both' ? 'undecided' : 'compatible'),
    effect('wire-forward', wire === 'widens' || wire === 'both' ? 'undecided' : 'compatible'),
  ];
}
