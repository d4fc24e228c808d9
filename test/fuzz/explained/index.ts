import type { FuzzCase } from '../fuzz-case.js';
import type { Explanation, Peer } from './explanation.js';
import { BOTH } from './both.js';
import { EDITIONS } from './editions.js';
import { LIBXML2_INSTANCES } from './libxml2-instances.js';
import { LIBXML2_SCHEMAS } from './libxml2-schemas.js';
import { XERCES } from './xerces.js';

/** All that is settled, by the peer that is wrong. */
const EXPLANATIONS: Readonly<Record<Peer, readonly Explanation[]>> = {
  libxml2: [...LIBXML2_SCHEMAS, ...LIBXML2_INSTANCES, ...BOTH, ...EDITIONS],
  xerces: [...XERCES, ...BOTH, ...EDITIONS],
};

/** Why every peer that differs from us does so; undefined where that is not known of one of them. */
export function explanationOf(found: FuzzCase): string | undefined {
  const names: string[] = [];
  for (const [peer, other] of [
    ['libxml2', 'xerces'],
    ['xerces', 'libxml2'],
  ] as const) {
    const { ours, [peer]: verdict, [other]: second } = found.verdicts;
    if (verdict === undefined || verdict.isValid === ours.isValid) continue;
    const explanation = EXPLANATIONS[peer].find(
      ({ kind, says, explains }) =>
        (kind === 'any' || kind === found.kind) &&
        (says === 'valid') === verdict.isValid &&
        explains({ case: found, ours, peer: verdict, other: second }),
    );
    if (explanation === undefined) return undefined;
    names.push(explanation.name);
  }
  return names.join('; ');
}
