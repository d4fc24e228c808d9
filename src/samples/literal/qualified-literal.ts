import type { Schema, SimpleType } from '../../model/schema/index.js';
import type { Prefixes } from '../prefixes.js';
import { simpleTypeOf } from './literal-facets.js';

/** A literal of the schema as it must stand in a document that has other prefixes: QNames and NOTATIONs are spelt anew. */
export function qualifiedLiteral(
  schema: Schema,
  type: SimpleType,
  literal: string,
  namespaces: Readonly<Record<string, string>>,
  prefixes: Prefixes,
): string {
  if (!holdsQNames(schema, type)) return literal;
  return literal
    .trim()
    .split(/[ \t\r\n]+/)
    .map((token) => {
      const colon = token.indexOf(':');
      const prefix = colon < 0 ? '' : token.slice(0, colon);
      if (!Object.hasOwn(namespaces, prefix)) return colon < 0 ? prefixes.qname('', token) : token;
      return prefixes.qname(
        namespaces[prefix] ?? '',
        token.slice(colon + 1),
        prefix === '' ? undefined : prefix,
      );
    })
    .join(' ');
}

/** Whether values are QNames or NOTATIONs, or hold some. */
export function holdsQNames(schema: Schema, type: SimpleType): boolean {
  const { variety } = type;
  const ofId = (id: SimpleType['id']): boolean => {
    const other = simpleTypeOf(schema, id);
    return other !== undefined && other !== type && holdsQNames(schema, other);
  };
  switch (variety.kind) {
    case 'atomic':
      return /\}(?:QName|NOTATION)$/.test(variety.primitive);
    case 'list':
      return ofId(variety.itemType);
    case 'union':
      return variety.memberTypes.some(ofId);
  }
}
