import type { SoapElement, SoapMessage } from '../transport/soap/read-soap.js';
import type { PeerProof } from '../transport/middleware-adapter.js';
import type { SoapAdmission, SoapExchange, SoapSecurity } from '../transport/soap/soap-security.js';
import { SOAP_NAMESPACE } from '../transport/soap/soap-version.js';
import type { SoapFault } from '../transport/soap/soap-fault.js';
import { eachChild, openAttribute, slice } from '../xml/slice.js';
import type { SecurityAudit } from './audit.js';
import { checkFresh, parseTime, takeOnce } from './freshness.js';
import { readElement } from './read-element.js';
import { readSecurityHeader, type SecurityHeader } from './read-security-header.js';
import { readSignature } from './read-signature.js';
import { granted, refuse, type Checked, type Refusal } from './refusal.js';
import { WSSE, WSU, X509_V3 } from './security-namespaces.js';
import { checkUsernameToken, type Credentials, type UsernameTokenCheck } from './username-token.js';
import { protectEnvelope } from './protect-envelope.js';
import { signatureNonce, verifySignature, type SignatureCheck, type SigningKey } from './xml-signature.js';

/** WS-Security as it is used here: what is sent, and what is asked of others. */
export interface WsSecurityOptions {
  /** What goes out with each message. */
  readonly send?: {
    readonly usernameToken?: Credentials;
    /** Sign body and timestamp. */
    readonly signature?: SigningKey;
    /** Seconds for which a message is good; 300 by default. A timestamp is sent with every header. */
    readonly timeToLive?: number;
  };
  /** What is taken. */
  readonly accept?: {
    readonly usernameToken?: UsernameTokenCheck;
    readonly signature?: SignatureCheck;
  };
  /** What every request must have. Default: nothing, which leaves it to the policy to refuse the anonymous. */
  readonly require?: readonly ('username-token' | 'signature' | 'timestamp')[];
  /** What every response must have; default: nothing. */
  readonly requireOfResponses?: readonly ('signature' | 'timestamp')[];
  /** Makes the detail of the fault that answers a refusal: a FaultMessage. */
  readonly faultDetail?: (refusal: Refusal) => Uint8Array | undefined;
  readonly audit?: SecurityAudit;
  readonly now?: () => number;
}

/** Handles `wsse:Security` headers: UsernameToken profile, X.509 token profile, Timestamp (OASIS WS-Security 1.1). */
export function wsSecurity(options: WsSecurityOptions): SoapSecurity {
  const { send, now = Date.now } = options;
  return {
    understands: [`{${WSSE}}Security`],
    protect: (body, version) => protectEnvelope(body, version, send ?? {}, now()),
    async admit(message, exchange) {
      const checked = await admit(message, exchange, options);
      if (checked.ok) return { ok: true, ...checked.value };
      options.audit?.({
        refusal: checked.refusal,
        ...(exchange.address === undefined ? {} : { address: exchange.address }),
        ...(message.body === undefined ? {} : { subject: message.body.name }),
      });
      return { ok: false, fault: faultOf(checked.refusal, options) };
    },
  };
}

/** Codes of WS-Security 1.1, 12; what is told is no more than the code says. */
function faultOf(refusal: Refusal, { faultDetail }: WsSecurityOptions): SoapFault {
  const detail = faultDetail?.(refusal);
  const name =
    refusal.code === '7.4' || refusal.code === '7.2'
      ? 'FailedAuthentication'
      : refusal.cause === 'weak-algorithm'
        ? 'UnsupportedAlgorithm'
        : refusal.cause === 'wrapped-signature'
          ? 'FailedCheck'
          : 'InvalidSecurity';
  return {
    code: 'Sender',
    subcode: `{${WSSE}}${name}`,
    reason: refusal.reason,
    detail: detail === undefined ? [] : [detail],
  };
}

type Admitted = Omit<SoapAdmission & { readonly ok: true }, 'ok'>;

async function admit(
  message: SoapMessage,
  exchange: SoapExchange,
  options: WsSecurityOptions,
): Promise<Checked<Admitted>> {
  const { require: required = [], requireOfResponses = [] } = options;
  const wanted: readonly string[] = exchange.isResponse === true ? requireOfResponses : required;
  const blocks = message.headers.filter(({ name }) => name === `{${WSSE}}Security`);
  if (blocks.length > 1) return refuse('malformed-security', 'there are two security headers');
  const [block] = blocks;
  const header = block === undefined ? EMPTY : readSecurityHeader(block.bytes);
  if (header === undefined) return refuse('malformed-security', 'the security header cannot be read');
  const encrypted = header.others.find((name) => name.includes('xmlenc#'));
  if (encrypted !== undefined) return refuse('malformed-security', `"${encrypted}" is not understood`);

  const proofs: PeerProof[] = [];
  const fresh = checkTimestamp(header, wanted.includes('timestamp'), options.now);
  if (!fresh.ok) return fresh;

  const isRequest = exchange.isResponse !== true;
  const signed = await checkSignature(
    message,
    header,
    { isRequired: wanted.includes('signature'), isRequest, goodUntil: fresh.value },
    options,
  );
  if (!signed.ok) return signed;
  if (signed.value.signer !== undefined)
    proofs.push({ name: signed.value.signer, mechanism: 'x509-signature' });

  if (isRequest) {
    const user = await checkUser(header, wanted.includes('username-token'), exchange, options);
    if (!user.ok) return user;
    if (user.value !== undefined) proofs.push(user.value);
  }
  const { body } = signed.value;
  return granted({ proofs, ...(body === undefined ? {} : { body }) });
}

const EMPTY: SecurityHeader = {
  timestamps: [],
  usernameTokens: [],
  binaryTokens: [],
  signatures: [],
  others: [],
};

