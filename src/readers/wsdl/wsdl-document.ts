import type { SourceText } from '../../foundation/source-text.js';
import type { Span } from '../../foundation/span.js';
import type { Annotation } from '../../model/schema/annotation.js';
import type { Binding } from '../../model/service/binding.js';
import type { Message } from '../../model/service/message.js';
import type { PortType } from '../../model/service/port-type.js';
import type { Service } from '../../model/service/service.js';
import type { XmlElement } from '../xml/xml-element.js';

/** One WSDL 1.1 document as read: its references are names, and nobody has looked whether they lead anywhere. */
export interface WsdlDocument {
  readonly source: SourceText;
  readonly targetNamespace: string;
  readonly imports: readonly WsdlImport[];
  /** Inline schemas, in order. Prefixes declared around them are in scope. */
  readonly schemas: readonly InlineSchema[];
  readonly messages: readonly Message[];
  readonly portTypes: readonly PortType[];
  /** An operation of a name that its port type has several times is bound to the first: linking finds the right one. */
  readonly bindings: readonly Binding[];
  readonly services: readonly Service[];
  readonly annotation: Annotation;
  readonly span: Span;
}

export interface WsdlImport {
  readonly namespace: string;
  /** Absent: only the namespace is named. */
  readonly location?: string;
  readonly span: Span;
}

/** A schema inside of a service description, as the schema reader takes it. */
export interface InlineSchema {
  readonly root: XmlElement;
  readonly source: SourceText;
}
