import type { TransportCapabilities } from '../capabilities.js';
import type { Target, TransportDriver } from '../driver.js';
import type { MiddlewareAdapter, TransportMessage } from '../middleware-adapter.js';
import { createMiddlewareAdapter } from '../middleware.js';
import { TransportError, transportError } from '../transport-error.js';
import { soapHeaders } from './soap-headers.js';
import { SoapClient } from './soap-client.js';
import type { SoapEndpoint, SoapOptions } from './soap-options.js';
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
  bodies: 'xml',
  watch: false,
};

/** A middleware adapter over SOAP, and where its server listens once it is started. */
export interface SoapAdapter extends MiddlewareAdapter {
  readonly url: string | undefined;
}

/** SOAP 1.1 and 1.2 over HTTP, document/literal: calls services and serves them. */
export function createSoapAdapter(options: SoapOptions = {}): SoapAdapter {
  const headers = soapHeaders(options.headers);
  const client = new SoapClient(options.client ?? {}, headers);
  const server =
    options.server === undefined
      ? undefined
      : new SoapServer(options.server, headers, (refused) =>
          options.onEvent?.({ kind: 'refused', ...refused }),
        );
  const adapter = createMiddlewareAdapter(driverOf(client, server), {
    ...options,
    // The response is nobody's address; anywhere else a reply goes only where that is allowed.
    acceptsReplyTo: (address, delivery) =>
      server?.isAnswer(address) === true || options.acceptsReplyTo?.(address, delivery) === true,
  });
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
    const all = client.endpointsOf(target.name);
    if (target.kind === 'queue' && all.length === 0) throw nobody(target);
    // A topic has subscribers; a destination is one place.
    const endpoints = target.kind === 'queue' ? all.slice(0, 1) : all;
    const outcomes = await Promise.allSettled(endpoints.map((endpoint) => tell(client, endpoint, message)));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw transportError('TRN2005', `cannot send to ${target.name}`, failed.reason);
  },
  async receive(source, take) {
    if (server === undefined) throw new TransportError('TRN1002', 'nothing is served: see the option server');
    return server.receive(source, take);
  },
  async exchange(target, message, signal) {
    const [endpoint] = client.endpointsOf(target.name);
    if (endpoint === undefined) throw nobody(target);
    const reply = await client.call(endpoint, message, { wantsReply: true, signal });
    if (reply === undefined) throw new TransportError('TRN3005', 'there was no reply');
    const correlationId = message.correlationId ?? message.messageId;
    return correlationId === undefined ? reply : { ...reply, correlationId };
  },
  async close() {
    client.close();
    await server?.close();
  },
});

const nobody = ({ name }: Target): TransportError =>
  new TransportError('TRN2004', `nobody takes what is sent to ${name}: its list of endpoints is empty`);

/** Sends what nobody waits to be answered. */
async function tell(client: SoapClient, endpoint: SoapEndpoint, message: TransportMessage): Promise<void> {
  const { soapFaultReason: fault, soapFaultCode: code } =
    (await client.call(endpoint, message, { wantsReply: false }))?.properties ?? {};
  if (fault !== undefined)
    throw new TransportError(code === 'Receiver' ? 'TRN3004' : 'TRN3005', `SOAP fault: ${fault}`);
}
