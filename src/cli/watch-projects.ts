import { existsSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { MANIFEST_FILE, readManifest } from '../pipeline/manifest.js';
import { findInputs } from '../pipeline/find-inputs.js';
import { outputFolder } from '../pipeline/output-folder.js';
import type { CommandContext } from './command-context.js';
import type { OpenProjects } from './open-projects.js';
import { openProjects } from './open-projects.js';

/** Editors write a file in several steps: wait until they are done. */
const SETTLE_MS = 80;

/** Calls `run` after each change of a model, a template or the configuration, until the user interrupts. */
export async function watchProjects(
  ctx: CommandContext,
  options: { readonly config: string | undefined; readonly project: readonly string[] | undefined },
  run: (opened: OpenProjects) => Promise<void>,
): Promise<void> {
  const interruption = ctx.interruption();
  ctx.err.write(ctx.err.palette.faint('watching for changes, press Ctrl+C to end\n'));
  while (!interruption.aborted) {
    const opened = await openQuietly(ctx, options);
    await nextChange(await foldersToWatch(ctx, opened), interruption);
    if (interruption.aborted) return;
    const changed = await openProjects(ctx, options);
    if (changed !== undefined) await run(changed);
  }
}

/** A broken configuration was reported already; here it only means that there is less to watch. */
const openQuietly = (
  ctx: CommandContext,
  options: Parameters<typeof openProjects>[1],
): Promise<OpenProjects | undefined> =>
  openProjects({ ...ctx, err: { ...ctx.err, write: () => undefined } }, options);

async function foldersToWatch(
  ctx: CommandContext,
  opened: OpenProjects | undefined,
): Promise<readonly string[]> {
  if (opened === undefined) return [ctx.cwd];
  const folders = new Set<string>([opened.root]);
  for (const project of opened.projects) {
    if (project.templates !== false) folders.add(resolve(project.root, project.templates));
    for (const folder of (await findInputs(project)).value.folders) folders.add(folder);
    for (const { files } of project.inputs)
      for (const pattern of files) folders.add(fixedPart(project.root, pattern));
    const manifest = readManifest(join(outputFolder(project), MANIFEST_FILE));
    const labels = manifest.state === 'read' ? Object.keys(manifest.manifest.inputs) : [];
    for (const label of labels.filter((one) => !/^https?:/u.test(one)))
      folders.add(dirname(resolve(project.root, label)));
  }
  return [...folders].filter(existsSync);
}

/** The folder of a pattern before its first wildcard: new files appear there. */
function fixedPart(root: string, pattern: string): string {
  const steps = pattern.split('/');
  const wild = steps.findIndex((step) => /[*?{}()[\]!]/u.test(step));
  return resolve(root, steps.slice(0, wild === -1 ? -1 : wild).join('/'));
}

function nextChange(folders: readonly string[], interruption: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const watchers: FSWatcher[] = [];
    let timer: NodeJS.Timeout | undefined;
    const end = (): void => {
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
      done();
    };
    const settle = (): void => {
      clearTimeout(timer);
      timer = setTimeout(end, SETTLE_MS);
    };
    interruption.addEventListener('abort', end, { once: true });
    for (const folder of folders) {
      const watcher = watch(folder, settle);
      watcher.on('error', settle);
      watchers.push(watcher);
    }
  });
}
