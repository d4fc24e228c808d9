import type { TransportCapabilities } from '../capabilities.js';
import type { TransportDriver } from '../driver.js';
import type { MiddlewareAdapter } from '../middleware-adapter.js';
import { createMiddlewareAdapter } from '../middleware.js';
import { TransportError } from '../transport-error.js';
import { propertyHeaders } from './http-properties.js';
import { SoapClient } from './soap-client.js';
import type { SoapOptions } from './soap-options.js';
import { SoapServer } from './soap-server.js';

/** SOAP keeps nothing: who is not there gets nothing, and the sender is told. Topics are lists of endpoints. */
const CAPABILITIES: TransportCapabilities = {
  publishSubscribe: true,
  durableSubscription: false,
  topicWildcards: false,
  storesMessages: false,
  survivesRestart: false,
  redelivery: 'sender',
  deadLetters: false,
  redeliversAfterLoss: false,
  watch: false,
};

/** A middleware adapter over SOAP, and where its server listens once it is started. */
export interface SoapAdapter extends MiddlewareAdapter {
  readonly url: string | undefined;
}

/** SOAP 1.1 and 1.2 over HTTP, document/literal: calls services and serves them. */
export function createSoapAdapter(options: SoapOptions = {}): SoapAdapter {
  const headers = propertyHeaders(options.headers);
  const client = new SoapClient(options.client ?? {}, headers);
  const server =
    options.server === undefined
      ? undefined
      : new SoapServer(options.server, headers, (refused) =>
          options.onEvent?.({ kind: 'refused', ...refused }),
        );
  const adapter = createMiddlewareAdapter(driverOf(client, server), options);
  return Object.defineProperty(Object.assign(adapter, { url: undefined }), 'url', { get: () => server?.url });
}

const driverOf = (client: SoapClient, server: SoapServer | undefined): TransportDriver => ({
  name: 'soap',
  capabilities: CAPABILITIES,
  async open() {
    await client.open();
    await server?.listen();
  },
  async send(target, message) {
    if (server?.isAnswer(target.name) === true) return server.answer(target.name, message);
    for (const endpoint of client.endpointsOf(target.name)) {
      const reply = await client.call(endpoint, message, { wantsReply: false });
      const fault = reply?.properties['soapFaultReason'];
      if (fault !== undefined)
        throw new TransportError(
          reply?.properties['soapFaultCode'] === 'Receiver' ? 'TRN3004' : 'TRN3005',
          `SOAP fault: ${fault}`,
        );
    }
  },
  async receive(source, take) {
    if (server === undefined) throw new TransportError('TRN1002', 'nothing is served: see the option server');
    return server.receive(source, take);
  },
  async exchange(target, message, signal) {
    const [endpoint] = client.endpointsOf(target.name);
    const reply = endpoint && (await client.call(endpoint, message, { wantsReply: true, signal }));
    if (reply === undefined) throw new TransportError('TRN3005', 'there was no reply');
    const correlationId = message.correlationId ?? message.messageId;
    return correlationId === undefined ? reply : { ...reply, correlationId };
  },
  async close() {
    client.close();
    await server?.close();
  },
});
