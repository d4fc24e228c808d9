import type { Palette } from '../diagnostics/render/palette.js';
import type { GeneratorIdentity } from '../pipeline/pipeline-context.js';
import type { Ports } from '../pipeline/ports.js';

/** Where a command writes. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Width of the terminal; 80 where there is none. */
  readonly columns: number;
  readonly palette: Palette;
}

/** All that a command knows of the world. Tests make their own. */
export interface CommandContext {
  /** Absolute working folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results. */
  readonly out: Output;
  /** Remarks, progress, questions. */
  readonly err: Output;
  /** The bytes of standard input. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Asks a question on the terminal; undefined where nobody is there to answer. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** Whether a moving progress line is welcome: a terminal, and not a build server. */
  readonly showsProgress: boolean;
  /** Ends when the user interrupts the run; from the first call on, an interruption does nothing else. */
  readonly interruption: () => AbortSignal;
  readonly ports: Ports;
  /** Whether documents may be validated in threads, which load `src/pipeline/wiring` by themselves. */
  readonly mayUseThreads: boolean;
  readonly generator: () => GeneratorIdentity;
}
