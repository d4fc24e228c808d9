import yargs from 'yargs';
import type { Argv } from 'yargs';
import { unknownCommand, unknownFlag, wrongUse } from '../diagnostics/catalogue/cfg.js';
import { diagnose } from '../diagnostics/diagnose.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { nearestName } from '../foundation/near-miss.js';
import type { CommandContext } from './command-context.js';
import { COMMANDS, GROUPS } from './commands/index.js';
import { COMPLETE_FLAG, proposals } from './complete.js';
import type { Command, CommandGroup } from './define-command.js';
import { isCalledBy } from './define-command.js';
import { ExitCode } from './exit-code.js';
import { printRemarks } from './print-report.js';

/** Parses a command line and runs the command that it names. */
export async function runCommandLine(argv: readonly string[], ctx: CommandContext): Promise<ExitCode> {
  if (argv[0] === COMPLETE_FLAG) {
    ctx.out.write(
      proposals(argv.slice(1), COMMANDS)
        .map((one) => `${one}\n`)
        .join(''),
    );
    return ExitCode.ok;
  }
  if (argv.includes('--version') && !argv.includes('--')) {
    ctx.out.write(`${ctx.generator().version}\n`);
    return ExitCode.ok;
  }
  let chosen: { readonly command: Command; readonly parsed: Parsed } | undefined;
  const parser = commandParser(ctx, (command, parsed) => {
    chosen = { command, parsed };
  });
  const { problem, output, words } = await parse(parser, argv);
  if (problem !== undefined) return refuse(ctx, usageDiagnostic(problem, argv));
  if (output !== '') {
    ctx.out.write(`${output}\n`);
    return ExitCode.ok;
  }
  if (chosen === undefined) {
    const [name, inner] = words;
    const group = GROUPS.find((one) => one.name === name);
    if (group !== undefined && inner === undefined) {
      const help = await parse(
        commandParser(ctx, () => undefined),
        [group.name, '--help'],
      );
      ctx.err.write(`${help.output}\n`);
      return ExitCode.usage;
    }
    if (name !== undefined)
      return refuse(ctx, unknownCommandDiagnostic(group === undefined ? name : `${name} ${String(inner)}`));
    ctx.err.write(`${await parser.getHelp()}\n`);
    return ExitCode.usage;
  }
  const { command, parsed } = chosen;
  const problems = checkParsed(command, parsed);
  if (problems.length > 0) return refuse(ctx, problems);
  return command.run(ctx, parsed, operandsOf(parsed, command));
}

type Parsed = Readonly<Record<string, unknown>>;

function commandParser(ctx: CommandContext, choose: Choose): Argv {
  let parser: Argv = yargs([], ctx.cwd)
    .scriptName('cimbind')
    // Messages and help are part of the interface: the same in every locale.
    .locale('en')
    .detectLocale(false)
    .usage('$0 <command> [options]\n\nCompiles XSD, WSDL and UML models into exact, validating TypeScript.')
    .parserConfiguration({
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-positional-numbers': false,
      'parse-numbers': false,
      'strip-aliased': true,
      'populate--': true,
    })
    .exitProcess(false)
    .version(false)
    .help('help', 'Show help')
    .alias('help', 'h')
    .option('version', { type: 'boolean', describe: 'Show the version' })
    .wrap(Math.min(ctx.out.columns, 110))
    .example('$0 init models', 'look at the schemas in models/ and write a configuration')
    .example('$0 generate', 'generate what the configuration says')
    .example('$0 check', 'tell whether the generated files are fresh')
    .example("$0 validate --schema 'models/*.xsd' 'inbox/**/*.xml'", 'check documents against schemas')
    .epilogue(
      'Help of a command: $0 <command> --help\nExit codes: 0 fine, 1 findings, 2 wrong use or configuration, 70 a bug in cimbind',
    );
  const known = new Set<CommandGroup>();
  for (const command of COMMANDS) {
    const group = GROUPS.find(({ name }) => command.name.startsWith(`${name} `));
    if (group === undefined) parser = addCommand(parser, command, choose);
    else if (!known.has(group)) parser = addGroup(parser, group, choose);
    if (group !== undefined) known.add(group);
  }
  return parser;
}

type Choose = (command: Command, parsed: Parsed) => void;

function addCommand(parser: Argv, command: Command, choose: Choose): Argv {
  const { operands } = command;
  const shape = operands === undefined ? '' : ` [${operands.name}${operands.most > 1 ? '..' : ''}]`;
  return parser.command({
    command: `${command.name.split(' ').at(-1) ?? ''}${shape}`,
    describe: command.summary,
    builder: (one) => describeCommand(one, command),
    handler: (parsed) => choose(command, parsed),
  });
}

function addGroup(parser: Argv, group: CommandGroup, choose: Choose): Argv {
  const members = COMMANDS.filter(({ name }) => name.startsWith(`${group.name} `));
  return parser.command({
    command: group.name,
    describe: group.summary,
    builder: (one) => {
      let inner = one
        .usage(`$0 ${group.name} <command> [options]\n\n${group.description}`)
        .hide('version')
        .epilogue(`Help of a command: $0 ${group.name} <command> --help`);
      for (const member of members) {
        inner = addCommand(inner, member, choose);
        const [line, meaning] = member.examples[0] ?? [];
        if (line !== undefined && meaning !== undefined) inner = inner.example(line, meaning);
      }
      return inner;
    },
    handler: () => undefined,
  });
}

