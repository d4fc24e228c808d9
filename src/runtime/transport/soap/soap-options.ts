import type { HttpClientOptions } from '../http/http-client.js';
import type { HttpListenerOptions } from '../http/http-listener.js';
import type { TransportOptions } from '../transport-options.js';
import type { SoapSecurity } from './soap-security.js';
import type { SoapVersion } from './soap-version.js';
import type { WsdlDocuments } from './wsdl-documents.js';

/** Where messages of one destination arrive: a path, and which of the messages sent there. */
export interface SoapRoute {
  readonly destination: string;
  /** `/ExecuteMeterReadings`; several destinations may share one. */
  readonly path: string;
  /** Values of SOAPAction that mean this destination. */
  readonly actions?: readonly string[];
  /** Roots of the body that mean it, Clark names or local names; what SOAPAction says must not contradict. */
  readonly roots?: readonly string[];
}

/** Where messages to one destination go. */
export interface SoapEndpoint {
  readonly url: string;
  /** What SOAPAction says, unless the message has a property `soapAction`; empty by default. */
  readonly soapAction?: string;
  /** Version of SOAP; that of the client by default. */
  readonly version?: SoapVersion;
}

/** One place, or several. */
export type SoapEndpoints = string | SoapEndpoint | readonly (string | SoapEndpoint)[];

/** The side that others call. */
export interface SoapServerOptions extends Omit<HttpListenerOptions, 'onRefused'> {
  /** Default: each destination has a path of its own, `/` and its name, dots as slashes. */
  readonly routes?: readonly SoapRoute[];
  /** WSDL by path: served for `GET path?wsdl`. */
  readonly wsdl?: Readonly<Record<string, WsdlDocuments>>;
  readonly security?: SoapSecurity;
  /** Milliseconds that a handler has for its reply; 60,000 by default. */
  readonly responseTimeout?: number;
  /** Requests that may wait for a handler of their destination; beyond, the sender is told to try later. 256 by default. */
  readonly maximumWaiting?: number;
  /** Clark names of header blocks that the components understand, for `mustUnderstand`. */
  readonly understands?: readonly string[];
}

/** The side that calls others. */
export interface SoapClientOptions extends HttpClientOptions {
  /**
   * By destination, or a function of it; topics have one or several subscribers, or none. An URL stands for itself as a
   * destination.
   */
  readonly endpoints?:
    Readonly<Record<string, SoapEndpoints>> | ((destination: string) => SoapEndpoints | undefined);
  /** 1.1 by default. */
  readonly version?: SoapVersion;
  readonly security?: SoapSecurity;
}

/** Options of the SOAP transport. Without `server` it only calls, without `client` it is only called. */
export interface SoapOptions extends TransportOptions {
  readonly server?: SoapServerOptions;
  readonly client?: SoapClientOptions;
  /** HTTP headers that carry properties, beside `authorization`, `traceparent` and `tracestate`: header by property. */
  readonly headers?: Readonly<Record<string, string>>;
}
