import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether a text can be the name of a package, perhaps with a path inside of it. */
export const isPackageName = (text: string): boolean =>
  /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*(?:\/.*)?$/u.test(text) &&
  !/\.(?:xsd|wsdl|xmi|rdf|owl|ya?ml|json)$/iu.test(text);

/** The folder of an installed package, looked for from a folder upwards as Node does; nothing is fetched. */
export function installedPackage(name: string, from: string): string | undefined {
  const parts = name.split('/');
  const own = name.startsWith('@') ? parts.slice(0, 2) : parts.slice(0, 1);
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', ...own);
    if (existsSync(place)) return join(realpathSync(place), ...parts.slice(own.length));
    if (dirname(folder) === folder) return undefined;
  }
}
