import type { Exchange } from '../exchange.js';
import type { Admission, AdmissionRefusal, Sender } from '../hooks.js';
import type { Delivery } from '../../transport/middleware-adapter.js';

/** Nobody in particular: nothing was proved. */
export const NOBODY: Sender = { name: '', mechanisms: [], roles: [] };

/** Whom the connection proves to have sent a delivery, and what its transport found proved in the message. */
export function senderOf({ peer }: Delivery): Sender {
  if (peer === undefined) return NOBODY;
  const { certificateSubject, user, proofs = [] } = peer;
  const mechanisms = [
    ...proofs.map(({ mechanism }) => mechanism),
    ...(certificateSubject === undefined ? [] : ['tls']),
    ...(user === undefined ? [] : ['middleware-user']),
  ];
  return { name: proofs[0]?.name ?? user ?? certificateSubject ?? '', mechanisms, roles: [] };
}

const refused = (code: string, reason: string, detail: string): Admission<never> => ({
  ok: false,
  refusal: { code, reason, detail },
});

const SIGNATURES: readonly string[] = ['xml-signature', 'x509-signature'];

/** Checks what the interface specification asks of a sender. */
export function admit(sender: Sender, { security }: Pick<Exchange, 'security'>): Admission<Sender> {
  if ((security.authenticated || security.roles.length > 0) && sender.name === '')
    return refused('7.2', 'authentication needed', 'nothing proves who has sent the message');
  if (security.signed && !sender.mechanisms.some((mechanism) => SIGNATURES.includes(mechanism)))
    return refused('7.7', 'the security policy is violated', 'the message has no valid signature');
  if (security.roles.length > 0 && !security.roles.some((role) => sender.roles.includes(role)))
    return refused(
      '7.5',
      'not authorised',
      `${sender.name} has none of the roles ${security.roles.join(', ')}`,
    );
  return { ok: true, value: sender };
}

/** A message that is refused for security, on its way to the answer. */
export class RefusedError extends Error {
  readonly code: string;
  /** Only the audit trail says this. */
  readonly detail: string;
  readonly retriable = false;
  constructor({ code, reason, detail }: AdmissionRefusal) {
    super(reason);
    this.name = 'RefusedError';
    this.code = code;
    this.detail = detail;
  }
}
