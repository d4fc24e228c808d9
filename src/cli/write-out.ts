import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { outputUnwritable } from '../diagnostics/catalogue/cfg.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { CommandContext } from './command-context.js';
import { printRemarks } from './print-report.js';

/** Writes the file that `--out` names, with the folders that lead to it. Where that fails it says why, and answers false. */
export async function writeOut(ctx: CommandContext, out: string, text: string): Promise<boolean> {
  const file = resolve(ctx.cwd, out);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/,[^,]*$/u, '') : String(error);
    await printRemarks(ctx, diagnose(outputUnwritable, { file: out, reason }));
    return false;
  }
}
