import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accept,
  componentAdapter,
  memoryAudit,
  memoryStore,
  ok,
  type ComponentAdapter,
} from '@cimbind/runtime/adapter';
import {
  certificateTrust,
  securityAgent,
  wsSecurity,
  type SecurityEvent,
  type SigningKey,
} from '@cimbind/runtime/security';
import type { TransportEvent } from '@cimbind/runtime/transport';
import { createSoapAdapter, type SoapAdapter, type SoapSecurity } from '@cimbind/runtime/transport/soap';
import { endDeviceControls, meterReadings } from '../../generated/head-end/index.js';
import { HAS_OPENSSL, makeCertificates, type Certificates } from '../support/certificates.js';
import { ed1 } from '../support/envelope-editions.js';
import { CONTROL, LATER, READ } from '../support/head-end-exchanges.js';
import { sendRaw, soapHead, statusOf } from './raw-http.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Frees what nobody holds any more, so that what is held can be measured. */
const collect = (): void => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
};

const S11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const MSG = 'http://iec.ch/TC57/2011/schema/message';
const header = (more = '', verb = 'get', noun = 'MeterReadings'): string =>
  `<Header><Verb>${verb}</Verb><Noun>${noun}</Noun>${more}</Header>`;
const request = (head = header(), payload = ''): string =>
  `<RequestMessage xmlns="${MSG}">${head}${payload}</RequestMessage>`;
const envelope = (body: string, headers = ''): string =>
  `<s:Envelope xmlns:s="${S11}">${headers}<s:Body>${body}</s:Body></s:Envelope>`;
const CONTROLS = endDeviceControls.EndDeviceControls.sample();
const CONTROLS_XML = endDeviceControls.EndDeviceControls.encode(CONTROLS, { declaration: false });

const LIMITS = {
  maximumBody: 1024 * 1024,
  maximumBodies: 4 * 1024 * 1024,
  headerTimeout: 400,
  requestTimeout: 800,
  maximumConnections: 300,
};

/** A head end over SOAP, its audit trail, and what its transport refused. */
class HeadEnd {
  readonly audit = memoryAudit();
  readonly security: SecurityEvent[] = [];
  readonly refused: TransportEvent[] = [];
  handled = 0;
  readonly soap: SoapAdapter;
  readonly adapter: ComponentAdapter;

  constructor(options: { readonly soapSecurity?: SoapSecurity } & Parameters<typeof securityAgent>[0] = {}) {
    const { soapSecurity, ...agent } = options;
    this.soap = createSoapAdapter({
      server: { limits: LIMITS, ...(soapSecurity === undefined ? {} : { security: soapSecurity }) },
      onEvent: (event) => this.refused.push(event),
    });
    const handler = (): void => void this.handled++;
    this.adapter = componentAdapter(
      {
        component: 'HeadEnd',
        editions: [ed1],
        accepts: [
          accept(READ, () => {
            handler();
            return ok(meterReadings.MeterReadings.sample());
          }),
          accept({ ...CONTROL, security: { ...CONTROL.security, replayProtected: true } }, () => {
            handler();
            return ok();
          }),
          accept(LATER, () => {
            handler();
            return ok();
          }),
        ],
        sends: [],
      },
      {
        middleware: this.soap,
        destinations: { request: '{component}' },
        hooks: {
          audit: this.audit.add,
          ...securityAgent({ ...agent, audit: (event) => this.security.push(event) }),
        },
      },
    );
  }

  get url(): string {
    return `${this.soap.url ?? ''}/HeadEnd`;
  }

  /** Posts an envelope: status and body of the answer. */
  async post(body: string | Uint8Array, headers: Record<string, string> = {}): Promise<string> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'text/xml', soapaction: '""', ...headers },
      body: typeof body === 'string' ? body : Buffer.from(body),
    });
    return `${response.status} ${await response.text()}`;
  }

  /** A well-meant request is still answered. */
  async isAlive(): Promise<boolean> {
    const before = this.handled;
    const answer = await this.post(envelope(request()));
    return answer.startsWith('200 ') && answer.includes('<Result>OK</Result>') && this.handled === before + 1;
  }
}

