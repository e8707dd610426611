/** The answer to a question by its columns, in the order in which they are selected. */
export interface Columns {
  rows: number;
  /** A column of numbers; NaN where there is none. */
  numbers(column: number): Float64Array;
  /** The values of a column from one row to before another, days as text; null where there is none. */
  values(column: number, from: number, until: number): unknown[];
}

/** The columns of rows, each of which has its values in that order. */
export function toColumns(rows: readonly (readonly unknown[])[]): Columns {
  const values = (column: number, from: number, until: number) =>
    rows.slice(from, until).map((row) => row[column] ?? null);
  return {
    rows: rows.length,
    numbers: (column) => Float64Array.from(values(column, 0, rows.length), toNumber),
    values,
  };
}

export function toNumber(value: unknown): number {
  return value === null ? Number.NaN : Number(value);
}
