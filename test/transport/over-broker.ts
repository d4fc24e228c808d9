import { describe, test } from 'vitest';
import type { MiddlewareAdapter, TransportOptions } from '@cimbind/runtime/transport';
import type { BrokerKind } from '../support/brokers/broker.js';
import { isInstalled, startBroker } from '../support/brokers/broker.js';
import { startProxy } from '../support/brokers/tcp-proxy.js';
import type { TransportUnderTest } from './conformance.js';
import { transportConformance } from './conformance.js';

/** The suite over a real broker, with a proxy before it that loses connections at will; skipped where it is not installed. */
export function overBroker(
  name: string,
  kind: BrokerKind,
  protocol: string,
  create: (port: number, options: TransportOptions | undefined) => MiddlewareAdapter,
  more: Partial<TransportUnderTest> = {},
): void {
  if (!isInstalled(kind)) {
    describe(name, () => {
      test.skip(`${kind.name} is not installed`, () => undefined);
    });
    return;
  }
  transportConformance(name, create(1, undefined).capabilities, async () => {
    const broker = await startBroker(kind);
    const proxy = await startProxy(broker.ports[protocol] ?? 0);
    return {
      create: (options) => create(proxy.port, options),
      cut: () => proxy.cut(),
      close: async () => {
        await proxy.close();
        await broker.stop();
      },
      ...more,
    };
  });
}
