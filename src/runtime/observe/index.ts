/*
 * Observation: traces that go on through messages, spans and metrics. Loggers have the shape of pino's: see `Logger` of
 * the entry `adapter`.
 */

export type { Logger, Telemetry } from '../adapter/hooks.js';
export { carriedTrace } from './carried-trace.js';
export { openTelemetry, telemetry, type TelemetryOptions } from './open-telemetry.js';
export { formatTraceparent, nextSpan, parseTraceparent, type TraceContext } from './trace-context.js';
