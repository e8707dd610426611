import { findWorkspace } from '@/db/queries/workspace.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { reportSchedule } from '@/db/schema/reports.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { nextTime } from '@/lib/reports/rhythm.ts';
import type { ScheduleEntry } from '@/lib/reports/schedule-form.ts';
import { demandSource } from './reports/demand-source.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Sets up that a report is made again and again, with the rights that its owner has at each time. Answers with its number.
 * @throws Forbidden without the right to reports, to the page or to rows
 */
export async function planReports(
  records: RecordDatabase,
  viewer: Viewer,
  entry: ScheduleEntry,
  now: Date,
): Promise<number> {
  demand(viewer, 'build_reports');
  demandSource(viewer, entry);
  const timeZone = (await findWorkspace(records))?.timeZone ?? 'UTC';
  const { name, page, query, format, rhythm, recipients, folder } = entry;
  const { kind, weekday, monthDay, hour } = rhythm;
  return records.transaction(async (tx) => {
    const [row] = await tx
      .insert(reportSchedule)
      .values({
        ownerAccount: viewer.actor,
        name,
        page,
        query,
        format,
        rhythm: kind,
        weekday,
        monthDay,
        hour,
        recipients: [...recipients],
        folder,
        nextAt: new Date(nextTime(rhythm, timeZone, now.getTime())),
        madeAt: now,
      })
      .returning({ scheduleId: reportSchedule.reportScheduleId });
    if (!row) throw new Error('the record gave no number to the schedule');
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'schedule_made',
      subject: `schedule:${row.scheduleId}`,
      detail: { page, format, rhythm: kind, recipients: recipients.length, folder: folder !== null },
    });
    return row.scheduleId;
  });
}
