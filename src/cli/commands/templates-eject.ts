import { join } from 'node:path';
import { unknownTemplate } from '../../diagnostics/catalogue/cfg.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import { nearestName } from '../../foundation/near-miss.js';
import { labelOfPath } from '../../pipeline/find-inputs.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { openProjects } from '../open-projects.js';
import { printRemarks } from '../print-report.js';
import { configOption, projectOption } from '../shared-options.js';

/** `cimbind templates eject`. */
export const templatesEject = defineCommand({
  name: 'templates eject',
  summary: 'Copy templates into your own folder, to change them there',
  description:
    'Copies templates of cimbind into the folder that the option `templates` of the configuration names, or `templates` beside it. From then on yours are taken. ' +
    'Eject only what you change: what you do not have comes from cimbind, and grows with it.',
  examples: [
    ['$0 templates eject adapters/adapter.ts.hbs', 'the template of adapters'],
    ['$0 templates eject adapters/ --out my-templates', 'all of a folder, into one of your choice'],
  ],
  operands: {
    name: 'templates',
    summary: 'Paths as `templates list` shows them, or folders',
    least: 1,
    most: Infinity,
  },
  options: {
    config: configOption,
    project: projectOption,
    out: { type: 'string', requiresArg: true, describe: 'Folder [default: that of the configuration]' },
    force: { type: 'boolean', default: false, alias: 'f', describe: 'Replace templates that are there' },
  },
  async run(ctx, options, wanted) {
    const opened = await openProjects(ctx, options);
    if (opened === undefined) return ExitCode.usage;
    const { ejectTemplates, listTemplates } = await import('../../pipeline/template-folder.js');
    const known = listTemplates(undefined).map(({ path }) => path);
    const paths: string[] = [];
    for (const one of wanted) {
      const meant = known.filter((path) => path === one || path.startsWith(`${one.replace(/\/$/u, '')}/`));
      if (meant.length === 0) {
        const nearest = nearestName(one, known);
        await printRemarks(ctx, diagnose(unknownTemplate, { path: '', name: one, nearest, known }));
        return ExitCode.usage;
      }
      paths.push(...meant);
    }
    const configured = opened.projects.find(({ templates }) => templates !== false)?.templates;
    const folder =
      options.out === undefined
        ? join(opened.root, typeof configured === 'string' ? configured : 'templates')
        : join(ctx.cwd, options.out);
    const { written, kept } = ejectTemplates(paths, folder, options.force);
    const label = labelOfPath(folder, ctx.cwd);
    for (const path of written) ctx.err.write(`${ctx.err.palette.good('copied')}  ${label}/${path}\n`);
    for (const path of kept) ctx.err.write(`kept    ${label}/${path}: it is there already, see --force\n`);
    if (typeof configured !== 'string')
      ctx.err.write(`now name the folder in the configuration: templates: '${label}'\n`);
    return ExitCode.ok;
  },
});
