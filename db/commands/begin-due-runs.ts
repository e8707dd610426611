import { and, asc, eq, lte } from 'drizzle-orm';
import { findWorkspace } from '@/db/queries/workspace.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { reportSchedule } from '@/db/schema/reports.ts';
import { nextTime, type Rhythm } from '@/lib/reports/rhythm.ts';
import { beginRun } from './reports/begin-run.ts';
import { rhythmOf } from './reports/rhythm-of.ts';

/** More are not counted. */
const MOST_MISSED = 1000;

/**
 * Puts the reports of all schedules that are due on the list. What was missed while no program ran is made once, and how
 * often it was missed is kept. Of two programs that look at once only one gets a schedule. Returns how many were due.
 */
export async function beginDueRuns(records: RecordDatabase, now: Date): Promise<number> {
  let begun = 0;
  while (await beginOne(records, now)) begun += 1;
  return begun;
}

function beginOne(records: RecordDatabase, now: Date): Promise<boolean> {
  return records.transaction(async (tx) => {
    const [due] = await tx
      .select()
      .from(reportSchedule)
      .where(and(eq(reportSchedule.isPaused, false), lte(reportSchedule.nextAt, now)))
      .orderBy(asc(reportSchedule.nextAt), asc(reportSchedule.reportScheduleId))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!due) return false;
    const timeZone = (await findWorkspace(tx))?.timeZone ?? 'UTC';
    const { next, last, missed } = timesUntil(rhythmOf(due), timeZone, due.nextAt.getTime(), now.getTime());
    await beginRun(tx, due, { dueAt: new Date(last), missed, isAsked: false }, now);
    await tx
      .update(reportSchedule)
      .set({ nextAt: new Date(next) })
      .where(eq(reportSchedule.reportScheduleId, due.reportScheduleId));
    return true;
  });
}

/** The last time of a rhythm up to now, the first after it, and how many before the last were let pass. */
function timesUntil(rhythm: Rhythm, timeZone: string, due: number, now: number) {
  let last = due;
  let missed = 0;
  for (;;) {
    const next = nextTime(rhythm, timeZone, last);
    if (next > now) return { last, next, missed };
    if (missed === MOST_MISSED) return { last, next: nextTime(rhythm, timeZone, now), missed };
    last = next;
    missed += 1;
  }
}
