import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keep, readKept } from '../config/cache-folder.js';
import type { ResolvedProject } from '../config/resolved-config.js';
import { sha256 } from '../foundation/hash.js';
import type { SourceHost } from '../readers/source/source-host.js';
import type { Manifest } from './manifest.js';
import { MANIFEST_FILE, manifestText, readManifest } from './manifest.js';
import { outputFolder, readGenerated } from './output-folder.js';
import type { PipelineContext } from './pipeline-context.js';
import type { OpenedProject } from './plan-project.js';
import { configHash, entryLabels } from './plan-project.js';
import { readTemplates } from './read-templates.js';

/**
 * Whether the output folder is what this generator would write, told by hashes alone: nothing is parsed. A doubt is a no.
 */
export async function isUntouched(
  project: ResolvedProject,
  ctx: PipelineContext,
  opened: OpenedProject,
): Promise<boolean> {
  const folder = outputFolder(project);
  const read = readManifest(join(folder, MANIFEST_FILE));
  if (read.state !== 'read' || read.text !== manifestText(read.manifest)) return false;
  const { manifest } = read;
  if (manifest.generator.version !== ctx.generator.version || manifest.config !== configHash(project))
    return false;
  if (!wasBuiltBy(ctx, folder) || manifest.templates !== (await readTemplates(project)).hash) return false;
  return inputsAreAsRead(project, opened, manifest) && filesAreAsWritten(folder, manifest);
}

function inputsAreAsRead(project: ResolvedProject, opened: OpenedProject, manifest: Manifest): boolean {
  if (entryLabels(project, opened).join('\n') !== manifest.entries.join('\n')) return false;
  // Catalogs are on record by now: each must have been there when the folder was written.
  const isKnown = ([label, hash]: readonly [string, string | null]): boolean =>
    manifest.inputs[label] === hash;
  if (![...opened.record.hashes].every(isKnown)) return false;
  return Object.entries(manifest.inputs).every(([label, hash]) => {
    // What the network holds today is not known without asking it.
    if (/^https?:/u.test(label)) return hash === null && !project.allowNetwork;
    return hashNow(opened.host, pathToFileURL(resolve(project.root, label)).href) === hash;
  });
}

/** A project file of Enterprise Architect is no text: its bytes are what was recorded. */
function hashNow(host: SourceHost, uri: string): string | null {
  const value = host.load(uri).value ?? host.loadBytes(uri).value;
  return value === undefined ? null : sha256(value.bytes);
}

const filesAreAsWritten = (folder: string, manifest: Manifest): boolean =>
  Object.entries(manifest.files).every(([path, hash]) => {
    const text = readGenerated(join(folder, path));
    return text !== undefined && sha256(text) === hash;
  });

/** In a checkout the code of the generator changes without its version: the build that wrote a folder is on record. */
function wasBuiltBy({ generator, cacheFolder }: PipelineContext, folder: string): boolean {
  if (generator.build === undefined) return true;
  const file = buildFile(cacheFolder, folder);
  return file !== undefined && readKept(file) === generator.build;
}

/** Puts on record which build wrote a folder. */
export function recordBuild({ generator, cacheFolder }: PipelineContext, folder: string): void {
  const file = buildFile(cacheFolder, folder);
  if (generator.build !== undefined && file !== undefined) keep(file, generator.build);
}

const buildFile = (cacheFolder: string | undefined, folder: string): string | undefined =>
  cacheFolder && join(cacheFolder, 'build', sha256(folder).slice(0, 16));
