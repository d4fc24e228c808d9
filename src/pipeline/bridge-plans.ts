import { bindSchema, type Binding } from '../analysis/binding/index.js';
import { bridgeEnds, planBridge } from '../analysis/compatibility/bridge/index.js';
import { matchSchemas } from '../analysis/compatibility/match/match-schemas.js';
import type { ResolvedProject } from '../config/resolved-config.js';
import type { Read } from '../diagnostics/diagnostic.js';
import { type BridgeSdk, emitBridge } from '../emitters/bridge/index.js';
import type { Schema } from '../model/schema/index.js';
import type { SourceHost } from '../readers/source/source-host.js';
import { bindingOptions } from './binding-options.js';
import type { FilePlan } from './file-plan.js';
import { loadModel } from './load-model.js';
import type { BridgedProject } from './ports.js';

/** A project that is being compiled. */
interface Compiled {
  readonly project: ResolvedProject;
  readonly schema: Schema;
  readonly binding: Binding;
}

/** The converters between a project's messages and those of an earlier edition or a variant. */
export async function bridgePlans(
  other: BridgedProject,
  host: SourceHost,
  newer: Compiled,
  header: readonly string[],
): Promise<Read<readonly FilePlan[]>> {
  const { value, diagnostics } = await loadModel(other.entries, host);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { value: [], diagnostics: errors };
  const { schema } = value;
  const older: Compiled = {
    project: other.project,
    schema,
    binding: bindSchema(schema, bindingOptions(other.project)).value,
  };
  const { forward, backward } = bridgeEnds(older, newer, matchSchemas(schema, newer.schema));
  const folder = `bridges/${other.project.name}`;
  const written = emitBridge({
    older: sdkOf(older),
    newer: sdkOf(newer),
    forward: planBridge(forward),
    backward: planBridge(backward),
    folder: `${newer.project.outDir}/${folder}`,
    runtime: newer.project.runtime,
    header,
  });
  return { value: written.map((plan) => ({ ...plan, path: `${folder}/${plan.path}` })), diagnostics: [] };
}

const sdkOf = ({ project, schema, binding }: Compiled): BridgeSdk => ({
  schema,
  binding,
  numbers: project.numbers,
  folder: project.outDir,
});
