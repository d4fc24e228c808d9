import type { InferredOptionTypes, Options } from 'yargs';
import type { CommandContext } from './command-context.js';
import type { ExitCode } from './exit-code.js';

/** The options of a command by name, as yargs describes them. */
export type OptionTable = Readonly<Record<string, Options>>;

/** Words of the command line that are not options: `files`, `code`. */
export interface Operands {
  readonly name: string;
  readonly summary: string;
  readonly least: number;
  readonly most: number;
}

/** A command: what help says about it, and what it does. Nothing heavy may be imported before `run` is called. */
export interface CommandDefinition<O extends OptionTable> {
  /** The words of the command line that call it: `check`, `model show`. */
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** A paragraph that teaches, for the help of the command. */
  readonly description: string;
  readonly examples: readonly (readonly [line: string, meaning: string])[];
  readonly operands: Operands | undefined;
  readonly options: O;
  run(ctx: CommandContext, options: InferredOptionTypes<O>, operands: readonly string[]): Promise<ExitCode>;
}

/** A command whose options were checked, ready to run. */
export interface Command extends Omit<CommandDefinition<OptionTable>, 'run'> {
  run(
    ctx: CommandContext,
    options: Readonly<Record<string, unknown>>,
    operands: readonly string[],
  ): Promise<ExitCode>;
}

/** Defines a command. Its options reach `run` with the types that their table gives them. */
export const defineCommand = <const O extends OptionTable>(definition: CommandDefinition<O>): Command => ({
  ...definition,
  run: (ctx, options, operands) =>
    // The parser gave each option its type, from the same table that `O` is.
    definition.run(ctx, options as InferredOptionTypes<O>, operands),
});

/** Commands that begin with the same word: `model summary`, `model show`. */
export interface CommandGroup {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** A paragraph that teaches, for the help of the group. */
  readonly description: string;
}

/** Whether the words of a command line call a command. */
export const isCalledBy = ({ name }: Command, words: readonly string[]): boolean => {
  const [first = '', second] = name.split(' ');
  const at = words.indexOf(first);
  return at >= 0 && (second === undefined || words.indexOf(second, at + 1) > at);
};
