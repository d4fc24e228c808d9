/** How a sender proved who it is. */
export type Mechanism =
  /** A client certificate of TLS. */
  | 'tls'
  /** A user whom the middleware vouches for. */
  | 'middleware-user'
  /** A user name and a password in the clear (WS-Security UsernameToken, PasswordText). */
  | 'password'
  /** A user name and a digest of the password (WS-Security UsernameToken, PasswordDigest). */
  | 'password-digest'
  /** A signature in the SOAP header (WS-Security X.509 token). */
  | 'x509-signature'
  /** An XML signature over the message or its payload. */
  | 'xml-signature'
  /** A bearer token (RFC 6750, RFC 7519). */
  | 'jwt';

/** Who sent a message, as far as it was proved. */
export interface Identity {
  /** The user, the subject of the certificate or that of the token: what rules of a policy name. */
  readonly name: string;
  /** Other names that were proved of the same sender, by several mechanisms. */
  readonly aliases: readonly string[];
  readonly mechanisms: readonly Mechanism[];
  /** What the sender may be besides: scopes and roles of its token. */
  readonly roles: readonly string[];
}

/** Nobody in particular: nothing was proved. */
export const ANONYMOUS: Identity = { name: '', aliases: [], mechanisms: [], roles: [] };

/** One sender, of whom each of the identities proves something. */
export function joinIdentities(identities: readonly Identity[]): Identity {
  const proved = identities.filter(({ name }) => name !== '');
  const names = [...new Set(proved.flatMap(({ name, aliases }) => [name, ...aliases]))];
  const [name = '', ...aliases] = names;
  return {
    name,
    aliases,
    mechanisms: [...new Set(proved.flatMap(({ mechanisms }) => mechanisms))],
    roles: [...new Set(proved.flatMap(({ roles }) => roles))],
  };
}
