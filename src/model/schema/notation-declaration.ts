import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Annotation } from './annotation.js';
import type { ComponentId } from './component-id.js';

export interface NotationDeclaration {
  readonly kind: 'notation-declaration';
  readonly id: ComponentId;
  readonly name: ExpandedName;
  readonly systemIdentifier?: string;
  readonly publicIdentifier?: string;
  readonly annotation: Annotation;
  readonly span: Span;
}
