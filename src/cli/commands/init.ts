import { existsSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { InferredOptionTypes } from 'yargs';
import { CONFIG_FILES, readConfig } from '../../config/load-config.js';
import { fileExists, noSchemasFound } from '../../diagnostics/catalogue/cfg.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { CommandContext } from '../command-context.js';
import type { InitAnswers } from '../config-text.js';
import { configText, optionsOf } from '../config-text.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { printRemarks } from '../print-report.js';
import type { SchemaSurvey } from '../survey-schemas.js';
import { surveySchemas } from '../survey-schemas.js';

const options = {
  'out-dir': { type: 'string', alias: 'o', requiresArg: true, describe: 'Folder of the generated files' },
  numbers: {
    choices: ['lexical', 'native'],
    requiresArg: true,
    describe: 'lexical: exact digits; native: numbers where they are exact',
  },
  package: {
    type: 'string',
    requiresArg: true,
    describe: 'Put a package of this name around the generated files',
  },
  yes: { type: 'boolean', alias: 'y', default: false, describe: 'Ask nothing, take what is proposed' },
  force: { type: 'boolean', alias: 'f', default: false, describe: 'Replace a configuration that is there' },
} as const;

type InitOptions = InferredOptionTypes<typeof options>;

/** `cimbind init`. */
export const init = defineCommand({
  name: 'init',
  summary: 'Look at a folder of schemas and write a configuration',
  description:
    'Looks for XSD and WSDL files below a folder, asks what it cannot tell, and writes cimbind.config.ts into the working folder. ' +
    'Without a terminal, or with --yes, it asks nothing: what is not given as an option gets its proposed value.',
  examples: [
    ['$0 init', 'look in the working folder and ask'],
    ['$0 init models --yes', 'ask nothing'],
    ['$0 init models --out-dir src/messages --package @grid/messages', 'with answers beforehand'],
  ],
  operands: {
    name: 'folder',
    summary: 'Where the schemas are [default: the working folder]',
    least: 0,
    most: 1,
  },
  options,
  async run(ctx, given, [folder = '.']) {
    const existing = CONFIG_FILES.find((name) => existsSync(join(ctx.cwd, name)));
    if (existing !== undefined && !given.force) {
      await printRemarks(ctx, diagnose(fileExists, { file: existing }));
      return ExitCode.usage;
    }
    const survey = await surveySchemas(folder, ctx.cwd);
    if (survey.files.length === 0) {
      await printRemarks(ctx, diagnose(noSchemasFound, { folder: resolve(ctx.cwd, folder) }));
      return ExitCode.usage;
    }
    ctx.err.write(describeSurvey(survey, folder));
    const answers = await gatherAnswers(ctx, given, survey, folder);
    const { diagnostics } = await readConfig(optionsOf(answers), ctx.cwd);
    await printRemarks(ctx, diagnostics);
    if (diagnostics.length > 0) return ExitCode.usage;

    const target = existing?.endsWith('ts') === true ? existing : 'cimbind.config.ts';
    writeFileSync(join(ctx.cwd, target), configText(answers));
    ctx.err.write(nextSteps(ctx, target, answers));
    return ExitCode.ok;
  },
});

function describeSurvey({ files, namespaces }: SchemaSurvey, folder: string): string {
  const shown = namespaces.slice(0, 8).map((namespace) => `  ${namespace}\n`);
  const more = namespaces.length > 8 ? `  and ${namespaces.length - 8} more\n` : '';
  const where = folder === '.' ? '' : ` in ${folder}`;
  const of = namespaces.length === 1 ? '1 namespace' : `${namespaces.length} namespaces`;
  return `found ${files.length === 1 ? '1 schema' : `${files.length} schemas`} of ${of}${where}\n${shown.join('')}${more}`;
}

async function gatherAnswers(
  ctx: CommandContext,
  given: InitOptions,
  survey: SchemaSurvey,
  folder: string,
): Promise<InitAnswers> {
  const ask = given.yes ? undefined : ctx.ask;
  const answer = async (question: string, proposal: string): Promise<string> => {
    const typed = (await ask?.(`${question} ${ctx.err.palette.faint(`[${proposal}]`)} `)) ?? '';
    return typed.trim() === '' ? proposal : typed.trim();
  };
  const whole = basename(resolve(ctx.cwd, folder));
  const outProposal = folder === '.' ? 'generated' : `generated/${whole}`;
  const proposed = survey.patterns.join(', ');
  const typed = await answer('Schemas, separated by commas:', proposed);
  const inputs = typed === proposed ? survey.patterns : typed.split(/\s*,\s*/u).filter((one) => one !== '');
  const outDir = given['out-dir'] ?? (await answer('Folder of the generated files:', outProposal));
  const numbers = given.numbers ?? (await askNumbers(answer));
  const packageName = given.package ?? (await answer('Name of a package around them, or none:', 'none'));
  return { inputs, outDir, numbers, packageName: packageName === 'none' ? undefined : packageName };
}

async function askNumbers(
  answer: (question: string, proposal: string) => Promise<string>,
): Promise<'lexical' | 'native'> {
  const typed = await answer(
    'Numbers: lexical (digits as sent) or native (number where it is exact)?',
    'lexical',
  );
  return typed === 'native' ? 'native' : 'lexical';
}

function nextSteps(ctx: CommandContext, target: string, { outDir }: InitAnswers): string {
  const { palette } = ctx.err;
  const isInstalled = existsSync(join(ctx.cwd, 'node_modules', '@cimbind', 'runtime'));
  const steps = [
    ...(isInstalled ? [] : [['npm install @cimbind/runtime', 'what generated code imports']]),
    ['npx cimbind generate', `write ${outDir}`],
    ['npx cimbind check', 'in your build: tells whether the files are fresh'],
  ];
  const width = Math.max(...steps.map(([line = '']) => line.length));
  const lines = steps.map(
    ([line = '', meaning = '']) => `  ${palette.strong(line.padEnd(width))}  ${palette.faint(meaning)}\n`,
  );
  return `${palette.good('written')}  ${target}\n\nnext:\n${lines.join('')}`;
}
