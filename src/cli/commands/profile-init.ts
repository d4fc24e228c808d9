import { wrongUse } from '../../diagnostics/catalogue/cfg.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import { refuseName } from '../answer.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { pathFrom, profileHost, uriOf, writeProfile } from '../open-profile.js';
import { printRemarks } from '../print-report.js';

/** `cimbind profile init`. */
export const profileInit = defineCommand({
  name: 'profile init',
  summary: 'Propose a profile around a class of an information model',
  description:
    'Writes a profile to begin with: all attributes of the class, the objects around it inline up to --depth steps away, those beyond as references. ' +
    'Remove what messages do not carry; `cimbind profile check` tells whether the rest still holds.',
  examples: [
    ['$0 profile init --model cim.xmi --root MeterReading --depth 2', 'to standard output'],
    [
      '$0 profile init --model cim.xmi --root UsagePoint --out models/usage-points.profile.yaml',
      'to a file, with the path to the model made right',
    ],
  ],
  operands: undefined,
  options: {
    model: {
      type: 'string',
      alias: 'm',
      demandOption: true,
      requiresArg: true,
      describe: 'Information model: XMI, .uml, .ecore, .qea, .eap, RDFS, OWL',
    },
    root: {
      type: 'string',
      alias: 'r',
      demandOption: true,
      requiresArg: true,
      describe: 'The class that messages are about',
    },
    depth: { type: 'number', alias: 'd', default: 1, requiresArg: true, describe: 'Steps carried inline' },
    name: { type: 'string', requiresArg: true, describe: 'Name of the profile [default: the class, plural]' },
    namespace: { type: 'string', requiresArg: true, describe: 'Namespace of the message' },
    out: { type: 'string', alias: 'o', requiresArg: true, describe: 'File [default: standard output]' },
    force: { type: 'boolean', default: false, describe: 'Write over a file that is there' },
  },
  async run(ctx, options) {
    const { model, root, depth, out, force } = options;
    if (!Number.isInteger(depth) || depth < 0) {
      const reason = `--depth is ${depth}, expected a whole number from 0`;
      await printRemarks(ctx, diagnose(wrongUse, { command: 'cimbind profile init', reason }));
      return ExitCode.usage;
    }
    const { host, sources } = await profileHost(ctx);
    const profile = options.name ?? plural(root.replace(/^.*::/u, ''));
    const { value: drafted, diagnostics } = await ctx.ports.draftProfile({
      uri: uriOf(ctx, model),
      host,
      model: pathFrom(ctx, out, model),
      root,
      depth,
      profile,
      namespace: options.namespace ?? `http://example.org/${encodeURIComponent(profile)}#`,
    });
    await printRemarks(ctx, diagnostics, sources);
    if (drafted === undefined) return ExitCode.usage;
    if (drafted.found === undefined) return refuseName(ctx, 'class', root, drafted.nearest);
    return writeProfile(ctx, 'profile init', drafted.found, { out, force });
  },
});

/** Container nouns are plural. */
const plural = (name: string): string => (/s$/u.test(name) ? name : `${name.replace(/y$/u, 'ie')}s`);
