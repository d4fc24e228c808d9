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

/** Finds the value by a hash of the bytes, then compares the bytes. Values beyond ASCII are left to `check`. */
function scanner(literals: readonly string[]): (bytes: Uint8Array, start: number, end: number) => boolean {
  let table: ReadonlyMap<number, readonly string[]> | undefined;
  return (bytes, start, end) => {
    table ??= hashTable(literals);
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    const found = table.get(hash);
    if (found === undefined) return false;
    for (const literal of found) if (equals(literal, bytes, start, end)) return true;
    return false;
  };
}

function hashTable(literals: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const table = new Map<number, string[]>();
  for (const literal of literals) {
    let hash = literal.length;
    for (let at = 0; at < literal.length; at++) hash = (Math.imul(hash, 31) + literal.charCodeAt(at)) | 0;
    const slot = table.get(hash);
    if (slot === undefined) table.set(hash, [literal]);
    else slot.push(literal);
  }
  return table;
}

function equals(literal: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (literal.length !== end - start) return false;
  for (let at = 0; at < literal.length; at++) if (literal.charCodeAt(at) !== bytes[start + at]) return false;
  return true;
}
