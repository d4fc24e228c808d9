import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Delivery, MiddlewareAdapter, TransportMessage } from '@cimbind/runtime/transport';
import {
  createSoapAdapter,
  wrapSoap,
  wrapSoapFault,
  type SoapAdapter,
  type SoapFault,
  type SoapOptions,
  type SoapVersion,
} from '@cimbind/runtime/transport/soap';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (of: Uint8Array): string => new TextDecoder().decode(of);
const message = (body: string, properties: Record<string, string> = {}): TransportMessage => ({
  body: bytes(body),
  contentType: 'application/xml',
  properties,
});
const REQUEST = '<m:CreateMeterReadings xmlns:m="urn:m"><m:Value>é 𝄞</m:Value></m:CreateMeterReadings>';
const FAULT =
  '<f:MeterReadingsFaultMessage xmlns:f="urn:m"><Reply><Result>FAILED</Result></Reply></f:MeterReadingsFaultMessage>';
const PATH = '/ExecuteMeterReadings';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

async function start(options: SoapOptions = {}): Promise<SoapAdapter> {
  const adapter = createSoapAdapter(options);
  await adapter.start();
  open.push(() => adapter.drain(2000).catch(() => undefined));
  return adapter;
}

/** A server that answers at PATH, and its URL. */
async function serve(
  answer: (delivery: Delivery) => Promise<TransportMessage | undefined>,
  options: SoapOptions['server'] = {},
): Promise<{ readonly url: string; readonly seen: readonly Delivery[]; readonly adapter: SoapAdapter }> {
  const adapter = await start({ server: options });
  const seen: Delivery[] = [];
  await adapter.serve(PATH, async (delivery) => {
    seen.push(delivery);
    return answer(delivery);
  });
  return { url: `${adapter.url ?? ''}${PATH}`, seen, adapter };
}

const failureOf = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no failure',
    (error: unknown) =>
      error instanceof Error && 'code' in error ? `${String(error.code)}: ${error.message}` : error,
  );

const ask = (client: MiddlewareAdapter, url: string, body = REQUEST, properties = {}) =>
  client.request(url, message(body, properties), { timeout: 5000 });

describe('a request and its reply', () => {
  test.each(['1.1', '1.2'] satisfies SoapVersion[])('over SOAP %s', async (version) => {
    const { url, seen } = await serve(async () => message('<Answer/>', { soapAction: 'ignored' }));
    const client = await start({ client: { version } });
    const reply = await ask(client, url, REQUEST, {
      soapAction: 'urn:Create',
      authorization: 'Bearer x',
      traceparent: '00-ab-cd-01',
      mRIDOfSender: 'é 𝄞',
    });
    expect(reply.properties).toEqual({});
    expect(text(reply.body)).toMatch(/^<Answer xmlns:soap="[^"]+"\/>$/u);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ destination: PATH, contentType: 'application/xml', redelivered: false });
    expect(seen[0]?.properties).toEqual({
      soapAction: 'urn:Create',
      authorization: 'Bearer x',
      traceparent: '00-ab-cd-01',
      mRIDOfSender: 'é 𝄞',
    });
    expect(text(seen[0]?.body ?? new Uint8Array())).toContain('<m:Value>é 𝄞</m:Value>');
    expect(seen[0]?.peer).toEqual({ address: '127.0.0.1' });
  });

  test('a FaultMessage travels as the detail of a fault, and comes back as a reply', async () => {
    const { url } = await serve(async () => message(FAULT));
    const client = await start();
    const reply = await ask(client, url);
    expect(text(reply.body)).toContain('<Result>FAILED</Result>');
    expect(reply.properties).toEqual({
      soapFaultCode: 'Sender',
      soapFaultReason: 'the message could not be handled',
    });
    expect(await failureOf(client.send(url, message(REQUEST)))).toContain('TRN3005');
  });

  test('a handler that fails is a fault that says nothing of it', async () => {
    const { url } = await serve(async () => {
      throw Object.assign(new Error('secret'), { retriable: false });
    });
    const failure = await failureOf(ask(await start(), url));
    expect(failure).toBe('TRN3004: SOAP fault Server: the message could not be handled');
  });

  test('what is sent without reply is accepted', async () => {
    const { url, seen } = await serve(async () => undefined);
    const client = await start();
    await client.send(url, message(REQUEST));
    expect(seen).toHaveLength(1);
    expect(await failureOf(ask(client, url))).toBe('TRN3005: HTTP 202 without a reply');
  });

  test('a handler that is too slow', async () => {
    const { url } = await serve(
      () => new Promise((resolve) => setTimeout(() => resolve(message('<late/>')), 300)),
      {
        responseTimeout: 100,
      },
    );
    expect(await failureOf(ask(await start(), url))).toContain(
      'TRN3004: SOAP fault Server: no reply was made in time',
    );
  });

  test('nobody is there', async () => {
    const client = await start();
    expect(await failureOf(ask(client, 'http://127.0.0.1:9/x'))).toContain('TRN2004');
    const { adapter } = await serve(async () => undefined);
    expect(await failureOf(ask(client, `${adapter.url ?? ''}/elsewhere`))).toContain('TRN2004');
    expect(await failureOf(ask(client, 'HeadEnd.get'))).toContain('TRN1004');
  });
});

