import type { Telemetry } from '../adapter/hooks.js';
import { formatTraceparent, nextSpan, parseTraceparent, type TraceContext } from './trace-context.js';

interface Current {
  readonly context: TraceContext;
  readonly state: string | undefined;
}

/**
 * Carries trace contexts from the messages that come in to those that go out, so that others can follow a trace through
 * a component that records none itself. Counts nothing.
 */
export async function carriedTrace(): Promise<Telemetry> {
  const { AsyncLocalStorage } = await import('node:async_hooks');
  const storage = new AsyncLocalStorage<Current>();
  return {
    span(_name, _kind, _attributes, carrier, task) {
      const incoming = parseTraceparent(carrier['traceparent']);
      const around = storage.getStore();
      const context = nextSpan(incoming ?? around?.context);
      const state = incoming === undefined ? around?.state : carrier['tracestate'];
      const carry = {
        traceparent: formatTraceparent(context),
        ...(state === undefined ? {} : { tracestate: state }),
      };
      return storage.run({ context, state }, () => task(carry));
    },
    count: () => undefined,
  };
}
