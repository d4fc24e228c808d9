import { fileNotFound, fileNotReadable, notARegularFile } from '../../diagnostics/catalogue/src.js';
import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';

/** Says what the file system had against a file. `nearest` finds a name that was likely meant. */
export function reportFileFailure(
  error: unknown,
  label: string,
  nearest: () => string | undefined,
  diagnostics: DiagnosticBag,
): void {
  const reason =
    error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error);
  if (reason === 'ENOENT' || reason === 'ENOTDIR') {
    diagnostics.add(fileNotFound, { label, nearest: nearest() });
  } else if (reason === 'EISDIR') {
    diagnostics.add(notARegularFile, { label, found: 'folder' });
  } else {
    diagnostics.add(fileNotReadable, { label, reason: REASONS.get(reason) ?? reason });
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ELOOP', 'its links run in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EMFILE', 'too many files are open'],
]);
