import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryStore } from '@cimbind/runtime/adapter';
import {
  certificateTrust,
  securityAgent,
  type CertificateTrust,
  type SecurityAgentOptions,
  type SecurityEvent,
} from '@cimbind/runtime/security';
import type { Delivery } from '@cimbind/runtime/transport';
import { RequestMessage } from '../../../generated/envelope-ed1/tc57-2011-message/index.js';
import {
  HAS_OPENSSL,
  makeCertificates,
  type Certificates,
  type KeyPair,
} from '../../support/certificates.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (of: Uint8Array | undefined): string => new TextDecoder().decode(of);

const OBJECT =
  '<o:MeterReadings xmlns:o="urn:o" xmlns:x="urn:x"><o:Value>1 é 𝄞 &amp; &lt;</o:Value></o:MeterReadings>';
const MESSAGE = `<?xml version="1.0" encoding="UTF-8"?>
<RequestMessage xmlns="http://iec.ch/TC57/2011/schema/message">
  <Header><Verb>create</Verb><Noun>MeterReadings</Noun></Header>
  <Payload>${OBJECT}<Format>XML</Format></Payload>
</RequestMessage>`;

const delivery = (body: Uint8Array | string, more: Partial<Delivery> = {}): Delivery => ({
  destination: 'HeadEnd.MeterReadings.create',
  body: typeof body === 'string' ? bytes(body) : body,
  contentType: 'application/xml',
  properties: {},
  redelivered: false,
  ...more,
});

describe('who sent a message', () => {
  test('is told by everything that proves it', async () => {
    const { authenticate } = securityAgent({});
    const outcome = await authenticate(
      delivery(MESSAGE, {
        peer: {
          certificateSubject: 'CN=head-end',
          user: 'hes',
          proofs: [{ name: 'mdm', mechanism: 'password-digest' }],
        },
      }),
    );
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        sender: {
          name: 'mdm',
          aliases: ['CN=head-end', 'hes'],
          mechanisms: ['password-digest', 'tls', 'middleware-user'],
        },
      },
    });
  });

  test('a bad token is no good because something else is', async () => {
    const events: SecurityEvent[] = [];
    const { authenticate } = securityAgent({
      bearerToken: { keys: { pem: 'none' }, issuer: 'i', audience: 'a' },
      audit: (event) => events.push(event),
    });
    const message = delivery(MESSAGE, {
      peer: { user: 'hes', address: '::1' },
      properties: { authorization: 'Bearer !' },
    });
    expect(await authenticate(message)).toMatchObject({ ok: false, refusal: { code: '7.4' } });
    expect(events).toMatchObject([{ address: '::1', subject: 'HeadEnd.MeterReadings.create' }]);
  });
});

test('the user whom the header names must be one of the sender’s, where that is asked for', () => {
  const events: SecurityEvent[] = [];
  const agent = securityAgent({
    isUserOf: (userId, { name }) => userId.startsWith(`${name}/`),
    audit: (event) => events.push(event),
  });
  const subject = (userId: string) => ({
    sender: { name: 'mdm', mechanisms: ['tls'], roles: [] },
    envelope: { kind: 'request', header: { verb: 'get', noun: 'MeterReadings', user: { userId } } } as const,
    delivery: {},
  });
  expect(agent.authorise(subject('mdm/anna')).ok).toBe(true);
  expect(agent.authorise(subject('cis/bert'))).toMatchObject({ ok: false, refusal: { code: '7.7' } });
  expect(events).toMatchObject([{ sender: 'mdm', subject: 'get MeterReadings' }]);
});

