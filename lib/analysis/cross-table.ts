/** Counts of every pair of a row and a column, zeros filled in, with their totals. */
export interface CrossTable {
  counts: readonly (readonly number[])[];
  rowTotals: readonly number[];
  columnTotals: readonly number[];
  total: number;
}

/** Rows of pairs → a full table in the given order. A pair outside of it is a defect and throws. */
export function crossTable(
  pairs: readonly { row: number; column: number; count: number }[],
  rows: readonly number[],
  columns: readonly number[],
): CrossTable {
  const counts = rows.map(() => columns.map(() => 0));
  for (const { row, column, count } of pairs) {
    const line = counts[rows.indexOf(row)];
    const at = columns.indexOf(column);
    if (!line || at < 0) throw new RangeError(`row ${row}, column ${column} has no place in the table`);
    line[at] = (line[at] ?? 0) + count;
  }
  const rowTotals = counts.map((line) => line.reduce((sum, count) => sum + count, 0));
  return {
    counts,
    rowTotals,
    columnTotals: columns.map((_, at) => counts.reduce((sum, line) => sum + (line[at] ?? 0), 0)),
    total: rowTotals.reduce((sum, count) => sum + count, 0),
  };
}
