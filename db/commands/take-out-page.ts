import { noteExport } from '@/db/commands/note-export.ts';
import { incidentsFile, type OutgoingFile } from '@/db/reports/incidents-file.ts';
import { makePack } from '@/db/reports/pack.ts';
import { openIncidents, packFile } from '@/db/reports/pack-file.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import type { Viewer } from '@/lib/access.ts';
import type { RowsWritten } from '@/lib/export/incident-file.ts';
import { type PackFormatId, rowsWritten } from '@/lib/packs/formats.ts';
import type { PackPageId } from '@/lib/packs/pack-pages.ts';
import { parseReportCode } from '@/lib/reports/report-code.ts';
import { toRows } from '@/lib/reports/report-source.ts';
import { keepDownload } from './keep-download.ts';
import { noteSize } from './note-size.ts';

interface Wanted {
  page: PackPageId;
  format: PackFormatId;
  /** The query of the page’s address. */
  query: string;
}

/**
 * A page as a file that leaves at once: on the list of reports under the id that is printed in it, with its figures as
 * they are, before the first of it is sent.
 * @throws Forbidden without the right to the page, or to rows; NotFound for a pattern that the viewer does not see
 */
export async function takeOutPage(
  records: RecordDatabase,
  viewer: Viewer,
  { page, format, query }: Wanted,
  now: Date,
): Promise<OutgoingFile> {
  const options = { record: records, now: now.getTime() };
  const written = rowsWritten(format);
  if (written) return takeOutRows(records, viewer, { page, format, query, written }, now);
  const pack = await makePack(viewer, page, query, options);
  const of = { page, query: pack.query, format, title: pack.title, filterWords: pack.filterWords };
  const report = await keepDownload(records, viewer, { ...of, pack, rows: null }, now);
  const file = await packFile(viewer, { ...pack, report }, format, options);
  const subject = `report:${parseReportCode(report).reportId}`;
  if (file.holdsIncidents) await noteExport(records, viewer, { subject, what: 'incidents' }, now);
  return noteSize(records, viewer, report, file);
}

async function takeOutRows(
  records: RecordDatabase,
  viewer: Viewer,
  { page, format, query, written }: Wanted & { written: RowsWritten },
  now: Date,
): Promise<OutgoingFile> {
  const taken = await openIncidents(viewer, page, query, { record: records, now: now.getTime() });
  const filterWords = taken.frame.sentence;
  const of = { ...toRows({ page, query }), format, title: null, filterWords };
  const report = await keepDownload(records, viewer, { ...of, pack: null, rows: taken.count }, now);
  const file = incidentsFile(taken, { ...written, search: '', isSelected: false, report });
  return noteSize(records, viewer, report, file);
}
