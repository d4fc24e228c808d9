import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { wrongUse } from '../../diagnostics/catalogue/cfg.js';
import { noInterfaces } from '../../diagnostics/catalogue/adp.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { openProjects } from '../open-projects.js';
import { printRemarks } from '../print-report.js';
import { configOption, projectOption } from '../shared-options.js';
import { writeOut } from '../write-out.js';

/** `cimbind adapter scaffold`. */
export const adapterScaffold = defineCommand({
  name: 'adapter scaffold',
  summary: 'Print a class with a stub for each message that a component accepts',
  description:
    'A file to start from: it implements the generated `<Component>Handlers`, and each stub says that it is not written yet. From then on the file is yours; ' +
    '`adapter check` and `adapter sync` keep it in step. Vendors change what it looks like by the template adapters/scaffold.ts.hbs.',
  examples: [
    ['$0 adapter scaffold HeadEnd --out src/head-end.ts', 'into a file that does not exist yet'],
    ['$0 adapter scaffold', 'of the only component, to standard output'],
  ],
  operands: { name: 'component', summary: 'Name of the component', least: 0, most: 1 },
  options: {
    config: configOption,
    project: projectOption,
    out: { type: 'string', requiresArg: true, describe: 'Write to this file, which must not exist' },
  },
  async run(ctx, options, [wanted]) {
    const opened = await openProjects(ctx, options);
    if (opened === undefined) return ExitCode.usage;
    const all = opened.projects.flatMap((project) =>
      project.interfaces.map((specification) => ({ project, specification })),
    );
    if (all.length === 0) {
      await printRemarks(ctx, diagnose(noInterfaces, {}));
      return ExitCode.usage;
    }
    const found = all.filter(
      ({ specification }) => wanted === undefined || specification.component === wanted,
    );
    const [one] = found;
    const components = all.map(({ specification }) => specification.component).join(', ');
    if (one === undefined || found.length > 1) {
      const reason =
        wanted === undefined
          ? `name one of ${components}`
          : `no component is called "${wanted}", known: ${components}`;
      await printRemarks(ctx, diagnose(wrongUse, { command: 'cimbind adapter scaffold', reason }));
      return ExitCode.usage;
    }
    const { out } = options;
    if (out !== undefined && existsSync(resolve(ctx.cwd, out))) {
      const reason = `${out} exists already: \`cimbind adapter sync\` adds what it lacks`;
      await printRemarks(ctx, diagnose(wrongUse, { command: 'cimbind adapter scaffold', reason }));
      return ExitCode.usage;
    }
    const { scaffoldHandlers } = await import('../../pipeline/handlers/scaffold-handlers.js');
    const path = relative(opened.root, resolve(ctx.cwd, out ?? 'handlers.ts'))
      .split(sep)
      .join('/');
    const text = await scaffoldHandlers(one.project, one.specification, path);
    if (out === undefined) {
      ctx.out.write(text);
      return ExitCode.ok;
    }
    if (!(await writeOut(ctx, out, text))) return ExitCode.usage;
    ctx.err.write(`${ctx.err.palette.good('written')}  ${out}\n`);
    return ExitCode.ok;
  },
});
