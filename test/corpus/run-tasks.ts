import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Answer, Order, Task, TaskOutcome } from './tasks.js';

/** Runs tasks in processes of their own: each has the whole compiler and that of TypeScript in it. */
export async function runTasks(
  corpus: string,
  tasks: readonly Task[],
  onOutcomes: (outcomes: readonly TaskOutcome[]) => void,
): Promise<void> {
  let next = 0;
  const count = Math.max(1, Math.min(availableParallelism(), tasks.length));
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      let isDone = false;
      const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [corpus], {
        execArgv: ['--import', 'tsx', '--max-old-space-size=4096'],
      });
      const order = (one: Order): void => {
        child.send(one);
      };
      child.on('message', (answer: Answer) => {
        if (answer.kind === 'ready') {
          const task = tasks[next++];
          order(task === undefined ? { kind: 'end' } : { kind: 'task', task });
          return;
        }
        onOutcomes(answer.outcomes);
        isDone ||= answer.isLast;
      });
      child.on('error', reject);
      child.on('exit', (code) => {
        if (isDone) resolve();
        else
          reject(
            new Error(`a worker of the corpus run ended with ${code ?? 'a signal'} before its work was done`),
          );
      });
    });
  await Promise.all(Array.from({ length: count }, work));
}
