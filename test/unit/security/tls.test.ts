import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PeerIdentity, TransportEvent } from '@cimbind/runtime/transport';
import { createSoapAdapter, type SoapAdapter, type TlsClientOptions } from '@cimbind/runtime/transport/soap';
import { distinguishedName } from '../../../src/runtime/transport/distinguished-name.js';
import {
  HAS_OPENSSL,
  makeCertificates,
  type Certificates,
  type KeyPair,
} from '../../support/certificates.js';

const MESSAGE = { body: new TextEncoder().encode('<x/>'), contentType: 'application/xml', properties: {} };

describe.skipIf(!HAS_OPENSSL)('TLS (needs openssl)', { timeout: 30_000 }, () => {
  let certificates: Certificates;
  let server: KeyPair;
  let client: KeyPair;
  let stranger: KeyPair;
  beforeAll(() => {
    certificates = makeCertificates();
    server = certificates.issue('server');
    client = certificates.issue('mdm');
    stranger = certificates.selfSigned('stranger');
  });
  afterAll(() => certificates.dispose());

  const running: SoapAdapter[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((adapter) => adapter.drain(2000).catch(() => undefined)));
  });

  /** What a call over TLS leads to: whom the server saw, or how it failed. */
  async function call(
    clientCertificate: 'required' | 'optional' | 'none',
    tls: TlsClientOptions,
  ): Promise<{
    readonly peer: PeerIdentity | undefined;
    readonly failure: string;
    readonly refused: string[];
  }> {
    const refused: string[] = [];
    let peer: PeerIdentity | undefined;
    const { authority } = certificates;
    const onEvent = (event: TransportEvent): void => {
      if (event.kind === 'refused') refused.push(event.reason);
    };
    const served = createSoapAdapter({
      server: {
        tls: {
          key: server.key,
          certificate: server.certificate,
          ...(clientCertificate === 'none'
            ? {}
            : { clientAuthorities: [authority.certificate], clientCertificate }),
        },
      },
      onEvent,
    });
    const caller = createSoapAdapter({ client: { tls } });
    running.push(served, caller);
    await served.start();
    await caller.start();
    await served.serve('/s', async (delivery) => {
      peer = delivery.peer;
      return MESSAGE;
    });
    const failure = await caller.request(`${served.url ?? ''}/s`, MESSAGE, { timeout: 10_000 }).then(
      () => 'none',
      (error: unknown) => String((error as { readonly code?: unknown }).code),
    );
    return { peer, failure, refused };
  }
  const pair = ({ key, certificate }: KeyPair): TlsClientOptions => ({ key, certificate });
  const trusting = (): TlsClientOptions => ({ authorities: [certificates.authority.certificate] });

  test('the server is who it says', async () => {
    const { peer, failure } = await call('none', trusting());
    expect(failure).toBe('none');
    expect(peer).toEqual({ address: '127.0.0.1', encrypted: true });
  });

  test('a server that nobody vouches for is not called', async () => {
    expect(await call('none', {})).toMatchObject({ failure: 'TRN3005', peer: undefined });
    const other = { authorities: [stranger.certificate] };
    expect(await call('none', other)).toMatchObject({ failure: 'TRN3005', peer: undefined });
  });

  test('mutual TLS: the certificate says who calls', async () => {
    const { peer, failure } = await call('required', { ...trusting(), ...pair(client) });
    expect(failure).toBe('none');
    expect(peer).toMatchObject({ certificateSubject: 'CN=mdm,O=Example', encrypted: true });
    expect(peer?.certificateFingerprint).toMatch(/^[0-9a-f]{64}$/u);
  });

  test.each([
    ['no certificate', () => trusting()],
    ['a certificate of nobody', () => ({ ...trusting(), ...pair(stranger) })],
  ])('%s is refused where one is required', async (_, tls) => {
    const { peer, failure } = await call('required', tls());
    expect(failure).not.toBe('none');
    expect(peer).toBeUndefined();
  });

  test('a certificate of nobody proves nothing where none is required', async () => {
    const { peer, failure } = await call('optional', { ...trusting(), ...pair(stranger) });
    expect(failure).toBe('none');
    expect(peer).toEqual({ address: '127.0.0.1', encrypted: true });
  });
});

test.each([
  ['C=DE\nO=Example\nCN=mdm', 'CN=mdm,O=Example,C=DE'],
  ['O=Example\nCN=mdm,O=Other', 'CN=mdm\\,O\\=Other,O=Example'],
  ['CN= blank "x" ', 'CN=\\ blank \\"x\\"\\ '],
  ['CN=#1+2', 'CN=\\#1\\+2'],
])('a name that looks like several is written as one: %j', (lines, expected) => {
  expect(distinguishedName(lines)).toBe(expected);
});
