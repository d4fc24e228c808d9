import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../../shared/domain/', import.meta.url));

/** Whether the lists of codes from public sources are at hand. */
export const hasPublicCodes = existsSync(FOLDER);

/** A list of codes from public sources. */
export const publicCodes = (name: string): unknown =>
  JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8')) as unknown;

/** Numbers from a seed, the same in every run. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A text without what differs between the ways to write a name. */
export const bare = (name: string): string =>
  name
    .replace(/\(.*\)|_\d+$/gu, '')
    .replaceAll(/[^A-Za-z0-9%]/gu, '')
    .toLowerCase();
