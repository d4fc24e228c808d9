import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'cimbind-tests-'));

/** One folder for all that a run of the tests leaves lying about. */
export function setup(): void {
  process.env['TMPDIR'] = folder;
}

/** It goes when the run ends. */
export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
