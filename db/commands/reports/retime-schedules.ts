import { eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { reportSchedule } from '@/db/schema/reports.ts';
import { nextTime } from '@/lib/reports/rhythm.ts';
import { rhythmOf } from './rhythm-of.ts';

/** Reckons the next time of every schedule by the clocks of another zone. */
export async function retimeSchedules(tx: Records, timeZone: string, now: Date): Promise<void> {
  for (const row of await tx.select().from(reportSchedule)) {
    const nextAt = new Date(nextTime(rhythmOf(row), timeZone, now.getTime()));
    const { reportScheduleId } = row;
    await tx
      .update(reportSchedule)
      .set({ nextAt })
      .where(eq(reportSchedule.reportScheduleId, reportScheduleId));
  }
}
