import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findConfig } from '../config/load-config.js';
import { differentKinds } from '../diagnostics/catalogue/src-revision.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { SourceText } from '../foundation/source-text.js';
import { labelIn } from '../pipeline/compare/label-in.js';
import type { ComparedSource, SchemaRequest } from '../pipeline/ports.js';
import { inputRecord, recordingHost } from '../pipeline/recording-host.js';
import type { CommandContext } from './command-context.js';
import { openProjects } from './open-projects.js';
import { printRemarks } from './print-report.js';

/** The two models of a comparison, as the command line names them. */
export interface SidesChoice {
  readonly before: string;
  /** Undefined: the inputs of the configuration as they are now. */
  readonly after: string | undefined;
  readonly config: string | undefined;
  readonly project: readonly string[] | undefined;
  readonly catalog: readonly string[] | undefined;
}

/** One model of a comparison, ready to be read. */
export interface OpenSide extends SchemaRequest {
  readonly source: ComparedSource;
}

/** Both models. */
export interface OpenSides {
  readonly before: OpenSide;
  readonly after: OpenSide;
  readonly kind: ComparedSource['kind'];
  /** Finds documents of both sides by URI, named as people call them. */
  readonly lookup: (uri: string) => SourceText | undefined;
  /** Takes away what was laid out. */
  close(): void;
}

/** Finds both models. Where that fails it says why, and the result is undefined. */
export async function openSides(ctx: CommandContext, choice: SidesChoice): Promise<OpenSides | undefined> {
  const needsInputs = choice.after === undefined || /^git#\w+=[^:]+$/u.test(choice.before);
  const inputs = needsInputs ? await inputsOf(ctx, choice) : undefined;
  if (inputs === 'failed') return undefined;
  const open = async (text: string | undefined): Promise<ComparedSource | undefined> => {
    if (text === undefined && inputs === undefined) return undefined;
    const patterns = inputs?.patterns ?? [];
    const { value, diagnostics } =
      text === undefined
        ? await ctx.ports.openSource({
            text: '',
            cwd: inputs?.root ?? ctx.cwd,
            inputs: { root: inputs?.root ?? ctx.cwd, patterns },
          })
        : await ctx.ports.openSource({ text, cwd: ctx.cwd, inputs });
    await printRemarks(ctx, diagnostics);
    return value;
  };
  const before = await open(choice.before);
  const after = before === undefined ? undefined : await open(choice.after);
  if (before === undefined || after === undefined) {
    before?.close();
    return undefined;
  }
  const close = (): void => {
    before.close();
    after.close();
  };
  if (before.kind !== after.kind) {
    close();
    await printRemarks(
      ctx,
      diagnose(differentKinds, { before: KINDS[before.kind], after: KINDS[after.kind] }),
    );
    return undefined;
  }
  const sources = new Map<string, SourceText>();
  const sides = {
    before: await openSide(ctx, before, choice.catalog, sources),
    after: await openSide(ctx, after, choice.catalog, sources),
  };
  return { ...sides, kind: before.kind, lookup: (uri) => sources.get(uri), close };
}

const KINDS: Readonly<Record<ComparedSource['kind'], string>> = {
  schema: 'a schema',
  'information-model': 'an information model',
};

async function openSide(
  ctx: CommandContext,
  source: ComparedSource,
  catalogs: readonly string[] | undefined,
  sources: Map<string, SourceText>,
): Promise<OpenSide> {
  const record = inputRecord(source.root);
  const { value: host } = await ctx.ports.sourceHost({
    root: source.root,
    catalogs: catalogs ?? 'auto',
    inputFolders: [...new Set(source.files.map((file) => dirname(file)))],
    allowNetwork: false,
    onCatalog: record.note,
  });
  const named = {
    ...record,
    note(uri: string, text: SourceText | undefined) {
      if (text === undefined) return;
      const label = labelIn(source, text.uri);
      sources.set(uri, { ...text, label });
      sources.set(text.uri, { ...text, label });
    },
  };
  return {
    source,
    entries: source.files.map((file) => pathToFileURL(file).href),
    host: recordingHost(host, named),
  };
}

interface ProjectInputs {
  readonly root: string;
  readonly patterns: readonly string[];
}

async function inputsOf(
  ctx: CommandContext,
  choice: Pick<SidesChoice, 'config' | 'project'>,
): Promise<ProjectInputs | 'failed' | undefined> {
  if (choice.config === undefined && findConfig(ctx.cwd) === undefined) return undefined;
  const opened = await openProjects(ctx, choice);
  if (opened === undefined) return 'failed';
  const patterns = opened.projects.flatMap(({ inputs }) => inputs.flatMap(({ files }) => files));
  return { root: opened.root, patterns };
}
