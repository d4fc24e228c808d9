import { AsyncLocalStorage } from 'node:async_hooks';
import * as api from '@opentelemetry/api';
import pino from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { accept, componentAdapter, ok, type ComponentAdapter } from '@cimbind/runtime/adapter';
import {
  carriedTrace,
  formatTraceparent,
  nextSpan,
  parseTraceparent,
  telemetry,
  type Logger,
  type Telemetry,
} from '@cimbind/runtime/observe';
import type { MiddlewareAdapter } from '@cimbind/runtime/transport';
import { createInMemoryAdapter, createInMemoryMiddleware } from '@cimbind/runtime/transport/in-memory';
import { endDeviceControls, meterReadings } from '../../../generated/head-end/index.js';
import { ed1 } from '../../support/envelope-editions.js';
import { CONTROL, READ } from '../../support/head-end-exchanges.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = `00-${TRACE}-00f067aa0ba902b7-01`;

describe('traceparent (W3C Trace Context)', () => {
  test.each([
    [PARENT, { traceId: TRACE, spanId: '00f067aa0ba902b7', flags: '01' }],
    [`cc-${TRACE}-00f067aa0ba902b7-01-more`, { traceId: TRACE, spanId: '00f067aa0ba902b7', flags: '01' }],
    [`${PARENT}-more`, undefined],
    [PARENT.replace(/^00/u, 'ff'), undefined],
    [PARENT.toUpperCase(), undefined],
    [`00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, undefined],
    [`00-${TRACE}-${'0'.repeat(16)}-01`, undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s', (text, expected) => {
    expect(parseTraceparent(text)).toEqual(expected);
  });

  test('a span follows its parent, or starts a trace', () => {
    const next = nextSpan(parseTraceparent(PARENT));
    expect(formatTraceparent(next)).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`, 'u'));
    expect(next.spanId).not.toBe('00f067aa0ba902b7');
    expect(parseTraceparent(formatTraceparent(nextSpan(undefined)))).toMatchObject({ flags: '00' });
  });
});

const running: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
  for (const part of [api.trace, api.context, api.propagation, api.metrics]) part.disable();
});

/** A head end that asks another component while it answers, and what that component got. */
async function chain(
  observation: Telemetry,
): Promise<{ readonly raw: MiddlewareAdapter; readonly seen: string[] }> {
  const hub = createInMemoryMiddleware();
  const middleware = (): MiddlewareAdapter => createInMemoryAdapter({ middleware: hub });
  const seen: string[] = [];
  const store = middleware();
  await store.start();
  await store.serve('Store.EndDeviceControls.create', async ({ properties, body }) => {
    seen.push(properties['traceparent'] ?? 'none');
    const asked = ed1.decode(body).value?.header;
    const header = { verb: 'reply', noun: 'EndDeviceControls', correlationId: asked?.correlationId };
    return {
      body: ed1.encode({ kind: 'response', header, reply: { result: 'OK' } }),
      contentType: 'application/xml',
      properties: {},
    };
  });
  const toStore = { ...CONTROL, to: 'Store', message: undefined };
  const headEnd: ComponentAdapter = componentAdapter(
    {
      component: 'HeadEnd',
      editions: [ed1],
      accepts: [
        accept(READ, async () => {
          await headEnd.sending.request(toStore, { payload: endDeviceControls.EndDeviceControls.sample() });
          return ok(meterReadings.MeterReadings.sample());
        }),
      ],
      sends: [toStore],
    },
    { middleware: middleware(), hooks: { telemetry: observation } },
  );
  await headEnd.start();
  const raw = middleware();
  await raw.start();
  running.push(
    () => headEnd.drain(1000),
    () => raw.drain(1000),
    () => store.drain(1000),
  );
  return { raw, seen };
}

const ask = (raw: MiddlewareAdapter, properties: Record<string, string>): Promise<unknown> =>
  raw.request(
    'HeadEnd.MeterReadings.get',
    {
      body: ed1.encode({ kind: 'request', header: { verb: 'get', noun: 'MeterReadings' }, request: {} }),
      contentType: 'application/xml',
      properties,
    },
    { timeout: 5000 },
  );

