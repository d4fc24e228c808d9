import { compareSchemaModels, type Change } from '../../analysis/compatibility/index.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { loadModel } from '../load-model.js';
import type { CompareRequest } from '../ports.js';

/** Loads two models and compares them. Undefined where one has errors: then nothing was compared. */
export async function compareModels({
  before,
  after,
}: CompareRequest): Promise<Read<readonly Change[] | undefined>> {
  const bag = new DiagnosticBag();
  const [old, now] = [
    await loadModel(before.entries, before.host),
    await loadModel(after.entries, after.host),
  ];
  bag.push(...old.diagnostics, ...now.diagnostics);
  const diagnostics = bag.sorted();
  if (bag.hasErrors) return { value: undefined, diagnostics };
  return { value: compareSchemaModels(old.value.schema, now.value.schema), diagnostics };
}
