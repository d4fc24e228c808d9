import type { PeerProof } from '../middleware-adapter.js';
import type { SoapElement, SoapMessage } from './read-soap.js';
import type { SoapFault } from './soap-fault.js';
import type { SoapVersion } from './soap-version.js';

/** What came of looking at the security header of a message. */
export type SoapAdmission =
  | {
      readonly ok: true;
      readonly proofs: readonly PeerProof[];
      /** The element of the body: where it is signed, what was signed, and nothing else. */
      readonly body?: SoapElement | undefined;
    }
  | { readonly ok: false; readonly fault: SoapFault };

/** What is known of a message besides its bytes. */
export interface SoapExchange {
  /** The connection is encrypted. */
  readonly secure: boolean;
  /** Network address of the other side, for the audit trail. */
  readonly address?: string | undefined;
  /** Only a response is looked at: credentials are asked of whoever sends requests. */
  readonly isResponse?: boolean;
}

/** Takes care of the security header of SOAP messages, both ways. See the entry `security`. */
export interface SoapSecurity {
  /** Clark names of the header blocks that are understood. */
  readonly understands: readonly string[];
  /** Puts a document into an envelope with a security header. */
  protect(body: Uint8Array, version: SoapVersion): Promise<Uint8Array>;
  admit(message: SoapMessage, exchange: SoapExchange): Promise<SoapAdmission>;
}
