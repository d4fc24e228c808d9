import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Annotation } from './annotation.js';
import type { ComponentId } from './component-id.js';
import type { IdentityConstraint } from './identity-constraint.js';
import type { ValueConstraint } from './value-constraint.js';

export type Derivation = 'extension' | 'restriction' | 'substitution' | 'list' | 'union';

export interface ElementDeclaration {
  readonly kind: 'element-declaration';
  readonly id: ComponentId;
  readonly name: ExpandedName;
  readonly type: ComponentId;
  /** `global`, or the id of the complex type or model group definition that it is local to. */
  readonly scope: 'global' | ComponentId;
  readonly valueConstraint?: ValueConstraint;
  readonly nillable: boolean;
  readonly identityConstraints: readonly IdentityConstraint[];
  /** {substitution group affiliation}: the head, if any. */
  readonly substitutionGroup?: ComponentId;
  /** {substitution group exclusions} (`final`). */
  readonly substitutionGroupExclusions: readonly Derivation[];
  /** {disallowed substitutions} (`block`). */
  readonly disallowedSubstitutions: readonly Derivation[];
  readonly abstract: boolean;
  readonly annotation: Annotation;
  readonly span: Span;
}