/** When the message is worth nothing any more; undefined where it does not say when it was made. */
function checkTimestamp(
  { timestamps }: SecurityHeader,
  isRequired: boolean,
  now: () => number = Date.now,
): Checked<number | undefined> {
  if (timestamps.length > 1) return refuse('malformed-security', 'there are two timestamps');
  const [timestamp] = timestamps;
  if (timestamp?.created === undefined)
    return isRequired ? refuse('stale', 'no timestamp says when the message was made') : granted(undefined);
  // Who says when a message expires is believed, within a day.
  if (timestamp.expires === undefined) return checkFresh(timestamp.created, { now });
  const fresh = checkFresh(timestamp.created, { now, window: DAY });
  if (!fresh.ok) return fresh;
  const end = parseTime(timestamp.expires);
  return end === undefined || end <= now()
    ? refuse('stale', `the message expired at ${timestamp.expires.slice(0, 40)}`)
    : granted(Math.min(end, fresh.value));
}

const DAY = 24 * 60 * 60_000;

async function checkUser(
  { usernameTokens }: SecurityHeader,
  isRequired: boolean,
  { secure }: SoapExchange,
  { accept, now }: WsSecurityOptions,
): Promise<Checked<PeerProof | undefined>> {
  if (usernameTokens.length > 1) return refuse('malformed-security', 'there are two UsernameTokens');
  const [token] = usernameTokens;
  if (token === undefined)
    return isRequired ? refuse('no-credentials', 'there is no UsernameToken') : granted(undefined);
  if (accept?.usernameToken === undefined)
    return refuse('weak-mechanism', 'UsernameTokens are not taken here');
  const check = now === undefined ? accept.usernameToken : { now, ...accept.usernameToken };
  const identity = await checkUsernameToken(token, check, secure);
  if (!identity.ok) return identity;
  const [mechanism = 'password-digest'] = identity.value.mechanisms;
  return granted({ name: identity.value.name, mechanism });
}

/** Who signed, and the body as it is to be acted upon. */
interface Signed {
  readonly signer?: string;
  readonly body?: SoapElement | undefined;
}

interface SignatureNeeds {
  readonly isRequired: boolean;
  readonly isRequest: boolean;
  readonly goodUntil: number | undefined;
}

async function checkSignature(
  message: SoapMessage,
  header: SecurityHeader,
  { isRequired, isRequest, goodUntil }: SignatureNeeds,
  { accept }: WsSecurityOptions,
): Promise<Checked<Signed>> {
  const { signatures } = header;
  if (signatures.length > 1) return refuse('malformed-security', 'there are two signatures');
  const [signature] = signatures;
  if (signature === undefined)
    return isRequired
      ? refuse('not-signed', 'there is no signature in the security header')
      : granted({ body: message.body });
  if (accept?.signature === undefined) return refuse('weak-mechanism', 'signatures are not taken here');
  const outline = readSignature(signature);
  if (outline === undefined) return refuse('malformed-security', 'the signature cannot be read');

  const certificate = certificateOf(header, outline.tokenReference, outline.certificates);
  if (certificate === undefined)
    return refuse('malformed-security', 'the signature has no X.509 certificate by which to check it');
  const verified = await verifySignature(message.envelope, signature, outline, certificate, accept.signature);
  if (!verified.ok) return verified;

  // What is signed must be this body and this timestamp, by their own ids: not elements of that id elsewhere.
  const namespace = SOAP_NAMESPACE[message.version];
  const ids = bodyId(message.envelope, namespace);
  const octets = ids === undefined ? undefined : verified.value.signed.get(`#${ids}`);
  if (octets === undefined)
    return refuse('wrapped-signature', 'the signature is not about the body of this message');
  const [timestamp] = header.timestamps;
  if (timestamp !== undefined && !verified.value.signed.has(`#${timestamp.id ?? ''}`))
    return refuse('not-signed', 'the timestamp is not signed');
  const body = bodyElement(octets, namespace);
  if (!body.ok) return body;
  const { nonces } = accept.signature;
  if (isRequest && nonces !== undefined) {
    if (goodUntil === undefined)
      return refuse('stale', 'what is signed does not say when it was made, so that it could be sent again');
    const once = await takeOnce(nonces, await signatureNonce(outline), goodUntil);
    if (!once.ok) return once;
  }
  return granted({ signer: verified.value.certificate.subject, body: body.value });
}

function certificateOf(
  { binaryTokens }: SecurityHeader,
  reference: string | undefined,
  certificates: readonly string[],
): string | undefined {
  if (reference === undefined) return certificates[0];
  const tokens = binaryTokens.filter(({ id }) => id !== undefined && reference === `#${id}`);
  const [token] = tokens;
  if (tokens.length !== 1 || token?.valueType !== X509_V3) return undefined;
  return token.value;
}

/** `wsu:Id` of the body. */
function bodyId(envelope: Uint8Array, namespace: string): string | undefined {
  let id: string | undefined;
  readElement(envelope, (r) => {
    eachChild(r, (name) => {
      if (name === `{${namespace}}Body`) id = openAttribute(r, WSU, 'Id');
      slice(r);
    });
  });
  return id;
}

/** The one element in a body that was signed. */
function bodyElement(octets: Uint8Array, namespace: string): Checked<SoapElement | undefined> {
  const elements: SoapElement[] = [];
  const isBody = readElement(octets, (r) => {
    const own = r.openNamespace === namespace;
    eachChild(r, (name) => elements.push({ name, bytes: slice(r) }));
    return own;
  });
  if (isBody !== true || elements.length > 1)
    return refuse('wrapped-signature', 'what is signed is not the body of a SOAP envelope');
  return granted(elements[0]);
}
