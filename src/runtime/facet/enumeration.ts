import type { SimpleTypeFault } from '../primitive/simple-type.js';
import { normalizeWhiteSpace } from '../primitive/white-space.js';
import { findName, nameTable, type NameTable } from '../xml/name-table.js';
import type { Facet } from './facet.js';

/** enumeration of a type whose values are its literals, strings and URIs: one of the values (4.3.5). */
export const enumeration =
  (values: readonly string[]): Facet =>
  (base) => {
    // The base type's white space is enough: a value that a whiteSpace facet of the same step would change is never met.
    const literals = values.map((value) => normalizeWhiteSpace(value, base.whiteSpace));
    let table: NameTable | undefined;
    return {
      check: (literal) => (literals.includes(literal) ? undefined : noneOf(values)),
      scan(bytes, start, end) {
        // In a table of names, a brace begins a namespace.
        table ??= nameTable(
          '',
          literals.filter((literal) => !literal.startsWith('{')),
        );
        return start < end && findName(table, '', bytes, start, end) > 0;
      },
    };
  };

/** The fault of a literal that is none of the values. */
export const noneOf = (values: readonly string[]): SimpleTypeFault => {
  const shown = values.slice(0, 12).map((value) => `"${value}"`);
  const more = values.length > 12 ? ` and ${values.length - 12} more` : '';
  return {
    rule: 'cvc-enumeration-valid',
    expected: (values.length > 1 ? 'one of ' : '') + shown.join(', ') + more,
  };
};
