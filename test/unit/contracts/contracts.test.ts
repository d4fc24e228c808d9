import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { serviceContracts } from '../../../src/emitters/contracts/service-contract.js';
import {
  type ContractOptions,
  emitAsyncApi,
  emitOpenApi,
  emitWsdl,
  type WsdlStyle,
} from '../../../src/emitters/contracts/index.js';
import type { Exchange, InterfaceSpecification } from '../../../src/model/service/index.js';
import { loadSchema } from '../../../src/pipeline/load-schema.js';
import { templateRenderer } from '../../../src/pipeline/render-template.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';
import { linkServices } from '../../../src/readers/wsdl/link-services.js';
import { loadWsdlDocuments } from '../../../src/readers/wsdl/load-wsdl-documents.js';

const exchange = (verb: string, noun: string, pattern: Exchange['pattern']): Exchange => ({
  verb,
  noun,
  kind: verb === 'get' ? 'query' : verb.endsWith('d') ? 'event' : 'request',
  pattern,
  priority: 4,
  timeout: 30_000,
  retry: { attempts: 3, delay: 1000, maxDelay: 60_000 },
  acknowledgement: 'after-handler',
  security: { authenticated: noun === 'EndDeviceControls', signed: false, replayProtected: false, roles: [] },
});

const HEAD_END: InterfaceSpecification = {
  kind: 'interface-specification',
  component: 'HeadEnd',
  businessFunction: 'MR',
  documentation: 'Reads <meters> & "controls" devices.',
  accepts: [
    exchange('get', 'MeterReadings', 'request-reply'),
    { ...exchange('create', 'EndDeviceControls', 'request-reply'), documentation: 'Sends </commands>.' },
    exchange('cancel', 'EndDeviceControls', 'async-reply'),
    exchange('created', 'MeterConfig', 'one-way'),
  ],
  sends: [
    exchange('created', 'EndDeviceEvents', 'publish'),
    exchange('create', 'MeterConfig', 'async-reply'),
    exchange('get', 'MeterConfig', 'request-reply'),
  ],
};

const MODELS = ['MeterReadings', 'EndDeviceControls', 'EndDeviceEvents', 'MeterConfig'];
const metering = (name: string): { namespace: string; path: string; root: string } => ({
  namespace: `http://iec.ch/TC57/2011/${name}#`,
  path: `${name}.xsd`,
  root: name,
});

const OPTIONS: ContractOptions = {
  namespaceBase: 'http://iec.ch/TC57/2011',
  soapVersion: '1.1',
  address: 'https://head-end.example/services',
  version: '1.0.0',
  envelope: {
    namespace: 'http://iec.ch/TC57/2011/schema/message',
    path: 'Message.xsd',
    types: {
      header: 'HeaderType',
      request: 'RequestType',
      reply: 'ReplyType',
      option: 'OptionType',
      id: 'IDType',
      operationSet: 'OperationSet',
    },
  },
  payloadOf: (noun) => ({ ...metering(noun), query: metering('MeterReadings') }),
  destinationOf: ({ noun, verb }) => `${noun}.${verb}`,
};

const documents: Record<string, string> = Object.fromEntries([
  ...MODELS.map((name) => [`${name}.xsd`, readFileSync(`input-models/metering/${name}.xsd`, 'utf8')]),
  ['Message.xsd', readFileSync('input-models/envelope-ed1/Message.xsd', 'utf8')],
]);

/** Writes the services, then reads them as any WSDL. */
async function readBack(
  style: WsdlStyle,
  options = OPTIONS,
): Promise<{
  readonly services: ReturnType<typeof linkServices>['value'];
  readonly problems: readonly string[];
}> {
  const plans = emitWsdl(HEAD_END, style, options, templateRenderer(new Map()));
  const host = memorySourceHost({
    ...documents,
    ...Object.fromEntries(plans.map(({ path, content }) => [path, content])),
  });
  const inputs = plans.filter(({ path }) => path.endsWith('.wsdl')).map(({ path }) => host.resolve(path, ''));
  const loaded = loadWsdlDocuments(inputs, host);
  const schema = loadSchema(loaded.value.schemas, host);
  const linked = linkServices(loaded.value.documents, schema.value);
  const said = [...loaded.diagnostics, ...schema.diagnostics, ...linked.diagnostics];
  return {
    services: linked.value,
    problems: said
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, message }) => `${code} ${message}`),
  };
}

