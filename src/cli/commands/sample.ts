import { join } from 'node:path';
import { wrongUse } from '../../diagnostics/catalogue/cfg.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { openSchemas } from '../open-schemas.js';
import { printRemarks } from '../print-report.js';
import {
  catalogOption,
  configOption,
  networkOption,
  projectOption,
  schemaOption,
} from '../shared-options.js';
import { writeOut } from '../write-out.js';

/** `cimbind sample`. */
export const sample = defineCommand({
  name: 'sample',
  summary: 'Make sample messages, valid ones or such that break one rule',
  description:
    'Makes instance documents of an element of the schemas. The same seed gives the same documents, on every machine. With --invalid each document breaks ' +
    'exactly one rule of the recommendation, which is named on standard error: cases for testing a receiver.',
  examples: [
    ['$0 sample --schema models/meter.xsd --element MeterReadings', 'one message, to standard output'],
    ['$0 sample --element MeterReadings --minimal', 'only what the schema requires'],
    ['$0 sample --element MeterReadings --count 20 --seed 7 --out samples', 'twenty files in a folder'],
    [
      '$0 sample --element MeterReadings --invalid --count 10 --out broken',
      'ten messages that break one rule each',
    ],
  ],
  operands: undefined,
  options: {
    schema: schemaOption,
    element: {
      type: 'string',
      alias: 'e',
      requiresArg: true,
      describe: 'Global element: local name or {namespace}local [default: the only one]',
    },
    seed: { type: 'number', default: 1, requiresArg: true, describe: 'Where chance begins' },
    count: { type: 'number', default: 1, alias: 'n', requiresArg: true, describe: 'How many documents' },
    minimal: { type: 'boolean', default: false, describe: 'Only what is required' },
    full: { type: 'boolean', default: false, describe: 'Everything at least once' },
    invalid: { type: 'boolean', default: false, describe: 'Break one rule in each document' },
    out: { type: 'string', alias: 'o', requiresArg: true, describe: 'Folder to write files to' },
    config: configOption,
    project: projectOption,
    catalog: catalogOption,
    'allow-network': networkOption,
  },
  async run(ctx, options) {
    const refuse = async (reason: string): Promise<ExitCode> => {
      await printRemarks(ctx, diagnose(wrongUse, { command: 'cimbind sample', reason }));
      return ExitCode.usage;
    };
    const { count, seed, out } = options;
    if (options.minimal && options.full) return refuse('--minimal and --full exclude each other');
    if (!Number.isInteger(count) || count < 1)
      return refuse(`--count is ${count}, expected a whole number from 1`);
    if (!Number.isSafeInteger(seed)) return refuse(`--seed is ${seed}, expected a whole number`);
    if (count > 1 && out === undefined) return refuse('several documents need a folder: --out samples');

    const schemas = await openSchemas(ctx, { ...options, allowNetwork: options['allow-network'] });
    if (schemas === undefined) return ExitCode.usage;
    const { value: documents, diagnostics } = await ctx.ports.sample({
      entries: schemas.entries,
      host: schemas.host,
      element: options.element,
      seed,
      count,
      extent: options.minimal ? 'minimal' : options.full ? 'full' : 'random',
      invalid: options.invalid,
    });
    await printRemarks(
      ctx,
      diagnostics.filter(({ severity }) => severity !== 'info'),
      schemas.sources,
    );
    if (documents.length === 0) return ExitCode.usage;

    for (const { name, content, breaks } of documents) {
      if (breaks !== undefined)
        ctx.err.write(`${out === undefined ? 'the document' : name} breaks ${breaks}\n`);
      if (out === undefined) ctx.out.write(content.endsWith('\n') ? content : `${content}\n`);
      else if (!(await writeOut(ctx, join(out, name), content))) return ExitCode.usage;
    }
    if (out !== undefined) ctx.err.write(`${documents.length} written to ${out}\n`);
    return ExitCode.ok;
  },
});
