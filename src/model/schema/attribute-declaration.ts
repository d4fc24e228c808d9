import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Annotation } from './annotation.js';
import type { ComponentId } from './component-id.js';
import type { ValueConstraint } from './value-constraint.js';
import type { Wildcard } from './wildcard.js';

export interface AttributeDeclaration {
  readonly kind: 'attribute-declaration';
  readonly id: ComponentId;
  readonly name: ExpandedName;
  readonly type: ComponentId;
  readonly scope: 'global' | ComponentId;
  readonly valueConstraint?: ValueConstraint;
  readonly annotation: Annotation;
  readonly span: Span;
}

export interface AttributeUse {
  readonly kind: 'attribute-use';
  readonly required: boolean;
  readonly attribute: ComponentId;
  /** The use's own {value constraint}; where absent, the declaration's holds. */
  readonly valueConstraint?: ValueConstraint;
  readonly annotation: Annotation;
  readonly span: Span;
}

export interface AttributeGroupDefinition {
  readonly kind: 'attribute-group-definition';
  readonly id: ComponentId;
  readonly name: ExpandedName;
  readonly attributeUses: readonly AttributeUse[];
  readonly attributeWildcard?: Wildcard;
  /** The group that a redefinition replaces without using it: it must be a valid restriction of it (src-redefine.7.2.2). */
  readonly restricts?: ComponentId;
  readonly annotation: Annotation;
  readonly span: Span;
}
