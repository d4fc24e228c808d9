import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import {
  configurationMissing,
  missingOption,
  projectsCollide,
  unknownProject,
  unsupportedVersion,
} from '../diagnostics/catalogue/cfg.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { Read } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../foundation/source-text.js';
import { nearestName } from '../foundation/near-miss.js';
import { configShape } from './config-shape.js';
import { gatherInterfaces } from './interface/gather-interfaces.js';
import type { ConfigOptions } from './options.js';
import { readOptionsModule } from './read-module.js';
import { resolveConfig } from './resolve-config.js';
import type { ResolvedConfig } from './resolved-config.js';
import { isRecord } from './shape.js';
import type { ShapeReport, Step } from './shape.js';

/** Names of configuration files, in the order in which they are looked for. */
export const CONFIG_FILES = [
  'cimbind.config.ts',
  'cimbind.config.mts',
  'cimbind.config.js',
  'cimbind.config.mjs',
  'cimbind.config.json',
] as const;

/** A configuration, and the texts that diagnostics point into, by URI: its own first, then those of interfaces. */
export interface ConfigRead extends Read<ResolvedConfig | undefined> {
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Finds the configuration in a folder or above it. */
export function findConfig(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const found = CONFIG_FILES.map((name) => join(at, name)).find(existsSync);
    if (found !== undefined) return found;
    if (at === dirname(at)) return undefined;
  }
}

/** Loads and checks a configuration. Without `file` it is looked for in `cwd` and above. */
export async function loadConfig(cwd: string, file?: string): Promise<ConfigRead> {
  const diagnostics = new DiagnosticBag();
  const path = file === undefined ? findConfig(cwd) : resolve(cwd, file);
  if (path === undefined || !existsSync(path)) {
    const searched =
      file === undefined ? 'no cimbind.config.{ts,js,mjs,json} here or above' : `${file} does not exist`;
    diagnostics.add(configurationMissing, { searched });
    return { value: undefined, diagnostics: diagnostics.sorted(), sources: new Map() };
  }
  const { source, report, found, value: exported } = await readOptionsModule(path, cwd, diagnostics);
  const sources = new Map([[source.uri, source]]);
  if (!found) return { value: undefined, diagnostics: diagnostics.sorted(), sources };
  const options = checkConfig(exported, report);
  const folder = dirname(path);
  const value =
    options &&
    resolveConfig(
      options,
      folder,
      basename(path),
      await gatherInterfaces(options, folder, diagnostics, sources),
    );
  if (value !== undefined && options !== undefined) {
    checkProjects(value, report);
    checkBridges(options, value, report);
  }
  return { value: diagnostics.hasErrors ? undefined : value, diagnostics: diagnostics.sorted(), sources };
}

/** Checks a configuration that a program made. */
export async function readConfig(options: unknown, root: string): Promise<Read<ResolvedConfig | undefined>> {
  const diagnostics = new DiagnosticBag();
  const report: ShapeReport = { diagnostics, spanOf: () => undefined };
  const checked = checkConfig(options, report);
  const value =
    checked &&
    resolveConfig(checked, root, '', await gatherInterfaces(checked, root, diagnostics, new Map()));
  if (value !== undefined && checked !== undefined) {
    checkProjects(value, report);
    checkBridges(checked, value, report);
  }
  return { value: diagnostics.hasErrors ? undefined : value, diagnostics: diagnostics.sorted() };
}

function checkConfig(value: unknown, report: ShapeReport): ConfigOptions | undefined {
  if (isRecord(value) && typeof value['version'] === 'number' && value['version'] !== 1) {
    const found = String(value['version']);
    report.diagnostics.add(unsupportedVersion, { found, at: report.spanOf(['version']) });
    return undefined;
  }
  if (!configShape.check(value, [], report)) return undefined;
  const alone = value.projects === undefined;
  for (const name of ['inputs', 'outDir'] as const) {
    const needed = alone || value[name === 'inputs' ? 'outDir' : 'inputs'] !== undefined;
    if (!needed || value[name] !== undefined) continue;
    const expected =
      name === 'inputs' ? 'paths or globs of XSD and WSDL documents' : 'the folder of the generated files';
    report.diagnostics.add(missingOption, { path: '', name, expected, at: report.spanOf([]) });
  }
  return value;
}

function checkProjects(config: ResolvedConfig, report: ShapeReport): void {
  const collide = (what: string, values: readonly string[], step: Step): void => {
    values.forEach((value, index) => {
      if (values.indexOf(value) === index) return;
      const path = config.projects.length === 1 ? [step] : ['projects', index, step];
      report.diagnostics.add(projectsCollide, { what, value, at: report.spanOf(path) });
    });
  };
  collide(
    'name',
    config.projects.map(({ name }) => name),
    'name',
  );
  collide(
    'outDir',
    config.projects.map(({ outDir }) => outDir),
    'outDir',
  );
}

/** A bridge leads to another project of the same configuration. */
function checkBridges(options: ConfigOptions, { projects }: ResolvedConfig, report: ShapeReport): void {
  const known = projects.map(({ name }) => name);
  const alone = options.projects === undefined;
  const given = alone ? [options] : options.projects;
  given.forEach(({ bridges = [] }, index) => {
    bridges.forEach((name, place) => {
      if (known.includes(name)) return;
      const at = report.spanOf([...(alone ? [] : ['projects', index]), 'bridges', place]);
      report.diagnostics.add(unknownProject, {
        path: '',
        name,
        nearest: nearestName(name, known),
        known,
        at,
      });
    });
  });
}
