import { httpScheme } from '../http/http-message.js';
import type { HeaderNames } from '../header-scheme.js';
import type { TransportMessage } from '../middleware-adapter.js';

/** What of a message travels beside the envelope of SOAP, in headers of HTTP as those of the HTTP transport. */
export interface SoapHeaders {
  write(message: TransportMessage): Record<string, string>;
  read(headers: Readonly<Record<string, string>>): Omit<TransportMessage, 'body'>;
}

/** Properties that SOAP has a place of its own for: SOAPAction, and what a fault says. */
const OWN = ['soapAction', 'soapFaultCode', 'soapFaultReason'];

/** The headers of a transport; `names` says which header carries which property. */
export function soapHeaders(names: HeaderNames = {}): SoapHeaders {
  const scheme = httpScheme(names, 'cim-content-type');
  return {
    write(message) {
      const properties = Object.fromEntries(
        Object.entries(message.properties).filter(([name]) => !OWN.includes(name)),
      );
      const headers = scheme.write({ ...message, properties });
      if (message.contentType === 'application/xml') delete headers['cim-content-type'];
      return headers;
    },
    read(headers) {
      const { fields: _, properties, ...rest } = scheme.read(Object.entries(headers));
      const { soapAction: __, ...others } = properties;
      return { ...rest, properties: others };
    },
  };
}
