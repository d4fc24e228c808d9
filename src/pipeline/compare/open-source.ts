import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import {
  manifestInputsGone,
  sourceNotUnderstood,
  sourceWithoutModels,
} from '../../diagnostics/catalogue/src-revision.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic, Read } from '../../diagnostics/diagnostic.js';
import { sha256 } from '../../foundation/hash.js';
import { decodeSource } from '../../readers/source/decode-source.js';
import { checkOut, lastCommitOf } from '../../readers/source/revision/checkout.js';
import { installedPackage, isPackageName } from '../../readers/source/revision/installed-package.js';
import { expandPattern } from '../find-inputs.js';
import { MANIFEST_FILE, type Manifest, readManifest } from '../manifest.js';
import type { ComparedSource, ComparedSourceRequest } from '../ports.js';

/** Finds the files of one side of a comparison: on disk, in a revision, in a package, behind a manifest. */
export async function openSource(request: ComparedSourceRequest): Promise<Read<ComparedSource | undefined>> {
  const { text, cwd, inputs } = request;
  if (text === '')
    return filesOf({
      text: 'the inputs of the configuration',
      root: cwd,
      pattern: inputs?.patterns ?? [],
      close: nothing,
    });
  if (text.startsWith('git#')) return openRevision(request);
  const path = resolve(cwd, text);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind?.isFile() === true && basename(path) === MANIFEST_FILE) return openManifest(request, path);
  if (kind === undefined && isPackageName(text)) {
    const folder = installedPackage(text, cwd);
    if (folder !== undefined) return filesOf({ text, root: folder, pattern: '.', close: nothing });
  }
  if (kind === undefined && !/[*?[{]/u.test(text))
    return failed(
      diagnose(sourceNotUnderstood, {
        source: text,
        reason: 'there is no such file or folder, and no such package is installed',
      }),
    );
  return filesOf({ text, root: cwd, pattern: text, close: nothing });
}

const nothing = (): void => undefined;
const failed = (diagnostics: readonly Diagnostic[]): Read<undefined> => ({ value: undefined, diagnostics });

/** File names of information models. */
export const INFORMATION_MODEL = '**/*.{xmi,uml,ecore,qea,qeax,eap,eapx,owl,rdf,ttl}';
const SCHEMA_FILE = /\.(?:xsd|wsdl)$|\.profile\.(?:ya?ml|json)$/iu;

interface Wanted {
  readonly text: string;
  /** Absolute: labels are relative to it. */
  readonly root: string;
  readonly pattern: string | readonly string[];
  readonly revision?: string;
  close(): void;
}

async function filesOf(wanted: Wanted): Promise<Read<ComparedSource | undefined>> {
  const { text, root, pattern, revision, close } = wanted;
  const patterns = typeof pattern === 'string' ? [pattern] : pattern;
  const away = patterns.filter((one) => one.startsWith('!')).map((one) => one.slice(1));
  const taken = patterns.filter((one) => !one.startsWith('!'));
  const found = new Set<string>();
  // A folder with schemas is a schema, whatever models its profiles are cut from.
  for (const inFolder of [undefined, INFORMATION_MODEL]) {
    if (found.size > 0) break;
    for (const one of taken)
      for (const file of await expandPattern(one, away, root, inFolder)) found.add(file);
  }
  const files = [...found].filter((file) => extname(file) !== '').sort();
  if (files.length === 0) {
    close();
    return failed(diagnose(sourceWithoutModels, { source: text, revision }));
  }
  const kind = files.some((file) => SCHEMA_FILE.test(file)) ? 'schema' : 'information-model';
  return { value: { label: text, root, files, kind, close }, diagnostics: [] };
}

/** `git#ref=v1.2:models`, `git#branch=main`, `git#tag=v1`, `git#commit=…`; without a path, the inputs of the project. */
const REVISION = /^git#(?:ref|branch|tag|commit)=([^:]+)(?::(.*))?$/su;

async function openRevision({
  text,
  cwd,
  inputs,
}: ComparedSourceRequest): Promise<Read<ComparedSource | undefined>> {
  const parts = REVISION.exec(text);
  if (parts === null)
    return failed(
      diagnose(sourceNotUnderstood, {
        source: text,
        reason: 'expected git#ref=NAME:PATH, git#branch=NAME:PATH or git#tag=NAME:PATH',
      }),
    );
  const [, revision = '', path] = parts;
  const base = path === undefined ? inputs?.root : cwd;
  if (base === undefined || (path === undefined && inputs === undefined))
    return failed(
      diagnose(sourceNotUnderstood, {
        source: text,
        reason: 'it names no path, and there is no configuration that names inputs',
      }),
    );
  const { value: checkout, diagnostics } = checkOut(base, revision);
  if (checkout === undefined) return failed(diagnostics);
  const { folder, top, close } = checkout;
  if (!existsSync(folder)) {
    close();
    return failed(diagnose(sourceWithoutModels, { source: path ?? '.', revision }));
  }
  // A path may be given from here or from the top of the repository, as git takes it.
  const isFromTop = path !== undefined && !existsSync(join(folder, path)) && existsSync(join(top, path));
  return filesOf({
    text,
    root: isFromTop ? top : folder,
    pattern: path ?? inputs?.patterns ?? [],
    revision,
    close,
  });
}

/** The models that generated code was made from: as they are here, or as they were when the manifest was written. */
function openManifest({ text, cwd }: ComparedSourceRequest, path: string): Read<ComparedSource | undefined> {
  const read = readManifest(path);
  if (read.state !== 'read')
    return failed(
      diagnose(sourceNotUnderstood, {
        source: text,
        reason: read.state === 'absent' ? 'it cannot be read' : read.reason,
      }),
    );
  const { manifest } = read;
  const here = rootOf(manifest, dirname(path));
  if (here !== undefined) return filesOfManifest(text, here, manifest, nothing);
  const commit = lastCommitOf(dirname(path), path);
  const { value: checkout } = commit === undefined ? { value: undefined } : checkOut(dirname(path), commit);
  const then = checkout === undefined ? undefined : rootOf(manifest, checkout.folder);
  if (checkout !== undefined && then !== undefined)
    return filesOfManifest(text, then, manifest, checkout.close);
  checkout?.close();
  const file =
    manifest.entries.find((entry) => existsSync(resolve(cwd, entry))) ?? manifest.entries[0] ?? 'model';
  return failed(diagnose(manifestInputsGone, { manifest: text, file }));
}

const filesOfManifest = (
  label: string,
  root: string,
  { entries }: Manifest,
  close: () => void,
): Read<ComparedSource> => ({
  value: { label, root, files: entries.map((entry) => resolve(root, entry)), kind: 'schema', close },
  diagnostics: [],
});

/** The folder, at or above the manifest, whose files are those that the manifest names, by their hashes. */
function rootOf({ entries, inputs }: Manifest, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const fits = Object.entries(inputs).every(
      ([label, hash]) => /^[a-z]+:/u.test(label) || hash === hashOf(resolve(folder, label)),
    );
    if (fits && entries.every((entry) => existsSync(resolve(folder, entry)))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function hashOf(path: string): string | null {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const bytes = readFileSync(path);
  return sha256(decodeSource('', '', bytes).value?.bytes ?? bytes);
}
