import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { pathFrom, profileHost, uriOf, writeProfile } from '../open-profile.js';
import { printRemarks } from '../print-report.js';

/** `cimbind profile import`. */
export const profileImport = defineCommand({
  name: 'profile import',
  summary: 'Turn a profile of CIMTool (OWL) into a profile in YAML',
  description:
    'Reads a profile that CIMTool keeps in OWL and writes it in the format of cimbind. The information model is needed too: a profile in OWL says only one end of many cardinalities.',
  examples: [
    ['$0 profile import EndDeviceControls.owl --model cim.xmi', 'to standard output'],
    [
      '$0 profile import EndDeviceControls.owl --model cim.xmi --out end-device-controls.profile.yaml',
      'to a file',
    ],
  ],
  operands: { name: 'file', summary: 'The profile in OWL: RDF/XML or Turtle', least: 1, most: 1 },
  options: {
    model: {
      type: 'string',
      alias: 'm',
      demandOption: true,
      requiresArg: true,
      describe: 'Information model that it is a profile of',
    },
    out: { type: 'string', alias: 'o', requiresArg: true, describe: 'File [default: standard output]' },
    force: { type: 'boolean', default: false, describe: 'Write over a file that is there' },
  },
  async run(ctx, { model, out, force }, [file = '']) {
    const { host, sources } = await profileHost(ctx);
    const { value: text, diagnostics } = await ctx.ports.importProfile({
      uri: uriOf(ctx, file),
      host,
      modelUri: uriOf(ctx, model),
      model: pathFrom(ctx, out, model),
    });
    await printRemarks(ctx, diagnostics, sources);
    if (text === undefined) return ExitCode.usage;
    return writeProfile(ctx, 'profile import', text, { out, force });
  },
});
