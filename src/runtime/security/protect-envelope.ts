import { wrapSoap } from '../transport/soap/write-soap.js';
import { SOAP_NAMESPACE, type SoapVersion } from '../transport/soap/soap-version.js';
import { utf8 } from './octets.js';
import { BASE64_BINARY, EXCLUSIVE, WSSE, WSU, X509_V3 } from './security-namespaces.js';
import { writeUsernameToken, type Credentials } from './username-token.js';
import { signatureOver, type SigningKey } from './xml-signature.js';

/** What goes into the security header of a message. */
export interface ProtectOptions {
  readonly usernameToken?: Credentials;
  readonly signature?: SigningKey;
  readonly timeToLive?: number;
}

/** Puts a document into an envelope with a security header; body, timestamp and token are signed where there is a key. */
export async function protectEnvelope(
  body: Uint8Array,
  version: SoapVersion,
  options: ProtectOptions,
  now: number,
): Promise<Uint8Array> {
  const { usernameToken, signature, timeToLive = 300 } = options;
  if (usernameToken === undefined && signature === undefined) return wrapSoap(body, { version });
  const created = new Date(now).toISOString();
  const token = usernameToken === undefined ? '' : await writeUsernameToken(usernameToken, created);
  const certificate =
    signature === undefined
      ? ''
      : `<wsse:BinarySecurityToken wsu:Id="Certificate" ValueType="${X509_V3}" EncodingType="${BASE64_BINARY}">` +
        `${signature.certificate.replace(/-----[^-]+-----|\s+/gu, '')}</wsse:BinarySecurityToken>`;
  const head =
    `<wsse:Security soap:mustUnderstand="1" xmlns:wsse="${WSSE}" xmlns:wsu="${WSU}">` +
    `<wsu:Timestamp wsu:Id="Timestamp"><wsu:Created>${created}</wsu:Created>` +
    `<wsu:Expires>${new Date(now + timeToLive * 1000).toISOString()}</wsu:Expires></wsu:Timestamp>` +
    `${certificate}${token}`;
  const tail = '</wsse:Security>';
  const write = (header: string): Uint8Array =>
    wrapSoap(body, {
      version,
      headers: [utf8(header)],
      ...(signature === undefined ? {} : { bodyAttributes: ` xmlns:wsu="${WSU}" wsu:Id="Body"` }),
    });
  const unsigned = write(head + tail);
  if (signature === undefined) return unsigned;

  const text = new TextDecoder().decode(unsigned);
  const inHeader = (name: string): string =>
    `/*/*[local-name(.)='Header']/*[local-name(.)='Security']/*[local-name(.)='${name}']`;
  const target = (xpath: string, inclusivePrefixes: readonly string[] = []) => ({
    xpath,
    transforms: [EXCLUSIVE],
    inclusivePrefixes,
  });
  const signed = await signatureOver(
    text,
    [
      target(
        `/*/*[local-name(.)='Body' and namespace-uri(.)='${SOAP_NAMESPACE[version]}']`,
        prefixesInValues(body),
      ),
      target(inHeader('Timestamp')),
      ...(usernameToken === undefined ? [] : [target(inHeader('UsernameToken'))]),
    ],
    signature,
    () =>
      `<wsse:SecurityTokenReference xmlns:wsse="${WSSE}"><wsse:Reference URI="#Certificate" ValueType="${X509_V3}"/></wsse:SecurityTokenReference>`,
  );
  return write(head + signed + tail);
}

/**
 * Prefixes that a document binds. Exclusive canonical XML drops bindings that no name needs, so that QNames in values
 * (`xsi:type`, an XPath) would come out without their namespaces: all of them are to count (InclusiveNamespaces).
 */
export function prefixesInValues(document: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(document);
  return [...new Set([...text.matchAll(/\sxmlns:([^\s=:]+)\s*=/gu)].map(([, prefix = '']) => prefix))];
}
