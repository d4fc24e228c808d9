import { interfaceMissing } from '../../diagnostics/catalogue/ifc.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceText } from '../../foundation/source-text.js';
import type { Span } from '../../foundation/span.js';
import { readOptionsModule } from '../read-module.js';
import type { Step } from '../shape.js';
import type { InterfaceOptions } from './interface-options.js';
import { interfaceShape } from './interface-shape.js';

/** An interface specification as written: every option has the right shape. */
export interface InterfaceFile {
  readonly options: InterfaceOptions;
  readonly spanOf: (path: readonly Step[]) => Span | undefined;
}

/** An interface file, and the text that diagnostics point into. */
export interface InterfaceRead extends Read<InterfaceFile | undefined> {
  readonly source: SourceText | undefined;
}

/** Loads an interface specification: a module with a default export, or JSON. `file` is relative to `folder`. */
export async function loadInterface(folder: string, file: string): Promise<InterfaceRead> {
  const diagnostics = new DiagnosticBag();
  const path = resolve(folder, file);
  if (!existsSync(path)) {
    diagnostics.add(interfaceMissing, { file });
    return { value: undefined, diagnostics: diagnostics.sorted(), source: undefined };
  }
  const { source, report, found, value } = await readOptionsModule(path, folder, diagnostics);
  if (!found || !interfaceShape.check(value, [], report))
    return { value: undefined, diagnostics: diagnostics.sorted(), source };
  return { value: { options: value, spanOf: report.spanOf }, diagnostics: diagnostics.sorted(), source };
}
