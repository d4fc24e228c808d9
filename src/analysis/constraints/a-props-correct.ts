// Attribute Declaration Properties Correct (a-props-correct, 3.2.6), xmlns Not Allowed (no-xmlns, 3.2.6),
// xsi: Not Allowed (no-xsi, 3.2.6).

import { XSI_NAMESPACE } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import {
  attributeDefaultInvalid,
  attributeInInstanceNamespace,
  attributeNamedXmlns,
  identifierWithDefault,
} from '../../diagnostics/catalogue/xsd-constraints.js';
import type { AttributeDeclaration, ValueConstraint } from '../../model/schema/index.js';
import type { ConstraintContext } from './constraint-context.js';
import { isIdentifierType } from './type-derivation.js';
import { faultOfValue } from './value-space.js';

/** a-props-correct: name, namespace and value constraint of a declaration. */
export function checkAttributeDeclaration(ctx: ConstraintContext, attribute: AttributeDeclaration): void {
  const { diagnostics } = ctx;
  if (attribute.name.localName === 'xmlns') diagnostics.add(attributeNamedXmlns, { at: attribute.span });
  if (attribute.name.namespace === XSI_NAMESPACE && attribute.span.source !== '') {
    diagnostics.add(attributeInInstanceNamespace, { at: attribute.span, attribute: attribute.name });
  }
  if (attribute.valueConstraint !== undefined) {
    checkAttributeValue(ctx, attribute, attribute.valueConstraint, attribute.span);
  }
}

/** Clauses 2 and 3, for the value constraint of a declaration or of a use. */
export function checkAttributeValue(
  ctx: ConstraintContext,
  attribute: AttributeDeclaration,
  constraint: ValueConstraint,
  at: Span,
): void {
  const { schema, diagnostics } = ctx;
  if (isIdentifierType(schema, attribute.type)) {
    diagnostics.add(identifierWithDefault, {
      at,
      rule: 'a-props-correct.3',
      what: 'attribute',
      name: attribute.name,
    });
    return;
  }
  const fault = faultOfValue(schema, attribute.type, constraint);
  if (fault === undefined) return;
  diagnostics.add(attributeDefaultInvalid, {
    at,
    kind: constraint.kind,
    value: constraint.lexical,
    attribute: attribute.name,
    expected: fault.expected,
  });
}
