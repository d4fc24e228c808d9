import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unifiedDiff } from '../../../src/pipeline/unified-diff.js';

const numbered = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}\n`).join('');

const hasPatch = ((): boolean => {
  try {
    execFileSync('patch', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe('unified diff', () => {
  test('is empty for equal texts', () => expect(unifiedDiff('a\n', 'a\n', 'x')).toBe(''));

  test('names new and removed files', () => {
    expect(unifiedDiff('', 'a\n', 'x')).toBe('--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n');
    expect(unifiedDiff('a\n', '', 'x')).toBe('--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n');
  });

  test('keeps three lines of context and separate hunks', () => {
    const before = numbered(1, 30);
    const after = before.replace('line 5\n', 'five\n').replace('line 20\n', '');
    expect(
      unifiedDiff(before, after, 'x')
        .split('\n')
        .filter((line) => line.startsWith('@@')),
    ).toEqual(['@@ -2,7 +2,7 @@', '@@ -17,7 +17,6 @@']);
  });

  test('says how much was left out', () => {
    expect(unifiedDiff(numbered(1, 9), numbered(11, 19), 'x', 5)).toContain('… 16 more lines');
  });

  test.skipIf(!hasPatch).each([1, 2, 3, 4, 5, 6, 7, 8])('can be applied by patch: seed %i', (seed) => {
    let state = seed * 7919;
    const random = (below: number): number => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    const lines = (count: number): string[] => Array.from({ length: count }, () => `l${random(12)}`);
    const before = lines(60);
    const after = before.flatMap((line) =>
      random(6) === 0 ? [] : random(7) === 0 ? [line, ...lines(2)] : [line],
    );
    const folder = mkdtempSync(join(tmpdir(), 'cimbind-diff-'));
    const text = (list: readonly string[]): string => `${list.join('\n')}\n`;
    writeFileSync(join(folder, 'x'), text(before));
    writeFileSync(join(folder, 'd'), unifiedDiff(text(before), text(after), 'x'));
    execFileSync('patch', ['-s', '-p1', '-i', 'd'], { cwd: folder });
    expect(readFileSync(join(folder, 'x'), 'utf8')).toBe(text(after));
  });
});
