import { readPieces } from '@/db/commands/reports/report-pieces.ts';
import { findPack, findReport, type ReportRow } from '@/db/queries/kept-reports.ts';
import type { OutgoingFile } from '@/db/reports/incidents-file.ts';
import { isCalled, rightTo } from '@/db/reports/kept-report.ts';
import { packFile } from '@/db/reports/pack-file.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { PACK_FORMATS, type PackFormatId } from '@/lib/packs/formats.ts';
import { parseReportCode } from '@/lib/reports/report-code.ts';

/**
 * The file of a report of the viewer's: as it was stored, or of one that left at once made again of its figures.
 * @throws NotFound where there is none, or the viewer may no longer have what it holds
 */
export async function reportFile(
  viewer: Viewer,
  code: string,
  options: { record?: RecordDatabase } = {},
): Promise<OutgoingFile & { reportId: number }> {
  demand(viewer, 'take_out');
  const record = options.record ?? (await theRecord());
  const row = await findReport(record, viewer, parseReportCode(code).reportId);
  if (!row || !isCalled(row, code) || row.state !== 'made') throw new NotFound(NO_FILE);
  const file = (await storedFile(record, viewer, row)) ?? (await madeAgain(record, viewer, row));
  return { reportId: row.reportId, ...file };
}

const NO_FILE = 'There is no such file.';

async function storedFile(
  record: RecordDatabase,
  viewer: Viewer,
  row: ReportRow,
): Promise<OutgoingFile | null> {
  const { reportId, fileAttempt, fileName } = row;
  if (fileAttempt === null || fileName === null) return null;
  if (!may(viewer, 'build_reports')) throw new NotFound(NO_FILE);
  const pieces = readPieces(record, { reportId, attempt: fileAttempt });
  return { name: fileName, contentType: PACK_FORMATS[row.format as PackFormatId].contentType, pieces };
}

async function madeAgain(record: RecordDatabase, viewer: Viewer, row: ReportRow): Promise<OutgoingFile> {
  const pack = may(viewer, rightTo(row)) ? await findPack(record, viewer, row.reportId) : null;
  if (!pack) throw new NotFound(NO_FILE);
  const { name, contentType, pieces } = await packFile(viewer, pack, row.format as PackFormatId, {
    record,
    incidents: false,
  });
  return { name, contentType, pieces };
}
