import { join } from 'node:path';
import type { Palette } from '../../diagnostics/render/palette.js';
import type { ProfileView } from '../../pipeline/ports.js';
import { answerText } from '../answer.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { profileHost, uriOf } from '../open-profile.js';
import { printRemarks } from '../print-report.js';
import { treeText } from '../tree-text.js';
import { writeOut } from '../write-out.js';

/** `cimbind profile show`. */
export const profileShow = defineCommand({
  name: 'profile show',
  summary: 'Show the message that a profile comes to: as a tree, a diagram, XSD, JSON',
  description:
    'Prints the tree of elements that messages of a profile have, with how often each occurs, what it is of, and what of the model it stands for; ' +
    'or the schema that the profile is lowered to, or a class diagram of its types.',
  examples: [
    ['$0 profile show models/metering.profile.yaml', 'the tree of the message'],
    ['$0 profile show models/metering.profile.yaml --format xsd --out xsd', 'the schema, for everybody else'],
    ['$0 profile show models/metering.profile.yaml --format svg --out metering.svg', 'a class diagram'],
  ],
  operands: { name: 'file', summary: 'The profile', least: 1, most: 1 },
  options: {
    format: {
      choices: ['text', 'json', 'xsd', 'svg', 'mermaid'],
      default: 'text',
      requiresArg: true,
      describe: 'How it is printed',
    },
    out: {
      type: 'string',
      alias: 'o',
      requiresArg: true,
      describe: 'File, or of XSD the folder [default: standard output]',
    },
  },
  async run(ctx, { format, out }, [file = '']) {
    const { host, sources } = await profileHost(ctx);
    const { value: view, diagnostics } = await ctx.ports.profile({ uri: uriOf(ctx, file), host });
    await printRemarks(ctx, diagnostics, sources);
    if (view === undefined) return ExitCode.usage;
    const isSound = !diagnostics.some(({ severity }) => severity === 'error');
    const files = await filesOf(view, format, out ?? '', ctx.out.palette);
    for (const { path, content } of files) {
      if (out === undefined) {
        if (files.length > 1) ctx.err.write(`${path}\n`);
        ctx.out.write(content);
      } else {
        if (!(await writeOut(ctx, path, content))) return ExitCode.usage;
        ctx.err.write(`written  ${path}\n`);
      }
    }
    return isSound ? ExitCode.ok : ExitCode.findings;
  },
});

/** What is shown: one file, or a schema document a namespace. */
async function filesOf(
  view: ProfileView,
  format: 'text' | 'json' | 'xsd' | 'svg' | 'mermaid',
  out: string,
  palette: Palette,
): Promise<readonly { readonly path: string; readonly content: string }[]> {
  switch (format) {
    case 'xsd':
      return (await view.xsd()).map(({ path, content }) => ({ path: join(out, path), content }));
    case 'svg':
    case 'mermaid':
      return [{ path: out, content: await view.diagram(format) }];
    case 'text':
    case 'json': {
      const { tree } = view;
      return [{ path: out, content: answerText(format, { tree }, () => treeText(tree, palette)) }];
    }
  }
}
