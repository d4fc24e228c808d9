import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '../foundation/invariant.js';
import type { SourceHostRequest, ValidationOptions } from '../pipeline/ports.js';
import { PORTS } from '../pipeline/wiring.js';
import type { FileVerdict } from './check-document.js';
import { checkFile } from './check-document.js';

/** What a worker is started with. The main thread has compiled the same schemas without an error before. */
export interface WorkerStart {
  readonly entries: readonly string[];
  readonly hostRequest: SourceHostRequest;
  readonly options: ValidationOptions;
}

/** A file to check. */
export interface WorkerTask {
  readonly index: number;
  readonly path: string;
}

/** What a worker has to say. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'bytes'; readonly count: number }
  | { readonly kind: 'verdict'; readonly index: number; readonly verdict: FileVerdict };

const port = parentPort;
// The main thread is this same program, of the same version: what it sends has the shape that it says.
const start = workerData as WorkerStart;
invariant(port !== null, 'the validation worker was started outside of a thread');
const say = (message: WorkerMessage): void => port.postMessage(message);

const { value: host } = await PORTS.sourceHost(start.hostRequest);
const { value: validator } = await PORTS.validator({ entries: start.entries, host });
invariant(validator !== undefined, 'schemas that compiled in the main thread did not compile in a worker');

port.on('message', ({ index, path }: WorkerTask) => {
  void checkFile(validator, path, start.options, (count) => say({ kind: 'bytes', count })).then(
    (verdict) => say({ kind: 'verdict', index, verdict }),
    // A rejected promise would be lost here; thrown anew it ends the worker, and the main thread hears of it.
    (error: unknown) =>
      setImmediate(() => {
        throw error;
      }),
  );
});
say({ kind: 'ready' });
