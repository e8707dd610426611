import type { IncidentsReport } from '@/db/reports/incidents.ts';
import { OPTIONAL_COLUMNS, type OptionalColumn } from '@/lib/analysis/incident-row.ts';
import { FIRST_COLUMNS, type ListColumn, type ListPreferences } from '@/lib/preferences/list-columns.ts';

/**
 * The columns that stand in a list: those that are wanted, without those in which nothing is known.
 * @param isBeside whether an incident is open beside it: then there is room for some, unless somebody chose others
 */
export function shownColumns(report: IncidentsReport, look: ListPreferences, isBeside = false): ListColumn[] {
  const known = knownColumns(report, look);
  return isBeside && look.columns === null ? known.filter((column) => BESIDE.includes(column)) : known;
}

/** Those that are left away while an incident is open. */
export function columnsLeftAway(report: IncidentsReport, look: ListPreferences): ListColumn[] {
  const beside = shownColumns(report, look, true);
  return knownColumns(report, look).filter((column) => !beside.includes(column));
}

const BESIDE: readonly ListColumn[] = ['occurred', 'trigger', 'team', 'path'];

function knownColumns({ rows, columns }: IncidentsReport, look: ListPreferences): ListColumn[] {
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
