import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Annotation } from '../schema/annotation.js';
import type { ServiceComponentId } from './service-component-id.js';

/** A set of abstract operations (WSDL 1.1, section 2.4). */
export interface PortType {
  readonly kind: 'port-type';
  readonly id: ServiceComponentId;
  readonly name: ExpandedName;
  readonly operations: readonly Operation[];
  readonly annotation: Annotation;
  readonly span: Span;
}

/** The order of input and output decides (sections 2.4.1 to 2.4.4). */
export type OperationStyle = 'one-way' | 'request-response' | 'solicit-response' | 'notification';

export interface Operation {
  readonly kind: 'operation';
  readonly id: ServiceComponentId;
  readonly name: string;
  readonly style: OperationStyle;
  readonly input?: OperationMessage;
  readonly output?: OperationMessage;
  readonly faults: readonly OperationMessage[];
  /** Part names in the order of a procedure's parameters, where stated. */
  readonly parameterOrder: readonly string[];
  readonly annotation: Annotation;
  readonly span: Span;
}

/** An input, output or fault of an operation. */
export interface OperationMessage {
  readonly kind: 'operation-message';
  /** Stated, or the default of section 2.4.5. */
  readonly name: string;
  readonly message: ServiceComponentId;
  readonly annotation: Annotation;
  readonly span: Span;
}
