import { dirname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { existsSync } from 'node:fs';
import { wrongUse } from '../diagnostics/catalogue/cfg.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { SourceText } from '../foundation/source-text.js';
import { recordingHost, inputRecord } from '../pipeline/recording-host.js';
import type { SourceHost } from '../readers/source/source-host.js';
import type { CommandContext } from './command-context.js';
import { ExitCode } from './exit-code.js';
import { printRemarks } from './print-report.js';
import { writeOut } from './write-out.js';

/** Where a command about profiles reads from, and what it has read. */
export interface ProfileHost {
  readonly host: SourceHost;
  /** By URI. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** A host over the files of the working folder that remembers what it has read. */
export async function profileHost(ctx: CommandContext): Promise<ProfileHost> {
  const record = inputRecord(ctx.cwd);
  const { value } = await ctx.ports.sourceHost({
    root: ctx.cwd,
    catalogs: 'auto',
    inputFolders: [],
    allowNetwork: false,
  });
  return { host: recordingHost(value, record), sources: record.sources };
}

/** The URI of a file that was named on the command line. */
export const uriOf = (ctx: CommandContext, file: string): string =>
  pathToFileURL(resolve(ctx.cwd, file)).href;

/** What a profile that is written to `out` calls a file: relative to itself, `/` separated. */
export function pathFrom(ctx: CommandContext, out: string | undefined, file: string): string {
  const folder = out === undefined ? ctx.cwd : dirname(resolve(ctx.cwd, out));
  const path = relative(folder, resolve(ctx.cwd, file)).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** Writes a profile to a file that is not there yet, or to standard output. */
export async function writeProfile(
  ctx: CommandContext,
  command: string,
  text: string,
  { out, force }: { readonly out: string | undefined; readonly force: boolean },
): Promise<ExitCode> {
  if (out === undefined) {
    ctx.out.write(text);
    return ExitCode.ok;
  }
  const file = resolve(ctx.cwd, out);
  if (existsSync(file) && !force) {
    const reason = `${out} is there already; --force writes over it`;
    await printRemarks(ctx, diagnose(wrongUse, { command: `cimbind ${command}`, reason }));
    return ExitCode.usage;
  }
  if (!(await writeOut(ctx, out, text))) return ExitCode.usage;
  ctx.err.write(`written  ${out}\n`);
  return ExitCode.ok;
}
