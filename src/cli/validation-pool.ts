import { Worker } from 'node:worker_threads';
import type { FileVerdict } from './check-document.js';
import type { WorkerMessage, WorkerStart, WorkerTask } from './validation-worker.js';

/** What a pool reports while it works. */
export interface PoolEvents {
  onBytes(count: number): void;
  onVerdict(index: number, verdict: FileVerdict): void;
}

/** Checks files in threads. Verdicts come in the order in which they are found. Rejects where a thread has a bug. */
export async function checkInThreads(
  paths: readonly string[],
  threads: number,
  start: WorkerStart,
  events: PoolEvents,
): Promise<void> {
  let next = 0;
  const workers = Array.from({ length: threads }, () => {
    // Host requests hold a function that a thread cannot be sent.
    const { onCatalog: _, ...hostRequest } = start.hostRequest;
    return new Worker(new URL('./validation-worker.js', import.meta.url), {
      workerData: { ...start, hostRequest },
    });
  });
  const run = (worker: Worker): Promise<void> =>
    new Promise((done, fail) => {
      const giveNext = (): void => {
        const index = next++;
        const path = paths[index];
        if (path === undefined) done();
        else worker.postMessage({ index, path } satisfies WorkerTask);
      };
      worker.on('error', fail);
      worker.on('exit', () => fail(new Error('a validation thread ended before its work')));
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'bytes') return events.onBytes(message.count);
        if (message.kind === 'verdict') events.onVerdict(message.index, message.verdict);
        giveNext();
      });
    });
  try {
    await Promise.all(workers.map(run));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
