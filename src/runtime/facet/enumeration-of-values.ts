import { lookupIn } from '../primitive/simple-type.js';
import { normalizeWhiteSpace } from '../primitive/white-space.js';
import { keyOf } from '../value-space/key-of.js';
import { noneOf } from './enumeration.js';
import type { Facet } from './facet.js';

/**
 * enumeration of any type: one of the values, compared in the value space (4.3.5). `namespaces` holds, for types that are
 * QNames or NOTATIONs or hold some, the bindings in scope of each value.
 */
export const enumerationOfValues =
  (values: readonly string[], namespaces: readonly Readonly<Record<string, string>>[] = []): Facet =>
  (base) => {
    let keys: ReadonlySet<string> | undefined;
    const keyOfValue = (value: string, index: number): string => {
      const literal = normalizeWhiteSpace(value, base.whiteSpace);
      const lookup = lookupIn(namespaces[index]);
      return base.check(literal, lookup) === undefined ? keyOf(base, literal, lookup) : '';
    };
    return {
      check(literal, lookup) {
        keys ??= new Set(values.map(keyOfValue));
        return keys.has(keyOf(base, literal, lookup)) ? undefined : noneOf(values);
      },
    };
  };
