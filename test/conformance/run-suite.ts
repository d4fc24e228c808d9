import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { scoredOutcome, type Outcome, type SuiteGroup, type SuiteTest } from './packed-group.js';
import type { WorkerAnswer } from './worker.js';

/** One scored test. */
export interface SuiteResult {
  readonly group: string;
  readonly test: string;
  readonly contributor: string;
  readonly kind: 'schema' | 'instance';
  readonly expected: Outcome;
  readonly outcome: Outcome | 'crashed' | 'timed-out';
  readonly right: boolean;
  readonly problems: readonly string[];
}

export interface SuiteOptions {
  readonly version: string;
  /** Seconds a group. */
  readonly timeLimit: number;
  readonly onGroup?: (done: number, milliseconds: number, group: SuiteGroup) => void;
}

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Runs groups in worker processes, and scores them as the suite says. */
export async function runSuite(
  groups: readonly SuiteGroup[],
  options: SuiteOptions,
): Promise<readonly SuiteResult[]> {
  const results: SuiteResult[][] = groups.map(() => []);
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    let worker = startWorker();
    for (let index = next++; index < groups.length; index = next++) {
      const group = groups[index] as SuiteGroup;
      const answer = await ask(worker, group, options.timeLimit);
      if (answer === 'timed-out' || answer === 'ended') {
        worker.kill('SIGKILL');
        worker = startWorker();
      }
      results[index] = score(group, answer, options.version);
      const milliseconds = typeof answer === 'object' && answer.kind === 'done' ? answer.milliseconds : 0;
      options.onGroup?.(++done, milliseconds, group);
    }
    worker.kill();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), groups.length) }, lane));
  return results.flat();
}

const startWorker = (): ChildProcess =>
  fork(WORKER, [], { execArgv: ['--import', 'tsx', '--max-old-space-size=4096'], serialization: 'advanced' });

function ask(
  worker: ChildProcess,
  group: SuiteGroup,
  seconds: number,
): Promise<WorkerAnswer | 'timed-out' | 'ended'> {
  return new Promise((resolve) => {
    const finish = (answer: WorkerAnswer | 'timed-out' | 'ended'): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('exit', onExit);
      resolve(answer);
    };
    const onMessage = (answer: unknown): void => finish(answer as WorkerAnswer);
    const onExit = (): void => finish('ended');
    const timer = setTimeout(() => finish('timed-out'), seconds * 1000);
    worker.on('message', onMessage);
    worker.on('exit', onExit);
    worker.send(group);
  });
}

function score(
  group: SuiteGroup,
  answer: WorkerAnswer | 'timed-out' | 'ended',
  version: string,
): SuiteResult[] {
  const results: SuiteResult[] = [];
  const failure =
    answer === 'timed-out'
      ? 'timed-out'
      : answer === 'ended' || answer.kind === 'crashed'
        ? 'crashed'
        : undefined;
  const reason = typeof answer === 'object' && answer.kind === 'crashed' ? [answer.reason] : [];
  const outcome = typeof answer === 'object' && answer.kind === 'done' ? answer.outcome : undefined;
  const schemaExpected = group.schemaTest === null ? undefined : scoredOutcome(group.schemaTest, version);
  const isRefused = outcome?.schema?.outcome === 'invalid';
  const add = (
    test: SuiteTest,
    kind: 'schema' | 'instance',
    found: { readonly outcome: Outcome; readonly problems: readonly string[] } | undefined,
  ): void => {
    const expected = scoredOutcome(test, version);
    if (expected === undefined) return;
    // The instances of a schema that was refused wrongly are wrong whatever they expect.
    const isLost = kind === 'instance' && isRefused && schemaExpected === 'valid';
    results.push({
      group: group.id,
      test: test.name,
      contributor: group.contributor,
      kind,
      expected,
      outcome: failure ?? found?.outcome ?? 'crashed',
      right: failure === undefined && !isLost && found?.outcome === expected,
      problems: failure === undefined ? (found?.problems ?? []) : reason,
    });
  };
  if (group.schemaTest !== null) add(group.schemaTest, 'schema', outcome?.schema);
  group.instanceTests.forEach((test, index) => add(test, 'instance', outcome?.instances[index]));
  return results;
}
