import type { SuiteGroup } from './packed-group.js';
import { runGroup, type GroupOutcome } from './run-group.js';

/** What a worker process answers for a group. */
export type WorkerAnswer =
  | { readonly kind: 'done'; readonly outcome: GroupOutcome; readonly milliseconds: number }
  | { readonly kind: 'crashed'; readonly reason: string };

process.on('message', (group: SuiteGroup) => {
  const begun = performance.now();
  let answer: WorkerAnswer;
  try {
    const outcome = runGroup(group);
    answer = { kind: 'done', outcome, milliseconds: performance.now() - begun };
  } catch (error) {
    answer = {
      kind: 'crashed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  process.send?.(answer);
});
