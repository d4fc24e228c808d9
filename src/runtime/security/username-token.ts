import { escapeText } from '../encode/escape.js';
import { checkFresh, takeOnce, type FreshnessOptions, type NonceStore } from './freshness.js';
import type { Identity } from './identity.js';
import { fromBase64, joined, randomOctets, sameSecret, toBase64, utf8 } from './octets.js';
import { granted, refuse, type Checked } from './refusal.js';

const PROFILE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0';

/** Types of a password (UsernameToken profile 1.0, 3.1). */
export const PASSWORD_TEXT = `${PROFILE}#PasswordText`;
export const PASSWORD_DIGEST = `${PROFILE}#PasswordDigest`;

const BASE64 =
  'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary';

/** A UsernameToken as it stands in a message. */
export interface UsernameToken {
  readonly username: string;
  readonly password?: string | undefined;
  /** URI of the password's type; text where there is none. */
  readonly passwordType?: string | undefined;
  readonly nonce?: string | undefined;
  readonly created?: string | undefined;
}

/** How UsernameTokens are checked. */
export interface UsernameTokenCheck extends FreshnessOptions {
  /** The password of a user; undefined where there is no such user. */
  readonly passwordOf: (username: string) => string | undefined | Promise<string | undefined>;
  readonly nonces: NonceStore;
  /** Accept passwords in the clear; only over TLS, unless it is `always`. Default: no. */
  readonly passwordText?: 'over-tls' | 'always';
}

/** Base64 of SHA-1 over nonce, time and password (UsernameToken profile 1.0, 3.1). */
export async function passwordDigest(nonce: Uint8Array, created: string, password: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', joined(nonce, utf8(created), utf8(password)));
  return toBase64(new Uint8Array(digest));
}

/** What a sender needs for a token. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Send a digest of the password, or the password; `digest` by default. */
  readonly type?: 'digest' | 'text';
}

/** Writes a token; the prefixes `wsse` and `wsu` are declared around it. */
export async function writeUsernameToken(
  { username, password, type = 'digest' }: Credentials,
  created: string,
): Promise<string> {
  const nonce = randomOctets(16);
  const secret = type === 'digest' ? await passwordDigest(nonce, created, password) : password;
  return (
    `<wsse:UsernameToken wsu:Id="UsernameToken"><wsse:Username>${escapeText(username)}</wsse:Username>` +
    `<wsse:Password Type="${type === 'digest' ? PASSWORD_DIGEST : PASSWORD_TEXT}">${escapeText(secret)}</wsse:Password>` +
    `<wsse:Nonce EncodingType="${BASE64}">${toBase64(nonce)}</wsse:Nonce>` +
    `<wsu:Created>${created}</wsu:Created></wsse:UsernameToken>`
  );
}

/** Checks a token: password, age and, last, that its nonce was not seen before. */
export async function checkUsernameToken(
  token: UsernameToken,
  check: UsernameTokenCheck,
  secure: boolean,
): Promise<Checked<Identity>> {
  const password = await check.passwordOf(token.username);
  if (token.password === undefined) return refuse('bad-credentials', 'the UsernameToken has no password');
  const isDigest = token.passwordType === PASSWORD_DIGEST;
  if (!isDigest && token.passwordType !== undefined && token.passwordType !== PASSWORD_TEXT)
    return refuse('weak-mechanism', `passwords of type "${token.passwordType}" are not taken`);
  return isDigest
    ? checkDigest(token, token.password, password, check)
    : checkText(token, token.password, password, check, secure);
}

async function checkDigest(
  token: UsernameToken,
  digest: string,
  password: string | undefined,
  check: UsernameTokenCheck,
): Promise<Checked<Identity>> {
  const nonce = fromBase64(token.nonce ?? '');
  if (nonce === undefined || nonce.length === 0 || token.created === undefined)
    return refuse('malformed-security', 'a password digest needs a nonce and the time of its making');
  // Nobody can tell an unknown user from a wrong password by the time that the check takes.
  const expected = await passwordDigest(nonce, token.created, password ?? toBase64(randomOctets(16)));
  if (!sameSecret(expected, digest.trim()) || password === undefined)
    return refuse('bad-credentials', `user "${token.username.slice(0, 100)}": the password digest is wrong`);
  const fresh = checkFresh(token.created, check);
  if (!fresh.ok) return fresh;
  // Only what was proved is remembered: others cannot fill the store.
  const once = await takeOnce(check.nonces, `wsse\n${token.username}\n${toBase64(nonce)}`, fresh.value);
  if (!once.ok) return once;
  return granted(userIdentity(token.username, 'password-digest'));
}

function checkText(
  token: UsernameToken,
  secret: string,
  password: string | undefined,
  check: UsernameTokenCheck,
  secure: boolean,
): Checked<Identity> {
  if (check.passwordText === undefined)
    return refuse('weak-mechanism', 'passwords in the clear are not taken');
  if (!secure && check.passwordText === 'over-tls')
    return refuse('not-encrypted', 'a password in the clear over a connection in the clear');
  if (!sameSecret(password ?? toBase64(randomOctets(16)), secret) || password === undefined)
    return refuse('bad-credentials', `user "${token.username.slice(0, 100)}": the password is wrong`);
  return granted(userIdentity(token.username, 'password'));
}

const userIdentity = (name: string, mechanism: 'password' | 'password-digest'): Identity => ({
  name,
  aliases: [],
  mechanisms: [mechanism],
  roles: [],
});