function describeCommand(parser: Argv, command: Command): Argv {
  const { operands } = command;
  const words =
    operands === undefined ? '' : ` ${operands.least > 0 ? `<${operands.name}>` : `[${operands.name}]`}`;
  let described = parser
    .usage(`$0 ${command.name}${words} [options]\n\n${command.description}`)
    .options(command.options)
    .hide('version')
    .epilogue('');
  if (operands !== undefined) {
    described = described.positional(operands.name, {
      describe: operands.summary,
      type: 'string',
      array: operands.most > 1,
    });
  }
  for (const [line, meaning] of command.examples) described = described.example(line, meaning);
  return described;
}

/** yargs drops a lone hyphen from a list of operands; no real word holds this character. */
const STANDARD_INPUT = '\0';

interface ParseResult {
  /** What is wrong with the command line, in the words of yargs. */
  readonly problem: string | undefined;
  /** Help that was asked for. */
  readonly output: string;
  readonly words: readonly string[];
}

async function parse(parser: Argv, argv: readonly string[]): Promise<ParseResult> {
  let output = '';
  let problem: string | undefined;
  let words: readonly string[] = [];
  parser.fail((message, error) => {
    // Without a message it is no complaint about the command line, but a bug.
    if (message === '' || message === null) throw error;
    problem = message;
  });
  const safe = argv.map((word) => (word === '-' ? STANDARD_INPUT : word));
  await parser.parseAsync(safe, {}, (_error, parsed, text) => {
    output = text;
    words = parsed._.map(String);
  });
  return { problem, output, words };
}

function refuse(ctx: CommandContext, problems: readonly Diagnostic[]): Promise<ExitCode> {
  return printRemarks(ctx, problems).then(() => ExitCode.usage);
}

function usageDiagnostic(message: string, argv: readonly string[]): readonly Diagnostic[] {
  const name = COMMANDS.find((command) => isCalledBy(command, argv))?.name;
  const choice = /Argument: ([^,]+), Given: (.*), Choices: (.*)/u.exec(message);
  const reason =
    choice === null
      ? lowerFirst(message.trim().replaceAll('\n', ' '))
      : `--${choice[1] ?? ''} is ${choice[2] ?? ''}, expected ${choice[3] ?? ''}`;
  return diagnose(wrongUse, {
    command: ['cimbind', name].filter((word) => word !== undefined).join(' '),
    reason,
  });
}

/** A command that is one of a group is known by both words, any other by its only one. */
function unknownCommandDiagnostic(name: string): readonly Diagnostic[] {
  const isOfGroup = name.includes(' ');
  const known = [
    ...new Set(
      COMMANDS.map((command) => command.name)
        .filter((one) => !isOfGroup || one.split(' ')[0] === name.split(' ')[0])
        .map((one) => (isOfGroup ? one : (one.split(' ')[0] ?? one))),
    ),
  ];
  return diagnose(unknownCommand, { path: '', name, nearest: nearestName(name, known), known });
}

function checkParsed(command: Command, parsed: Parsed): readonly Diagnostic[] {
  const problems = new DiagnosticBag();
  const line = `cimbind ${command.name}`;
  const known = Object.keys(command.options);
  const aliases = Object.values(command.options).flatMap(({ alias }) => alias ?? []);
  const silent = new Set([
    '_',
    '--',
    '$0',
    'help',
    'h',
    'version',
    command.operands?.name,
    ...known,
    ...aliases,
  ]);
  for (const [name, value] of Object.entries(parsed)) {
    const option = command.options[name];
    if (!silent.has(name)) {
      problems.add(unknownFlag, { path: line, name, nearest: nearestName(name, known), known });
    } else if (option !== undefined && option.type !== 'array' && Array.isArray(value)) {
      problems.add(wrongUse, { command: line, reason: `--${name} is given more than once` });
    } else if (option?.type === 'number' && typeof value === 'number' && Number.isNaN(value)) {
      problems.add(wrongUse, { command: line, reason: `--${name} takes a number` });
    }
  }
  const words = operandsOf(parsed, command);
  const { least, most, name } = command.operands ?? { least: 0, most: 0, name: '' };
  if (words.length < least) problems.add(wrongUse, { command: line, reason: `${name} is missing` });
  if (words.length > most) {
    const extra = words.slice(most).map((word) => JSON.stringify(word));
    problems.add(wrongUse, { command: line, reason: `did not expect ${extra.join(', ')}` });
  }
  return problems.sorted();
}

/** Words that are no options, also those behind `--`. */
function operandsOf(parsed: Parsed, command: Command): readonly string[] {
  const named = command.operands === undefined ? undefined : parsed[command.operands.name];
  const positional = named === undefined ? [] : [named].flat();
  const rest = Array.isArray(parsed['_']) ? parsed['_'].slice(command.name.split(' ').length) : [];
  const behind = Array.isArray(parsed['--']) ? parsed['--'] : [];
  return [...positional, ...rest, ...behind].map((word) => (word === STANDARD_INPUT ? '-' : String(word)));
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
