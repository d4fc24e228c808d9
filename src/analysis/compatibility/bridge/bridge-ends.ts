import type { ComponentId, Schema } from '../../../model/schema/index.js';
import type { Binding } from '../../binding/index.js';
import type { SchemaMatch } from '../match/match-schemas.js';
import { Comparison } from '../wire/comparison.js';
import { movedNamespaces } from '../wire/name-match.js';

/** A model as its SDK has it. */
export interface BridgeEnd {
  readonly schema: Schema;
  readonly binding: Binding;
}

/** The two ends of a bridge, seen from where messages come from. */
export interface BridgeEnds {
  readonly from: BridgeEnd;
  readonly to: BridgeEnd;
  /** What is the same, always from the older model to the newer one. */
  readonly match: SchemaMatch;
  /** Messages go from the newer model to the older one. */
  readonly isBack: boolean;
  /** Component where messages come from to the same one where they go. */
  readonly counterpart: ReadonlyMap<ComponentId, ComponentId>;
  /** For what simple types have in common. */
  readonly comparison: Comparison;
}

/** Both directions over what was found to be the same. */
export function bridgeEnds(
  older: BridgeEnd,
  newer: BridgeEnd,
  match: SchemaMatch,
): { readonly forward: BridgeEnds; readonly backward: BridgeEnds } {
  const back = new Map([...match.toNew].map(([before, after]) => [after, before]));
  const moved = match.namespaces.moved.map(([before, after]) => [before.name, after.name] as const);
  const compared = (
    from: BridgeEnd,
    to: BridgeEnd,
    names: readonly (readonly [string, string])[],
  ): Comparison => new Comparison(from.schema, to.schema, { match: movedNamespaces(new Map(names)) });
  return {
    forward: {
      from: older,
      to: newer,
      match,
      isBack: false,
      counterpart: match.toNew,
      comparison: compared(older, newer, moved),
    },
    backward: {
      from: newer,
      to: older,
      match,
      isBack: true,
      counterpart: back,
      comparison: compared(
        newer,
        older,
        moved.map(([before, after]) => [after, before]),
      ),
    },
  };
}
