/** A line of a document, to be shown. */
export interface ExcerptLine {
  readonly text: string;
  readonly isMarked: boolean;
}

const MOST_LINES = 24;

/** The lines of a witness; of a long one its beginning, its end and what is around the mark. Repetition is told, not shown. */
export function witnessExcerpt(document: string, line: number): readonly ExcerptLine[] {
  const lines = document.trimEnd().split('\n');
  const isNear = (at: number, place: number, reach: number): boolean => Math.abs(at - place) <= reach;
  const isShown = (at: number): boolean =>
    lines.length <= MOST_LINES || at < 5 || at >= lines.length - 4 || isNear(at, line - 1, 3);
  const shown: ExcerptLine[] = [];
  let left = 0;
  const tell = (): void => {
    if (left > 0)
      shown.push({ text: `… ${left === 1 ? '1 more line' : `${left} more lines`}`, isMarked: false });
    left = 0;
  };
  lines.forEach((text, at) => {
    if (!isShown(at)) {
      left++;
      return;
    }
    tell();
    shown.push({ text, isMarked: at + 1 === line });
  });
  return shown;
}