test('an event goes to every endpoint of its topic', async () => {
  const seen: string[] = [];
  const servers = await Promise.all(
    ['a', 'b'].map(async (name) => {
      const adapter = await start({ server: {} });
      await adapter.subscribe(
        'MeterReadings.created',
        async ({ destination }) => void seen.push(`${name} ${destination}`),
      );
      return `${adapter.url ?? ''}/MeterReadings/created`;
    }),
  );
  const publisher = await start({ client: { endpoints: { 'MeterReadings.created': servers } } });
  await publisher.publish('MeterReadings.created', message(REQUEST));
  expect(seen.sort()).toEqual(['a MeterReadings.created', 'b MeterReadings.created']);
});

describe('one path for several operations', () => {
  const routes = [
    { destination: 'create', path: '/s', actions: ['urn:create'], roots: ['{urn:m}CreateMeterReadings'] },
    { destination: 'get', path: '/s', actions: ['urn:get'], roots: ['GetMeterReadings'] },
  ];
  test.each([
    ['by SOAPAction and root', 'urn:create', REQUEST, '<create/>'],
    ['by root, where SOAPAction is empty', '', REQUEST, '<create/>'],
    ['by root, where SOAPAction is nobody’s', 'urn:other', '<GetMeterReadings xmlns="urn:any"/>', '<get/>'],
    ['not where they contradict each other', 'urn:get', REQUEST, 'does not go with'],
    ['not where neither is known', '', '<Other/>', 'no operation here'],
  ])('%s', async (_, action, body, expected) => {
    const adapter = await start({ server: { routes } });
    for (const name of ['create', 'get']) await adapter.serve(name, async () => message(`<${name}/>`));
    const client = await start();
    const outcome = await ask(client, `${adapter.url ?? ''}/s`, body, { soapAction: action }).then(
      (reply) => text(reply.body).replace(/ xmlns:soap="[^"]*"/u, ''),
      (error: unknown) => String(error),
    );
    expect(outcome).toContain(expected);
  });
});

