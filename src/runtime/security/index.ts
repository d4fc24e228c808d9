/*
 * The security agent: who sends a message, whether it is what was sent, and whether the sender may.
 */

export { ANONYMOUS, joinIdentities, type Identity, type Mechanism } from './identity.js';
export { refusal, type Checked, type Refusal, type RefusalCause, type SecurityCode } from './refusal.js';
export type { SecurityAudit, SecurityEvent } from './audit.js';
export type { FreshnessOptions, NonceStore } from './freshness.js';
export { passwordDigest, type Credentials, type UsernameTokenCheck } from './username-token.js';
export { DEFAULT_ALGORITHMS, type AlgorithmOptions } from './algorithms.js';
export {
  certificateTrust,
  type CertificateTrust,
  type TrustedCertificate,
  type TrustOptions,
} from './certificate-trust.js';
export type { SignatureCheck, SigningKey } from './xml-signature.js';
export { wsSecurity, type WsSecurityOptions } from './ws-security.js';
export { bearerTokens, type BearerTokenCheck, type BearerTokens } from './bearer-token.js';
export { actionsOf, decide, type Action, type PolicyRule, type PolicySubject } from './policy.js';
export { signDocument, verifyDocument, type SignedPart, type VerifiedDocument } from './signed-document.js';
export {
  securityAgent,
  type AuthenticatedMessage,
  type MessageSignatureOptions,
  type SecurityAgent,
  type SecurityAgentOptions,
} from './security-agent.js';
