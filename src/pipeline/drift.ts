import type { ResolvedProject } from '../config/resolved-config.js';
import {
  editedByHand,
  foreignFile,
  foreignFileInTheWay,
  generatedFileMissing,
  manifestUnreadable,
  noLongerGenerated,
  staleByConfiguration,
  staleByGenerator,
  staleByModel,
} from '../diagnostics/catalogue/drf.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { FileState, FolderComparison } from './compare-folder.js';
import type { Manifest } from './manifest.js';
import { MANIFEST_FILE } from './manifest.js';

/** Why a file that is as it was written would be written differently now. */
export type StaleReason =
  | { readonly kind: 'model'; readonly models: readonly string[] }
  | { readonly kind: 'configuration'; readonly what: string }
  | { readonly kind: 'generator'; readonly from: string; readonly to: string };

/** What differs between the manifest of a folder and the one it would get. The nearest cause to the user comes first. */
export function staleReason(before: Manifest, now: Manifest): StaleReason {
  const labels = new Set([...Object.keys(before.inputs), ...Object.keys(now.inputs)]);
  const models = [...labels].filter((label) => before.inputs[label] !== now.inputs[label]).sort();
  // A changed configuration can name other documents: only a document that both have read tells that a model changed.
  const isEdited = models.some((label) => typeof before.inputs[label] === 'string' && label in now.inputs);
  const configChanged = before.config !== now.config;
  const templatesChanged = before.templates !== now.templates;
  if (isEdited || (models.length > 0 && !configChanged)) return { kind: 'model', models };
  if (configChanged || templatesChanged) {
    const what = [
      ...(configChanged ? ['the configuration'] : []),
      ...(templatesChanged ? ['the templates'] : []),
    ].join(' and ');
    return { kind: 'configuration', what };
  }
  return { kind: 'generator', from: before.generator.version, to: now.generator.version };
}

/** The diagnostic of one file that is not fresh; undefined for a fresh one. */
export function driftDiagnostic(
  file: FileState,
  project: ResolvedProject,
  comparison: FolderComparison,
  now: Manifest,
): Diagnostic | undefined {
  const diagnostics = new DiagnosticBag();
  const { previous } = comparison;
  const generate = `cimbind generate --project ${quoted(project.name)}`;
  const name = {
    file: project.outDir === '.' ? file.path : `${project.outDir}/${file.path}`,
    repair: generate,
  };
  const forced = { ...name, repair: `${generate} --force` };
  switch (file.state) {
    case 'fresh':
      return undefined;
    case 'missing':
      diagnostics.add(generatedFileMissing, name);
      break;
    case 'stale':
      if (previous.state === 'read') addStale(diagnostics, name, staleReason(previous.manifest, now));
      break;
    case 'edited':
    case 'obsolete-edited':
      diagnostics.add(editedByHand, forced);
      break;
    case 'in-the-way':
      if (file.path === MANIFEST_FILE && previous.state === 'unreadable') {
        diagnostics.add(manifestUnreadable, { ...forced, reason: previous.reason });
      } else {
        diagnostics.add(foreignFileInTheWay, forced);
      }
      break;
    case 'obsolete':
      diagnostics.add(noLongerGenerated, name);
      break;
    case 'foreign':
      diagnostics.add(foreignFile, name);
      break;
  }
  return diagnostics.sorted()[0];
}

function addStale(
  diagnostics: DiagnosticBag,
  name: { readonly file: string; readonly repair: string },
  reason: StaleReason,
): void {
  switch (reason.kind) {
    case 'model':
      return diagnostics.add(staleByModel, { ...name, models: reason.models });
    case 'configuration':
      return diagnostics.add(staleByConfiguration, { ...name, what: reason.what });
    case 'generator':
      return diagnostics.add(staleByGenerator, { ...name, from: reason.from, to: reason.to });
  }
}

/** An argument as a shell takes it. */
const quoted = (argument: string): string =>
  /^[\w@./:-]+$/u.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
