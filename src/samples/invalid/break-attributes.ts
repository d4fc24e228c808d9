import { type ExpandedName, clark, expandedName, sameName } from '../../foundation/expanded-name.js';
import { type Schema, allowsNamespace } from '../../model/schema/index.js';
import { keyOf, valuesOf } from '../reference/value-field.js';
import type { SampleElement } from '../sample-tree.js';
import { anyOrder, type Breakage, type Broken, firstOf } from './breakage.js';

/** A required attribute is left out. */
export const leaveOutAttribute: Breakage = (site) =>
  firstOf(anyOrder(site), (element): Broken | undefined => {
    const attribute = site.ctx.random.pick(element.attributes.filter(({ isRequired }) => isRequired));
    if (attribute === undefined) return undefined;
    element.attributes = element.attributes.filter((each) => each !== attribute);
    return {
      rule: 'cvc-complex-type.4',
      breaks: `the required attribute ${clark(attribute.name)} of ${clark(element.name)} is missing`,
      at: element,
    };
  });

/** An attribute stands there that nothing declares. */
export const addUnknownAttribute: Breakage = (site) =>
  firstOf(anyOrder(site), (element): Broken | undefined => {
    const { type } = element;
    if (type === undefined) return undefined;
    const name = expandedName('', 'noSuchAttribute');
    if (type.kind === 'complex-type') {
      const constraint = type.attributeWildcard?.namespaceConstraint;
      if (constraint !== undefined && allowsNamespace(constraint, '')) return undefined;
      const isDeclared = type.attributeUses.some(({ attribute }) => {
        const declaration = site.ctx.schema.attributes.get(attribute);
        return declaration !== undefined && sameName(declaration.name, name);
      });
      if (isDeclared) return undefined;
    }
    element.attributes = [
      ...element.attributes,
      { name, value: 'x', type: undefined, isRequired: false, isFixed: false },
    ];
    return {
      rule: type.kind === 'simple-type' ? 'cvc-type.3.1.1' : 'cvc-complex-type.3.2.2',
      breaks: `the attribute ${name.localName} is not allowed on ${clark(element.name)}`,
      at: element,
      attribute: name,
    };
  });

/** An attribute or element whose value the schema fixes has another one. */
export const changeFixedValue: Breakage = (site) =>
  firstOf(anyOrder(site), (element) =>
    firstOf(valuesOf(site.ctx, element), (value): Broken | undefined => {
      if (!value.isFixed) return undefined;
      const other = site.ctx.tryLiteral(
        value.type,
        value.hint,
        (text) => keyOf(site.ctx, value.type, text) !== value.key,
      );
      if (other === undefined) return undefined;
      value.set(other);
      const { attribute } = value;
      const what =
        attribute === undefined
          ? `element ${clark(element.name)}`
          : `attribute ${clark(attribute)} of ${clark(element.name)}`;
      return {
        rule:
          attribute === undefined
            ? 'cvc-elt.5.2.2.2.2'
            : isFixedByUse(site.ctx.schema, element, attribute)
              ? 'cvc-au'
              : 'cvc-attribute.4',
        breaks: `the ${what} is "${other}", but the schema fixes it as "${value.literal}"`,
        at: element,
        ...(attribute === undefined ? {} : { attribute }),
      };
    }),
  );

/** Whether it is the attribute use that fixes the value (cvc-au), not the declaration. */
const isFixedByUse = ({ attributes }: Schema, { type }: SampleElement, name: ExpandedName): boolean =>
  type?.kind === 'complex-type' &&
  type.attributeUses.some(({ attribute, valueConstraint }) => {
    const declaration = attributes.get(attribute);
    return valueConstraint !== undefined && declaration !== undefined && sameName(declaration.name, name);
  });
