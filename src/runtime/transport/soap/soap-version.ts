/** The two versions of SOAP: a W3C note of 2000 that nearly everybody speaks, and the recommendation of 2007. */
export type SoapVersion = '1.1' | '1.2';

/** Namespace of the envelope, which is what tells the versions apart (SOAP 1.2 part 1, 5.4.7). */
export const SOAP_NAMESPACE: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

/** Media type of a message: `text/xml` (SOAP 1.1, 6), `application/soap+xml` (RFC 3902). */
export const SOAP_MEDIA_TYPE: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'text/xml',
  '1.2': 'application/soap+xml',
};

/** The version whose envelope has this namespace. */
export const versionOfNamespace = (namespace: string): SoapVersion | undefined =>
  namespace === SOAP_NAMESPACE['1.1'] ? '1.1' : namespace === SOAP_NAMESPACE['1.2'] ? '1.2' : undefined;
