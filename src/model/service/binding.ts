import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Annotation } from '../schema/annotation.js';
import type { ServiceComponentId } from './service-component-id.js';

/** How the operations of a port type go over the wire (WSDL 1.1, section 2.5). */
export interface Binding {
  readonly kind: 'binding';
  readonly id: ServiceComponentId;
  readonly name: ExpandedName;
  readonly portType: ServiceComponentId;
  readonly protocol: BindingProtocol;
  readonly operations: readonly BindingOperation[];
  readonly annotation: Annotation;
  readonly span: Span;
}

export type SoapStyle = 'document' | 'rpc';
export type SoapUse = 'literal' | 'encoded';

export type BindingProtocol =
  | {
      readonly kind: 'soap';
      readonly version: '1.1' | '1.2';
      readonly style: SoapStyle;
      /** URI of the transport under SOAP, such as `http://schemas.xmlsoap.org/soap/http`; empty where not stated. */
      readonly transport: string;
    }
  | { readonly kind: 'http'; readonly verb: string }
  /** A protocol that is not known here, by the namespace of its first extension element; empty where there is none. */
  | { readonly kind: 'other'; readonly namespace: string };

export interface BindingOperation {
  readonly kind: 'binding-operation';
  readonly name: string;
  /** The operation of the port type. */
  readonly operation: ServiceComponentId;
  /** SOAP: the style of this operation, its own or the binding's. */
  readonly style?: SoapStyle;
  /** SOAP: the value of the SOAPAction header or the action parameter; empty means that the header is empty. */
  readonly soapAction?: string;
  /** SOAP 1.2: whether the action must be sent. */
  readonly soapActionRequired?: boolean;
  /** HTTP: relative to the address of the port. */
  readonly location?: string;
  readonly input?: BoundMessage;
  readonly output?: BoundMessage;
  readonly faults: readonly BoundFault[];
  readonly annotation: Annotation;
  readonly span: Span;
}

/** How an input or output is laid out. */
export interface BoundMessage {
  readonly kind: 'bound-message';
  /** As written in the binding; it selects between operations of one name. */
  readonly name?: string;
  readonly content: MessageContent;
  readonly annotation: Annotation;
  readonly span: Span;
}

export interface BoundFault {
  readonly kind: 'bound-fault';
  readonly name: string;
  /** Absent where the binding is not of SOAP. */
  readonly soap?: SoapEncodingRules;
  readonly annotation: Annotation;
  readonly span: Span;
}

export type MessageContent =
  | { readonly kind: 'soap'; readonly body?: SoapBody; readonly headers: readonly SoapHeader[] }
  | { readonly kind: 'url-encoded' }
  | { readonly kind: 'url-replacement' }
  /** `mime:content`, `mime:mimeXml`: one part, or all, in a media type. */
  | { readonly kind: 'mime'; readonly part?: string; readonly mediaType: string }
  | { readonly kind: 'multipart'; readonly parts: readonly MessageContent[] }
  | { readonly kind: 'unspecified' };

/** How parts are written into SOAP (section 3.5). */
export interface SoapEncodingRules {
  readonly use: SoapUse;
  /** rpc, encoded: the namespace of the wrapper and of what the encoding makes. */
  readonly namespace?: string;
  readonly encodingStyle: readonly string[];
}

export interface SoapBody extends SoapEncodingRules {
  /** The parts that go into the body; absent: all that are not in headers. */
  readonly parts?: readonly string[];
}

export interface SoapHeader extends SoapEncodingRules {
  readonly message: ServiceComponentId;
  readonly part: string;
  readonly headerFaults: readonly Omit<SoapHeader, 'headerFaults'>[];
  readonly span: Span;
}
