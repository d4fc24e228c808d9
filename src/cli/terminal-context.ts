import { createInterface } from 'node:readline/promises';
import { paletteFor } from '../diagnostics/render/palette.js';
import { generatorIdentity } from '../pipeline/generator-identity.js';
import { PORTS } from '../pipeline/wiring.js';
import type { CommandContext, Output } from './command-context.js';

/** The context of a real run: the streams, folder and variables of this process. */
export function terminalContext(): CommandContext {
  const { env, stdin, stdout, stderr } = process;
  const isBuildServer = ['CI', 'TF_BUILD', 'TEAMCITY_VERSION', 'JENKINS_URL'].some(
    (name) => (env[name] ?? '') !== '',
  );
  const err = outputTo(stderr, env);
  const isInteractive = stdin.isTTY && err.isTerminal && !isBuildServer;
  let generator: ReturnType<typeof generatorIdentity> | undefined;
  return {
    cwd: process.cwd(),
    env,
    out: outputTo(stdout, env),
    err,
    stdin: () => stdin,
    ask: isInteractive ? askOnTerminal : undefined,
    showsProgress: err.isTerminal && !isBuildServer && env['TERM'] !== 'dumb',
    interruption: () => {
      const controller = new AbortController();
      process.once('SIGINT', () => controller.abort());
      return controller.signal;
    },
    ports: PORTS,
    mayUseThreads: true,
    generator: () => (generator ??= generatorIdentity()),
  };
}

const outputTo = (stream: NodeJS.WriteStream, env: CommandContext['env']): Output => ({
  write: (text) => {
    if (text !== '') stream.write(text);
  },
  isTerminal: stream.isTTY,
  columns: stream.isTTY && stream.columns > 0 ? stream.columns : 80,
  palette: paletteFor(stream.isTTY, env),
});

async function askOnTerminal(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}
