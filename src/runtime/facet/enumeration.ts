import type { NamespaceLookup, SimpleTypeCodec } from '../primitive/simple-type.js';
import { normalizeWhiteSpace } from '../primitive/white-space.js';
import { type Facet, isText } from './facet.js';

/**
 * enumeration: one of the values, compared in the value space (4.3.5). `namespaces` holds, for types that are QNames or
 * NOTATIONs or hold some, the bindings in scope of each value.
 */
export const enumeration =
  (values: readonly string[], namespaces: readonly Readonly<Record<string, string>>[] = []): Facet =>
  (base) => {
    // The base type's white space is enough: a value that a whiteSpace facet of the same step would change is never met.
    const literals = values.map((value) => normalizeWhiteSpace(value, base.whiteSpace));
    const fault = {
      rule: 'cvc-enumeration-valid',
      expected: values.length === 1 ? `"${values[0]}"` : `one of ${listed(values)}`,
    };
    if (isText(base)) {
      const texts = new Set(literals);
      return {
        check: (literal) => (texts.has(literal) ? undefined : fault),
        scan: scanner(literals),
      };
    }
    let keys: ReadonlySet<string> | undefined;
    return {
      check: (literal, lookup) => {
        keys ??= new Set(literals.map((value, index) => keyOf(base, value, bindings(namespaces[index]))));
        return keys.has(base.key(literal, lookup)) ? undefined : fault;
      },
    };
  };

const keyOf = (base: SimpleTypeCodec, literal: string, lookup: NamespaceLookup): string =>
  base.check(literal, lookup) === undefined ? base.key(literal, lookup) : '';

const bindings =
  (namespaces: Readonly<Record<string, string>> | undefined): NamespaceLookup =>
  (prefix) =>
    namespaces !== undefined && Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : undefined;

const listed = (values: readonly string[]): string =>
  values
    .slice(0, 12)
    .map((value) => `"${value}"`)
    .join(', ') + (values.length > 12 ? ` and ${values.length - 12} more` : '');

/** Finds the few values that may be meant by length and three bytes, then compares all. Values beyond ASCII are left to `check`. */
function scanner(literals: readonly string[]): (bytes: Uint8Array, start: number, end: number) => boolean {
  let table: ReadonlyMap<number, readonly string[]> | undefined;
  return (bytes, start, end) => {
    table ??= tableOf(literals);
    const length = end - start;
    const first = bytes[start] as number;
    const found = table.get(
      mix(length, first, bytes[start + (length >> 1)] as number, bytes[end - 1] as number),
    );
    if (found === undefined) return false;
    for (const literal of found) if (equals(literal, bytes, start, end)) return true;
    return false;
  };
}

const mix = (length: number, first: number, middle: number, last: number): number =>
  length === 0 ? 0 : (length << 21) ^ (first << 14) ^ (middle << 7) ^ last;

function tableOf(literals: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const table = new Map<number, string[]>();
  for (const literal of literals) {
    const { length } = literal;
    const key = mix(
      length,
      literal.charCodeAt(0),
      literal.charCodeAt(length >> 1),
      literal.charCodeAt(length - 1),
    );
    const slot = table.get(key);
    if (slot === undefined) table.set(key, [literal]);
    else slot.push(literal);
  }
  return table;
}

function equals(literal: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (literal.length !== end - start) return false;
  for (let at = 0; at < literal.length; at++) if (literal.charCodeAt(at) !== bytes[start + at]) return false;
  return true;
}
