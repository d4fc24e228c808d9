import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findConfig } from '../config/load-config.js';
import { documentNotFound } from '../diagnostics/catalogue/cfg.js';
import { noModelGiven, severalModelsGiven } from '../diagnostics/catalogue/uml-view.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../foundation/source-text.js';
import { expandPattern, findInputs, labelOfPath, PROFILE_FILE } from '../pipeline/find-inputs.js';
import type { ModelView } from '../pipeline/ports.js';
import { inputRecord, recordingHost } from '../pipeline/recording-host.js';
import type { SourceHost } from '../readers/source/source-host.js';
import type { CommandContext } from './command-context.js';
import { openProjects } from './open-projects.js';
import { printRemarks } from './print-report.js';

/** Which information model a command is about: a named one, or that of the configuration. */
export interface ModelChoice {
  readonly model: string | undefined;
  readonly config: string | undefined;
  readonly project: readonly string[] | undefined;
}

/** An information model, read. */
export interface OpenModel {
  readonly view: ModelView;
  /** What reports call it. */
  readonly label: string;
  /** The import report: what is wrong with the model, and lived with. */
  readonly diagnostics: readonly Diagnostic[];
  /** By URI. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** File names of information models. A file that is named by --model may have any other. */
const EXTENSIONS: readonly string[] = [
  '.xmi',
  '.uml',
  '.ecore',
  '.qea',
  '.qeax',
  '.eap',
  '.eapx',
  '.owl',
  '.rdf',
  '.ttl',
];

const isModel = (uri: string): boolean => EXTENSIONS.includes(extname(uri).toLowerCase());

/** Reads the model. Where that fails it says why, and the result is undefined. */
export async function openModel(ctx: CommandContext, choice: ModelChoice): Promise<OpenModel | undefined> {
  const file = await (choice.model === undefined ? modelOfConfig(ctx, choice) : modelFile(ctx, choice.model));
  if (file === undefined) return undefined;
  const record = inputRecord(ctx.cwd);
  const host = await fileHost(ctx);
  const { value: view, diagnostics } = await ctx.ports.informationModel({
    uri: pathToFileURL(file).href,
    host: recordingHost(host, record),
  });
  if (view === undefined) {
    await printRemarks(ctx, diagnostics, record.sources);
    return undefined;
  }
  return { view, label: labelOfPath(file, ctx.cwd), diagnostics, sources: record.sources };
}

const fileHost = async (ctx: CommandContext): Promise<SourceHost> =>
  (await ctx.ports.sourceHost({ root: ctx.cwd, catalogs: [], inputFolders: [], allowNetwork: false })).value;

async function modelFile(ctx: CommandContext, pattern: string): Promise<string | undefined> {
  const files = await expandPattern(pattern, [], ctx.cwd, `**/*{${EXTENSIONS.join(',')}}`);
  if (files.length === 1) return files[0];
  const problem =
    files.length === 0
      ? diagnose(documentNotFound, { pattern })
      : diagnose(severalModelsGiven, { models: files.map((file) => labelOfPath(file, ctx.cwd)) });
  await printRemarks(ctx, problem);
  return undefined;
}

async function modelOfConfig(ctx: CommandContext, choice: ModelChoice): Promise<string | undefined> {
  const refuse = async (problem: readonly Diagnostic[]): Promise<undefined> => {
    await printRemarks(ctx, problem);
    return undefined;
  };
  if (choice.config === undefined && findConfig(ctx.cwd) === undefined)
    return refuse(diagnose(noModelGiven, {}));
  const opened = await openProjects(ctx, choice);
  if (opened === undefined) return undefined;
  const host = await fileHost(ctx);
  const found = new Set<string>();
  for (const project of opened.projects) {
    const { value } = await findInputs(project);
    for (const uri of value.entries) {
      const model = PROFILE_FILE.test(uri) ? await ctx.ports.modelOfProfile({ uri, host }) : uri;
      if (model !== undefined && (model !== uri || isModel(uri))) found.add(fileURLToPath(model));
    }
  }
  const [only, ...others] = found;
  if (only === undefined) return refuse(diagnose(noModelGiven, {}));
  if (others.length === 0) return only;
  return refuse(
    diagnose(severalModelsGiven, { models: [...found].map((file) => labelOfPath(file, ctx.cwd)) }),
  );
}
