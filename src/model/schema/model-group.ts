import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Annotation } from './annotation.js';
import type { ComponentId } from './component-id.js';
import type { Particle } from './particle.js';

export interface ModelGroup {
  readonly kind: 'model-group';
  readonly compositor: 'sequence' | 'choice' | 'all';
  readonly particles: readonly Particle[];
  /** The model group definition this group came from, when it was written as a reference. */
  readonly definition?: ComponentId;
  readonly annotation: Annotation;
  readonly span: Span;
}

export interface ModelGroupDefinition {
  readonly kind: 'model-group-definition';
  readonly id: ComponentId;
  readonly name: ExpandedName;
  readonly modelGroup: ModelGroup;
  /** The group that a redefinition replaces without using it: it must be a valid restriction of it (src-redefine.6.2.2). */
  readonly restricts?: ComponentId;
  readonly annotation: Annotation;
  readonly span: Span;
}
