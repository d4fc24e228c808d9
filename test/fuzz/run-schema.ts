import { isAgreement, signatureOf, type FuzzCase } from './fuzz-case.js';
import { explanationOf } from './explained/index.js';
import type { Judges } from './judge/judges.js';
import { compileOwn } from './judge/ours.js';
import { minimise } from './minimise.js';
import { makeInstances } from './make/make-instances.js';
import { makeSchema, writeSchema } from './make/make-schema.js';
import { FEATURES, type Feature } from './make/scope.js';

/** A difference that nothing explains, or a crash, as it is reported. */
export interface Finding {
  readonly seed: number;
  readonly feature: Feature;
  readonly signature: string;
  readonly schema: Readonly<Record<string, string>>;
  readonly instance: string;
  readonly verdicts: FuzzCase['verdicts'] | undefined;
  /** The stack of the exception, where it is a crash. */
  readonly crash: string;
}

/** What came of one schema and its documents. */
export interface SchemaOutcome {
  readonly pairs: number;
  readonly agreements: number;
  /** How many schemas we accepted: 0 or 1. */
  readonly accepted: number;
  /** Documents that we found valid. */
  readonly valid: number;
  /** Pairs about which a peer had nothing to say. */
  readonly silent: number;
  /** By the name of the explanation. */
  readonly explained: Readonly<Record<string, number>>;
  readonly unexplained: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  readonly crashes: number;
}

/** What to run. */
export interface SchemaTask {
  readonly seed: number;
  readonly number: number;
  readonly instances: number;
  readonly only: Feature | undefined;
  /** Signatures of which enough was reported. */
  readonly known: readonly string[];
}

/** The seed of one schema of a run. */
const seedOf = (seed: number, number: number): number => seed * 1_000_003 + number * 7919;

/** Makes one schema with its documents, asks the judges, and holds their verdicts against each other. */
export async function runSchema(judges: Judges, task: SchemaTask): Promise<SchemaOutcome> {
  const seed = seedOf(task.seed, task.number);
  const feature = task.only ?? FEATURES[task.number % FEATURES.length] ?? 'everything';
  const trees = makeSchema(seed, feature);
  const files = writeSchema(trees);
  let cases: readonly FuzzCase[];
  try {
    const own = compileOwn(files);
    const instances =
      own.schema === undefined ? [] : makeInstances(own.schema, trees, seed + 1, task.instances);
    cases = await judges.judge(trees, instances, own);
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const signature = `crash: ${crash.split('\n').slice(0, 2).join(' ')}`;
    const finding = { seed, feature, signature, schema: files, instance: '', verdicts: undefined, crash };
    return { ...NOTHING, pairs: 1, crashes: 1, findings: [finding], unexplained: { [signature]: 1 } };
  }
  const explained: Record<string, number> = {};
  const unexplained: Record<string, number> = {};
  const findings: Finding[] = [];
  let agreements = 0;
  let silent = 0;
  for (const found of cases) {
    const { verdicts } = found;
    if (verdicts.libxml2 === undefined || verdicts.xerces === undefined) silent++;
    if (isAgreement(verdicts)) {
      agreements++;
      continue;
    }
    const explanation = explanationOf(found);
    if (explanation !== undefined) {
      explained[explanation] = (explained[explanation] ?? 0) + 1;
      continue;
    }
    const signature = signatureOf(found);
    unexplained[signature] = (unexplained[signature] ?? 0) + 1;
    if (task.known.includes(signature) || unexplained[signature] > 1) continue;
    const least = await minimise(judges, found);
    findings.push({
      seed,
      feature,
      signature,
      schema: writeSchema(least.schema),
      instance: least.instanceText,
      verdicts: least.verdicts,
      crash: '',
    });
  }
  return {
    pairs: cases.length,
    agreements,
    accepted: cases[0]?.verdicts.ours.isValid === true ? 1 : 0,
    valid: cases.filter(({ kind, verdicts }) => kind === 'instance' && verdicts.ours.isValid).length,
    silent,
    explained,
    unexplained,
    findings,
    crashes: 0,
  };
}

const NOTHING: SchemaOutcome = {
  pairs: 0,
  agreements: 0,
  accepted: 0,
  valid: 0,
  silent: 0,
  explained: {},
  unexplained: {},
  findings: [],
  crashes: 0,
};
