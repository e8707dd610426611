import { lt } from 'drizzle-orm';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { report } from '@/db/schema/reports.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Removes the reports that have been kept for their time, with files and figures. Returns how many went.
 * @throws Forbidden without the right
 */
export async function removeOldReports(records: RecordDatabase, viewer: Viewer, now: Date): Promise<number> {
  demand(viewer, 'administer', 'Only an administrator may remove reports that are too old.');
  return records.transaction(async (tx) => {
    const old = await tx
      .delete(report)
      .where(lt(report.keptUntil, now))
      .returning({ reportId: report.reportId });
    if (old.length > 0) {
      const detail = { reports: old.length };
      await writeAudit(tx, {
        at: now,
        actor: viewer.actor,
        action: 'reports_expired',
        subject: 'reports',
        detail,
      });
    }
    return old.length;
  });
}
