/** Where in a trace something happens (W3C Trace Context, 3.2). */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits: the span that caused what comes. */
  readonly spanId: string;
  readonly flags: string;
}

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/u;

/** Reads a `traceparent`; undefined where it is none, or of a version that says more than this one. */
export function parseTraceparent(text: string | undefined): TraceContext | undefined {
  const [, version, traceId = '', spanId = '', flags = '', more] = TRACEPARENT.exec(text ?? '') ?? [];
  if (version === undefined || version === 'ff' || (version === '00' && more !== undefined)) return undefined;
  if (/^0+$/u.test(traceId) || /^0+$/u.test(spanId)) return undefined;
  return { traceId, spanId, flags };
}

/** Writes a `traceparent`. */
export const formatTraceparent = ({ traceId, spanId, flags }: TraceContext): string =>
  `00-${traceId}-${spanId}-${flags}`;

/** The next span of a trace, or the first one of a new trace, which nobody samples unless somebody said so. */
export const nextSpan = (parent: TraceContext | undefined): TraceContext => ({
  traceId: parent?.traceId ?? hexadecimal(16),
  spanId: hexadecimal(8),
  flags: parent?.flags ?? '00',
});

const hexadecimal = (octets: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(octets)), (octet) =>
    octet.toString(16).padStart(2, '0'),
  ).join('');
