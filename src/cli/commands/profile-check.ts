import { documentNotFound } from '../../diagnostics/catalogue/cfg.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { expandPattern, labelOfPath } from '../../pipeline/find-inputs.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { profileHost, uriOf } from '../open-profile.js';
import { locatedFindings, printRemarks, printReport } from '../print-report.js';
import { formatOption } from '../shared-options.js';

/** `cimbind profile check`. */
export const profileCheck = defineCommand({
  name: 'profile check',
  summary: 'Prove that profiles are restrictions of their models plus declared extensions',
  description:
    'Checks profiles and overlays: every class, attribute, role and value is in the model, cardinalities are narrowed, mandatory stays mandatory, abstract ends have concrete ' +
    'choices, nothing nests without end, and what the model does not have is a declared extension. Every departure is reported with its place. Ends with 1 if there is an error.',
  examples: [
    ['$0 profile check models/metering.profile.yaml', 'one profile'],
    ["$0 profile check 'profiles/*.profile.yaml' --format github", 'all of a folder, as annotations'],
  ],
  operands: { name: 'files', summary: 'Profiles: paths, folders or globs', least: 1, most: Infinity },
  options: { format: formatOption },
  async run(ctx, options, patterns) {
    const files = new Set<string>();
    for (const pattern of patterns) {
      const found = await expandPattern(pattern, [], ctx.cwd, '**/*.profile.{yaml,yml,json}');
      if (found.length === 0) {
        await printRemarks(ctx, diagnose(documentNotFound, { pattern }));
        return ExitCode.usage;
      }
      for (const file of found) files.add(file);
    }
    const { host, sources } = await profileHost(ctx);
    const all = new Map<string, Diagnostic>();
    for (const file of files) {
      const { diagnostics } = await ctx.ports.profile({ uri: uriOf(ctx, file), host });
      // What is wrong with a profile is wrong with each overlay over it: once is enough.
      for (const one of diagnostics)
        all.set(`${one.code}|${one.at?.source ?? ''}|${one.at?.start ?? 0}|${one.message}`, one);
    }
    const found = [...all.values()].filter(({ severity }) => severity !== 'info');
    const findings = locatedFindings(ctx, found, sources);
    const subjects = [...files].map((file) => labelOfPath(file, ctx.cwd));
    await printReport(ctx, { command: 'profile check', subjects, findings, leftOut: 0 }, options.format);
    if (found.length === 0 && options.format === 'text')
      ctx.err.write(`${files.size} profile${files.size === 1 ? '' : 's'}: no departure from the model\n`);
    return found.some(({ severity }) => severity === 'error') ? ExitCode.findings : ExitCode.ok;
  },
});