describe('a hostile peer of a SOAP server', { timeout: 60_000 }, () => {
  let headEnd: HeadEnd;
  beforeAll(async () => {
    headEnd = new HeadEnd();
    await headEnd.adapter.start();
  });
  afterAll(async () => void (await headEnd.adapter.drain(2000)));

  const lastRefusal = (): string => {
    const event = headEnd.refused.findLast(({ kind }) => kind === 'refused');
    return event?.kind === 'refused' ? event.reason : 'none';
  };

  describe('sends what is no request', () => {
    test.each([
      [
        'another content type',
        { 'content-type': 'application/json' },
        '415',
        'content type "application/json"',
      ],
      ['no content type', { 'content-type': '' }, '415', 'content type ""'],
      ['packed content', { 'content-encoding': 'gzip' }, '415', 'content coding "gzip"'],
      [
        'a body that is announced too large',
        { 'content-length': '999999999' },
        '413',
        'the body is too large',
      ],
    ])('%s', async (_, headers, status, reason) => {
      const answer = await sendRaw(headEnd.url, [soapHead('/HeadEnd', headers)]);
      expect(statusOf(answer)).toBe(status);
      expect(lastRefusal()).toContain(reason);
      expect(await headEnd.isAlive()).toBe(true);
    });

    test.each([
      ['another method', 'DELETE /HeadEnd HTTP/1.1\r\nhost: x\r\n\r\n', '405'],
      ['another path', soapHead('/../../etc/passwd', { 'content-length': '0' }), '404'],
      ['no HTTP', '\u0016\u0003\u0001 TLS to the wrong port\r\n\r\n', '400'],
      ['two lengths', soapHead('/HeadEnd', { 'content-length': '5', 'transfer-encoding': 'chunked' }), '400'],
      ['an endless header', `POST /HeadEnd HTTP/1.1\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`, '431'],
    ])('%s', async (_, text, status) => {
      expect(statusOf(await sendRaw(headEnd.url, [text]))).toBe(status);
      expect(lastRefusal()).toContain(`HTTP ${status}`);
      expect(await headEnd.isAlive()).toBe(true);
    });

    test.each([
      [
        'an entity bomb',
        `<!DOCTYPE s [<!ENTITY a "${'a'.repeat(1000)}">${Array.from({ length: 20 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}]>${envelope('<x>&u;</x>')}`,
      ],
      ['an external entity', `<!DOCTYPE s SYSTEM "file:///etc/passwd">${envelope('<x/>')}`],
      ['an entity inside the body', envelope('<x>&xxe;</x>')],
      ['depth without end', envelope('<a>'.repeat(100_000))],
      [
        'attributes without end',
        envelope(`<a ${Array.from({ length: 20_000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
      ],
      ['half a message', envelope(request()).slice(0, -20)],
      ['no XML', '{"RequestMessage":{}}'],
      ['bytes that are no text', new Uint8Array(1000).fill(0xff)],
      ['another encoding than it says', '<?xml version="1.0" encoding="UTF-16"?><x/>'],
      [
        'a header that must be understood',
        envelope(request(), `<s:Header><x s:mustUnderstand="1"/></s:Header>`),
      ],
    ])('%s', async (_, body) => {
      const started = performance.now();
      const answer = await headEnd.post(body);
      expect(answer).toMatch(/^500 .*<faultcode>soap:(?:Client|MustUnderstand)<\/faultcode>/su);
      expect(performance.now() - started).toBeLessThan(5000);
      expect(lastRefusal()).not.toBe('none');
      expect(await headEnd.isAlive()).toBe(true);
    });
  });

  describe('wears out the server', () => {
    test('with a body that grows beyond what it may have', async () => {
      const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
      const answer = await sendRaw(headEnd.url, [
        soapHead('/HeadEnd', { 'transfer-encoding': 'chunked' }),
        ...Array.from({ length: 64 }, () => chunk),
      ]);
      expect(['413', 'no answer']).toContain(statusOf(answer));
      expect(lastRefusal()).toContain('too large');
      expect(await headEnd.isAlive()).toBe(true);
    });

    test('with a header that drips', async () => {
      const drip = `${soapHead('/HeadEnd').slice(0, -2)}${'x-a: b\r\n'.repeat(200)}`;
      const answer = await sendRaw(headEnd.url, drip, { pause: 20 });
      expect(statusOf(answer)).toBe('408');
      expect(answer.took).toBeLessThan(15_000);
      expect(lastRefusal()).toContain('HTTP 408');
    });

    test('with a body that drips', async () => {
      const head = soapHead('/HeadEnd', { 'content-length': '1000' });
      const answer = await sendRaw(headEnd.url, [head, ...'<x>'.repeat(300)], { pause: 20 });
      expect(['408', 'no answer']).toContain(statusOf(answer));
      expect(answer.took).toBeLessThan(15_000);
    });

    test('with connections that say nothing, while others are served', async () => {
      const silent = Array.from({ length: 200 }, () => sendRaw(headEnd.url, ['POST'], { within: 20_000 }));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await headEnd.isAlive()).toBe(true);
      const answers = await Promise.all(silent);
      expect(Math.max(...answers.map(({ took }) => took))).toBeLessThan(15_000);
      expect(await headEnd.isAlive()).toBe(true);
    });

    test('with many large bodies at a time: memory stays within bounds', async () => {
      const large = envelope(`<x>${'y'.repeat(900_000)}</x>`);
      await headEnd.post(large);
      collect();
      const before = process.memoryUsage();
      for (let round = 0; round < 2; round++) {
        const answers = await Promise.all(
          Array.from({ length: 40 }, () => headEnd.post(large).catch(() => 'cut')),
        );
        expect(answers.filter((answer) => answer.startsWith('200'))).toEqual([]);
      }
      // 72 MB were sent. Buffers are given back some time after the collection that found them, and sockets have to close.
      const grown = (): number => {
        collect();
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        return Math.max(heapUsed - before.heapUsed, arrayBuffers - before.arrayBuffers);
      };
      await expect.poll(grown, { timeout: 10_000, interval: 200 }).toBeLessThan(20 * 1024 * 1024);
      expect(await headEnd.isAlive()).toBe(true);
    });
  });

  describe('lies in the envelope', () => {
    const control = (more: string): string =>
      envelope(request(header(more, 'create', 'EndDeviceControls'), `<Payload>${CONTROLS_XML}</Payload>`));
    const detection = (nonce: string, created = new Date().toISOString()): string =>
      `<ReplayDetection><Nonce>${nonce}</Nonce><Created>${created}</Created></ReplayDetection>`;
    const lastRecord = () => headEnd.audit.records.at(-1);

    test('a replayed message is refused, and audited', async () => {
      const message = control(detection('n-1'));
      expect(await headEnd.post(message)).toContain('<Result>OK</Result>');
      const handled = headEnd.handled;
      const again = await headEnd.post(message);
      expect(again).toContain('<code>7.7</code>');
      expect(headEnd.handled).toBe(handled);
      expect(lastRecord()).toMatchObject({
        verdict: 'refused',
        code: '7.7',
        detail: 'the nonce was used before',
      });
    });

    test.each([
      ['an old one', () => detection('n-2', '2020-01-01T00:00:00Z'), 'too long ago'],
      ['one from the future', () => detection('n-3', '2099-01-01T00:00:00Z'), 'yet to come'],
      ['one without a nonce', () => '', 'has no ReplayDetection'],
      ['a nonce beyond measure', () => detection('n'.repeat(10_000)), 'more than 256 characters'],
    ])('%s is refused', async (_, more, reason) => {
      expect(await headEnd.post(control(more()))).toContain('<code>7.7</code>');
      expect(lastRecord()?.detail).toContain(reason);
    });

    test('a call-back to an address that is not registered is refused, and nobody is called', async () => {
      let called = 0;
      const victim = createServer((socket) => {
        called++;
        socket.destroy();
      });
      await new Promise<void>((resolve) => victim.listen(0, '127.0.0.1', resolve));
      const address = `http://127.0.0.1:${(victim.address() as AddressInfo).port}/`;
      const answer = await headEnd.post(
        envelope(
          request(
            header(
              `<AsyncReplyFlag>true</AsyncReplyFlag><ReplyAddress>${address}</ReplyAddress>`,
              'change',
              'EndDeviceControls',
            ),
            `<Payload>${CONTROLS_XML}</Payload>`,
          ),
        ),
      );
      expect(answer).toContain('<code>7.7</code>');
      expect(lastRecord()).toMatchObject({ verdict: 'refused', code: '7.7' });
      await new Promise((resolve) => setTimeout(resolve, 100));
      await new Promise((resolve) => victim.close(resolve));
      expect(called).toBe(0);
    });

    test('nobody is told what went wrong inside', async () => {
      const answer = await headEnd.post(envelope('<Nonsense xmlns="urn:none"/>'));
      expect(answer).not.toMatch(/at .*\.ts|node_modules|Error:/u);
      expect(await headEnd.isAlive()).toBe(true);
    });
  });
});

test('a forged correlation settles nobody’s request', { timeout: 30_000 }, async () => {
  const audit = memoryAudit();
  // A head end that acknowledges and never replies: whoever guesses may try to do so in its place.
  const silent = createSoapAdapter({ server: {} });
  await silent.start();
  await silent.serve('HeadEnd', async ({ body }) => {
    const asked = ed1.decode(body).value?.header;
    const reply = ed1.encode({
      kind: 'response',
      header: { verb: 'reply', noun: 'EndDeviceControls', correlationId: asked?.correlationId },
      reply: { result: 'OK', errors: [{ code: '0.3' }] },
    });
    return { body: reply, contentType: 'application/xml', properties: {} };
  });
  const middleware = createSoapAdapter({
    server: {},
    client: { endpoints: { HeadEnd: `${silent.url ?? ''}/HeadEnd` } },
  });
  const mdm = componentAdapter(
    { component: 'Mdm', editions: [ed1], accepts: [], sends: [{ ...LATER, timeout: 1500 }] },
    { middleware, destinations: { request: '{component}' }, hooks: { audit: audit.add } },
  );
  await mdm.start();
  try {
    let settled = 'waiting';
    const waiting = mdm.sending.requestLater({ ...LATER, timeout: 1500 }, { payload: CONTROLS }).then(
      () => (settled = 'settled'),
      () => (settled = 'timed out'),
    );
    const forged = (correlation: string): string =>
      envelope(
        `<ResponseMessage xmlns="${MSG}">${header(`<CorrelationID>${correlation}</CorrelationID>`, 'reply', 'EndDeviceControls')}<Reply><Result>OK</Result></Reply></ResponseMessage>`,
      );
    for (const correlation of ['guess', '', '1', '../../x', crypto.randomUUID()])
      await fetch(`${middleware.url ?? ''}/Mdm/reply`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body: forged(correlation),
      });
    expect(settled).toBe('waiting');
    expect(
      audit.records.filter(({ verdict, direction }) => verdict === 'refused' && direction === 'received'),
    ).toHaveLength(5);
    await waiting;
    expect(settled).toBe('timed out');
  } finally {
    await mdm.drain(1000);
    await silent.drain(1000);
  }
});

describe('a hostile peer of a server with WS-Security', { timeout: 60_000 }, () => {
  const passwordOf = (user: string): string | undefined => (user === 'mdm' ? 'geheim' : undefined);
  let headEnd: HeadEnd;
  const events: SecurityEvent[] = [];
  beforeAll(async () => {
    headEnd = new HeadEnd({
      soapSecurity: wsSecurity({
        accept: { usernameToken: { passwordOf, nonces: memoryStore() } },
        faultDetail: ({ code, reason }) =>
          ed1.encode({ kind: 'fault', reply: { result: 'FAILED', errors: [{ code, reason }] } }),
        audit: (event) => events.push(event),
      }),
      policy: [{ nouns: ['MeterReadings'], senders: ['mdm'] }],
    });
    await headEnd.adapter.start();
  });
  afterAll(async () => void (await headEnd.adapter.drain(2000)));

  const sent = async (password = 'geheim', body = request()): Promise<Uint8Array> =>
    wsSecurity({ send: { usernameToken: { username: 'mdm', password } } }).protect(bytes(body), '1.1');

  test('is let in with the right password, once', async () => {
    const message = await sent();
    expect(await headEnd.post(message)).toContain('<Result>OK</Result>');
    const again = await headEnd.post(message);
    expect(again).toMatch(/^500 .*<detail>.*<code>7\.7<\/code>.*<\/detail>/su);
    expect(events.at(-1)).toMatchObject({ refusal: { cause: 'replayed' }, address: '127.0.0.1' });
    expect(headEnd.handled).toBe(1);
  });

  test('is refused with a wrong one, in the words of a FaultMessage', async () => {
    expect(await headEnd.post(await sent('falsch'))).toMatch(/FailedAuthentication.*<code>7\.4<\/code>/su);
    expect(events.at(-1)?.refusal.cause).toBe('bad-credentials');
  });

  test('is refused without any, by the policy', async () => {
    expect(await headEnd.post(envelope(request()))).toContain('<code>7.2</code>');
    expect(headEnd.audit.records.at(-1)).toMatchObject({ verdict: 'refused', code: '7.2' });
  });

  test('may not do what others may', async () => {
    const other = request(header('', 'change', 'EndDeviceControls'), `<Payload>${CONTROLS_XML}</Payload>`);
    expect(await headEnd.post(await sent('geheim', other))).toContain('<code>7.5</code>');
    expect(headEnd.security.at(-1)).toMatchObject({ sender: 'mdm', subject: 'change EndDeviceControls' });
  });
});

describe.skipIf(!HAS_OPENSSL)('a hostile peer of a server that wants signatures (needs openssl)', () => {
  let certificates: Certificates;
  let key: SigningKey;
  let headEnd: HeadEnd;
  const events: SecurityEvent[] = [];
  beforeAll(async () => {
    certificates = makeCertificates();
    const pair = certificates.issue('mdm');
    key = { privateKey: pair.key, certificate: pair.certificate };
    const trust = await certificateTrust({ trusted: [certificates.authority.certificate] });
    headEnd = new HeadEnd({
      soapSecurity: wsSecurity({
        accept: { signature: { trust, nonces: memoryStore() } },
        require: ['signature', 'timestamp'],
        audit: (event) => events.push(event),
      }),
      policy: [{ nouns: ['MeterReadings'], senders: ['CN=mdm,O=Example'], mechanisms: ['x509-signature'] }],
    });
    await headEnd.adapter.start();
  });
  afterAll(async () => {
    await headEnd.adapter.drain(2000);
    certificates.dispose();
  });

  const signed = async (): Promise<string> =>
    new TextDecoder().decode(await wsSecurity({ send: { signature: key } }).protect(bytes(request()), '1.1'));
  const EVIL = `<RequestMessage xmlns="${MSG}">${header('', 'get', 'EndDeviceEvents')}</RequestMessage>`;
  const bodyOf = (xml: string): string => /<soap:Body .*<\/soap:Body>/su.exec(xml)?.[0] ?? '';

  test('a signed message is handled', async () => {
    expect(await headEnd.post(await signed())).toContain('<Result>OK</Result>');
  });

  test.each([
    [
      'a body moved into the header',
      (xml: string) =>
        xml
          .replace(bodyOf(xml), `<soap:Body>${EVIL}</soap:Body>`)
          .replace('</soap:Header>', `<w xmlns="urn:w">${bodyOf(xml)}</w></soap:Header>`),
      'wrapped-signature',
    ],
    [
      'a body inside another one',
      (xml: string) => xml.replace(bodyOf(xml), `<soap:Body><w xmlns="urn:w">${bodyOf(xml)}</w></soap:Body>`),
      'wrapped-signature',
    ],
    [
      'a second element with the id',
      (xml: string) => xml.replace('</soap:Header>', '<w xmlns="urn:w" Id="Body"/></soap:Header>'),
      'bad-signature',
    ],
    ['a changed body', (xml: string) => xml.replace('<Verb>get', '<Verb>delete'), 'bad-signature'],
    ['no signature', (xml: string) => xml.replace(/<ds:Signature .*<\/ds:Signature>/su, ''), 'not-signed'],
    [
      'a thousand references',
      (xml: string) =>
        xml.replace(/(<ds:Reference .*?<\/ds:Reference>)/su, (_, one: string) => one.repeat(1000)),
      'malformed-security',
    ],
  ])('%s is refused, and audited', async (_, change, cause) => {
    const handled = headEnd.handled;
    const original = await signed();
    const changed = change(original);
    expect(changed).not.toBe(original);
    expect(await headEnd.post(changed)).toMatch(/^500 .*<faultcode/su);
    expect(events.at(-1)?.refusal.cause).toBe(cause);
    expect(headEnd.handled).toBe(handled);
  });
});
