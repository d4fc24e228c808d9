import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Annotation } from '../schema/annotation.js';
import type { ComponentId } from '../schema/component-id.js';
import type { ServiceComponentId } from './service-component-id.js';

/** What is exchanged: one or more parts (WSDL 1.1, section 2.3). */
export interface Message {
  readonly kind: 'message';
  readonly id: ServiceComponentId;
  readonly name: ExpandedName;
  readonly parts: readonly MessagePart[];
  readonly annotation: Annotation;
  readonly span: Span;
}

export interface MessagePart {
  readonly kind: 'message-part';
  readonly name: string;
  /** An element declaration, or a type definition that the binding wraps in an element. */
  readonly content: {
    readonly kind: 'element' | 'type';
    readonly component: ComponentId;
    readonly name: ExpandedName;
  };
  readonly annotation: Annotation;
  readonly span: Span;
}
