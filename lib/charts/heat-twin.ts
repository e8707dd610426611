import type { TwinTable } from './chart-model.ts';
import type { HeatMap } from './heat-model.ts';

/** The table twin of a heat map in which every count opens the incidents of its own cell. */
export function openCells(table: TwinTable, picture: HeatMap | null): TwinTable {
  if (!picture) return table;
  const rows = table.rows.map((row, index) => ({
    ...row,
    cellOpens: [row.open, ...(picture.cells[index] ?? []).map(({ open }) => open), row.open],
  }));
  return { ...table, rows };
}
