import type { Envelope } from '../envelope/envelope.js';
import type { Delivery, TransportMessage } from '../transport/middleware-adapter.js';
import type { AuditRecord } from './audit.js';
import type { Exchange } from './exchange.js';

/** Who sent a message, as far as it was proved. What the security agent finds out fits in here. */
export interface Sender {
  /** '' where nothing was proved. */
  readonly name: string;
  readonly mechanisms: readonly string[];
  readonly roles: readonly string[];
}

/** Why a message is refused: a code of group 7, what the sender is told, and what only the audit trail says. */
export interface AdmissionRefusal {
  readonly code: string;
  readonly reason: string;
  readonly detail: string;
}

/** The outcome of a check. */
export type Admission<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: AdmissionRefusal };

/** A delivery whose sender is known. */
export interface Authenticated {
  readonly sender: Sender;
  /** The body as it was verified, where that differs from what was delivered. */
  readonly body?: Uint8Array;
}

/** A message that was read, before anything of it is done. */
export interface Subject {
  readonly sender: Sender;
  readonly envelope: Envelope;
  readonly exchange: Exchange;
  readonly delivery: Delivery;
}

/** Fields of a log line, and the line. Loggers of pino have this shape. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Spans and metrics, in the terms of OpenTelemetry. */
export interface Telemetry {
  /**
   * Runs a task in a span. `carrier`: properties of the message that came in, which may hold a trace context. The task gets
   * the properties that carry the context on.
   */
  span<T>(
    name: string,
    kind: 'server' | 'client' | 'producer' | 'consumer',
    attributes: Readonly<Record<string, string>>,
    carrier: Readonly<Record<string, string>>,
    task: (carry: Readonly<Record<string, string>>) => Promise<T>,
  ): Promise<T>;
  /** Counts a message with its outcome and how long it took, in milliseconds. */
  count(name: string, milliseconds: number, attributes: Readonly<Record<string, string>>): void;
}

/** Where others step in: the security agent, the audit trail, observation. Each is optional. */
export interface AdapterHooks {
  /** Finds out who sent a delivery, before its body is read. Without it: whom the connection proves. */
  readonly authenticate?: (
    delivery: Delivery,
  ) => Promise<Admission<Authenticated>> | Admission<Authenticated>;
  /** Decides who may send what, after the needs of the interface specification were checked. */
  readonly authorise?: (subject: Subject) => Promise<Admission<unknown>> | Admission<unknown>;
  /** Adds what proves the sender to a message that goes out: a signature, a token. */
  readonly protect?: (
    message: TransportMessage,
    exchange: Pick<Exchange, 'verb' | 'noun' | 'security'>,
  ) => Promise<TransportMessage> | TransportMessage;
  /** Takes note of what became of each message. Must not throw. */
  readonly audit?: (record: AuditRecord) => void;
  readonly logger?: Logger;
  readonly telemetry?: Telemetry;
}
