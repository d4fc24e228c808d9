import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { InferredOptionTypes } from 'yargs';
import { documentNotFound, documentUnreadable, wrongUse } from '../../diagnostics/catalogue/cfg.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Finding } from '../../diagnostics/finding.js';
import { finding } from '../../diagnostics/finding.js';
import { expandPattern, labelOfPath } from '../../pipeline/find-inputs.js';
import type { DocumentValidator, ValidationOptions } from '../../pipeline/ports.js';
import type { FileVerdict } from '../check-document.js';
import { checkBytes, checkFile } from '../check-document.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { findingOfIssue } from '../issue-finding.js';
import type { OpenSchemas } from '../open-schemas.js';
import { openSchemas } from '../open-schemas.js';
import { printRemarks, printReport } from '../print-report.js';
import { progressLine, showBytes } from '../progress.js';
import {
  catalogOption,
  configOption,
  formatOption,
  networkOption,
  projectOption,
  schemaOption,
} from '../shared-options.js';

const options = {
  schema: schemaOption,
  root: {
    type: 'string',
    alias: 'r',
    requiresArg: true,
    describe:
      'Element that a document must have: local name or {namespace}local [default: any global element]',
  },
  mode: {
    choices: ['strict', 'tolerant'],
    default: 'strict',
    requiresArg: true,
    describe: 'tolerant: unknown content, order and namespace variants are warnings',
  },
  'max-issues': {
    type: 'number',
    default: 100,
    requiresArg: true,
    describe: 'Issues shown of one document; 0 shows all',
  },
  jobs: {
    type: 'number',
    alias: 'j',
    requiresArg: true,
    describe: 'Documents checked at once [default: as many as there are processors]',
  },
  format: formatOption,
  config: configOption,
  project: projectOption,
  catalog: catalogOption,
  'allow-network': networkOption,
} as const;

type ValidateOptions = InferredOptionTypes<typeof options>;

/** `cimbind validate`. */
export const validate = defineCommand({
  name: 'validate',
  summary: 'Check documents against schemas',
  description:
    'Checks XML documents against any schemas; no generated code is needed. Documents are read as streams, so their size does not matter, and several at once. ' +
    'Each issue has a place, a path, and the rule of the recommendation that is broken. Ends with 1 if a document is invalid.',
  examples: [
    ["$0 validate --schema 'models/*.xsd' message.xml", 'one document'],
    ["$0 validate 'inbox/**/*.xml'", 'many, against the schemas of the configuration'],
    ['curl -s https://example.org/m.xml | $0 validate -', 'standard input'],
    ['$0 validate inbox --format junit > report.xml', 'a folder, as a test report'],
  ],
  operands: {
    name: 'files',
    summary: 'Files, folders, globs, or - for standard input',
    least: 1,
    most: Infinity,
  },
  options,
  async run(ctx, given, operands) {
    const problem = wrongNumbers(given);
    if (problem !== undefined) {
      await printRemarks(ctx, diagnose(wrongUse, { command: 'cimbind validate', reason: problem }));
      return ExitCode.usage;
    }
    const documents = await findDocuments(ctx, operands);
    if (documents === undefined) return ExitCode.usage;
    const schemas = await openSchemas(ctx, { ...given, allowNetwork: given['allow-network'] });
    if (schemas === undefined) return ExitCode.usage;
    const { value: validator, diagnostics } = await ctx.ports.validator(schemas);
    const remarks = diagnostics.filter(({ severity }) => severity !== 'info');
    await printRemarks(ctx, remarks, schemas.sources);
    if (validator === undefined) return ExitCode.usage;

    const verdicts = await checkDocuments(ctx, documents, validator, schemas, given);
    const findings = documents.flatMap((document, index) => findingsOfVerdict(document, verdicts.get(index)));
    const leftOut = [...verdicts.values()].reduce(
      (sum, one) => sum + ('failure' in one ? 0 : one.leftOut),
      0,
    );
    const subjects = documents.map(({ label }) => label);
    await printReport(ctx, { command: 'validate', subjects, findings, leftOut }, given.format);

    const bad = [...verdicts.values()].filter((verdict) => 'failure' in verdict || !verdict.isValid).length;
    const good = documents.length - bad;
    const { palette } = ctx.err;
    const shown = [
      ...(good === 0 ? [] : [palette.good(`${good} valid`)]),
      ...(bad === 0 ? [] : [palette.error(`${bad} invalid`)]),
    ];
    ctx.err.write(
      `${documents.length === 1 ? '1 document' : `${documents.length} documents`}: ${shown.join(', ')}\n`,
    );
    return bad === 0 ? ExitCode.ok : ExitCode.findings;
  },
});

