import type { TwinTable } from './chart-model.ts';

/** The first rows of a table and, where there are more, how many those are and what is left of each total. */
export interface LargestRows {
  rows: TwinTable['rows'];
  rest: { count: number; cells: readonly (number | null)[] } | null;
}

/** The first so many rows of a table that is sorted by size and has its totals, and the sum of the others. */
export function largestRows({ columns, rows, total }: TwinTable, most: number): LargestRows {
  const [shown, others] = [rows.slice(0, most), rows.slice(most)];
  if (others.length === 0) return { rows: shown, rest: null };
  const left = columns.map((_, index) =>
    typeof total?.[index] === 'number' ? sumOf(others.map(({ cells }) => cells[index])) : null,
  );
  return { rows: shown, rest: { count: others.length, cells: left } };
}

function sumOf(cells: readonly unknown[]): number {
  return cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0);
}
