import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  certificateTrust,
  signDocument,
  verifyDocument,
  wsSecurity,
  type CertificateTrust,
} from '@cimbind/runtime/security';
import { readSoap } from '@cimbind/runtime/transport/soap';
import { HAS_OPENSSL, makeCertificates, type Certificates, type KeyPair } from '../support/certificates.js';
import { HAS_XMLSEC, peerFile, run } from './peer-tools.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (of: Uint8Array | undefined): string => new TextDecoder().decode(of);

const MESSAGE = readFileSync(
  peerFile('../../input-models/envelope-ed1/samples/RequestMessage.xml'),
  'utf8',
).replace(
  '<RequestMessage',
  '<RequestMessage xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:t="urn:t"',
);
const WSU = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';

describe.skipIf(!HAS_XMLSEC || !HAS_OPENSSL)(
  'xmlsec1 (needs xmlsec1 and openssl)',
  { timeout: 60_000 },
  () => {
    let certificates: Certificates;
    let sender: KeyPair;
    let trust: CertificateTrust;
    beforeAll(async () => {
      certificates = makeCertificates();
      sender = certificates.issue('head-end');
      trust = await certificateTrust({ trusted: [certificates.authority.certificate] });
    });
    afterAll(() => certificates.dispose());

    const file = (name: string, content: Uint8Array | string): string => {
      const path = join(certificates.folder, name);
      writeFileSync(path, content);
      return path;
    };
    const key = () => ({ privateKey: sender.key, certificate: sender.certificate });
    const xmlsecVerifies = async (document: Uint8Array | string): Promise<boolean> => {
      const trusted = ['--trusted-pem', certificates.authority.certificateFile];
      const { status } = await run('xmlsec1', ['--verify', ...trusted, file('to-verify.xml', document)]);
      return status === 0;
    };

    test.each([
      ['the whole message', {}],
      ['with the signature in the header', { place: 'Header' }],
    ])('verifies our signature: %s', async (_, options) => {
      const document = await signDocument(bytes(MESSAGE), key(), options);
      expect(await xmlsecVerifies(document)).toBe(true);
      const tampered = text(document).replace('<Noun>', '<Noun>X');
      expect(tampered).not.toBe(text(document));
      expect(await xmlsecVerifies(tampered)).toBe(false);
    });

    test('verifies our signature in a SOAP header, given the certificate', async () => {
      const envelope = await wsSecurity({ send: { signature: key() } }).protect(bytes(MESSAGE), '1.1');
      const ids = [
        '--id-attr:Id',
        `http://schemas.xmlsoap.org/soap/envelope/:Body`,
        '--id-attr:Id',
        `${WSU}:Timestamp`,
      ];
      const by = ['--pubkey-cert-pem', sender.certificateFile];
      const verify = async (document: Uint8Array | string) =>
        (await run('xmlsec1', ['--verify', ...by, ...ids, file('soap.xml', document)])).status === 0;
      expect(await verify(envelope)).toBe(true);
      expect(await verify(text(envelope).replace('<Noun>', '<Noun>X'))).toBe(false);
    });

    const TEMPLATE = (algorithm: string, canonicalization: string, reference: string): string => `
    <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo>
      <CanonicalizationMethod Algorithm="${canonicalization}"/>
      <SignatureMethod Algorithm="${algorithm}"/>
      ${reference}
    </SignedInfo><SignatureValue/><KeyInfo><X509Data><X509Certificate/></X509Data></KeyInfo></Signature>`;
    const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
    const INCLUSIVE = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
    const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
    const enveloped = (transform: string, digest = 'http://www.w3.org/2001/04/xmlenc#sha256'): string =>
      `<Reference URI=""><Transforms><Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>
     ${transform === '' ? '' : `<Transform Algorithm="${transform}"/>`}</Transforms>
     <DigestMethod Algorithm="${digest}"/><DigestValue/></Reference>`;
    const xmlsecSigns = async (template: string, ...more: readonly string[]): Promise<string> => {
      const keys = ['--privkey-pem', `${sender.keyFile},${sender.certificateFile}`];
      const said = await run('xmlsec1', ['--sign', ...keys, ...more, file('template.xml', template)]);
      if (said.status !== 0) throw new Error(said.errors);
      return said.output;
    };

    test.each([
      ['rsa-sha256, exclusive', `${MORE}rsa-sha256`, EXCLUSIVE, enveloped(EXCLUSIVE), 'verified'],
      ['rsa-sha512, inclusive', `${MORE}rsa-sha512`, INCLUSIVE, enveloped(INCLUSIVE), 'verified'],
      ['no canonicalization said', `${MORE}rsa-sha256`, EXCLUSIVE, enveloped(''), 'verified'],
      [
        'rsa-sha1',
        'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
        EXCLUSIVE,
        enveloped(EXCLUSIVE),
        '7.3 weak-algorithm',
      ],
      [
        'a digest by SHA-1',
        `${MORE}rsa-sha256`,
        EXCLUSIVE,
        enveloped(EXCLUSIVE, 'http://www.w3.org/2000/09/xmldsig#sha1'),
        '7.3 weak-algorithm',
      ],
    ])('signs, and we verify: %s', async (_, algorithm, canonicalization, reference, expected) => {
      const template = MESSAGE.replace(
        '</RequestMessage>',
        `${TEMPLATE(algorithm, canonicalization, reference)}</RequestMessage>`,
      );
      const verdict = async (document: string): Promise<string> => {
        const outcome = await verifyDocument(bytes(document), { trust });
        return outcome.ok ? 'verified' : `${outcome.refusal.code} ${outcome.refusal.cause}`;
      };
      const document = await xmlsecSigns(template);
      expect(await verdict(document)).toBe(expected);
      if (expected === 'verified')
        expect(await verdict(document.replace('<Noun>', '<Noun>X'))).toBe('7.4 bad-signature');
    });

    test('signs the body of a SOAP envelope, and we verify it', async () => {
      const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
      const reference = `<Reference URI="#B"><Transforms><Transform Algorithm="${EXCLUSIVE}"/></Transforms>
      <DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue/></Reference>`;
      const body = MESSAGE.replace(/^<\?xml.*\?>\s*/u, '').replace(/^<!--.*?-->\s*/su, '');
      const template = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>
      <w:Security xmlns:w="${wsse}">${TEMPLATE(`${MORE}rsa-sha256`, EXCLUSIVE, reference)}</w:Security></s:Header>
      <s:Body xmlns:u="${WSU}" u:Id="B">${body}</s:Body></s:Envelope>`;
      const security = wsSecurity({ accept: { signature: { trust } }, require: ['signature'] });
      const admit = async (document: string) => {
        const reading = readSoap(bytes(document));
        if (!reading.ok) throw new Error(reading.fault.reason);
        return security.admit(reading.message, { secure: false });
      };
      const signed = await xmlsecSigns(
        template,
        '--id-attr:Id',
        'http://schemas.xmlsoap.org/soap/envelope/:Body',
      );
      expect(await admit(signed)).toMatchObject({
        ok: true,
        proofs: [{ name: 'CN=head-end,O=Example', mechanism: 'x509-signature' }],
      });
      expect(await admit(signed.replace('<Noun>', '<Noun>X'))).toMatchObject({ ok: false });
    });
  },
);
