import { createReadStream } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { utf8Chunks } from '../../runtime/xml/utf8-chunks.js';
import { reportEncodingFault } from './decode-source.js';
import { reportFileFailure } from './file-failure.js';
import { pathLabel } from './file-store.js';

/** A message that is read once, from start to end, in windows: it may be larger than memory. */
export interface InstanceSource {
  /** What diagnostics call it. */
  readonly label: string;
  /** UTF-8 without a byte order mark, whatever encoding the message is in. It ends early where reading fails. */
  readonly windows: AsyncIterable<Uint8Array>;
  /** Why reading ended early. Complete when the windows have ended. */
  diagnostics(): readonly Diagnostic[];
}

/** How much is read at once. */
const WINDOW_BYTES = 256 * 1024;

/** A file as a message. It is opened when the first window is asked for, and closed when nobody asks for another. */
export const instanceFile = (path: string, workingFolder: string): InstanceSource =>
  instanceStream(pathLabel(workingFolder, path), {
    async *[Symbol.asyncIterator]() {
      const stream: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: WINDOW_BYTES });
      yield* stream;
    },
  });

/** Any stream of bytes as a message: standard input, or what a transport hands over. */
export function instanceStream(label: string, bytes: AsyncIterable<Uint8Array>): InstanceSource {
  const diagnostics = new DiagnosticBag();
  return {
    label,
    windows: windowsOf(label, bytes, diagnostics),
    diagnostics: () => diagnostics.sorted(),
  };
}

async function* windowsOf(
  label: string,
  bytes: AsyncIterable<Uint8Array>,
  diagnostics: DiagnosticBag,
): AsyncGenerator<Uint8Array, void, undefined> {
  const failing = ending(bytes, (error) => {
    reportFileFailure(error, label, () => undefined, diagnostics);
  });
  yield* utf8Chunks(failing, (fault) => {
    reportEncodingFault(fault, label, diagnostics);
  });
}

/** The same stream, but a failure of it is told and ends it. Errors of whoever reads are none of ours and pass. */
async function* ending(
  bytes: AsyncIterable<Uint8Array>,
  tell: (error: unknown) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = bytes[Symbol.asyncIterator]();
  let done = false;
  try {
    for (;;) {
      let next: IteratorResult<Uint8Array>;
      try {
        next = await iterator.next();
      } catch (error) {
        done = true;
        tell(error);
        return;
      }
      if (next.done === true) {
        done = true;
        return;
      }
      yield next.value;
    }
  } finally {
    if (!done) await iterator.return?.();
  }
}
