import type { Tie } from './determined-cells.ts';

/** Which figures of a table are shown anywhere: rows and columns in their order, and sums. */
export interface ShownFigures {
  rows: readonly number[];
  columns: readonly number[];
  rowSums: boolean;
  columnSums: boolean;
  total: boolean;
}

/** The figures of a table by number: its cells row by row, then the sums that are shown. */
export interface StaffPlaces {
  count: number;
  cell(row: number, column: number): number;
  rowSum(row: number): number | null;
  columnSum(column: number): number | null;
  total: number | null;
  /** Which of them add up to which. */
  ties: Tie[];
  /** The figures that something of this row and column goes into. */
  of(id: { row: number; column: number }): number[];
}

export function toStaffPlaces(shown: ShownFigures): StaffPlaces {
  const [height, width] = [shown.rows.length, shown.columns.length];
  const cells = height * width;
  const afterRows = cells + (shown.rowSums ? height : 0);
  const afterColumns = afterRows + (shown.columnSums ? width : 0);
  const numbered = {
    count: afterColumns + (shown.total ? 1 : 0),
    cell: (row: number, column: number) => row * width + column,
    rowSum: (row: number) => (shown.rowSums ? cells + row : null),
    columnSum: (column: number) => (shown.columnSums ? afterRows + column : null),
    total: shown.total ? afterColumns : null,
  };
  const [rowAt, columnAt] = [placesBy(shown.rows), placesBy(shown.columns)];
  const of = ({ row, column }: { row: number; column: number }) => {
    const [at, across] = [rowAt.get(row), columnAt.get(column)];
    if (at === undefined || across === undefined) return [];
    const sums = [numbered.rowSum(at), numbered.columnSum(across), numbered.total];
    return [numbered.cell(at, across), ...sums.flatMap((place) => place ?? [])];
  };
  return { ...numbered, of, ties: tiesOf(numbered, height, width) };
}

/** The total is the sum of the sums that are shown, of those of rows and of those of columns; else of all cells. */
function tiesOf(numbered: Omit<StaffPlaces, 'ties' | 'of'>, height: number, width: number): Tie[] {
  const { cell, rowSum, columnSum, total } = numbered;
  const [rows, columns] = [range(height), range(width)];
  const rowSums = rows.flatMap((row) => rowSum(row) ?? []);
  const columnSums = columns.flatMap((column) => columnSum(column) ?? []);
  const hasSums = rowSums.length + columnSums.length > 0;
  const inRow = (row: number) => columns.map((column) => cell(row, column));
  const inColumn = (column: number) => rows.map((row) => cell(row, column));
  return [
    ...rows.flatMap((row) => tie(rowSum(row), inRow(row))),
    ...columns.flatMap((column) => tie(columnSum(column), inColumn(column))),
    ...tie(total, rowSums),
    ...tie(total, columnSums),
    ...(hasSums ? [] : tie(total, range(height * width))),
  ];
}

function tie(whole: number | null, parts: number[]): Tie[] {
  return whole === null || parts.length === 0 ? [] : [{ whole, parts }];
}

function range(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}

function placesBy(ids: readonly number[]): Map<number, number> {
  return new Map(ids.map((id, at) => [id, at]));
}