interface Document {
  readonly label: string;
  /** Undefined: standard input. */
  readonly path: string | undefined;
  readonly size: number;
}

function wrongNumbers(given: ValidateOptions): string | undefined {
  const { jobs = 1 } = given;
  const most = given['max-issues'];
  if (!Number.isInteger(most) || most < 0) return `--max-issues is ${most}, expected a whole number from 0`;
  return Number.isInteger(jobs) && jobs > 0 ? undefined : `--jobs is ${jobs}, expected a whole number from 1`;
}

async function findDocuments(
  ctx: CommandContext,
  operands: readonly string[],
): Promise<readonly Document[] | undefined> {
  const documents = new Map<string, Document>();
  for (const operand of operands) {
    if (operand === '-') {
      documents.set('-', { label: '(standard input)', path: undefined, size: 0 });
      continue;
    }
    const files = await expandPattern(operand, [], ctx.cwd, '**/*.xml');
    if (files.length === 0) {
      await printRemarks(ctx, diagnose(documentNotFound, { pattern: operand }));
      return undefined;
    }
    for (const path of files) {
      const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      documents.set(path, { label: labelOfPath(path, ctx.cwd), path, size });
    }
  }
  return [...documents.values()];
}

/** Below this a second thread costs more than it gains: it compiles the schemas once more. */
const WORTH_A_THREAD = 16 * 1024 * 1024;

async function checkDocuments(
  ctx: CommandContext,
  documents: readonly Document[],
  validator: DocumentValidator,
  schemas: OpenSchemas,
  given: ValidateOptions,
): Promise<ReadonlyMap<number, FileVerdict>> {
  const { root, mode } = given;
  const maxIssues = given['max-issues'] === 0 ? Infinity : given['max-issues'];
  const validation: ValidationOptions = { root, mode, maxIssues };
  const verdicts = new Map<number, FileVerdict>();
  const total = documents.reduce((sum, { size }) => sum + size, 0);
  const progress = progressLine(ctx);
  let bytes = 0;
  const onBytes = (count: number): void => {
    bytes += count;
    const of = total === 0 ? '' : ` of ${showBytes(total)}`;
    progress.show(() => `${verdicts.size} of ${documents.length} documents, ${showBytes(bytes)}${of}`);
  };
  const onVerdict = (index: number, verdict: FileVerdict): void => {
    verdicts.set(index, verdict);
  };

  const paths = documents.map(({ path }) => path).filter((path) => path !== undefined);
  const jobs = Math.min(given.jobs ?? availableParallelism(), paths.length);
  const isWorthIt = given.jobs !== undefined || total >= WORTH_A_THREAD;
  if (ctx.mayUseThreads && jobs > 1 && paths.length === documents.length && isWorthIt) {
    const { checkInThreads } = await import('../validation-pool.js');
    const start = { entries: schemas.entries, hostRequest: schemas.hostRequest, options: validation };
    await checkInThreads(paths, jobs, start, { onBytes, onVerdict });
  } else {
    for (const [index, { path }] of documents.entries()) {
      const verdict =
        path === undefined
          ? await checkBytes(validator, ctx.stdin(), validation, onBytes)
          : await checkFile(validator, path, validation, onBytes);
      onVerdict(index, verdict);
    }
  }
  progress.clear();
  return verdicts;
}

function findingsOfVerdict({ label, path }: Document, verdict: FileVerdict | undefined): readonly Finding[] {
  if (verdict === undefined) return [];
  if ('failure' in verdict) {
    return diagnose(documentUnreadable, { file: label, reason: verdict.failure }).map((diagnostic) =>
      finding({ ...diagnostic, related: [], place: undefined, subject: label }),
    );
  }
  return verdict.issues.map((issue) => findingOfIssue(issue, label, path));
}
