import { spawnSync } from 'node:child_process';

/** What git said: its output, or why there is none. */
export type GitAnswer = { readonly output: Buffer } | { readonly failure: string };

const MOST_BYTES = 1024 * 1024 * 1024;

/** Runs git in a folder, without its pager, its prompts and the environment of a hook that may surround us. */
export function git(folder: string, args: readonly string[], input?: string): GitAnswer {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE)$/u.test(name)),
  );
  const run = spawnSync('git', ['--no-pager', ...args], {
    cwd: folder,
    maxBuffer: MOST_BYTES,
    windowsHide: true,
    env: { ...env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    ...(input === undefined ? {} : { input }),
  });
  if (run.error !== undefined)
    return { failure: /ENOENT/u.test(run.error.message) ? 'git is not installed' : run.error.message };
  if (run.status !== 0) {
    const said = run.stderr.toString('utf8').trim().split('\n')[0] ?? '';
    return {
      failure: said.replace(/^fatal: /u, '') || `git ${args[0] ?? ''} ended with ${String(run.status)}`,
    };
  }
  return { output: run.stdout };
}
