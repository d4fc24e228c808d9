import type { IdentityConstraint } from '../../model/schema/index.js';
import { elementsOf, type SampleElement } from '../sample-tree.js';
import {
  fieldValues,
  selectedBy,
  type ValueContext,
  type ValueField,
  valuelessElements,
} from './value-field.js';

/** A node that a selector selects, with what its fields select. */
export interface IdentityRow {
  readonly node: SampleElement;
  readonly fields: readonly (readonly ValueField[])[];
  /** Elements that fields select and that have no simple value (cvc-identity-constraint.3). */
  readonly valueless: readonly SampleElement[];
}

/** All nodes of a constraint, seen from the element that has it. */
export const identityRows = (
  ctx: ValueContext,
  element: SampleElement,
  { selector, fields }: IdentityConstraint,
): readonly IdentityRow[] =>
  selectedBy(element, selector).map((node) => ({
    node,
    fields: fields.map((field) => fieldValues(ctx, node, field)),
    valueless: fields.flatMap((field) => valuelessElements(node, field)),
  }));

/** The values of a row, one a field. Undefined where a field has none or several: the node has no key then. */
export function singleValues({ fields }: IdentityRow): readonly ValueField[] | undefined {
  const singles = fields.flatMap((values) => (values.length === 1 ? values : []));
  return singles.length === fields.length ? singles : undefined;
}

/** Equal for nodes whose values are equal, field by field. */
export const tupleKey = (values: readonly { readonly key: string }[]): string =>
  JSON.stringify(values.map(({ key }) => key));

/** The keys that a keyref may refer to: those of the constraint that it names, at the element or below it. */
export function referencedRows(
  ctx: ValueContext,
  element: SampleElement,
  { referencedKey }: IdentityConstraint,
): readonly (readonly ValueField[])[] {
  return [...elementsOf(element)].flatMap((each) => {
    const key = each.declaration?.identityConstraints.find(({ id }) => id === referencedKey);
    return key === undefined
      ? []
      : identityRows(ctx, each, key).flatMap((row) =>
          [singleValues(row) ?? []].filter((values) => values.length > 0),
        );
  });
}

/** A rule of identity or reference that a tree breaks. */
export interface BrokenReference {
  readonly rule: string;
  readonly node: SampleElement;
}

/** Every identity constraint that a tree breaks (cvc-identity-constraint, 3.11.4). */
export function brokenConstraints(ctx: ValueContext, root: SampleElement): readonly BrokenReference[] {
  const broken: BrokenReference[] = [];
  for (const element of elementsOf(root)) {
    for (const constraint of element.declaration?.identityConstraints ?? []) {
      broken.push(...brokenRows(ctx, element, constraint));
    }
  }
  return broken;
}

function* brokenRows(
  ctx: ValueContext,
  element: SampleElement,
  constraint: IdentityConstraint,
): Generator<BrokenReference> {
  const { category } = constraint;
  const known = new Set(category === 'keyref' ? referencedRows(ctx, element, constraint).map(tupleKey) : []);
  for (const row of identityRows(ctx, element, constraint)) {
    const { node } = row;
    if (row.valueless.length > 0 || row.fields.some((values) => values.length > 1))
      yield { rule: 'cvc-identity-constraint.3', node };
    const values = singleValues(row);
    if (values === undefined) {
      if (category === 'key') yield { rule: 'cvc-identity-constraint.4.2.1', node };
      continue;
    }
    const tuple = tupleKey(values);
    if (category === 'keyref') {
      if (!known.has(tuple)) yield { rule: 'cvc-identity-constraint.4.3', node };
    } else if (known.has(tuple)) {
      yield {
        rule: category === 'key' ? 'cvc-identity-constraint.4.2.2' : 'cvc-identity-constraint.4.1',
        node,
      };
    }
    if (category !== 'keyref') known.add(tuple);
  }
}
