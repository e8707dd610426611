import { and, eq } from 'drizzle-orm';
import type { OutgoingFile } from '@/db/reports/incidents-file.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { report } from '@/db/schema/reports.ts';
import { whereReports } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import { parseReportCode } from '@/lib/reports/report-code.ts';

/**
 * The same file on its way out; after its last piece its size in bytes is put to the report of the viewer that it
 * belongs to. Of what breaks off no size is noted.
 */
export function noteSize(
  records: RecordDatabase,
  viewer: Viewer,
  code: string,
  file: OutgoingFile,
): OutgoingFile {
  const { reportId } = parseReportCode(code);
  async function* counted() {
    let fileBytes = 0;
    for await (const piece of file.pieces) {
      fileBytes += piece.length;
      yield piece;
    }
    await records
      .update(report)
      .set({ fileBytes })
      .where(and(whereReports(viewer), eq(report.reportId, reportId), eq(report.state, 'made')));
  }
  return { ...file, pieces: counted() };
}
