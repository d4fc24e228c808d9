import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateTrust } from '../../../src/runtime/security/certificate-trust.js';
import { memoryStore } from '@cimbind/runtime/adapter';
import type { SecurityEvent } from '../../../src/runtime/security/audit.js';
import { wsSecurity, type WsSecurityOptions } from '../../../src/runtime/security/ws-security.js';
import { readSoap } from '../../../src/runtime/transport/soap/read-soap.js';
import type { SoapAdmission } from '../../../src/runtime/transport/soap/soap-security.js';
import type { SoapVersion } from '../../../src/runtime/transport/soap/soap-version.js';
import {
  HAS_OPENSSL,
  makeCertificates,
  type Certificates,
  type KeyPair,
} from '../../support/certificates.js';

const BODY =
  '<m:RequestMessage xmlns:m="urn:m" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:t="urn:t">' +
  '<m:Header xsi:type="t:Header">é 𝄞 &amp; \r\n</m:Header></m:RequestMessage>';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (of: Uint8Array | undefined): string => new TextDecoder().decode(of);

/** What the receiver says of a message, and what its audit trail noted. */
async function receive(
  envelope: Uint8Array | string,
  options: WsSecurityOptions,
  secure = false,
): Promise<{ readonly admission: SoapAdmission; readonly events: readonly SecurityEvent[] }> {
  const events: SecurityEvent[] = [];
  const reading = readSoap(typeof envelope === 'string' ? bytes(envelope) : envelope);
  if (!reading.ok) throw new Error(reading.fault.reason);
  const security = wsSecurity({ ...options, audit: (event) => events.push(event) });
  return { admission: await security.admit(reading.message, { secure }), events };
}

const causes = (events: readonly SecurityEvent[]): readonly string[] =>
  events.map(({ refusal }) => `${refusal.code} ${refusal.cause}`);

describe('UsernameToken', () => {
  const passwordOf = (user: string): string | undefined => (user === 'hes' ? 'geheim' : undefined);
  const accepting = (more: object = {}): WsSecurityOptions => ({
    accept: { usernameToken: { passwordOf, nonces: memoryStore(), ...more } },
    require: ['username-token'],
  });
  const sent = (type: 'digest' | 'text', username = 'hes', password = 'geheim', now?: () => number) =>
    wsSecurity({
      send: { usernameToken: { username, password, type } },
      ...(now === undefined ? {} : { now }),
    }).protect(bytes(BODY), '1.1');

  test.each(['1.1', '1.2'] satisfies SoapVersion[])(
    'a digest is proof enough, in SOAP %s',
    async (version) => {
      const envelope = await wsSecurity({
        send: { usernameToken: { username: 'hes', password: 'geheim' } },
      }).protect(bytes(BODY), version);
      const { admission } = await receive(envelope, accepting());
      expect(admission).toMatchObject({ ok: true, proofs: [{ name: 'hes', mechanism: 'password-digest' }] });
    },
  );

  test.each([
    ['a wrong password', () => sent('digest', 'hes', 'falsch'), {}, '7.4 bad-credentials'],
    ['an unknown user', () => sent('digest', 'nobody'), {}, '7.4 bad-credentials'],
    ['a password in the clear', () => sent('text'), {}, '7.3 weak-mechanism'],
    ['the same over no TLS', () => sent('text'), { passwordText: 'over-tls' }, '7.6 not-encrypted'],
    [
      'a wrong one in the clear',
      () => sent('text', 'hes', 'x'),
      { passwordText: 'always' },
      '7.4 bad-credentials',
    ],
    ['an old message', () => sent('digest', 'hes', 'geheim', () => Date.now() - 400_000), {}, '7.7 stale'],
    [
      'a message from the future',
      () => sent('digest', 'hes', 'geheim', () => Date.now() + 400_000),
      {},
      '7.7 stale',
    ],
  ])('%s is refused', async (_, envelope, more, cause) => {
    const { admission, events } = await receive(await envelope(), accepting(more));
    expect(causes(events)).toEqual([cause]);
    expect(admission).toMatchObject({ ok: false, fault: { code: 'Sender' } });
  });

  test('a nonce is good once', async () => {
    const options = accepting();
    const envelope = await sent('digest');
    expect((await receive(envelope, options)).admission.ok).toBe(true);
    expect(causes((await receive(envelope, options)).events)).toEqual(['7.7 replayed']);
  });

  test('nothing at all is refused where it is asked for', async () => {
    const { events, admission } = await receive(
      await wsSecurity({}).protect(bytes(BODY), '1.1'),
      accepting(),
    );
    expect(causes(events)).toEqual(['7.2 no-credentials']);
    // Whoever tries things out learns no more than this.
    expect(admission).toMatchObject({ fault: { reason: 'authentication needed' } });
  });
});

