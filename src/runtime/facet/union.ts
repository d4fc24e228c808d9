import { scanText } from '../primitive/scan.js';
import type { NamespaceLookup, SimpleTypeCodec } from '../primitive/simple-type.js';
import { isCollapsedBytes, normalizeWhiteSpace } from '../primitive/white-space.js';

/**
 * A type derived by union: what the first member that accepts makes of the literal. White space is normalised by that
 * member (4.3.6), so the literal is handed in as it stands.
 */
export function union(members: readonly SimpleTypeCodec[], name: string): SimpleTypeCodec {
  const accepting = (literal: string, namespaces: NamespaceLookup): SimpleTypeCodec | undefined =>
    members.find(
      (member) => member.check(normalizeWhiteSpace(literal, member.whiteSpace), namespaces) === undefined,
    );
  const through =
    (what: 'kept' | 'normalized') =>
    (literal: string, namespaces: NamespaceLookup): string => {
      const member = accepting(literal, namespaces);
      if (member === undefined) return literal;
      const text = normalizeWhiteSpace(literal, member.whiteSpace);
      return (member[what] ?? member.normalized)?.(text, namespaces) ?? text;
    };
  const scans = members.map(({ scan }) => scan);
  const fast = {
    // Where there is nothing to normalise, it does not matter which of the members accepts.
    scan: scanText(
      (bytes, start, end) =>
        isCollapsedBytes(bytes, start, end) &&
        scans.some((scan) => scan !== undefined && scan(bytes, start, end) === end),
    ),
  };
  const note = members.find((member) => member.note !== undefined)?.note;
  const slow: Pick<SimpleTypeCodec, 'identifier' | 'note'> = {
    identifier: (literal) => accepting(literal, () => undefined)?.identifier?.(literal),
    ...(note && { note }),
  };
  const hasNames = members.some(({ kept }) => kept !== undefined);
  return {
    name,
    variety: 'union',
    primitive: 'anySimpleType',
    whiteSpace: 'preserve',
    ...(members.some(({ identifier }) => identifier !== undefined) ? slow : hasNames ? {} : fast),
    ...(hasNames ? { kept: through('kept') } : {}),
    check: (literal, namespaces) =>
      accepting(literal, namespaces) === undefined
        ? {
            rule: 'cvc-datatype-valid.1.2.3',
            expected: `a value of ${members.map((member) => member.name).join(' or ')}`,
          }
        : undefined,
    normalized: through('normalized'),
    members,
  };
}
