import { join } from 'node:path';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { openProjects } from '../open-projects.js';
import { answerFormatOption, configOption, projectOption } from '../shared-options.js';

/** `cimbind templates list`. */
export const templatesList = defineCommand({
  name: 'templates list',
  summary: 'List the templates that generated files are made of, and which of them are your own',
  description:
    'A template of the same path in the folder that the option `templates` names stands in for that of cimbind. `templates/adapters/{component}.….hbs` adds a file for each component. ' +
    'What templates are given is described in docs/templates.md, and keeps its meaning within a version.',
  examples: [
    ['$0 templates list', 'all templates'],
    ['$0 templates list --format json', 'for a program'],
  ],
  operands: undefined,
  options: { config: configOption, project: projectOption, format: answerFormatOption },
  async run(ctx, options) {
    const opened = await openProjects(ctx, options);
    if (opened === undefined) return ExitCode.usage;
    const { listTemplates } = await import('../../pipeline/template-folder.js');
    const [own] = opened.projects.flatMap(({ templates, root }) =>
      templates === false ? [] : [join(root, templates)],
    );
    const entries = listTemplates(own);
    if (options.format === 'json') ctx.out.write(`${JSON.stringify(entries, null, 2)}\n`);
    else {
      const width = Math.max(...entries.map(({ state }) => state.length));
      for (const { path, state } of entries) ctx.out.write(`${state.padEnd(width)}  ${path}\n`);
    }
    return ExitCode.ok;
  },
});
