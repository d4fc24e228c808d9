import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { accept, componentAdapter, memoryStore, ok } from '@cimbind/runtime/adapter';
import { wsSecurity } from '@cimbind/runtime/security';
import { createSoapAdapter, type SoapVersion, type WsdlDocuments } from '@cimbind/runtime/transport/soap';
import { meterReadings } from '../../generated/head-end/index.js';
import { emitWsdl } from '../../src/emitters/contracts/index.js';
import { templateRenderer } from '../../src/pipeline/render-template.js';
import { ed1 } from '../support/envelope-editions.js';
import { READ } from '../support/head-end-exchanges.js';

const MESSAGE_XSD = fileURLToPath(new URL('../../input-models/envelope-ed1/Message.xsd', import.meta.url));

/** The generic WSDL of a head end, as it is generated from its interface specification. */
export async function genericWsdl(soapVersion: SoapVersion): Promise<WsdlDocuments> {
  const types = {
    header: 'HeaderType',
    request: 'RequestType',
    reply: 'ReplyType',
    option: 'OptionType',
    id: 'IDType',
    operationSet: 'OperationSet',
  };
  const plans = emitWsdl(
    {
      kind: 'interface-specification',
      component: 'HeadEnd',
      accepts: [
        {
          verb: 'get',
          noun: 'MeterReadings',
          kind: 'query',
          pattern: 'request-reply',
          priority: 4,
          timeout: 30_000,
          retry: { attempts: 1, delay: 0, maxDelay: 0 },
          acknowledgement: 'after-handler',
          security: { authenticated: true, signed: false, replayProtected: false, roles: [] },
        },
      ],
      sends: [],
    },
    'generic',
    {
      namespaceBase: 'http://iec.ch/TC57/2011',
      soapVersion,
      address: 'https://head-end.example/HeadEnd',
      version: '1.0.0',
      envelope: { namespace: ed1.namespace, path: 'Message.xsd', types },
      payloadOf: () => undefined,
      destinationOf: ({ noun, verb }) => `${noun}.${verb}`,
    },
    templateRenderer(new Map()),
  );
  const files: Record<string, string> = { 'Message.xsd': readFileSync(MESSAGE_XSD, 'utf8') };
  for (const { path, content } of plans) files[path] = content;
  return { path: plans[0]?.path ?? '', files };
}

/** A component adapter behind the generic service, for whom `mdm` with the password `geheim` is known. */
export async function startGenericService(
  soapVersion: SoapVersion,
): Promise<{ readonly url: string; readonly close: () => Promise<unknown> }> {
  const soap = createSoapAdapter({
    server: {
      wsdl: { '/HeadEnd': await genericWsdl(soapVersion) },
      security: wsSecurity({
        accept: {
          usernameToken: {
            passwordOf: (user) => (user === 'mdm' ? 'geheim' : undefined),
            nonces: memoryStore(),
          },
        },
        faultDetail: ({ code, reason }) =>
          ed1.encode({ kind: 'fault', reply: { result: 'FAILED', errors: [{ code, reason }] } }),
      }),
    },
  });
  const adapter = componentAdapter(
    {
      component: 'HeadEnd',
      editions: [ed1],
      accepts: [
        accept({ ...READ, security: { ...READ.security, authenticated: true } }, () =>
          ok(meterReadings.MeterReadings.sample()),
        ),
      ],
      sends: [],
    },
    { middleware: soap, destinations: { request: '{component}' } },
  );
  await adapter.start();
  return { url: `${soap.url ?? ''}/HeadEnd`, close: () => adapter.drain(2000) };
}
