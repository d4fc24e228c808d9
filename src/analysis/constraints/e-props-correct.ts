// Element Declaration Properties Correct (e-props-correct, 3.3.6) and Element Default Valid (Immediate)
// (cos-valid-default, 3.3.6). Clause 3 (a member is global) and 6 (no circle) are told when references are resolved.

import {
  elementDefaultInvalid,
  elementDefaultOnElementContent,
  identifierWithDefault,
  substitutionTypeNotDerived,
} from '../../diagnostics/catalogue/xsd-constraints.js';
import type { ComponentId, ElementDeclaration, ValueConstraint } from '../../model/schema/index.js';
import { isEmptiable } from '../content-model/effective-total-range.js';
import type { ConstraintContext } from './constraint-context.js';
import { isIdentifierType, isValidlyDerived } from './type-derivation.js';
import { faultOfValue } from './value-space.js';

/** e-props-correct: the value constraint (clauses 2 and 5) and the affiliation (clause 4). */
export function checkElementDeclaration(ctx: ConstraintContext, element: ElementDeclaration): void {
  if (element.valueConstraint !== undefined) checkValueConstraint(ctx, element, element.valueConstraint);
  checkAffiliation(ctx, element);
}

function checkValueConstraint(
  ctx: ConstraintContext,
  element: ElementDeclaration,
  constraint: ValueConstraint,
): void {
  const { schema, diagnostics } = ctx;
  const type = schema.types.get(element.type);
  if (type === undefined) return;
  if (isIdentifierType(schema, element.type)) {
    diagnostics.add(identifierWithDefault, { at: element.span, what: 'element', name: element.name });
    return;
  }
  let simple: ComponentId | undefined = element.type;
  if (type.kind === 'complex-type') {
    const content = type.contentType;
    const isEmptiableMixed =
      content.kind === 'mixed' && (content.particle === undefined || isEmptiable(content.particle));
    if (content.kind !== 'simple' && !isEmptiableMixed) {
      diagnostics.add(elementDefaultOnElementContent, {
        at: element.span,
        element: element.name,
        type: type.name,
      });
      return;
    }
    simple = content.kind === 'simple' ? content.type : undefined;
  }
  const fault = simple === undefined ? undefined : faultOfValue(schema, simple, constraint);
  if (fault === undefined) return;
  diagnostics.add(elementDefaultInvalid, {
    at: element.span,
    kind: constraint.kind,
    value: constraint.lexical,
    element: element.name,
    expected: fault.expected,
  });
}

function checkAffiliation(ctx: ConstraintContext, element: ElementDeclaration): void {
  const { schema, diagnostics } = ctx;
  if (element.substitutionGroup === undefined) return;
  const head = schema.elements.get(element.substitutionGroup);
  if (head === undefined) return;
  if (isValidlyDerived(schema, element.type, head.type, head.substitutionGroupExclusions)) return;
  diagnostics.add(substitutionTypeNotDerived, {
    at: element.span,
    member: element.name,
    head: head.name,
    type: schema.types.get(element.type)?.name,
    related: [{ at: head.span, label: 'the head of the substitution group' }],
  });
}
