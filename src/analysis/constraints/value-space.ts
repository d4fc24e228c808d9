import type { ComponentId, Schema, ValueConstraint } from '../../model/schema/index.js';
import type { SimpleTypeFault } from '../../runtime/primitive/simple-type.js';
import { normalizeWhiteSpace } from '../../runtime/primitive/white-space.js';
import { lookupIn, simpleTypeCodec } from '../simple-type/index.js';

/** String Valid (cvc-simple-type, 3.14.4) for a default or fixed value. Undefined if it is valid. */
export function faultOfValue(
  schema: Schema,
  type: ComponentId,
  constraint: ValueConstraint,
): SimpleTypeFault | undefined {
  const codec = simpleTypeCodec(schema, type);
  return codec.check(
    normalizeWhiteSpace(constraint.lexical, codec.whiteSpace),
    lookupIn(constraint.namespaces),
  );
}

/** Whether two fixed values are the same in the value spaces of their types. Literals that are not valid are compared as text. */
export function isSameValue(
  schema: Schema,
  a: { readonly type: ComponentId; readonly constraint: ValueConstraint },
  b: { readonly type: ComponentId; readonly constraint: ValueConstraint },
): boolean {
  if (faultOfValue(schema, a.type, a.constraint) !== undefined)
    return a.constraint.lexical === b.constraint.lexical;
  if (faultOfValue(schema, b.type, b.constraint) !== undefined)
    return a.constraint.lexical === b.constraint.lexical;
  return valueKey(schema, a.type, a.constraint) === valueKey(schema, b.type, b.constraint);
}

function valueKey(schema: Schema, type: ComponentId, { lexical, namespaces }: ValueConstraint): string {
  const codec = simpleTypeCodec(schema, type);
  return codec.key(normalizeWhiteSpace(lexical, codec.whiteSpace), lookupIn(namespaces));
}
