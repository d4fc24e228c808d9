import type { ComponentId } from '../../../../model/schema/index.js';
import { placeOf, type Comparison, type Difference } from '../comparison.js';
import type { WireDetail } from '../verdict.js';
import type { ValueSite } from '../site.js';
import { compareIdentifiers } from './identifier-pair.js';
import { narrowings } from './narrowing.js';

/** Compares the values of two simple types, as the texts that stand for them. */
export function compareSimpleTypes(c: Comparison, a: ComponentId, b: ComponentId, site: ValueSite): void {
  c.once(`simple ${a} ${b}`, () => {
    const typeA = c.from.types.get(a);
    const typeB = c.to.types.get(b);
    if (typeA === undefined || typeB === undefined) return;
    compareIdentifiers(c, a, b, site);
    for (const narrowing of narrowings(c, a, b)) {
      const { rule, owner, ownerA, subject } = narrowing;
      const from = placeOf(ownerA ?? typeA);
      const to = placeOf(owner ?? typeB);
      const detail: WireDetail = {
        ...narrowing.detail,
        subject: subject ?? typeA.name?.localName ?? lastStep(site),
      };
      const difference: Difference = {
        rule,
        from,
        to,
        path: site.path,
        detail,
        key: `${rule} ${owner === undefined ? `${a} ${b}` : owner.id}`,
      };
      if (narrowing.literal === undefined) c.doubt(narrowing.reason, difference);
      else
        c.report(
          { ...difference, detail: { ...detail, literal: narrowing.literal } },
          site.witness(narrowing.literal),
        );
    }
  });
}

const lastStep = ({ path }: ValueSite): string => path.slice(path.lastIndexOf('/') + 1);