describe.skipIf(!HAS_OPENSSL)('XML signatures (needs openssl)', () => {
  let certificates: Certificates;
  let sender: KeyPair;
  let trust: CertificateTrust;
  beforeAll(async () => {
    certificates = makeCertificates();
    sender = certificates.issue('head-end');
    trust = await certificateTrust({ trusted: [certificates.authority.certificate] });
  });
  afterAll(() => certificates.dispose());

  const agent = (over: 'message' | 'payload', more: object = {}) => {
    const { key: privateKey, certificate } = sender;
    const signature: SecurityAgentOptions['signature'] = {
      over,
      sign: { privateKey, certificate },
      accept: { trust, ...more },
      required: true,
    };
    return securityAgent({ signature });
  };
  const signed = async (over: 'message' | 'payload', body = MESSAGE): Promise<string> =>
    text((await agent(over).protect(delivery(body))).body);
  const verdict = async (body: string, over: 'message' | 'payload'): Promise<string> => {
    const outcome = await agent(over).authenticate(delivery(body));
    return outcome.ok ? text(outcome.value.body) : `${outcome.refusal.code} ${outcome.refusal.cause}`;
  };

  test('over the message: what comes out is what was signed, and the signed message is valid', async () => {
    const message = await signed('message');
    expect(RequestMessage.safeDecode(message).issues).toEqual([]);
    expect(message.replace(/<ds:Signature.*<\/ds:Signature>/su, '')).toBe(MESSAGE);
    const outcome = await agent('message').authenticate(delivery(message));
    if (!outcome.ok) throw new Error(outcome.refusal.detail);
    expect(outcome.value.sender).toMatchObject({
      name: 'CN=head-end,O=Example',
      mechanisms: ['xml-signature'],
    });
    expect(RequestMessage.decode(outcome.value.body ?? '')).toEqual(RequestMessage.decode(MESSAGE));
  });

  test('over the payload: each object by itself', async () => {
    const message = await signed('payload');
    expect(message.replace(/<ds:Signature.*<\/ds:Signature>/su, '')).toContain(OBJECT.slice(0, 20));
    const verified = await verdict(message, 'payload');
    expect(verified).not.toContain('Signature');
    expect(verified).toContain('1 é 𝄞 &amp; &lt;');
    expect(verified).toContain('<Format>XML</Format>');
  });

  test.each([
    ['message', 'a changed value', (xml: string) => xml.replace('é', 'è'), '7.4 bad-signature'],
    ['message', 'no signature', () => MESSAGE, '7.7 not-signed'],
    [
      'message',
      'a changed verb',
      (xml: string) => xml.replace('<Verb>create', '<Verb>delete'),
      '7.4 bad-signature',
    ],
    [
      'message',
      'the signed message inside another one',
      (xml: string) => {
        const inner = xml.replace(/^<\?xml.*\?>\s*/u, '');
        const [signature = ''] = /<ds:Signature.*<\/ds:Signature>/su.exec(inner) ?? [];
        return MESSAGE.replace(
          '</Header>',
          `${signature}<w xmlns="urn:w">${inner.replace(signature, '')}</w></Header>`,
        );
      },
      '7.4 bad-signature',
    ],
    [
      'message',
      'a reference to a part of the message',
      (xml: string) => xml.replace('URI=""', 'URI="#part"').replace('<Payload>', '<Payload Id="part">'),
      '7.7 wrapped-signature',
    ],
    [
      'message',
      'another signature beside it',
      (xml: string) =>
        xml.replace(
          '</RequestMessage>',
          '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></RequestMessage>',
        ),
      '7.7 malformed-security',
    ],
    [
      'payload',
      'an object beside the signed one',
      (xml: string) => xml.replace('<Payload>', `<Payload>${OBJECT}`),
      '7.7 not-signed',
    ],
    ['payload', 'a changed object', (xml: string) => xml.replace('é', 'è'), '7.4 bad-signature'],
  ] as const)('over the %s, %s is refused', async (over, _, change, expected) => {
    expect(await verdict(change(await signed(over)), over)).toBe(expected);
  });

  test('a signed message is good once, where that is asked for', async () => {
    const once = agent('message', { nonces: memoryStore() });
    const message = delivery(await signed('message'));
    expect((await once.authenticate(message)).ok).toBe(true);
    expect(await once.authenticate(message)).toMatchObject({ refusal: { cause: 'replayed' } });
  });
});