describe('what others answer', () => {
  /** A server that says one thing, whatever it is asked. */
  async function always(status: number, type: string, body: Uint8Array | string): Promise<string> {
    const server = createServer((request, response) => {
      request.resume();
      request.on('end', () => {
        response.writeHead(status, { 'content-type': type });
        response.end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(() => new Promise((resolve) => server.close(resolve)));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }
  const fault: SoapFault = { code: 'Receiver', reason: 'down', detail: [] };
  const typed: SoapFault = {
    code: 'Sender',
    reason: 'bad',
    detail: [bytes('<ns2:exception xmlns:ns2="urn:trace"/>'), bytes(FAULT)],
  };

  test.each([
    ['a fault inside HTTP 200', 200, 'text/xml', wrapSoapFault(fault), 'TRN3004: SOAP fault Server: down'],
    ['a typed fault inside HTTP 200', 200, 'text/xml', wrapSoapFault(typed), '<f:MeterReadingsFaultMessage'],
    [
      'a fault of 1.2 to 1.1',
      500,
      'application/soap+xml',
      wrapSoapFault({ ...fault, code: 'Sender' }, { version: '1.2' }),
      'TRN3005: SOAP fault Client: down',
    ],
    ['an error page', 502, 'text/html', '<html>', 'TRN3004: HTTP 502 with "text/html"'],
    ['a page for people', 200, 'text/html', '<html>', 'TRN3005: HTTP 200 with "text/html"'],
    ['a refusal', 403, 'text/plain', 'no', 'TRN3005: HTTP 403'],
    ['other XML', 200, 'text/xml', '<html/>', 'TRN3005: a SOAP envelope expected'],
    ['a reply with an error', 500, 'text/xml', wrapSoap(bytes('<x/>')), 'TRN3004: HTTP 500'],
    [
      'an empty body',
      200,
      'text/xml',
      wrapSoap(new Uint8Array()),
      'TRN3005: the body of the response is empty',
    ],
  ])('%s', async (_, status, type, body, expected) => {
    const url = await always(status, type, body);
    const outcome = await ask(await start(), url).then(
      (reply) => text(reply.body),
      (error: unknown) => `${String((error as { code?: unknown }).code)}: ${(error as Error).message}`,
    );
    expect(outcome).toContain(expected);
  });
});

describe('the service description', () => {
  test('is served with its schemas, under the address that was asked', async () => {
    const { url } = await serve(async () => undefined, {
      wsdl: {
        [PATH]: {
          path: 'service/S.wsdl',
          files: {
            'service/S.wsdl':
              '<d><xs:import schemaLocation="Types.xsd"/><xs:import schemaLocation=\'http://else.where/x.xsd\'/><soap:address location="https://example/"/></d>',
            'service/Types.xsd': '<s><xs:include schemaLocation="../other/Base.xsd"/></s>',
            'other/Base.xsd': '<base/>',
          },
        },
      },
    });
    const get = async (address: string): Promise<string> => (await fetch(address)).text();
    const wsdl = await get(`${url}?wsdl`);
    expect(wsdl).toContain(`<soap:address location="${url}"/>`);
    expect(wsdl).toContain('http://else.where/x.xsd');
    const [, types = ''] = /import schemaLocation="([^"]+)"/u.exec(wsdl) ?? [];
    const [, base = ''] = /schemaLocation="([^"]+)"/u.exec(await get(types)) ?? [];
    expect(await get(base)).toBe('<base/>');
    expect((await fetch(`${url}?file=/etc/passwd`)).status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
  });
});

describe('a reply elsewhere', () => {
  const ELSEWHERE = '/replies';
  const tellWith = async (allowed: boolean): Promise<readonly Delivery[]> => {
    const { url: replies, seen } = await (async () => {
      const adapter = await start({ server: {} });
      const taken: Delivery[] = [];
      await adapter.serve(ELSEWHERE, async (delivery) => {
        taken.push(delivery);
        return undefined;
      });
      return { url: `${adapter.url ?? ''}${ELSEWHERE}`, seen: taken };
    })();
    const server = await start({ server: {}, ...(allowed ? { acceptsReplyTo: () => true } : {}) });
    await server.serve(PATH, async () => message('<Answer/>'));
    const sender = await start();
    await sender.send(`${server.url ?? ''}${PATH}`, {
      ...message(REQUEST),
      messageId: 'm-1',
      replyTo: replies,
    });
    return seen;
  };

  test('goes to the place that the request names, where that is allowed', async () => {
    expect(await tellWith(true)).toMatchObject([{ destination: ELSEWHERE, correlationId: 'm-1' }]);
  });

  test('goes nowhere by itself', async () => {
    expect(await tellWith(false)).toEqual([]);
  });

  test('the address of somebody else’s response is none', async () => {
    const { url, seen } = await serve(async () => message('<Answer/>'));
    const sender = await start();
    await sender.send(url, {
      ...message(REQUEST),
      replyTo: 'soap-answer:00000000-0000-0000-0000-000000000000',
    });
    expect(seen[0]?.replyTo).toMatch(/^soap-answer:(?!00000000)/u);
  });
});

test('what is no element is not sent', async () => {
  const { url, seen } = await serve(async () => message('text'));
  const client = await start();
  expect(await failureOf(ask(client, url, 'text'))).toMatch(/^TRN3007: /u);
  expect(await failureOf(ask(client, url))).toBe('TRN3005: HTTP 202 without a reply');
  expect(seen).toHaveLength(1);
});