describe.skipIf(!HAS_OPENSSL)('X.509 signature', () => {
  let certificates: Certificates;
  let sender: KeyPair;
  let options: WsSecurityOptions;
  beforeAll(async () => {
    certificates = makeCertificates();
    sender = certificates.issue('head-end');
    const trust = await certificateTrust({ trusted: [certificates.authority.certificate] });
    options = { accept: { signature: { trust } }, require: ['signature', 'timestamp'] };
  });
  afterAll(() => certificates.dispose());

  const signed = async (pair: KeyPair = sender, body = BODY): Promise<string> =>
    text(
      await wsSecurity({
        send: { signature: { privateKey: pair.key, certificate: pair.certificate } },
      }).protect(bytes(body), '1.1'),
    );

  test('what was signed comes out', async () => {
    const { admission, events } = await receive(await signed(), options);
    expect(causes(events)).toEqual([]);
    if (!admission.ok) throw new Error('refused');
    expect(admission.proofs).toEqual([{ name: 'CN=head-end,O=Example', mechanism: 'x509-signature' }]);
    expect(admission.body?.name).toBe('{urn:m}RequestMessage');
    // Bindings that only values need are there, and the rest of the bytes means the same.
    expect(text(admission.body?.bytes)).toContain('xmlns:t="urn:t"');
    expect(text(admission.body?.bytes)).toContain('é 𝄞 &amp;');
  });

  test.each([
    ['changed content', (xml: string) => xml.replace('é', 'è'), '7.4 bad-signature'],
    ['a later end', (xml: string) => xml.replace(/(<wsu:Expires>20)\d\d/u, '$199'), '7.4 bad-signature'],
    [
      'a body without signature',
      (xml: string) => xml.replace(/<ds:Signature .*<\/ds:Signature>/su, ''),
      '7.7 not-signed',
    ],
    [
      'the signed body moved away and another one in its place',
      (xml: string) => {
        const [body = ''] = /<soap:Body .*<\/soap:Body>/su.exec(xml) ?? [];
        return xml
          .replace(body, '<soap:Body><evil/></soap:Body>')
          .replace('</soap:Header>', `<Wrapper xmlns="urn:w">${body}</Wrapper></soap:Header>`);
      },
      '7.7 wrapped-signature',
    ],
    [
      'the same, and the other body has the id of the signed one',
      (xml: string) => {
        const [body = ''] = /<soap:Body .*<\/soap:Body>/su.exec(xml) ?? [];
        const evil = body.replace(/>.*<\/soap:Body>/su, '><evil/></soap:Body>');
        return xml
          .replace(body, evil)
          .replace('</soap:Header>', `<Wrapper xmlns="urn:w">${body}</Wrapper></soap:Header>`);
      },
      '7.4 bad-signature',
    ],
    [
      'SHA-1',
      (xml: string) =>
        xml.replace(
          'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
          'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
        ),
      '7.3 weak-algorithm',
    ],
    [
      'a transform that runs a program',
      (xml: string) =>
        xml.replace(
          '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"',
          '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"',
        ),
      '7.3 weak-algorithm',
    ],
    [
      'two security headers',
      (xml: string) =>
        xml.replace(
          '<wsse:Security',
          '<x:Security xmlns:x="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"/><wsse:Security',
        ),
      '7.7 malformed-security',
    ],
  ])('%s is refused', async (_, change, cause) => {
    const original = await signed();
    const changed = change(original);
    expect(changed).not.toBe(original);
    const { events } = await receive(changed, options);
    expect(causes(events)).toEqual([cause]);
  });

  test.each([
    ['of a stranger', () => certificates.selfSigned('stranger'), '7.4 untrusted-certificate'],
    ['with a short key', () => certificates.issue('short', { bits: 1024 }), '7.3 weak-algorithm'],
  ])('a certificate %s is refused', async (_, pair, cause) => {
    const { events } = await receive(await signed(pair()), options);
    expect(causes(events)).toEqual([cause]);
  });

  test('a signed message is good once', async () => {
    const trust = await certificateTrust({ trusted: [sender.certificate] });
    const once: WsSecurityOptions = { accept: { signature: { trust, nonces: memoryStore() } } };
    const envelope = await signed();
    expect((await receive(envelope, once)).admission.ok).toBe(true);
    expect(causes((await receive(envelope, once)).events)).toEqual(['7.7 replayed']);
  });
});
