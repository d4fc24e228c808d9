import { refuse, type Checked } from './refusal.js';
import { ENVELOPED, EXCLUSIVE, INCLUSIVE } from './security-namespaces.js';
import type { SignatureOutline } from './read-signature.js';

/** Algorithms of signatures that are taken, by URI. What is not listed is refused with reply code 7.3. */
export interface AlgorithmOptions {
  readonly signatures?: readonly string[];
  readonly digests?: readonly string[];
  readonly canonicalizations?: readonly string[];
}

export const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
export const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

/** What is taken where nothing else is said: SHA-1 and HMAC are not in it, nor is canonical XML with comments. */
export const DEFAULT_ALGORITHMS: Required<AlgorithmOptions> = {
  signatures: [
    RSA_SHA256,
    'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
    'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
  ],
  digests: [SHA256, 'http://www.w3.org/2001/04/xmlenc#sha512'],
  canonicalizations: [EXCLUSIVE, INCLUSIVE],
};

/** References of one signature; more are nobody's intent, and each costs a walk through the document. */
const MOST_REFERENCES = 8;

/** Holds a signature to the list of algorithms before anything of it is computed. */
export function checkAlgorithms(signature: SignatureOutline, options: AlgorithmOptions): Checked<undefined> {
  const taken = { ...DEFAULT_ALGORITHMS, ...options };
  if (!taken.signatures.includes(signature.method))
    return refuse('weak-algorithm', `signature algorithm "${signature.method}" is not taken`);
  if (!taken.canonicalizations.includes(signature.canonicalization))
    return refuse('weak-algorithm', `canonicalization "${signature.canonicalization}" is not taken`);
  if (signature.references.length === 0 || signature.references.length > MOST_REFERENCES)
    return refuse(
      'malformed-security',
      `1 to ${MOST_REFERENCES} references expected, ${signature.references.length} found`,
    );
  if (new Set(signature.references.map(({ uri }) => uri)).size !== signature.references.length)
    return refuse('malformed-security', 'two references are about the same element');
  for (const { digest, transforms } of signature.references) {
    if (!taken.digests.includes(digest))
      return refuse('weak-algorithm', `digest algorithm "${digest}" is not taken`);
    const other = transforms.find((name) => name !== ENVELOPED && !taken.canonicalizations.includes(name));
    if (other !== undefined) return refuse('weak-algorithm', `transform "${other}" is not taken`);
    if (transforms.length > 2) return refuse('malformed-security', 'two transforms at most are taken');
  }
  return { ok: true, value: undefined };
}
