import type { SecureContextOptions, TlsOptions } from 'node:tls';

/** TLS of a server. Version 1.2 at least. */
export interface TlsServerOptions {
  /** The server's key and certificate (with those of intermediate authorities behind it), PEM. */
  readonly key: string;
  readonly certificate: string;
  /** Mutual TLS: certificates of the authorities that issue clients their certificates, PEM. */
  readonly clientAuthorities?: readonly string[];
  /** Whether a client must have a certificate, where authorities are given; true by default. */
  readonly clientCertificate?: 'required' | 'optional';
}

/** TLS of a client. Version 1.2 at least; the server's certificate is always verified. */
export interface TlsClientOptions {
  /** Authorities that are trusted instead of those of the platform, PEM. */
  readonly authorities?: readonly string[];
  /** Mutual TLS: the client's own key and certificate, PEM. */
  readonly key?: string;
  readonly certificate?: string;
  /** The name that the server's certificate must have, where it is not that of the URL. */
  readonly serverName?: string;
}

/** The same for Node's `tls`. */
export function serverOptions(tls: TlsServerOptions): TlsOptions {
  const { key, certificate, clientAuthorities, clientCertificate = 'required' } = tls;
  return {
    key,
    cert: certificate,
    minVersion: 'TLSv1.2',
    ...(clientAuthorities === undefined
      ? {}
      : {
          ca: [...clientAuthorities],
          requestCert: true,
          rejectUnauthorized: clientCertificate === 'required',
        }),
  };
}

/** The same for Node's `tls`. */
export function clientOptions(
  tls: TlsClientOptions,
): SecureContextOptions & { readonly servername?: string } {
  const { authorities, key, certificate, serverName } = tls;
  return {
    minVersion: 'TLSv1.2',
    ...(authorities === undefined ? {} : { ca: [...authorities] }),
    ...(key === undefined ? {} : { key }),
    ...(certificate === undefined ? {} : { cert: certificate }),
    ...(serverName === undefined ? {} : { servername: serverName }),
  };
}
