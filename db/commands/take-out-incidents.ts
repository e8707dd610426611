import { exportIncidents } from '@/db/reports/export-incidents.ts';
import { incidentsFile, type OutgoingFile } from '@/db/reports/incidents-file.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { RowsWritten } from '@/lib/export/incident-file.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { keepDownload } from './keep-download.ts';
import { noteSize } from './note-size.ts';

interface WantedIncidents {
  filters: Filters;
  /** Only what says this; empty without a search. */
  search: string;
  /** These alone, selected in the list by hand; null for all of it. */
  numbers: readonly number[] | null;
  written: RowsWritten;
}

/**
 * The incidents of a list as a file that leaves at once, as they are read. That they leave is on the list of reports
 * before the first of it is sent; what was searched for, and which were selected, is not kept.
 * @throws Forbidden without the right
 */
export async function takeOutIncidents(
  records: RecordDatabase,
  viewer: Viewer,
  { filters, search, numbers, written }: WantedIncidents,
  now: Date,
): Promise<OutgoingFile> {
  demand(viewer, 'export');
  const options = { record: records, now: now.getTime() };
  const taken = await exportIncidents(
    viewer,
    filters,
    numbers ? { ...options, numbers } : { ...options, search },
  );
  const of = {
    page: 'incidents',
    query: toSearchParams(filters),
    format: written.format === 'csv' && !written.mark ? 'csv-plain' : written.format,
    title: titleOf({ search, isSelected: numbers !== null }),
    filterWords: taken.frame.sentence,
  } as const;
  const report = await keepDownload(records, viewer, { ...of, pack: null, rows: taken.count }, now);
  const file = incidentsFile(taken, { ...written, search, isSelected: numbers !== null, report });
  return noteSize(records, viewer, report, file);
}

function titleOf({ search, isSelected }: { search: string; isSelected: boolean }): string | null {
  if (isSelected) return 'Incidents selected by hand';
  return search === '' ? null : 'Incidents that a search found';
}
