import type { ComponentId, Schema, ValueConstraint } from '../../model/schema/index.js';
import type { NamespaceLookup, SimpleTypeFault } from '../../runtime/primitive/simple-type.js';

/** String Valid (cvc-simple-type, 3.14.4) for a default or fixed value. Undefined if it is valid. */
export function faultOfValue(
  _schema: Schema,
  _type: ComponentId,
  _constraint: ValueConstraint,
): SimpleTypeFault | undefined {
  return undefined;
}

/** Whether two fixed values are the same in the value spaces of their types. */
export function isSameValue(
  _schema: Schema,
  a: { readonly type: ComponentId; readonly constraint: ValueConstraint },
  b: { readonly type: ComponentId; readonly constraint: ValueConstraint },
): boolean {
  return a.constraint.lexical === b.constraint.lexical;
}

export const lookupIn =
  (namespaces: Readonly<Record<string, string>>): NamespaceLookup =>
  (prefix) =>
    namespaces[prefix];
