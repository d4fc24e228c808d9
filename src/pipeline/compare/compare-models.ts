import {
  type Change,
  compareInformationModels,
  compareSchemaModels,
  judgeJson,
  judgeSource,
  judgeWire,
  type SchemaComparison,
  unexplainedApi,
  unexplainedWire,
} from '../../analysis/compatibility/index.js';
import { movedNamespaces, type WireFinding } from '../../analysis/compatibility/wire/index.js';
import type { ChangeCategory, ChangeWitness } from '../../diagnostics/change.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { lineColumn } from '../../foundation/source-text.js';
import type { Schema } from '../../model/schema/index.js';
import type { InformationModel } from '../../model/information/index.js';
import { loadInformationModel } from '../load-information-model.js';
import { loadModel } from '../load-model.js';
import type { CompareRequest, SchemaRequest } from '../ports.js';
import { type ProvedFinding, proveWireInclusion } from '../prove-witnesses.js';
import { jsonBreaks } from './json-breaks.js';
import { apiSurface } from './source/api-surface.js';
import { compareApi } from './source/compare-api.js';

/** Loads two models and compares them. Undefined where one has errors: then nothing was compared. */
export async function compareModels(request: CompareRequest): Promise<Read<readonly Change[] | undefined>> {
  const { before, after, scope } = request;
  if (request.kind === 'information-model') return compareInformation(request);
  const bag = new DiagnosticBag();
  const [old, now] = [
    await loadModel(before.entries, before.host),
    await loadModel(after.entries, after.host),
  ];
  bag.push(...old.diagnostics, ...now.diagnostics);
  const diagnostics = bag.sorted();
  if (bag.hasErrors) return { value: undefined, diagnostics };
  return { value: await compareSchemas(old.value.schema, now.value.schema, scope), diagnostics };
}

/** What is wrong with an information model and lived with is for `model lint`; one that cannot be read is not compared. */
async function compareInformation({
  before,
  after,
}: CompareRequest): Promise<Read<readonly Change[] | undefined>> {
  const bag = new DiagnosticBag();
  const load = async ({ entries, host }: SchemaRequest): Promise<readonly InformationModel[]> => {
    const models: InformationModel[] = [];
    for (const uri of entries) {
      const { value, diagnostics } = await loadInformationModel(uri, host);
      if (value === undefined) bag.push(...diagnostics);
      else models.push(value);
    }
    return models;
  };
  const [old, now] = [await load(before), await load(after)];
  const value = bag.hasErrors ? undefined : compareInformationModels(old, now);
  return { value, diagnostics: bag.sorted() };
}

/** Every change between two schemas, judged in the respects that are asked for. */
export async function compareSchemas(
  from: Schema,
  to: Schema,
  scope: readonly ChangeCategory[],
): Promise<readonly Change[]> {
  const comparison = compareSchemaModels(from, to);
  let { changes } = comparison;
  const looksAt = (...categories: readonly ChangeCategory[]): boolean =>
    categories.some((category) => scope.includes(category));
  if (looksAt('wire-backward', 'wire-forward', 'json'))
    changes = judgeMessages(from, to, comparison, changes);
  if (looksAt('json', 'source')) changes = await judgePrograms(from, to, comparison, changes);
  return changes.map((change) =>
    change.effects.length > 0
      ? change
      : {
          ...change,
          effects: [
            { category: 'documentation', verdict: 'compatible', reason: undefined, witness: undefined },
          ],
        },
  );
}

/** What the proof says about messages in both directions. */
function judgeMessages(
  from: Schema,
  to: Schema,
  { namespaces }: SchemaComparison,
  given: readonly Change[],
): readonly Change[] {
  let changes = given;
  const moved = new Map([...namespaces].filter(([old, now]) => old !== now));
  const back = new Map([...moved].map(([old, now]) => [now, old]));
  for (const direction of ['wire-backward', 'wire-forward'] as const) {
    const isBackward = direction === 'wire-backward';
    const verdict = isBackward
      ? proveWireInclusion(from, to, { match: movedNamespaces(moved) })
      : proveWireInclusion(to, from, { match: movedNamespaces(back) });
    const proofs = new Map<WireFinding, ProvedFinding>(
      verdict.verdict === 'breaking' ? verdict.findings.map((one) => [one, one]) : [],
    );
    const witnessOf = (finding: WireFinding): ChangeWitness | undefined => {
      const proved = proofs.get(finding);
      return proved && shownWitness(proved);
    };
    const { effects, unexplained } = judgeWire(changes, verdict, direction, witnessOf);
    changes = [
      ...withEffects(changes, [effects]),
      ...unexplained.map((one) => unexplainedWire(one, direction, witnessOf)),
    ];
  }
  return changes;
}

/** The message as the accepting model has it, with the place of the fault. */
function shownWitness({ proof }: ProvedFinding): ChangeWitness {
  // Other changes can break the same message: what is said of the marked place is meant.
  const issue =
    proof.issues.find(({ path }) => path === proof.path) ??
    proof.issues.find(({ path }) => proof.path.startsWith(path) || path.startsWith(proof.path)) ??
    proof.issues[0];
  const place = lineColumn(new TextEncoder().encode(proof.xml), proof.offset);
  return { document: proof.xml, issue: issue?.message ?? 'it is not valid', ...place };
}

async function judgePrograms(
  from: Schema,
  to: Schema,
  { namespaces, components }: SchemaComparison,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  const [before, after] = [apiSurface(from), apiSurface(to)];
  const json = judgeJson(changes, jsonBreaks(before, after, components));
  const breaks = await compareApi(before, after, { namespaces, components });
  const source = judgeSource(changes, breaks);
  return [...withEffects(changes, [json, source.effects]), ...source.unexplained.map(unexplainedApi)];
}

type Effects = ReadonlyMap<Change, Change['effects'][number]>;

const withEffects = (changes: readonly Change[], all: readonly Effects[]): readonly Change[] =>
  changes.map((change) => ({
    ...change,
    effects: [...change.effects, ...all.flatMap((effects) => effects.get(change) ?? [])],
  }));
