import { textOf, TransportError } from './transport-error.js';

/** Loads the client library of a transport, an optional peer dependency; says (TRN1001) what to install where it is missing. */
export async function clientLibrary<T>(packages: readonly string[], load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new TransportError(
      'TRN1001',
      `${packages.join(' and ')} cannot be loaded (${textOf(cause).split('\n')[0] ?? ''}); npm install ${packages.join(' ')}`,
      { cause },
    );
  }
}
