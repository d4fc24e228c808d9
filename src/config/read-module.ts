import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configurationUnreadable } from '../diagnostics/catalogue/cfg.js';
import type { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { SourceText } from '../foundation/source-text.js';
import type { Span } from '../foundation/span.js';
import { evaluateConfig } from './evaluate-config.js';
import { locateOption } from './locate-option.js';
import type { ShapeReport } from './shape.js';

/** What a file of options exports; `found` is false where it could not be told, which is reported. */
export interface OptionsModule {
  readonly source: SourceText;
  readonly report: ShapeReport;
  readonly found: boolean;
  readonly value: unknown;
}

/** Runs a file of options (configuration, interface specification); places of its options become spans in its text. */
export async function readOptionsModule(
  path: string,
  cwd: string,
  diagnostics: DiagnosticBag,
): Promise<OptionsModule> {
  const bytes = readFileSync(path);
  const label = relative(cwd, path).split(sep).join('/');
  const source: SourceText = { uri: pathToFileURL(path).href, label, bytes };
  const text = new TextDecoder().decode(bytes);
  const spanAt = (start: number, end: number): Span => ({
    source: source.uri,
    start: Buffer.byteLength(text.slice(0, start)),
    end: Buffer.byteLength(text.slice(0, end)),
  });
  const report: ShapeReport = {
    diagnostics,
    spanOf: (steps) => {
      const range = locateOption(text, steps);
      return range && spanAt(range.start, range.end);
    },
  };
  const evaluation = await evaluateConfig(path, text);
  if ('value' in evaluation) return { source, report, found: true, value: evaluation.value };
  const { failure, offset } = evaluation;
  const at = offset === undefined ? undefined : spanAt(offset, offset + 1);
  diagnostics.add(configurationUnreadable, { file: label, reason: firstLine(failure), at });
  return { source, report, found: false, value: undefined };
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;