test('without OpenTelemetry, a trace goes on through a component', async () => {
  const { raw, seen } = await chain(await telemetry());
  await ask(raw, { traceparent: PARENT });
  await ask(raw, {});
  const [first = '', second = ''] = seen;
  expect(first).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`, 'u'));
  expect(first).not.toBe(PARENT);
  expect(second).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/u);
  expect(second).not.toContain(TRACE);
});

test('traces of messages in hand at the same time do not mix', async () => {
  const { span } = await carriedTrace();
  const traces = Array.from({ length: 20 }, (_, index) => index.toString(16).padStart(32, 'a'));
  const outcomes = await Promise.all(
    traces.map((trace) =>
      span('in', 'server', {}, { traceparent: `00-${trace}-00f067aa0ba902b7-01` }, async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return span('out', 'client', {}, {}, async ({ traceparent = '' }) => traceparent.split('-')[1]);
      }),
    ),
  );
  expect(outcomes).toEqual(traces);
});

test('with OpenTelemetry, spans and metrics are recorded', async () => {
  const { spans, counts } = registerOpenTelemetry();
  const { raw, seen } = await chain(await telemetry({ name: 'test' }));
  await ask(raw, { traceparent: PARENT });
  expect(spans.map(({ name, kind, parent }) => ({ name, kind: api.SpanKind[kind], parent }))).toEqual([
    { name: 'receive HeadEnd.MeterReadings.get', kind: 'SERVER', parent: '00f067aa0ba902b7' },
    { name: 'send create EndDeviceControls', kind: 'CLIENT', parent: '0000000000000001' },
  ]);
  expect(seen).toEqual([`00-${TRACE}-0000000000000002-01`]);
  expect(counts.map(({ verdict, verb }) => `${String(verdict)} ${String(verb)}`)).toEqual([
    'sent create',
    'accepted get',
  ]);
});

test('a failure marks its span', async () => {
  const { spans } = registerOpenTelemetry();
  const { span } = await telemetry();
  await expect(span('x', 'client', {}, {}, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(spans).toMatchObject([{ status: api.SpanStatusCode.ERROR, ended: true, exceptions: ['no'] }]);
});

test('pino is a logger', () => {
  const lines: string[] = [];
  const logger: Logger = pino(
    { base: null, timestamp: false },
    { write: (line: string) => void lines.push(line) },
  );
  logger.warn({ subject: 'get MeterReadings' }, 'sent again');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    { level: 40, subject: 'get MeterReadings', msg: 'sent again' },
  ]);
});

interface Recorded {
  readonly name: string;
  readonly kind: api.SpanKind;
  readonly parent: string | undefined;
  readonly exceptions: string[];
  status: api.SpanStatusCode;
  ended: boolean;
}

/** What an SDK registers, as small as it can be. */
function registerOpenTelemetry(): { readonly spans: Recorded[]; readonly counts: api.Attributes[] } {
  const spans: Recorded[] = [];
  const counts: api.Attributes[] = [];
  const storage = new AsyncLocalStorage<api.Context>();
  api.context.setGlobalContextManager({
    active: () => storage.getStore() ?? api.ROOT_CONTEXT,
    with: (context, task, self, ...args) => storage.run(context, () => task.apply(self, args)),
    bind: (_, target) => target,
    enable() {
      return this;
    },
    disable() {
      return this;
    },
  });
  const startSpan: api.Tracer['startSpan'] = (name, options = {}, context = api.context.active()) => {
    const parent = api.trace.getSpanContext(context);
    const record: Recorded = {
      name,
      kind: options.kind ?? api.SpanKind.INTERNAL,
      parent: parent?.spanId,
      exceptions: [],
      status: api.SpanStatusCode.UNSET,
      ended: false,
    };
    spans.push(record);
    const spanContext = {
      traceId: parent?.traceId ?? 'f'.repeat(32),
      spanId: String(spans.length).padStart(16, '0'),
      traceFlags: api.TraceFlags.SAMPLED,
    };
    const span = api.trace.wrapSpanContext(spanContext);
    return Object.assign(span, {
      recordException: (error: api.Exception) =>
        void record.exceptions.push(typeof error === 'string' ? error : (error.message ?? '')),
      setStatus: ({ code }: api.SpanStatus) => {
        record.status = code;
        return span;
      },
      end: () => void (record.ended = true),
    });
  };
  const tracer: api.Tracer = {
    startSpan,
    startActiveSpan: (name: string, ...rest: unknown[]) => {
      const [options, context, task] = rest as [api.SpanOptions, api.Context, (span: api.Span) => unknown];
      const span = startSpan(name, options, context);
      return api.context.with(api.trace.setSpan(context, span), task, undefined, span) as never;
    },
  };
  api.trace.setGlobalTracerProvider({ getTracer: () => tracer });
  api.propagation.setGlobalPropagator({
    fields: () => ['traceparent'],
    inject(context, carrier, setter) {
      const span = api.trace.getSpanContext(context);
      if (span !== undefined) setter.set(carrier, 'traceparent', formatTraceparent({ ...span, flags: '01' }));
    },
    extract(context, carrier, getter) {
      const found = parseTraceparent(String(getter.get(carrier, 'traceparent')));
      if (found === undefined) return context;
      return api.trace.setSpanContext(context, { ...found, traceFlags: 1, isRemote: true });
    },
  });
  const meter = api.createNoopMeter();
  api.metrics.setGlobalMeterProvider({
    getMeter: () =>
      Object.assign(Object.create(meter) as api.Meter, {
        createCounter: () => ({
          add: (_: number, attributes: api.Attributes = {}) => void counts.push(attributes),
        }),
      }),
  });
  return { spans, counts };
}
