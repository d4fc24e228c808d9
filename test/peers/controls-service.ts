import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Delivery, TransportMessage } from '@cimbind/runtime/transport';
import {
  createSoapAdapter,
  type SoapAdapter,
  type SoapServerOptions,
  type WsdlDocuments,
} from '@cimbind/runtime/transport/soap';
import {
  CreateEndDeviceControls,
  EndDeviceControlsFaultMessage,
  EndDeviceControlsResponseMessage,
} from '../../generated/metering-messages/end-device-controls-message/index.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const documents = (folder: string, path: string, names: readonly string[]): WsdlDocuments => ({
  path,
  files: Object.fromEntries(
    [path, ...names].map((name) => [name, readFileSync(join(ROOT, folder, name), 'utf8')]),
  ),
});

/** Descriptions of the strongly typed service: the one of the input models, and the one that is generated. */
export const CONTROLS_WSDL = {
  own: documents('input-models', 'metering-messages/ExecuteEndDeviceControls.wsdl', [
    'metering-messages/EndDeviceControlsMessage.xsd',
    'envelope-ed1/Message.xsd',
    'metering/EndDeviceControls.xsd',
  ]),
  generated: documents('generated/head-end/contracts', 'ExecuteEndDeviceControls.wsdl', [
    'EndDeviceControlsMessage.xsd',
    'message.xsd',
    'EndDeviceControls.xsd',
  ]),
} as const satisfies Record<string, WsdlDocuments>;

export const CONTROLS_PATH = '/ExecuteEndDeviceControls';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const message = (body: string): TransportMessage => ({
  body: encode(body),
  contentType: 'application/xml',
  properties: {},
});

/** What a component says to a command: done, unless its tracking id is `REFUSE`. What it cannot read it answers with a fault. */
export async function answerControls({ body }: Delivery): Promise<TransportMessage> {
  const read = CreateEndDeviceControls.safeDecode(body);
  if (!read.ok) return fault('1.8', read.issues[0]?.message ?? 'cannot be read');
  const [control] = read.value.Payload?.EndDeviceControls.EndDeviceControl ?? [];
  if (control?.issuerTrackingID === 'REFUSE') return fault('2.4', 'Zähler unbekannt: 𝄞 < &');
  return message(
    EndDeviceControlsResponseMessage.encode({
      Header: {
        Verb: 'reply',
        Noun: 'EndDeviceControls',
        CorrelationID: read.value.Header.CorrelationID,
        Comment: control?.issuerTrackingID,
        Property: [],
        any: [],
      },
      Reply: { Result: 'OK', Error: [{ code: '0.0' }], ID: [], any: [] },
    }),
  );
}

const fault = (code: string, reason: string): TransportMessage =>
  message(
    EndDeviceControlsFaultMessage.encode({
      Reply: { Result: 'FAILED', Error: [{ code, level: 'FATAL', reason }], ID: [], any: [] },
    }),
  );

/** A running service, what it saw, and how to end it. */
export interface RunningService {
  readonly url: string;
  readonly seen: readonly Delivery[];
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** Serves the strongly typed WSDL over SOAP. */
export async function startControlsService(options: SoapServerOptions = {}): Promise<RunningService> {
  const seen: Delivery[] = [];
  const refused: string[] = [];
  const adapter: SoapAdapter = createSoapAdapter({
    server: { wsdl: { [CONTROLS_PATH]: CONTROLS_WSDL.generated }, ...options },
    onEvent: (event) => {
      if (event.kind === 'refused') refused.push(event.reason);
    },
  });
  await adapter.start();
  await adapter.serve(
    CONTROLS_PATH,
    (delivery) => {
      seen.push(delivery);
      return answerControls(delivery);
    },
    { concurrency: 8 },
  );
  return {
    url: `${adapter.url ?? ''}${CONTROLS_PATH}`,
    seen,
    refused,
    close: () => adapter.drain(2000),
  };
}
