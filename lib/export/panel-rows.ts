import type { TwinTable } from '../charts/chart-model.ts';
import type { Narrowing } from '../filters/filters.ts';
import { daysOf } from '../filters/local-dates.ts';

/** A row of a panel for programs: its cells by the ids of their columns, and by which ids its incidents are found. */
export interface PanelRow {
  ids: Record<string, unknown> | null;
  [column: string]: unknown;
}

/** The rows of a panel's table, with raw numbers; nothing known is null. */
export function panelRows({ columns, rows }: TwinTable): PanelRow[] {
  return rows.map(({ cells, open }) => ({ ...toRecord(columns, cells), ids: open && toIds(open) }));
}

/** The line below the rows; null where they do not add up. */
export function panelTotal({ columns, total }: TwinTable): Record<string, string | number | null> | null {
  return total && toRecord(columns, total);
}

/** What a row is by its ids, as URLs carry them, and its days where it is a stretch of time. */
function toIds({ selections = [], window, measure }: Narrowing) {
  return {
    ...Object.fromEntries(selections.map(({ dimension, value }) => [dimension, value])),
    ...(window ? daysOf(window) : {}),
    ...(measure ? { measure } : {}),
  };
}

function toRecord(columns: TwinTable['columns'], cells: readonly (string | number | null)[]) {
  return Object.fromEntries(columns.map(({ id }, index) => [id, cells[index] ?? null]));
}
