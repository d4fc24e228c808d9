import type { Refusal } from './refusal.js';

/** A refusal, as the audit trail gets it. */
export interface SecurityEvent {
  readonly refusal: Refusal;
  /** Network address of the other side. */
  readonly address?: string;
  /** Whoever the sender says or proved to be. */
  readonly sender?: string;
  /** What the message is about: verb and noun, or the name of its root element. */
  readonly subject?: string;
}

/** Takes note of every refusal. Must not throw. */
export type SecurityAudit = (event: SecurityEvent) => void;
