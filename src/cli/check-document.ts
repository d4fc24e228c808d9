import { createReadStream } from 'node:fs';
import type { DocumentValidator, DocumentVerdict, ValidationOptions } from '../pipeline/ports.js';

/** What became of one file: a verdict, or why it could not be read. */
export type FileVerdict = DocumentVerdict | { readonly failure: string };

const WINDOW = 256 * 1024;

/** Validates a file without loading it as a whole. `onBytes` is told how much was read. */
export async function checkFile(
  validator: DocumentValidator,
  path: string,
  options: ValidationOptions,
  onBytes: (count: number) => void,
): Promise<FileVerdict> {
  const failure: { reason?: string } = {};
  const verdict = await checkBytes(validator, readFile(path, failure), options, onBytes);
  return failure.reason === undefined ? verdict : { failure: failure.reason };
}

/** Validates a document that arrives in pieces. */
export function checkBytes(
  validator: DocumentValidator,
  bytes: AsyncIterable<Uint8Array>,
  options: ValidationOptions,
  onBytes: (count: number) => void,
): Promise<DocumentVerdict> {
  return validator.validate(counted(bytes, onBytes), options);
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const window of bytes) {
    yield window;
    onBytes(window.length);
  }
}

/** A disk that fails is no fault of the document: the stream ends, and the reason is kept aside. */
async function* readFile(path: string, failure: { reason?: string }): AsyncGenerator<Uint8Array> {
  try {
    for await (const window of createReadStream(path, { highWaterMark: WINDOW })) {
      if (window instanceof Uint8Array) yield window;
    }
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    failure.reason = error.message;
  }
}
