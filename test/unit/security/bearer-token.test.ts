import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bearerTokens, type BearerTokenCheck, type BearerTokens } from '@cimbind/runtime/security';

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

describe('bearer tokens', () => {
  let keys: Pair;
  let others: Pair;
  let pem: string;
  let server: Server;
  let url: string;
  let check: BearerTokens;
  const base = { issuer: 'https://issuer.example', audience: 'head-end' };

  beforeAll(async () => {
    keys = await generateKeyPair('ES256', { extractable: true });
    others = await generateKeyPair('ES256', { extractable: true });
    pem = await exportSPKI(keys.publicKey);
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256' };
    server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    check = bearerTokens({ ...base, keys: { pem } });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const token = (claims: JWTPayload = {}, { privateKey } = keys, alg = 'ES256'): Promise<string> =>
    new SignJWT({ iss: base.issuer, aud: base.audience, sub: 'mdm', scope: 'read control', ...claims })
      .setProtectedHeader({ alg, kid: 'k1' })
      .setIssuedAt(claims.iat)
      .setExpirationTime(claims.exp ?? '5m')
      .sign(privateKey);
  const verdict = async (authorization: string, by = check): Promise<unknown> => {
    const outcome = await by(authorization);
    return outcome.ok ? outcome.value : `${outcome.refusal.code} ${outcome.refusal.cause}`;
  };
  const GOOD = { name: 'mdm', aliases: [], mechanisms: ['jwt'], roles: ['read', 'control'] };

  test('a good one says who and what for', async () => {
    expect(await verdict(`Bearer ${await token()}`)).toEqual(GOOD);
  });

  test('keys may stand at a URL', async () => {
    const remote: BearerTokenCheck = { ...base, keys: { url } };
    expect(await verdict(`Bearer ${await token()}`, bearerTokens(remote))).toEqual(GOOD);
    const dead = bearerTokens({ ...base, keys: { url: 'http://127.0.0.1:9/' } });
    expect(await verdict(`Bearer ${await token()}`, dead)).toBe('7.1 check-unavailable');
  });

  const second = (offset: number): number => Math.floor(Date.now() / 1000) + offset;
  test.each([
    ['for somebody else', () => token({ aud: 'cis' }), '7.4 bad-token'],
    ['of another issuer', () => token({ iss: 'https://else.example' }), '7.4 bad-token'],
    ['that has expired', () => token({ exp: second(-60) }), '7.4 bad-token'],
    ['that is too old', () => token({ iat: second(-100_000), exp: second(60) }), '7.4 bad-token'],
    ['with another key', () => token({}, others), '7.4 bad-token'],
    ['about nobody', () => token({ sub: '' }), '7.4 bad-token'],
    [
      'without signature',
      async () => `${btoa('{"alg":"none"}')}.${btoa('{"sub":"mdm"}')}.`.replaceAll('=', ''),
      '7.3 weak-algorithm',
    ],
    [
      'signed with the public key as a secret',
      () =>
        new SignJWT({ iss: base.issuer, aud: base.audience, sub: 'mdm' })
          .setProtectedHeader({ alg: 'HS256' })
          .setExpirationTime('5m')
          .sign(new TextEncoder().encode(pem)),
      '7.3 weak-algorithm',
    ],
    ['that is none', async () => 'abc', '7.4 bad-token'],
  ])('one %s is refused', async (_, make, expected) => {
    expect(await verdict(`Bearer ${await make()}`)).toBe(expected);
  });

  test('other schemes are refused', async () => {
    expect(await verdict('Basic bWRtOng=')).toBe('7.4 bad-token');
    expect(await verdict(`Bearer ${'a'.repeat(20_000)}`)).toBe('7.4 bad-token');
  });
});
