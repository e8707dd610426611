import { eq, inArray, or } from 'drizzle-orm';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { report, reportPiece } from '@/db/schema/reports.ts';

/**
 * Removes the files and the kept figures of every report that holds what people said or wrote: somebody who is erased
 * could be among them. One that is being made at this moment is broken off, too. That there was a report, and why it is gone, stays. Returns how many.
 */
export async function removeQuotingReports(records: RecordDatabase): Promise<number> {
  return records.transaction(async (tx) => {
    const emptied = await tx
      .update(report)
      .set({ ...EMPTY, state: 'failed', problem: ERASED })
      .where(or(eq(report.holdsWords, true), eq(report.state, 'making')))
      .returning({ reportId: report.reportId });
    const gone = emptied.map(({ reportId }) => reportId);
    await tx.delete(reportPiece).where(inArray(reportPiece.reportId, gone));
    return emptied.length;
  });
}

const EMPTY = {
  holdsWords: false,
  pack: null,
  madeAt: null,
  fileName: null,
  fileBytes: null,
  fileSha256: null,
  fileAttempt: null,
};
const ERASED = 'It was removed since a person was erased whose words could be in it. It can be made again.';
