/** WSDL 1.1 and its bindings. */
export const WSDL_NAMESPACE = 'http://schemas.xmlsoap.org/wsdl/';
export const HTTP_BINDING_NAMESPACE = 'http://schemas.xmlsoap.org/wsdl/http/';
export const MIME_BINDING_NAMESPACE = 'http://schemas.xmlsoap.org/wsdl/mime/';

/** The namespaces of the SOAP bindings, and the version of SOAP that each stands for. */
export const SOAP_VERSIONS: ReadonlyMap<string, '1.1' | '1.2'> = new Map([
  ['http://schemas.xmlsoap.org/wsdl/soap/', '1.1'],
  ['http://schemas.xmlsoap.org/wsdl/soap12/', '1.2'],
]);
