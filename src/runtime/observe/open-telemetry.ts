import type * as Api from '@opentelemetry/api';
import type { Telemetry } from '../adapter/hooks.js';
import { carriedTrace } from './carried-trace.js';

/** How spans and metrics are called. */
export interface TelemetryOptions {
  /** Name of the instrumentation; `cimbind` by default. */
  readonly name?: string;
  readonly version?: string;
}

/**
 * Observation of an adapter: spans and metrics of OpenTelemetry where its API is installed and a propagator is registered, which
 * its SDK does; otherwise trace contexts are carried on, and nothing is recorded.
 */
export async function telemetry(options: TelemetryOptions = {}): Promise<Telemetry> {
  let api: typeof Api;
  try {
    api = await import('@opentelemetry/api');
  } catch {
    return carriedTrace();
  }
  return api.propagation.fields().length === 0 ? carriedTrace() : openTelemetry(api, options);
}

/** Spans and metrics over the API of OpenTelemetry. */
export function openTelemetry(
  { context, metrics, propagation, SpanKind, SpanStatusCode, trace }: typeof Api,
  { name = 'cimbind', version }: TelemetryOptions = {},
): Telemetry {
  const tracer = trace.getTracer(name, version);
  const meter = metrics.getMeter(name, version);
  const durations = meter.createHistogram('cimbind.message.duration', {
    unit: 'ms',
    description: 'time from the arrival or the sending of a message until its outcome is known',
  });
  const counter = meter.createCounter('cimbind.messages', { description: 'messages by their outcome' });
  const kinds = {
    server: SpanKind.SERVER,
    client: SpanKind.CLIENT,
    producer: SpanKind.PRODUCER,
    consumer: SpanKind.CONSUMER,
  };
  return {
    span(spanName, kind, attributes, carrier, task) {
      const parent = propagation.extract(context.active(), carrier);
      return tracer.startActiveSpan(spanName, { kind: kinds[kind], attributes }, parent, async (span) => {
        const carry: Record<string, string> = {};
        propagation.inject(context.active(), carry);
        try {
          return await task(carry);
        } catch (error) {
          span.recordException(error instanceof Error ? error : String(error));
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          span.end();
        }
      });
    },
    count(_name, milliseconds, attributes) {
      counter.add(1, attributes);
      durations.record(milliseconds, attributes);
    },
  };
}
