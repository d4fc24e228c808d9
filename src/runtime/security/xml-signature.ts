import { clientLibrary } from '../transport/client-library.js';
import { checkAlgorithms, RSA_SHA256, SHA256, type AlgorithmOptions } from './algorithms.js';
import type { CertificateTrust, TrustedCertificate } from './certificate-trust.js';
import type { NonceStore } from './freshness.js';
import { fromBase64, joined, toBase64, utf8 } from './octets.js';
import type { SignatureOutline } from './read-signature.js';
import { granted, refuse, type Checked } from './refusal.js';
import { EXCLUSIVE } from './security-namespaces.js';

/** A key to sign with, and the certificate of it: PEM both. */
export interface SigningKey {
  readonly privateKey: string;
  readonly certificate: string;
}

/** What a signature is to be over. */
export interface Target {
  /** XPath of the element, by local names and namespaces. */
  readonly xpath: string;
  readonly transforms: readonly string[];
  /** The whole document, by an empty URI. */
  readonly whole?: boolean;
  /** Prefixes whose bindings count although no name uses them (exclusive canonical XML, InclusiveNamespaces). */
  readonly inclusivePrefixes?: readonly string[];
}

/** The text of a `ds:Signature` over parts of a document, to be put where it belongs. */
export async function signatureOver(
  document: string,
  targets: readonly Target[],
  key: SigningKey,
  keyInfo: (certificate: string) => string,
): Promise<string> {
  const { SignedXml } = await clientLibrary(['xml-crypto'], () => import('xml-crypto'));
  const signer = new SignedXml({
    idMode: 'wssecurity',
    privateKey: key.privateKey,
    publicCert: key.certificate,
    signatureAlgorithm: RSA_SHA256,
    canonicalizationAlgorithm: EXCLUSIVE,
    getKeyInfoContent: () => keyInfo(key.certificate.replace(/-----[^-]+-----|\s+/gu, '')),
  });
  for (const { xpath, transforms, whole = false, inclusivePrefixes = [] } of targets)
    signer.addReference({
      xpath,
      transforms: [...transforms],
      digestAlgorithm: SHA256,
      isEmptyUri: whole,
      inclusiveNamespacesPrefixList: [...inclusivePrefixes],
    });
  signer.computeSignature(document, { prefix: 'ds' });
  return signer.getSignatureXml();
}

/** A signature that holds: who made it, and what is signed, in canonical form: nothing else may be acted upon. */
export interface VerifiedSignature {
  readonly certificate: TrustedCertificate;
  /** By the reference's URI, the octets whose digest was signed. */
  readonly signed: ReadonlyMap<string, Uint8Array>;
}

/** What tells one signature from all others, however it is written. */
export async function signatureNonce({ value }: Pick<SignatureOutline, 'value'>): Promise<string> {
  const octets = fromBase64(value) ?? utf8(value);
  const digest = await crypto.subtle.digest('SHA-256', joined(octets));
  return `ds\n${toBase64(new Uint8Array(digest))}`;
}

/** How signatures are checked. */
export interface SignatureCheck {
  readonly trust: CertificateTrust;
  readonly algorithms?: AlgorithmOptions;
  /** Where given, a signed message is taken once only; it must say when it was made, in what is signed. */
  readonly nonces?: NonceStore;
}

/**
 * Checks a signature in a document. The certificate is trusted before its key is used, the algorithms are held to the list
 * before anything is computed; what comes out are the octets that were signed, so that nobody can have one element
 * verified and another one acted upon.
 */
export async function verifySignature(
  document: Uint8Array,
  signature: Uint8Array,
  outline: SignatureOutline,
  certificate: string,
  check: SignatureCheck,
): Promise<Checked<VerifiedSignature>> {
  const algorithms = checkAlgorithms(outline, check.algorithms ?? {});
  if (!algorithms.ok) return algorithms;
  const der = fromBase64(certificate);
  if (der === undefined) return refuse('malformed-security', 'the certificate is not Base64');
  const trusted = check.trust(der);
  if (!trusted.ok) return trusted;

  const { SignedXml } = await clientLibrary(['xml-crypto'], () => import('xml-crypto'));
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const verifier = new SignedXml({ idMode: 'wssecurity', publicCert: trusted.value.pem });
  let signed: readonly string[];
  try {
    verifier.loadSignature(decoder.decode(signature));
    if (!verifier.checkSignature(decoder.decode(document)))
      return refuse('bad-signature', 'a digest does not match: the message was changed');
    signed = verifier.getSignedReferences();
  } catch (error) {
    return refuse(
      'bad-signature',
      error instanceof Error ? error.message.slice(0, 300) : 'cannot be checked',
    );
  }
  // Whatever the library saw must be what was looked at before.
  if (signed.length !== outline.references.length)
    return refuse('malformed-security', 'the signature is not read the same way twice');
  return granted({
    certificate: trusted.value,
    signed: new Map(outline.references.map(({ uri }, at) => [uri, utf8(signed[at] ?? '')])),
  });
}
