import type { IncidentsReport } from '@/db/reports/incidents.ts';
import { OPTIONAL_COLUMNS, type OptionalColumn } from '@/lib/analysis/incident-row.ts';
import { FIRST_COLUMNS, type ListColumn, type ListPreferences } from '@/lib/preferences/list-preferences.ts';

/** The columns that stand in a list: those that are wanted, without those in which nothing is known. */
export function shownColumns({ rows, columns }: IncidentsReport, look: ListPreferences): ListColumn[] {
  return wantedColumns(look).filter((column) => {
    if (column === 'topic') return rows.some((row) => row.topic !== null);
    return !isOptional(column) || columns.includes(column);
  });
}

/** Those that are wanted and of which nothing is known in the whole list. */
export function unknownColumns({ columns }: IncidentsReport, look: ListPreferences): OptionalColumn[] {
  return wantedColumns(look)
    .filter(isOptional)
    .filter((column) => !columns.includes(column));
}

export const wantedColumns = ({ columns }: ListPreferences): readonly ListColumn[] =>
  columns ?? FIRST_COLUMNS;

const isOptional = (column: ListColumn): column is OptionalColumn =>
  (OPTIONAL_COLUMNS as readonly string[]).includes(column);
