/** What can go wrong with a transport; `cimbind explain` knows each code. */
export const TRANSPORT_FAILURES = {
  TRN1001: { retriable: false },
  TRN1002: { retriable: false },
  TRN1003: { retriable: false },
  TRN1004: { retriable: false },
  TRN2001: { retriable: true },
  TRN2002: { retriable: true },
  TRN2003: { retriable: false },
  TRN2004: { retriable: true },
  TRN2005: { retriable: true },
  TRN2006: { retriable: false },
  TRN3001: { retriable: false },
  TRN3002: { retriable: false },
  TRN3003: { retriable: false },
  TRN3004: { retriable: true },
  TRN3005: { retriable: false },
  TRN3006: { retriable: false },
  TRN3007: { retriable: false },
} as const satisfies Record<string, { readonly retriable: boolean }>;

export type TransportErrorCode = keyof typeof TRANSPORT_FAILURES;

/** A failure of a transport: what it was, and whether the same call may succeed later. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly code: TransportErrorCode;
  readonly retriable: boolean;

  constructor(
    code: TransportErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly retriable?: boolean } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retriable = options.retriable ?? TRANSPORT_FAILURES[code].retriable;
  }
}

/** A failure in the words of a client library, as a `TransportError`. */
export function transportError(code: TransportErrorCode, what: string, cause: unknown): TransportError {
  if (cause instanceof TransportError) return cause;
  return new TransportError(code, `${what}: ${textOf(cause)}`, { cause });
}

/** What an error says, whatever was thrown. */
export function textOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.message === '') return cause.errors.map(textOf).join(', ');
  if (cause instanceof Error) return cause.message === '' ? cause.name : cause.message;
  return String(cause);
}
