/** What became of a message. */
export type AuditVerdict =
  /** Handled; the reply says OK or PARTIAL, or none was asked for. */
  | 'accepted'
  /** Handled before; the answer of then was sent again. */
  | 'duplicate'
  /** Not handled: it is not valid, or nobody here handles it. */
  | 'rejected'
  /** Not handled: its sender may not, or cannot prove that it may. */
  | 'refused'
  /** Its handler failed. */
  | 'failed'
  /** Sent by this component. */
  | 'sent';

/** One line of the audit trail (IEC 61968-1: time, user, source, message), and the verdict. */
export interface AuditRecord {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly component: string;
  readonly direction: 'received' | 'sent';
  /** Who is proved to have sent it; '' where nobody is. */
  readonly sender: string;
  /** Whom the header names. */
  readonly user: string | undefined;
  readonly source: string | undefined;
  readonly verb: string | undefined;
  readonly noun: string | undefined;
  readonly messageId: string | undefined;
  readonly correlationId: string | undefined;
  readonly destination: string;
  readonly verdict: AuditVerdict;
  /** Result of the reply, where there is one. */
  readonly result?: string | undefined;
  /** Code of the first error. */
  readonly code?: string | undefined;
  /** More than the sender is told. */
  readonly detail?: string | undefined;
  /** Deviations from the schema that tolerant reading accepted: their ids. */
  readonly tolerances?: readonly string[] | undefined;
  readonly milliseconds: number;
}

/** An audit trail in memory: the latest records. */
export interface MemoryAudit {
  readonly records: readonly AuditRecord[];
  readonly add: (record: AuditRecord) => void;
}

/** Keeps the latest records, for tests and for a look at a running adapter. */
export function memoryAudit(limit = 1000): MemoryAudit {
  const records: AuditRecord[] = [];
  return {
    records,
    add: (record) => {
      records.push(record);
      if (records.length > limit * 2) records.splice(0, records.length - limit);
    },
  };
}

/** One line of text, as `cimbind tap` and logs show it. */
export const auditLine = (record: AuditRecord): string =>
  [
    new Date(record.time).toISOString(),
    record.direction === 'received' ? '◄' : '►',
    record.verb ?? '?',
    record.noun ?? '?',
    record.verdict,
    record.result ?? '',
    record.code ?? '',
    record.source === undefined ? '' : `from ${record.source}`,
    record.messageId ?? '',
    `${record.milliseconds.toFixed(1)} ms`,
  ]
    .filter((part) => part !== '')
    .join(' ');
