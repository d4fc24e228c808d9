import type { Annotation } from '../../model/schema/index.js';

/** What a value is measured in, as the model fixes it. */
export interface Quantity {
  readonly unit?: string;
  readonly multiplier?: string;
}

const UNIT = /<(?:[\w.-]+:)?(unit|units|uom|unitSymbol|multiplier|unitMultiplier)\b[^>]*>([^<]+)</gi;

/** Unit and multiplier, as models state them in `appinfo`. */
export function quantityOf({ appinfo }: Annotation): Quantity {
  const facts = appinfo.flatMap(({ xml }) =>
    [...xml.matchAll(UNIT)].map(([, name = '', value = '']) => {
      const kind = name.toLowerCase().includes('multiplier') ? 'multiplier' : 'unit';
      return [kind, value.trim()] as const;
    }),
  );
  return Object.fromEntries(facts);
}
