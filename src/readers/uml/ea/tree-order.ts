import { compareText } from '../../../foundation/expanded-name.js';

/** A row that the browser of the tool shows among others: packages and objects have `TPos`, attributes `Pos`. */
interface Shown {
  readonly Name: string;
  readonly TPos?: string;
  readonly Pos?: string;
}

/** The order of the tool's browser: by position, what was never moved by name. */
export const inTreeOrder = <Row extends Shown>(rows: readonly Row[]): readonly Row[] =>
  rows
    .map((row) => ({ row, position: Number(row.TPos ?? row.Pos ?? '') || 0 }))
    .sort((a, b) => a.position - b.position || compareText(a.row.Name, b.row.Name))
    .map(({ row }) => row);
