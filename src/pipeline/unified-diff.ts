/** A unified diff of two texts, with three lines of context; '' where they are equal. */
export function unifiedDiff(before: string, after: string, label: string, limit = Infinity): string {
  if (before === after) return '';
  const a = linesOf(before);
  const b = linesOf(after);
  const hunks = hunksOf(editScript(a, b));
  const lines = [
    before === '' ? '--- /dev/null' : `--- a/${label}`,
    after === '' ? '+++ /dev/null' : `+++ b/${label}`,
    ...hunks.flatMap(printHunk),
  ];
  const shown =
    lines.length <= limit ? lines : [...lines.slice(0, limit), `… ${lines.length - limit} more lines`];
  return `${shown.join('\n')}\n`;
}

interface Edit {
  readonly kind: ' ' | '-' | '+';
  readonly line: string;
}

const CONTEXT = 3;
/** Beyond this many differences the middle is shown as one replacement: nobody reads it line by line. */
const MOST_EDITS = 1500;

function linesOf(text: string): readonly string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') return lines.slice(0, -1);
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ''}\n\\ No newline at end of file`];
}

function editScript(a: readonly string[], b: readonly string[]): readonly Edit[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const same = (lines: readonly string[]): readonly Edit[] => lines.map((line) => ({ kind: ' ', line }));
  return [
    ...same(a.slice(0, head)),
    ...shortestScript(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(a.slice(a.length - tail)),
  ];
}

/** Myers, "An O(ND) difference algorithm and its variations": the greedy form, with the front of each step kept. */
function shortestScript(a: readonly string[], b: readonly string[]): readonly Edit[] {
  const fronts: Map<number, number>[] = [];
  let front = new Map<number, number>([[1, 0]]);
  const most = Math.min(a.length + b.length, MOST_EDITS);
  for (let edits = 0; edits <= most; edits++) {
    fronts.push(front);
    const next = new Map(front);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = stepsDown(front, diagonal, edits) ? reach(front, diagonal + 1) : reach(front, diagonal - 1) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return walkBack(a, b, fronts);
    }
    front = next;
  }
  return [...a.map((line): Edit => ({ kind: '-', line })), ...b.map((line): Edit => ({ kind: '+', line }))];
}

const reach = (front: ReadonlyMap<number, number>, diagonal: number): number => front.get(diagonal) ?? -1;

const stepsDown = (front: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean =>
  diagonal === -edits || (diagonal !== edits && reach(front, diagonal - 1) < reach(front, diagonal + 1));

function walkBack(
  a: readonly string[],
  b: readonly string[],
  fronts: readonly ReadonlyMap<number, number>[],
): readonly Edit[] {
  const script: Edit[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = fronts.length - 1; edits >= 0; edits--) {
    const front = fronts[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = stepsDown(front, diagonal, edits);
    const fromDiagonal = down ? diagonal + 1 : diagonal - 1;
    const fromX = edits === 0 ? 0 : reach(front, fromDiagonal);
    const fromY = edits === 0 ? 0 : fromX - fromDiagonal;
    while (x > fromX && y > fromY) {
      script.push({ kind: ' ', line: a[--x] ?? '' });
      y--;
    }
    if (edits === 0) break;
    script.push(down ? { kind: '+', line: b[--y] ?? '' } : { kind: '-', line: a[--x] ?? '' });
  }
  return script.reverse();
}

interface Hunk {
  readonly aStart: number;
  readonly bStart: number;
  readonly edits: readonly Edit[];
}

function hunksOf(script: readonly Edit[]): readonly Hunk[] {
  const near = new Set<number>();
  script.forEach(({ kind }, index) => {
    if (kind === ' ') return;
    for (let at = index - CONTEXT; at <= index + CONTEXT; at++) near.add(at);
  });
  const hunks: Hunk[] = [];
  let open: { aStart: number; bStart: number; edits: Edit[] } | undefined;
  let a = 1;
  let b = 1;
  script.forEach((edit, index) => {
    if (!near.has(index)) open = undefined;
    else {
      if (open === undefined) {
        open = { aStart: a, bStart: b, edits: [] };
        hunks.push(open);
      }
      open.edits.push(edit);
    }
    if (edit.kind !== '+') a++;
    if (edit.kind !== '-') b++;
  });
  return hunks;
}

function printHunk({ aStart, bStart, edits }: Hunk): readonly string[] {
  const aCount = edits.filter(({ kind }) => kind !== '+').length;
  const bCount = edits.filter(({ kind }) => kind !== '-').length;
  // An empty range is named by the line before it.
  const range = (start: number, count: number): string =>
    count === 1 ? String(start) : `${count === 0 ? start - 1 : start},${count}`;
  return [
    `@@ -${range(aStart, aCount)} +${range(bStart, bCount)} @@`,
    ...edits.map(({ kind, line }) => `${kind}${line}`),
  ];
}
