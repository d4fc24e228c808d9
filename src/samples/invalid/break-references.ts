import { clark } from '../../foundation/expanded-name.js';
import { simpleTypeCodec } from '../../analysis/simple-type/index.js';
import type { IdentityConstraint } from '../../model/schema/index.js';
import { namesIn } from '../literal/names-in.js';
import { isValidLiteral } from '../literal/sample-literal.js';
import { dropElement } from '../reference/drop-element.js';
import { identifiersOf } from '../reference/identifiers.js';
import { identityRows, referencedRows, singleValues, tupleKey } from '../reference/identity-rows.js';
import { keyOf, type ValueField } from '../reference/value-field.js';
import type { SampleElement } from '../sample-tree.js';
import { anyOrder, type Breakage, type Broken, type BreakSite, firstOf } from './breakage.js';

function breakConstraint(
  site: BreakSite,
  categories: readonly IdentityConstraint['category'][],
  attempt: (element: SampleElement, constraint: IdentityConstraint) => Broken | undefined,
): Broken | undefined {
  return firstOf(anyOrder(site), (element) =>
    firstOf(element.declaration?.identityConstraints ?? [], (constraint) =>
      categories.includes(constraint.category) ? attempt(element, constraint) : undefined,
    ),
  );
}

/** Two nodes have the same key. */
const duplicate =
  (category: 'key' | 'unique'): Breakage =>
  (site) =>
    breakConstraint(site, [category], (element, constraint): Broken | undefined => {
      const rows = identityRows(site.ctx, element, constraint).flatMap((row) => {
        const values = singleValues(row);
        return values === undefined ? [] : [{ node: row.node, values }];
      });
      const [first, second] = site.ctx.random.shuffled(rows);
      if (first === undefined || second === undefined) return undefined;
      const isDone = second.values.every((value, at) => giveValue(site, value, first.values[at]));
      if (!isDone) return undefined;
      return {
        rule: category === 'key' ? 'cvc-identity-constraint.4.2.2' : 'cvc-identity-constraint.4.1',
        breaks: `${clark(second.node.name)} has the same values as another one, but ${clark(constraint.name)} asks for different ones`,
        at: second.node,
      };
    });

export const duplicateKey = duplicate('key');
export const duplicateUnique = duplicate('unique');

function giveValue(site: BreakSite, value: ValueField, wanted: ValueField | undefined): boolean {
  if (wanted === undefined) return false;
  if (value.key === wanted.key) return true;
  if (value.isFixed || !isValidLiteral(site.ctx, value.type, wanted.literal)) return false;
  // An ID would break the rule for IDs, too.
  if (simpleTypeCodec(site.ctx.schema, value.type).identifier !== undefined) return false;
  value.set(wanted.literal);
  return true;
}

/** A node that must have a key misses a field of it. */
export const leaveOutKeyField: Breakage = (site) =>
  breakConstraint(site, ['key'], (element, constraint) =>
    firstOf(identityRows(site.ctx, element, constraint), (row): Broken | undefined => {
      const value = singleValues(row)?.find(
        ({ attribute, remove }) => attribute === undefined || remove !== undefined,
      );
      if (value === undefined || value.owner === row.node) {
        if (value?.remove === undefined) return undefined;
        value.remove();
      } else if (value.remove !== undefined) value.remove();
      else if (!dropElement(site.ctx.schema, row.node, value.owner)) return undefined;
      return {
        rule: 'cvc-identity-constraint.4.2.1',
        breaks: `${clark(row.node.name)} has no value for a field of the key ${clark(constraint.name)}`,
        at: row.node,
      };
    }),
  );

/** A reference has values that no key has. */
export const danglingKeyref: Breakage = (site) =>
  breakConstraint(site, ['keyref'], (element, constraint) => {
    const known = new Set(referencedRows(site.ctx, element, constraint).map(tupleKey));
    return firstOf(identityRows(site.ctx, element, constraint), (row): Broken | undefined => {
      const values = singleValues(row) ?? [];
      for (const value of values) {
        if (value.isFixed) continue;
        const isNew = (literal: string): boolean =>
          !known.has(
            tupleKey(
              values.map((each) => (each === value ? { key: keyOf(site.ctx, value.type, literal) } : each)),
            ),
          );
        const literal = site.ctx.tryLiteral(value.type, value.hint, isNew);
        if (literal === undefined) continue;
        value.set(literal);
        return {
          rule: 'cvc-identity-constraint.4.3',
          breaks: `${clark(row.node.name)} refers to "${literal}", which no key of ${clark(constraint.name)} has`,
          at: row.node,
        };
      }
      return undefined;
    });
  });

/** Two elements have the same ID; whatever referred to the second one refers to both. */
export const duplicateIdentifier: Breakage = (site) => {
  const { declared, references } = identifiersOf(site.ctx, site.root);
  const [first, ...others] = site.ctx.random.shuffled(declared);
  return firstOf(others, (value): Broken | undefined => {
    if (first === undefined || value.isFixed || !isValidLiteral(site.ctx, value.type, first.literal))
      return undefined;
    value.set(first.literal);
    for (const reference of references) {
      const names = namesIn(reference.literal);
      if (!names.includes(value.literal)) continue;
      reference.set(names.map((name) => (name === value.literal ? first.literal : name)).join(' '));
    }
    return {
      rule: 'cvc-id.2',
      breaks: `the ID "${first.literal}" of ${clark(value.owner.name)} is there twice`,
      ...placeOf(value),
    };
  });
};

/** A reference names an ID that there is not. */
export const danglingReference: Breakage = (site) => {
  const { declared, references } = identifiersOf(site.ctx, site.root);
  const names = new Set(declared.flatMap(({ literal }) => namesIn(literal)));
  return firstOf(site.ctx.random.shuffled(references), (value): Broken | undefined => {
    const literal = value.isFixed
      ? undefined
      : site.ctx.tryLiteral(value.type, value.hint, (text) => !namesIn(text).some((name) => names.has(name)));
    if (literal === undefined) return undefined;
    value.set(literal);
    return {
      rule: 'cvc-id.1',
      breaks: `${clark(value.owner.name)} refers to the ID "${literal}", which there is not`,
      ...placeOf(value),
    };
  });
};

const placeOf = ({ owner, attribute }: ValueField): Pick<Broken, 'at' | 'attribute'> => ({
  at: owner,
  ...(attribute === undefined ? {} : { attribute }),
});
