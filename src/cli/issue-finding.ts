import { closeSync, openSync, readSync } from 'node:fs';
import type { Finding, Frame } from '../diagnostics/finding.js';
import { finding } from '../diagnostics/finding.js';
import { frameAt } from '../diagnostics/locate.js';
import type { Issue } from '../runtime/issue/issue.js';

/** The finding of an issue in a document. `path` is undefined for standard input, which cannot be read again. */
export function findingOfIssue(issue: Issue, label: string, path: string | undefined): Finding {
  return finding({
    code: issue.code,
    severity: issue.severity,
    rule: issue.rule,
    message: issue.message,
    path: issue.path,
    expected: issue.expected,
    found: issue.found,
    subject: label,
    place:
      issue.line === 0
        ? undefined
        : {
            label,
            line: issue.line,
            column: issue.column,
            endLine: issue.line,
            endColumn: issue.column + 1,
            frame: path === undefined ? undefined : frameOfFile(path, issue.offset),
          },
  });
}

const AROUND = 512;

/** The line around an offset, without reading the whole file; undefined where offsets are not those of the file. */
function frameOfFile(path: string, offset: number): Frame | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const head = new Uint8Array(128);
    const headLength = readSync(file, head, 0, head.length, 0);
    if (!isPlainUtf8(head.subarray(0, headLength))) return undefined;
    const from = Math.max(0, offset - AROUND);
    const window = new Uint8Array(2 * AROUND);
    const length = readSync(file, window, 0, window.length, from);
    return frameAt(window.subarray(0, length), offset - from, offset - from + 1);
  } finally {
    closeSync(file);
  }
}

/** Without byte order mark and without another declared encoding: offsets of issues count the bytes of the file. */
function isPlainUtf8(head: Uint8Array): boolean {
  if (head[0] !== 0x3c && (head[0] ?? 0) > 0x20) return false;
  if (head[1] === 0) return false;
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/u.exec(new TextDecoder().decode(head))?.[1];
  return declared === undefined || /^(?:utf-?8|us-ascii)$/iu.test(declared);
}
