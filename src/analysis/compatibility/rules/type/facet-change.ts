import type { Facet, FacetKind, SimpleType } from '../../../../model/schema/index.js';
import type { FactOf } from '../../changes/fact.js';
import type { Found } from '../rule.js';

/** Which way a facet went. `other`: it takes a proof to say. */
export type FacetWay = 'narrower' | 'wider' | 'other';

/** The facets of a derivation step that went one way; enumerations have rules of their own. */
export function facetChange({ before, after }: FactOf<'simple-type'>, way: FacetWay): Found | undefined {
  if (before === undefined || after === undefined) return undefined;
  const changes = KINDS.flatMap((kind): readonly Change[] => {
    const [old, now] = [facetText(before, kind), facetText(after, kind)];
    return old === now || wayOf(kind, old, now) !== way
      ? []
      : [{ before: old ?? `no ${kind}`, after: now ?? `no ${kind}` }];
  });
  if (changes.length === 0) return undefined;
  return {
    before: changes.map((one) => one.before).join(', '),
    after: changes.map((one) => one.after).join(', '),
  };
}

interface Change {
  readonly before: string;
  readonly after: string;
}

const KINDS: readonly FacetKind[] = [
  'length',
  'minLength',
  'maxLength',
  'minInclusive',
  'minExclusive',
  'maxInclusive',
  'maxExclusive',
  'totalDigits',
  'fractionDigits',
  'pattern',
  'whiteSpace',
];

const UPPER: readonly FacetKind[] = [
  'maxLength',
  'maxInclusive',
  'maxExclusive',
  'totalDigits',
  'fractionDigits',
];
const LOWER: readonly FacetKind[] = ['minLength', 'minInclusive', 'minExclusive'];

function wayOf(kind: FacetKind, before: string | undefined, after: string | undefined): FacetWay {
  if (kind === 'whiteSpace') return 'other';
  if (before === undefined) return 'narrower';
  if (after === undefined) return 'wider';
  const [old, now] = [valueOf(before), valueOf(after)];
  if (Number.isNaN(old) || Number.isNaN(now)) return 'other';
  if (UPPER.includes(kind)) return now < old ? 'narrower' : 'wider';
  if (LOWER.includes(kind)) return now > old ? 'narrower' : 'wider';
  return 'other';
}

const valueOf = (text: string): number => Number(text.slice(text.indexOf(' ') + 1));

const facetText = ({ facets }: SimpleType, kind: FacetKind): string | undefined => {
  const values = facets.filter((one) => one.kind === kind).map(({ value }: Facet) => value);
  return values.length === 0 ? undefined : `${kind} ${[...values].sort().join(' or ')}`;
};
