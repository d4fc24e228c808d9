import { XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import type { ComponentId, Schema, SimpleType, TypeDefinition } from '../../model/schema/index.js';

/** Whether a type is one of the recommendation's own, which are in every schema. */
export const isBuiltIn = (type: TypeDefinition): boolean =>
  type.span.source === '' && type.name?.namespace === XSD_NAMESPACE;

/** The anonymous type of `xsi:schemaLocation`: in every schema too, but rarely used. */
export const isBuiltInAnonymous = (type: TypeDefinition): boolean =>
  type.span.source === '' && type.name === undefined;

/** Whether a type is `xs:anyType`. */
export const isAnyType = (type: TypeDefinition): boolean =>
  type.kind === 'complex-type' && isBuiltIn(type) && type.name?.localName === 'anyType';

/** Local name of the nearest built-in type that a simple type is derived from: `token`, `unsignedByte`. */
export function builtInBase(schema: Schema, type: SimpleType): string {
  let at: TypeDefinition | undefined = type;
  const seen = new Set<ComponentId>();
  while (at !== undefined && !isBuiltIn(at) && !seen.has(at.id)) {
    seen.add(at.id);
    at = schema.types.get(at.baseType);
  }
  return at?.kind === 'simple-type' ? (at.name?.localName ?? 'anySimpleType') : 'anySimpleType';
}

/** Built-in types whose lexical form is the value: two literals that differ are two values. */
const TEXTUAL: ReadonlySet<string> = new Set(
  'string normalizedString token language NMTOKEN Name NCName ID IDREF ENTITY anyURI'.split(' '),
);

/**
 * The values of the enumeration that this very type states, white space normalised; empty where it states none, or
 * where other literals than those listed denote the same values, as with numbers.
 */
export function statedEnumeration(schema: Schema, type: SimpleType): readonly string[] {
  const facets = type.facets.filter((facet) => facet.kind === 'enumeration');
  if (facets.length === 0 || !isTextual(schema, type)) return [];
  const normalise = whiteSpaceOf(schema, type);
  return [...new Set(facets.map((facet) => normalise(facet.value)))];
}

/** Whether every value is the text that stands in the document, white space aside. Unions: of all members. */
export function isTextual(schema: Schema, type: SimpleType): boolean {
  switch (type.variety.kind) {
    case 'atomic':
      return TEXTUAL.has(builtInBase(schema, type));
    case 'list':
      return false;
    case 'union':
      return type.variety.memberTypes.every((id) => {
        const member = schema.types.get(id);
        return member?.kind === 'simple-type' && isTextual(schema, member);
      });
  }
}

/** White space normalisation (4.3.6) of an atomic type; members of unions are collapsed. */
function whiteSpaceOf(schema: Schema, type: SimpleType): (text: string) => string {
  let at: TypeDefinition | undefined = type;
  const seen = new Set<ComponentId>();
  while (at?.kind === 'simple-type' && !seen.has(at.id)) {
    seen.add(at.id);
    const facet = at.facets.find(({ kind }) => kind === 'whiteSpace');
    const value =
      facet?.value ?? (isBuiltIn(at) ? (WHITE_SPACE[at.name?.localName ?? ''] ?? 'collapse') : undefined);
    if (value === 'preserve') return (text) => text;
    if (value === 'replace') return (text) => text.replace(/[\t\n\r]/g, ' ');
    if (value !== undefined) break;
    at = schema.types.get(at.baseType);
  }
  return (text) => text.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '');
}

const WHITE_SPACE: Readonly<Record<string, string>> = { string: 'preserve', normalizedString: 'replace' };
