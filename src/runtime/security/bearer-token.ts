import { clientLibrary } from '../transport/client-library.js';
import type { JWTVerifyGetKey, JWTVerifyOptions } from 'jose';
import type { Identity } from './identity.js';
import { granted, refuse, type Checked } from './refusal.js';

/** How bearer tokens are checked (RFC 7519, RFC 8725). */
export interface BearerTokenCheck {
  /** Where the keys are: a URL of a JWK set, or a public key in PEM (SPKI) or a certificate. */
  readonly keys: { readonly url: string } | { readonly pem: string };
  readonly issuer: string;
  readonly audience: string;
  /** Algorithms that are taken; those with public keys by default: RS256, PS256, ES256, EdDSA. */
  readonly algorithms?: readonly string[];
  /** Seconds by which clocks may differ; 30 by default. */
  readonly skew?: number;
  /** Seconds that a token may be old, by its `iat`; a day by default. */
  readonly maximumAge?: number;
  readonly now?: () => number;
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** A longer token is nobody's. */
const LONGEST = 16_384;

/** Checks the value of an Authorization header: answers who the bearer is. */
export type BearerTokens = (authorization: string) => Promise<Checked<Identity>>;

/** Makes the check. Keys at a URL are fetched when the first token comes, and again when one has a new key. */
export function bearerTokens(check: BearerTokenCheck): BearerTokens {
  const { algorithms = ALGORITHMS, skew = 30, maximumAge = 86_400, now = Date.now } = check;
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return async (authorization) => {
    const [, token] = /^Bearer +([A-Za-z0-9_.-]+)$/iu.exec(authorization) ?? [];
    if (token === undefined || token.length > LONGEST)
      return refuse('bad-token', 'the Authorization header holds no bearer token');
    const { jwtVerify, errors } = await clientLibrary(['jose'], () => import('jose'));
    try {
      keys ??= keysOf(check, algorithms);
      const options: JWTVerifyOptions = {
        algorithms: [...algorithms],
        issuer: check.issuer,
        audience: check.audience,
        clockTolerance: skew,
        maxTokenAge: maximumAge,
        currentDate: new Date(now()),
        requiredClaims: ['sub', 'exp'],
      };
      const { payload } = await jwtVerify(token, await keys, options);
      const { sub = '' } = payload;
      if (sub === '') return refuse('bad-token', 'the token is about nobody');
      return granted({
        name: sub,
        aliases: [],
        mechanisms: ['jwt'],
        roles: rolesOf(payload),
      });
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) {
        keys = undefined;
        return refuse('check-unavailable', `the keys cannot be had: ${textOf(error)}`);
      }
      if (error instanceof errors.JOSEAlgNotAllowed) return refuse('weak-algorithm', textOf(error));
      return refuse('bad-token', textOf(error));
    }
  };
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message.slice(0, 300) : 'unknown');

async function keysOf({ keys }: BearerTokenCheck, algorithms: readonly string[]): Promise<JWTVerifyGetKey> {
  const { createRemoteJWKSet, importSPKI, importX509 } = await clientLibrary(['jose'], () => import('jose'));
  if ('url' in keys) return createRemoteJWKSet(new URL(keys.url), { timeoutDuration: 5000 });
  const load = keys.pem.includes('BEGIN CERTIFICATE') ? importX509 : importSPKI;
  return async ({ alg = '' }) => load(keys.pem, algorithms.includes(alg) ? alg : (algorithms[0] ?? 'RS256'));
}

/** Scopes (RFC 8693) and roles (RFC 9068) of a token. */
function rolesOf(payload: Readonly<Record<string, unknown>>): readonly string[] {
  const { scope, roles } = payload;
  return [
    ...(typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : []),
    ...(Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : []),
  ];
}
