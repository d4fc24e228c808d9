import { printAnswer } from '../answer.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { profileHost, uriOf } from '../open-profile.js';
import { printRemarks } from '../print-report.js';
import { treeText } from '../tree-text.js';

/** `cimbind profile show`. */
export const profileShow = defineCommand({
  name: 'profile show',
  summary: 'Show the message that a profile comes to: as a tree, a diagram, XSD, JSON',
  description:
    'Prints the tree of elements that messages of a profile have, with how often each occurs, what it is of, and what of the model it stands for; ' +
    'or the schema that the profile is lowered to, or a class diagram of its types.',
  examples: [
    ['$0 profile show models/metering.profile.yaml', 'the tree of the message'],
    ['$0 profile show models/metering.profile.yaml --format xsd', 'the schema, for everybody else'],
    ['$0 profile show models/metering.profile.yaml --format svg > metering.svg', 'a class diagram'],
  ],
  operands: { name: 'file', summary: 'The profile', least: 1, most: 1 },
  options: {
    format: {
      choices: ['text', 'json', 'xsd', 'svg', 'mermaid'],
      default: 'text',
      requiresArg: true,
      describe: 'How it is printed',
    },
  },
  async run(ctx, { format }, [file = '']) {
    const { host, sources } = await profileHost(ctx);
    const { value: view, diagnostics } = await ctx.ports.profile({ uri: uriOf(ctx, file), host });
    await printRemarks(ctx, diagnostics, sources);
    if (view === undefined) return ExitCode.usage;
    const isSound = !diagnostics.some(({ severity }) => severity === 'error');
    if (format === 'xsd') {
      const files = await view.xsd();
      for (const { path, content } of files) {
        if (files.length > 1) ctx.err.write(`${path}\n`);
        ctx.out.write(content);
      }
    } else if (format === 'svg' || format === 'mermaid') {
      ctx.out.write(await view.diagram(format));
    } else {
      const { tree } = view;
      printAnswer(ctx, format === 'json' ? 'json' : 'text', { tree }, () => treeText(tree, ctx.out.palette));
    }
    return isSound ? ExitCode.ok : ExitCode.findings;
  },
});
