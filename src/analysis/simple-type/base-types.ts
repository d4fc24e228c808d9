import { XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import type { ComponentId, Schema, SimpleType, TypeDefinition } from '../../model/schema/index.js';

/** Whether a type is one of the recommendation's own. */
export const isBuiltInType = (type: TypeDefinition): boolean =>
  type.span.source === '' && type.name?.namespace === XSD_NAMESPACE;

/** Whether a type is the simple ur-type. */
export const isAnySimpleType = (type: TypeDefinition): boolean =>
  isBuiltInType(type) && type.name?.localName === 'anySimpleType';

/** A simple type and its base types, nearest first; the simple ur-type is the last. Circles were cut by the linker. */
export function withSimpleBaseTypes(schema: Schema, type: SimpleType): readonly SimpleType[] {
  const chain: SimpleType[] = [];
  let at: TypeDefinition | undefined = type;
  while (at?.kind === 'simple-type' && !chain.includes(at)) {
    chain.push(at);
    at = schema.types.get(at.baseType);
  }
  return chain;
}

/** The simple type behind an id: itself, or that of the simple content of a complex type. */
export function simpleTypeBehind(schema: Schema, id: ComponentId): SimpleType | undefined {
  const type = schema.types.get(id);
  if (type?.kind === 'simple-type') return type;
  if (type?.contentType.kind !== 'simple') return undefined;
  const content = schema.types.get(type.contentType.type);
  return content?.kind === 'simple-type' ? content : undefined;
}

/** Local name of the primitive type of an atomic type; undefined for lists, unions and the simple ur-type. */
export function primitiveName(schema: Schema, type: SimpleType): string | undefined {
  if (type.variety.kind !== 'atomic') return undefined;
  const primitive = schema.types.get(type.variety.primitive);
  return primitive === undefined || isAnySimpleType(primitive) ? undefined : primitive.name?.localName;
}
