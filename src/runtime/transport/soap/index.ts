/*
 * SOAP 1.1 and 1.2 over HTTP, document/literal.
 */

export { createSoapAdapter, type SoapAdapter } from './soap-adapter.js';
export type {
  SoapClientOptions,
  SoapEndpoint,
  SoapEndpoints,
  SoapOptions,
  SoapRoute,
  SoapServerOptions,
} from './soap-options.js';
export type { HttpClientOptions } from '../http/http-client.js';
export type { HttpLimits, HttpListenerOptions } from '../http/http-listener.js';
export type { TlsClientOptions, TlsServerOptions } from '../http/tls-options.js';
export {
  readSoap,
  type ReadSoapOptions,
  type SoapElement,
  type SoapHeaderBlock,
  type SoapMessage,
  type SoapReading,
} from './read-soap.js';
export type { SoapFault, SoapFaultCode } from './soap-fault.js';
export type { SoapAdmission, SoapExchange, SoapSecurity } from './soap-security.js';
export type { SoapVersion } from './soap-version.js';
export { wrapSoap, wrapSoapFault, type WriteSoapOptions } from './write-soap.js';
export type { WsdlDocuments } from './wsdl-documents.js';
