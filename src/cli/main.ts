import type { CommandContext } from './command-context.js';
import { runCommandLine } from './command-line.js';
import { ExitCode } from './exit-code.js';
import { terminalContext } from './terminal-context.js';

/** Runs a command line and says what the process should return. The only place that catches a bug. */
export async function main(argv: readonly string[], ctx: CommandContext): Promise<ExitCode> {
  try {
    return await runCommandLine(argv, ctx);
  } catch (error) {
    const line = ['cimbind', ...argv].map(shellWord).join(' ');
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    ctx.err.write(
      `${ctx.err.palette.error('this is a bug in cimbind')}, not in your models. Please report it with the text below.\n\n` +
        `  command  ${line}\n  folder   ${ctx.cwd}\n  cimbind  ${ctx.generator().version}, Node ${process.version}, ${process.platform}\n\n${stack}\n`,
    );
    return ExitCode.bug;
  }
}

/** What the executable calls: runs the command line of this process and sets its exit code. */
export async function runProcess(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever read our output, `head` for one, has seen enough.
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? ExitCode.ok);
      throw error;
    });
  }
  process.exitCode = await main(process.argv.slice(2), terminalContext());
}

const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
