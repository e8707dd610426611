import type { IncidentsReport } from '@/db/reports/incidents.ts';
import type { IncidentRow } from '@/lib/analysis/incident-row.ts';
import type { ListState } from '@/lib/filters/list-state.ts';
import type { Density, ListColumn, ListPreferences } from '@/lib/preferences/list-columns.ts';
import { columnsOffPaper } from '@/lib/preferences/paper-columns.ts';
import { shownColumns } from './shown-columns.ts';

/** Everything that the table of incidents draws. */
export interface TableModel {
  rows: readonly IncidentRow[];
  columns: readonly ListColumn[];
  /** Those of them that a sheet of paper has no room for. */
  offPaper: readonly ListColumn[];
  /** Whether somebody chose the columns: then none is left away where there is little room. */
  isChosen: boolean;
  density: Density;
  list: ListState;
  /** The filters, so that an incident's page leads back to this list. */
  query: string;
  /** What marked incidents count as: "escalated"; null without a measure. */
  measure: string | null;
  /** How many incidents the whole list has; null where a search found more than are counted at once. */
  count: number | null;
  /** Whether rows can be selected: to be taken out. */
  mayExport: boolean;
  /** The incident that is open beside the list. */
  open: number | null;
}

export function toTableModel(
  report: IncidentsReport,
  look: ListPreferences,
  { mayExport, open }: Pick<TableModel, 'mayExport' | 'open'>,
): TableModel {
  const { rows, list, frame, measure, found, heading } = report;
  const columns = shownColumns(report, look, open !== null);
  return {
    rows,
    columns,
    offPaper: columnsOffPaper(columns, measure !== null),
    isChosen: look.columns !== null,
    density: look.density,
    list,
    query: frame.query,
    measure: measure?.numerator?.words ?? null,
    count: found ? found.count : heading.shown,
    mayExport,
    open,
  };
}
