import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Annotation } from '../schema/annotation.js';
import type { ServiceComponentId } from './service-component-id.js';

/** A set of ports that belong together (WSDL 1.1, section 2.7). */
export interface Service {
  readonly kind: 'service';
  readonly id: ServiceComponentId;
  readonly name: ExpandedName;
  readonly ports: readonly Port[];
  readonly annotation: Annotation;
  readonly span: Span;
}

/** An address at which a binding is served (section 2.6). */
export interface Port {
  readonly kind: 'port';
  readonly name: string;
  readonly binding: ServiceComponentId;
  /** Absent where the document leaves it to configuration. */
  readonly address?: string;
  readonly annotation: Annotation;
  readonly span: Span;
}