test('services of a component are those that practice has', () => {
  expect(
    serviceContracts(HEAD_END).map(({ name, operations }) => [name, ...operations.map((one) => one.name)]),
  ).toEqual([
    ['GetMeterReadings', 'GetMeterReadings'],
    ['ExecuteEndDeviceControls', 'CreateEndDeviceControls', 'CancelEndDeviceControls'],
    ['ReceiveMeterConfig', 'CreatedMeterConfig'],
    ['SendEndDeviceEvents', 'CreatedEndDeviceEvents'],
    ['ReplyMeterConfig', 'CreatedMeterConfig'],
  ]);
});

describe.each<WsdlStyle>(['strong', 'generic'])('WSDL of the %s style', (style) => {
  test.each(['1.1', '1.2'] as const)('reads back, over SOAP %s', async (soapVersion) => {
    const { services, problems } = await readBack(style, { ...OPTIONS, soapVersion });
    expect(problems).toEqual([]);
    const operations = [...services.bindings.values()].flatMap(({ name, protocol, operations: all }) =>
      all.map(({ name: operation, soapAction }) => {
        const version = protocol.kind === 'soap' ? protocol.version : protocol.kind;
        return `${name.localName} ${version} ${operation} ${soapAction ?? ''}`;
      }),
    );
    const base = 'http://iec.ch/TC57/2011';
    expect(operations).toEqual(
      style === 'generic'
        ? [
            `HeadEnd_Binding ${soapVersion} Request ${base}/HeadEnd/Request`,
            `HeadEnd_Binding ${soapVersion} Event ${base}/HeadEnd/Event`,
          ]
        : expect.arrayContaining([
            `EndDeviceControls_Binding ${soapVersion} CreateEndDeviceControls ${base}/EndDeviceControls/CreateEndDeviceControls`,
            `MeterReadings_Binding ${soapVersion} GetMeterReadings ${base}/MeterReadings/GetMeterReadings`,
          ]),
    );
    const oneWay = [...services.portTypes.values()].flatMap((one) =>
      one.operations.filter((operation) => operation.style === 'one-way').map((operation) => operation.name),
    );
    expect(oneWay).toEqual(style === 'generic' ? [] : ['CreatedMeterConfig']);
  });
});

test('OpenAPI has a path each accepted message, and asks for credentials where the exchange does', () => {
  const { paths, components } = JSON.parse(emitOpenApi(HEAD_END, OPTIONS).content) as {
    readonly paths: Record<
      string,
      { readonly post: { readonly responses: object; readonly security?: unknown } }
    >;
    readonly components: object;
  };
  expect(
    Object.entries(paths).map(([path, { post }]) => [
      path,
      Object.keys(post.responses).join(' '),
      post.security === undefined ? 'open' : 'secured',
    ]),
  ).toEqual([
    ['/MeterReadings/get', '200 400 413 415 504', 'open'],
    ['/EndDeviceControls/create', '200 400 401 403 413 415 504', 'secured'],
    ['/EndDeviceControls/cancel', '200 400 401 403 413 415 504', 'secured'],
    ['/MeterConfig/created', '202 400 413 415', 'open'],
  ]);
  expect(Object.keys(components)).toEqual(['responses', 'securitySchemes']);
});

test('AsyncAPI has channels both ways, and every reference in it leads somewhere', () => {
  const document = JSON.parse(emitAsyncApi(HEAD_END, OPTIONS).content) as Record<string, unknown>;
  expect(Object.keys(document['operations'] as object)).toEqual([
    'receive.MeterReadings.get',
    'receive.EndDeviceControls.create',
    'receive.EndDeviceControls.cancel',
    'receive.MeterConfig.created',
    'send.EndDeviceEvents.created',
    'send.MeterConfig.create',
    'send.MeterConfig.get',
  ]);
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]*)"/gu)].map(
    ([, path = '']) => path,
  );
  expect(references.length).toBeGreaterThan(20);
  const lost = references.filter((path) => {
    let at: unknown = document;
    for (const step of path.split('/')) at = (at as Record<string, unknown> | undefined)?.[step];
    return at === undefined;
  });
  expect(lost).toEqual([]);
});
