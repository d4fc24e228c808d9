import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { GeneratorIdentity } from './pipeline-context.js';

const packageFile = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Version and, in a checkout, build of the generator that runs. */
export function generatorIdentity(): GeneratorIdentity {
  const isCheckout = existsSync(packageFile('tsconfig.build.json'));
  return { version: generatorVersion(), build: isCheckout ? buildHash() : undefined };
}

/** The version in package.json. */
export function generatorVersion(): string {
  const description: unknown = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
  const version =
    typeof description === 'object' && description !== null && Reflect.get(description, 'version');
  return typeof version === 'string' ? version : '0.0.0';
}

function buildHash(): string {
  const hash = createHash('sha256');
  for (const folder of ['dist', 'templates']) {
    if (!existsSync(packageFile(folder))) continue;
    const names = readdirSync(packageFile(folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((one) => /\.(?:js|hbs)$/u.test(one)).sort()) {
      hash.update(name).update(readFileSync(join(packageFile(folder), name)));
    }
  }
  return hash.digest('hex');
}
