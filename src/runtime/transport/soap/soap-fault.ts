/**
 * Whose fault it is: the four that both versions of SOAP have, under the names of 1.2 (1.1 says Client for Sender and
 * Server for Receiver).
 */
export type SoapFaultCode = 'VersionMismatch' | 'MustUnderstand' | 'Sender' | 'Receiver';

/** A SOAP fault, whichever the version. */
export interface SoapFault {
  readonly code: SoapFaultCode;
  /**
   * A finer code: what follows the dot in 1.1 (`Client.Authentication`), or the Clark name of a code of somebody's own, which is
   * a Subcode in 1.2 and stands for the code in 1.1: `{…wssecurity-secext-1.0.xsd}FailedAuthentication`.
   */
  readonly subcode?: string;
  /** What went wrong, for people. */
  readonly reason: string;
  /** Elements of the detail, each a document of its own: a FaultMessage, mostly. */
  readonly detail: readonly Uint8Array[];
}

/** Local name of a fault code in SOAP 1.1. */
export const faultCode11 = (code: SoapFaultCode): string =>
  code === 'Sender' ? 'Client' : code === 'Receiver' ? 'Server' : code;

/** Namespace of the codes of WS-Security, all of which blame the sender. */
export const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

/**
 * Reads a fault code of either version, its prefix resolved (`soap` is the namespace of the envelope): `soap:Server.Busy` is a
 * Receiver with the subcode `Busy`.
 */
export function parseFaultCode(
  text: string,
  namespace: string | undefined,
  soap: string,
): Pick<SoapFault, 'code' | 'subcode'> {
  const local = text.trim().replace(/^[^:]*:/u, '');
  const [head = '', ...rest] = local.split('.');
  const subcode = rest.length === 0 ? {} : { subcode: rest.join('.') };
  // Codes of SOAP without a prefix are seen in the field.
  const isOfSoap = namespace === undefined || namespace === '' || namespace === soap;
  if (isOfSoap)
    switch (head) {
      case 'Client':
      case 'Sender':
      case 'DataEncodingUnknown':
        return { code: 'Sender', ...subcode };
      case 'VersionMismatch':
      case 'MustUnderstand':
        return { code: head, ...subcode };
      case 'Server':
      case 'Receiver':
        return { code: 'Receiver', ...subcode };
    }
  // SOAP 1.1 lets anybody have codes of their own; who they blame is known of few of them.
  const own = isOfSoap ? local : `{${namespace}}${local}`;
  return { code: namespace === WSSE ? 'Sender' : 'Receiver', ...(local === '' ? {} : { subcode: own }) };
}
