import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A key and its certificate, in PEM and as files. */
export interface KeyPair {
  readonly key: string;
  readonly certificate: string;
  readonly keyFile: string;
  readonly certificateFile: string;
}

/** Certificates made for one test, in a temporary folder that `dispose` removes. */
export interface Certificates {
  readonly folder: string;
  /** A certificate of our authority; of `localhost` and 127.0.0.1 where it is a server's. */
  issue(name: string, options?: { readonly bits?: number; readonly days?: number }): KeyPair;
  /** A certificate that nobody but itself has signed. */
  selfSigned(name: string): KeyPair;
  readonly authority: KeyPair;
  dispose(): void;
}

/** Whether certificates can be made here: tests that need them are skipped visibly where not. */
export const HAS_OPENSSL = spawnSync('openssl', ['version']).status === 0;

/** Makes an authority, in a folder of its own. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'cimbind-certificates-'));
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
  };
  const pair = (name: string): KeyPair => ({
    key: readFileSync(file(`${name}.key`), 'utf8'),
    certificate: readFileSync(file(`${name}.crt`), 'utf8'),
    keyFile: file(`${name}.key`),
    certificateFile: file(`${name}.crt`),
  });
  const selfSigned = (name: string): KeyPair => {
    openssl(
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/O=Example/CN=${name}`],
      ...['-keyout', `${name}.key`, '-out', `${name}.crt`],
    );
    return pair(name);
  };
  return {
    folder,
    authority: selfSigned('authority'),
    selfSigned,
    issue(name, { bits = 2048, days = 2 } = {}) {
      writeFileSync(file(`${name}.ext`), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
      openssl(
        ...['req', '-newkey', `rsa:${bits}`, '-nodes', '-subj', `/O=Example/CN=${name}`],
        ...['-keyout', `${name}.key`, '-out', `${name}.csr`],
      );
      openssl(
        ...['x509', '-req', '-in', `${name}.csr`, '-CA', 'authority.crt', '-CAkey', 'authority.key'],
        ...['-CAcreateserial', '-days', String(days), '-extfile', `${name}.ext`, '-out', `${name}.crt`],
      );
      return pair(name);
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
