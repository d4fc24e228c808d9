import type { ComponentId, Schema, ValueConstraint } from '../../model/schema/index.js';
import type { SimpleTypeFault } from '../../runtime/primitive/simple-type.js';
import { normalizeWhiteSpace } from '../../runtime/primitive/white-space.js';
import { keyOf } from '../../runtime/value-space/key-of.js';
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

/** A fixed value, with the type in whose value space it lies. */
export interface TypedValue {
  readonly type: ComponentId;
  readonly constraint: ValueConstraint;
}

/** Whether two fixed values are the same in the value spaces of their types; the literals decide where one is invalid. */
export function isSameValue(schema: Schema, a: TypedValue, b: TypedValue): boolean {
  const isValid = [a, b].every(
    ({ type, constraint }) => faultOfValue(schema, type, constraint) === undefined,
  );
  return isValid ? valueOf(schema, a) === valueOf(schema, b) : a.constraint.lexical === b.constraint.lexical;
}

function valueOf(schema: Schema, { type, constraint }: TypedValue): string {
  const codec = simpleTypeCodec(schema, type);
  return keyOf(
    codec,
    normalizeWhiteSpace(constraint.lexical, codec.whiteSpace),
    lookupIn(constraint.namespaces),
  );
}
