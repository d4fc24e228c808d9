import { readFileSync } from 'node:fs';
import { compareText } from '../foundation/expanded-name.js';

/** Name of the manifest in every output folder. */
export const MANIFEST_FILE = 'manifest.json';

/**
 * What an output folder was made from, and what was written. Holds no date and no absolute path: two machines that
 * generate the same write the same manifest.
 */
export interface Manifest {
  /** Version of this shape. */
  readonly format: 1;
  readonly generator: { readonly name: 'cimbind'; readonly version: string };
  /** Hash of the resolved configuration of the project. */
  readonly config: string;
  /** Hash of the vendor's templates; '' without any. */
  readonly templates: string;
  /** Labels of the documents that the inputs name. */
  readonly entries: readonly string[];
  /** Every document that was looked for, by label, with the hash of its text; null where there was none. */
  readonly inputs: Readonly<Record<string, string | null>>;
  /** Every file that was written, by path, with the hash of its text. */
  readonly files: Readonly<Record<string, string>>;
}

/** The text of a manifest: keys in order, so that equal manifests are equal files. */
export const manifestText = (manifest: Manifest): string =>
  `${JSON.stringify(
    {
      $comment: 'Written by cimbind: what the files beside this one were generated from. Do not edit.',
      format: manifest.format,
      generator: { name: manifest.generator.name, version: manifest.generator.version },
      config: manifest.config,
      templates: manifest.templates,
      entries: [...manifest.entries].sort(compareText),
      inputs: sortedByKey(manifest.inputs),
      files: sortedByKey(manifest.files),
    },
    undefined,
    2,
  )}\n`;

const sortedByKey = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));

/** A manifest that was read, or why it cannot be. */
export type ManifestRead =
  | { readonly state: 'read'; readonly manifest: Manifest; readonly text: string }
  | { readonly state: 'absent' }
  | { readonly state: 'unreadable'; readonly reason: string };

/** Reads the manifest at a path. */
export function readManifest(path: string): ManifestRead {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return /ENOENT|ENOTDIR/u.test(reason) ? { state: 'absent' } : { state: 'unreadable', reason };
  }
  return parseManifest(text.replaceAll('\r\n', '\n'));
}

function parseManifest(text: string): ManifestRead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { state: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
  return isManifest(value)
    ? { state: 'read', manifest: value, text }
    : { state: 'unreadable', reason: 'it does not have the shape of a manifest of format 1' };
}

function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value)) return false;
  const { format, generator, config, templates, entries, inputs, files } = value;
  return (
    format === 1 &&
    isRecord(generator) &&
    generator['name'] === 'cimbind' &&
    typeof generator['version'] === 'string' &&
    typeof config === 'string' &&
    typeof templates === 'string' &&
    Array.isArray(entries) &&
    entries.every((entry) => typeof entry === 'string') &&
    isRecord(inputs) &&
    Object.values(inputs).every((hash) => typeof hash === 'string' || hash === null) &&
    isRecord(files) &&
    Object.values(files).every((hash) => typeof hash === 'string') &&
    // The names are used to remove files: none may lead out of the folder.
    Object.keys(files).every(isInsideFolder)
  );
}

/** Whether a relative path, `/` separated, stays in the folder that it is relative to. */
export const isInsideFolder = (path: string): boolean =>
  path !== '' &&
  !path.includes('\\') &&
  !/^[a-z]:/iu.test(path) &&
  !path.includes('\0') &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
