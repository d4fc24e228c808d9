import type { X509Certificate } from 'node:crypto';
import { distinguishedName } from '../transport/distinguished-name.js';
import type { Identity, Mechanism } from './identity.js';
import { granted, refuse, type Checked } from './refusal.js';

/** Which certificates are taken for true. */
export interface TrustOptions {
  /** Certificates in PEM: those of senders themselves, or of authorities whose certificates are taken. */
  readonly trusted: readonly string[];
  /** RSA keys with fewer bits are too weak; 2048 by default. */
  readonly minimumBits?: number;
  readonly now?: () => number;
}

/** A certificate that is trusted. */
export interface TrustedCertificate {
  readonly pem: string;
  readonly subject: string;
}

/** Checks certificates against those that are trusted. */
export type CertificateTrust = (der: Uint8Array) => Checked<TrustedCertificate>;

/**
 * Makes the check: a certificate is trusted that is listed, or that an authority issued which is listed; both must be valid
 * now. Whether it was revoked is not asked: list senders themselves where that matters.
 */
export async function certificateTrust(options: TrustOptions): Promise<CertificateTrust> {
  const { X509Certificate } = await import('node:crypto');
  const { trusted, minimumBits = 2048, now = Date.now } = options;
  const anchors = trusted.flatMap(pemBlocks).map((pem) => new X509Certificate(pem));
  const isValid = (certificate: X509Certificate): boolean =>
    Date.parse(certificate.validFrom) <= now() && now() <= Date.parse(certificate.validTo);

  return (der) => {
    let certificate: X509Certificate;
    try {
      certificate = new X509Certificate(der);
    } catch {
      return refuse('untrusted-certificate', 'what is given as a certificate is none');
    }
    const subject = distinguishedName(certificate.subject);
    if (!isValid(certificate))
      return refuse(
        'untrusted-certificate',
        `the certificate of "${subject}" is valid from ${certificate.validFrom} to ${certificate.validTo}`,
      );
    const bits = certificate.publicKey.asymmetricKeyDetails?.modulusLength;
    if (bits !== undefined && bits < minimumBits)
      return refuse('weak-algorithm', `the key of "${subject}" has ${bits} bits, ${minimumBits} are needed`);
    const isTrusted = anchors.some(
      (anchor) =>
        anchor.fingerprint256 === certificate.fingerprint256 ||
        (anchor.ca &&
          certificate.checkIssued(anchor) &&
          isValid(anchor) &&
          certificate.verify(anchor.publicKey)),
    );
    return isTrusted
      ? granted({ pem: certificate.toString(), subject })
      : refuse('untrusted-certificate', `nobody who is trusted issued the certificate of "${subject}"`);
  };
}

/** The certificates in a PEM text. */
const pemBlocks = (text: string): readonly string[] =>
  text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];

/** Identity of the subject of a certificate. */
export const certificateIdentity = (subject: string, mechanism: Mechanism): Identity => ({
  name: subject,
  aliases: [],
  mechanisms: [mechanism],
  roles: [],
});
