import type { Envelope } from '../envelope/envelope.js';
import type { Delivery, PeerIdentity, TransportMessage } from '../transport/middleware-adapter.js';
import type { SecurityAudit } from './audit.js';
import { bearerTokens, type BearerTokenCheck } from './bearer-token.js';
import { takeOnce } from './freshness.js';
import { joinIdentities, type Identity, type Mechanism } from './identity.js';
import { actionsOf, decide, type PolicyRule } from './policy.js';
import { granted, refuse, type Checked } from './refusal.js';
import {
  mapPayload,
  signDocument,
  verifyDocument,
  type SignedPart,
  type VerifiedDocument,
} from './signed-document.js';
import { signatureNonce, type SignatureCheck, type SigningKey } from './xml-signature.js';

/** XML signatures over messages, whatever carries them. */
export interface MessageSignatureOptions {
  /** `message` by default. */
  readonly over?: SignedPart;
  /** Signs what goes out. */
  readonly sign?: SigningKey;
  /** Checks what comes in. A signature that is there must hold. */
  readonly accept?: SignatureCheck;
  /** Refuses what is not signed. */
  readonly required?: boolean;
}

/** What the security agent does. */
export interface SecurityAgentOptions {
  /** Who may send what; what no rule allows is refused. Absent: everybody whose proofs hold, and the anonymous. */
  readonly policy?: readonly PolicyRule[];
  readonly signature?: MessageSignatureOptions;
  /** Bearer tokens in the property `authorization`, which HTTP carries as a header. A token that is there must be good. */
  readonly bearerToken?: BearerTokenCheck;
  /** The token that goes out with each message. */
  readonly sendBearerToken?: () => string | Promise<string>;
  /** Whether the user whom the header names may be the one behind this sender; everybody by default. */
  readonly isUserOf?: (userId: string, sender: Pick<Identity, 'name' | 'roles'>) => boolean;
  readonly audit?: SecurityAudit;
}

/** A message of which is known who sent it. */
export interface AuthenticatedMessage {
  readonly sender: Identity;
  /** The body as it was signed, where a signature was checked. */
  readonly body?: Uint8Array;
}

/** The security agent of IEC 61968-1, as the hooks of a component adapter. */
export interface SecurityAgent {
  /** Finds out who sent a message by all that proves it; what claims to be a proof and is none refuses the message. */
  authenticate(delivery: Delivery): Promise<Checked<AuthenticatedMessage>>;
  /** Decides whether the sender may. */
  authorise(subject: {
    readonly sender: {
      readonly name: string;
      readonly mechanisms: readonly string[];
      readonly roles: readonly string[];
    };
    readonly envelope: Envelope;
    readonly delivery: Pick<Delivery, 'peer'>;
  }): Checked<undefined>;
  /** Adds signature and token to a message that goes out. */
  protect(message: TransportMessage): Promise<TransportMessage>;
}

/** Makes a security agent. */
export function securityAgent(options: SecurityAgentOptions): SecurityAgent {
  const { signature = {}, policy, isUserOf, audit } = options;
  const tokens = options.bearerToken === undefined ? undefined : bearerTokens(options.bearerToken);

  const identify = async (delivery: Delivery): Promise<Checked<AuthenticatedMessage>> => {
    const identities = connectionIdentities(delivery.peer);
    const { authorization } = delivery.properties;
    if (authorization !== undefined && tokens !== undefined) {
      const bearer = await tokens(authorization);
      if (!bearer.ok) return bearer;
      identities.push(bearer.value);
    }
    const signed = await checkMessage(delivery.body, signature);
    if (!signed.ok) return signed;
    if (signed.value === undefined) return granted({ sender: joinIdentities(identities) });
    const { signers, body } = signed.value;
    identities.push(...signers.map((name) => identityOf(name, 'xml-signature')));
    return granted({ sender: joinIdentities(identities), body });
  };

  return {
    async authenticate(delivery) {
      const outcome = await identify(delivery);
      if (!outcome.ok)
        audit?.({
          refusal: outcome.refusal,
          subject: delivery.destination,
          ...(delivery.peer?.address === undefined ? {} : { address: delivery.peer.address }),
        });
      return outcome;
    },
    authorise({ sender, envelope, delivery }) {
      const outcome = ((): Checked<undefined> => {
        const userId = envelope.header?.user?.userId;
        if (userId !== undefined && isUserOf?.(userId, sender) === false)
          return refuse('other-user', `"${userId.slice(0, 100)}" is no user of "${sender.name}"`);
        if (policy === undefined) return granted(undefined);
        return decide(actionsOf(envelope), { sender, encrypted: delivery.peer?.encrypted === true }, policy);
      })();
      if (!outcome.ok) {
        const { verb = '', noun = '' } = envelope.header ?? {};
        audit?.({
          refusal: outcome.refusal,
          sender: sender.name,
          subject: `${verb} ${noun}`,
          ...(delivery.peer?.address === undefined ? {} : { address: delivery.peer.address }),
        });
      }
      return outcome;
    },
    async protect(message) {
      const body =
        signature.sign === undefined
          ? message.body
          : await signMessage(message.body, signature, signature.sign);
      if (options.sendBearerToken === undefined) return { ...message, body };
      const token = await options.sendBearerToken();
      return { ...message, body, properties: { ...message.properties, authorization: `Bearer ${token}` } };
    },
  };
}

