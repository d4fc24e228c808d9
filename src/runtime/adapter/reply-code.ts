/*
 * Reply codes. IEC 61968-9, annex B, is an informative list: the code of an error is an open text, and systems have codes
 * of their own. The wording is ours.
 */

/** What is known of a reply code. */
export interface ReplyCode {
  readonly meaning: string;
  /** The result that goes with it. */
  readonly result: 'OK' | 'PARTIAL' | 'FAILED';
  /** Whether the same request may succeed later. */
  readonly retryable?: true;
}

/** Groups of reply codes by the number before the dot. */
export const REPLY_CODE_GROUPS: Readonly<Record<string, string>> = {
  0: 'success',
  1: 'bad or missing element',
  2: 'invalid parameter',
  3: 'too many values',
  4: 'aborted',
  5: 'application error',
  6: 'business rule',
  7: 'security',
};

/** The reply codes of annex B. */
export const REPLY_CODES: Readonly<Record<string, ReplyCode>> = {
  '0.0': { meaning: 'success', result: 'OK' },
  '0.1': { meaning: 'partial; the rest follows in further messages', result: 'PARTIAL' },
  '0.2': { meaning: 'partial; nothing more follows', result: 'PARTIAL' },
  '0.3': { meaning: 'bare acknowledgement', result: 'OK' },
  '1.5': { meaning: 'required header element absent', result: 'FAILED' },
  '1.6': { meaning: 'required request element absent', result: 'FAILED' },
  '1.7': { meaning: 'required payload element absent', result: 'FAILED' },
  '1.8': { meaning: 'request does not validate against the schema', result: 'FAILED' },
  '1.9': { meaning: 'message revision in header not supported', result: 'FAILED' },
  '2.4': { meaning: 'meter invalid', result: 'FAILED' },
  '2.5': { meaning: 'noun invalid', result: 'FAILED' },
  '2.6': { meaning: 'reading type invalid', result: 'FAILED' },
  '2.9': { meaning: 'verb invalid', result: 'FAILED' },
  '2.10': { meaning: 'reading type not supported', result: 'FAILED' },
  '2.12': { meaning: 'usage point invalid', result: 'FAILED' },
  '2.13': { meaning: 'meter does not belong to usage point', result: 'FAILED' },
  '2.14': { meaning: 'source invalid', result: 'FAILED' },
  '2.15': { meaning: 'request identifier invalid', result: 'FAILED' },
  '2.16': { meaning: 'service location invalid', result: 'FAILED' },
  '2.17': { meaning: 'meter / service location mismatch', result: 'FAILED' },
  '2.18': { meaning: 'communication module / meter mismatch', result: 'FAILED' },
  '2.19': { meaning: 'customer account invalid', result: 'FAILED' },
  '2.20': { meaning: 'service supplier invalid', result: 'FAILED' },
  '2.21': { meaning: 'customer account / service supplier mismatch', result: 'FAILED' },
  '2.22': { meaning: 'customer invalid', result: 'FAILED' },
  '2.23': { meaning: 'customer / customer account mismatch', result: 'FAILED' },
  '2.24': { meaning: 'customer agreement invalid', result: 'FAILED' },
  '2.25': { meaning: 'customer account / customer agreement mismatch', result: 'FAILED' },
  '2.26': { meaning: 'customer agreement / usage point mismatch', result: 'FAILED' },
  '2.27': { meaning: 'customer account / usage point mismatch', result: 'FAILED' },
  '2.28': { meaning: 'service supplier / usage point mismatch', result: 'FAILED' },
  '2.29': { meaning: 'other object relationship mismatch', result: 'FAILED' },
  '2.30': { meaning: 'communication module invalid', result: 'FAILED' },
  '2.31': { meaning: 'service category invalid', result: 'FAILED' },
  '2.32': { meaning: 'usage point location invalid', result: 'FAILED' },
  '2.33': { meaning: 'pricing structure invalid', result: 'FAILED' },
  '3.1': { meaning: 'too many items in one request', result: 'FAILED' },
  '3.2': { meaning: 'too many requests pending', result: 'FAILED', retryable: true },
  '4.1': { meaning: 'timed out', result: 'FAILED', retryable: true },
  '5.1': { meaning: 'not processed, system overloaded', result: 'FAILED', retryable: true },
  '5.2': { meaning: 'not processed, transaction not tried', result: 'FAILED', retryable: true },
  '5.3': { meaning: 'transaction tried and failed', result: 'FAILED' },
  '5.4': { meaning: 'not processed, several kinds of error', result: 'FAILED' },
  '5.5': { meaning: 'reading types missing in the meter data management system', result: 'FAILED' },
  '5.6': { meaning: 'reading types missing in the metering network', result: 'FAILED' },
  '5.7': { meaning: 'some requested data missing', result: 'FAILED' },
  '5.8': { meaning: 'mandatory field missing', result: 'FAILED' },
  '5.9': { meaning: 'rolled back to keep the transaction whole', result: 'FAILED' },
  '6.1': { meaning: 'cancelled by business rule', result: 'FAILED' },
  '6.2': { meaning: 'held by business rule', result: 'FAILED' },
  '6.3': { meaning: 'released from hold', result: 'FAILED' },
  '6.4': { meaning: 'rescheduled by business rule', result: 'FAILED' },
  '6.5': { meaning: 'cancelled by user', result: 'FAILED' },
  '7.1': { meaning: 'authentication fails for now', result: 'FAILED', retryable: true },
  '7.2': { meaning: 'authentication needed', result: 'FAILED' },
  '7.3': { meaning: 'authentication mechanism too weak', result: 'FAILED' },
  '7.4': { meaning: 'authentication failed', result: 'FAILED' },
  '7.5': { meaning: 'user not authorised', result: 'FAILED' },
  '7.6': { meaning: 'mechanism needs encryption', result: 'FAILED' },
  '7.7': { meaning: 'policy violated', result: 'FAILED' },
};

/** Whether a request that got this code may succeed later. */
export const isRetryable = (code: string): boolean =>
  Object.hasOwn(REPLY_CODES, code) && REPLY_CODES[code]?.retryable === true;

/** What a code means; undefined for codes of others. */
export const meaningOf = (code: string): string | undefined =>
  Object.hasOwn(REPLY_CODES, code) ? REPLY_CODES[code]?.meaning : undefined;