const identityOf = (name: string, mechanism: string): Identity => ({
  name,
  aliases: [],
  // Proofs of transports are told by name; the policy compares them as such.
  mechanisms: [mechanism as Mechanism],
  roles: [],
});

/** Whom the connection proves, and what the transport found in the message. */
function connectionIdentities(peer: PeerIdentity | undefined): Identity[] {
  const identities: Identity[] = [];
  for (const { name, mechanism } of peer?.proofs ?? []) identities.push(identityOf(name, mechanism));
  if (peer?.certificateSubject !== undefined) identities.push(identityOf(peer.certificateSubject, 'tls'));
  if (peer?.user !== undefined) identities.push(identityOf(peer.user, 'middleware-user'));
  return identities;
}

async function signMessage(
  body: Uint8Array,
  { over = 'message' }: MessageSignatureOptions,
  key: SigningKey,
): Promise<Uint8Array> {
  if (over === 'message') return signDocument(body, key, { place: 'Header' });
  const signed = await mapPayload(body, async (element) =>
    granted({ document: await signDocument(element, key), value: undefined }),
  );
  if (!signed.ok) throw new TypeError(signed.refusal.detail);
  return signed.value.message;
}

/** Who signed a message, and what; undefined where nothing is signed and nothing need be. */
async function checkMessage(
  body: Uint8Array,
  { over = 'message', accept, required = false }: MessageSignatureOptions,
): Promise<Checked<{ readonly signers: readonly string[]; readonly body: Uint8Array } | undefined>> {
  if (accept === undefined)
    return required
      ? refuse('check-unavailable', 'nothing is said about how to check signatures')
      : granted(undefined);
  const verify = async (document: Uint8Array, place?: string): Promise<Checked<VerifiedDocument>> => {
    const verified = await verifyDocument(document, accept, place === undefined ? {} : { place });
    if (!verified.ok || accept.nonces === undefined) return verified;
    const nonce = await signatureNonce(verified.value);
    const once = await takeOnce(accept.nonces, nonce, Date.now() + DAY);
    return once.ok ? verified : once;
  };
  const isNotSigned = (checked: Checked<unknown>): boolean =>
    !checked.ok && checked.refusal.cause === 'not-signed' && !required;
  if (over === 'message') {
    const verified = await verify(body, 'Header');
    if (isNotSigned(verified)) return granted(undefined);
    if (!verified.ok) return verified;
    return granted({ signers: [verified.value.certificate.subject], body: verified.value.document });
  }
  const signers: string[] = [];
  let unsigned = 0;
  const mapped = await mapPayload(body, async (element) => {
    const verified = await verify(element);
    if (isNotSigned(verified)) unsigned++;
    if (isNotSigned(verified)) return granted({ document: element, value: '' });
    if (!verified.ok) return verified;
    signers.push(verified.value.certificate.subject);
    return granted({ document: verified.value.document, value: '' });
  });
  if (!mapped.ok) return mapped;
  if (signers.length === 0)
    return required ? refuse('not-signed', 'no element of the payload is signed') : granted(undefined);
  // What one part proves must not vouch for the others.
  if (unsigned > 0 || new Set(signers).size > 1)
    return refuse('wrapped-signature', 'the elements of the payload are not all signed by one signer');
  return granted({ signers, body: mapped.value.message });
}

const DAY = 86_400_000;
