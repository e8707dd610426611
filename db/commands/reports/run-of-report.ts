import { and, eq } from 'drizzle-orm';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { report, reportRun, reportSchedule } from '@/db/schema/reports.ts';

/** The run of a schedule that a report is made for. */
export interface RunOfReport {
  runId: number;
  scheduleId: number;
  name: string;
  /** Whether somebody asked for it by hand: then it goes out, changed or not. */
  isAsked: boolean;
  recipients: readonly string[];
  folder: string | null;
  sentTo: readonly string[];
  /** A fingerprint of the figures that went out last. */
  lastFigures: string | null;
}

/** The run that waits for this report; null where nobody but a person asked for it, or the run has ended. */
export async function findRunOf(records: RecordDatabase, reportId: number): Promise<RunOfReport | null> {
  const [row] = await records
    .select({
      runId: reportRun.reportRunId,
      scheduleId: reportSchedule.reportScheduleId,
      name: reportSchedule.name,
      isAsked: reportRun.isAsked,
      recipients: reportSchedule.recipients,
      folder: reportSchedule.folder,
      sentTo: reportRun.sentTo,
      lastFigures: reportSchedule.lastFigures,
    })
    .from(reportRun)
    .innerJoin(reportSchedule, eq(reportSchedule.reportScheduleId, reportRun.reportScheduleId))
    .where(and(eq(reportRun.reportId, reportId), eq(reportRun.result, 'making')));
  return row ?? null;
}

/** Whether a run has nothing to send: its figures are those that went out last. */
export function isUnchanged({ isAsked, lastFigures }: RunOfReport, figures: string): boolean {
  return !isAsked && lastFigures === figures;
}

/** Ends a run that has nothing new to say, and drops its report. */
export async function skipRun(
  records: RecordDatabase,
  reportId: number,
  { runId }: RunOfReport,
  now: Date,
): Promise<'unchanged'> {
  const words = 'Nothing has changed since the last time that it went out.';
  await records.transaction(async (tx) => {
    await tx
      .update(reportRun)
      .set({ result: 'skipped', words, finishedAt: now, reportCode: null })
      .where(eq(reportRun.reportRunId, runId));
    await tx.delete(report).where(eq(report.reportId, reportId));
  });
  return 'unchanged';
}

interface RunEnd {
  result: 'sent' | 'failed' | 'refused';
  words: string;
  /** Whether the schedule rests from now on, since its owner may no longer have what it makes. */
  pauses?: boolean;
  /** What went out, for the next run to be held against. */
  figures?: string | null;
}

/** Writes down how the run of a report ended; nothing where it has none. */
export async function endRun(
  records: RecordDatabase,
  reportId: number,
  { result, words, pauses = false, figures }: RunEnd,
  now: Date,
): Promise<void> {
  await records.transaction(async (tx) => {
    const [ended] = await tx
      .update(reportRun)
      .set({ result, words, finishedAt: now })
      .where(and(eq(reportRun.reportId, reportId), eq(reportRun.result, 'making')))
      .returning({ scheduleId: reportRun.reportScheduleId });
    if (!ended) return;
    const changes = { ...(pauses ? { isPaused: true } : {}), ...(figures ? { lastFigures: figures } : {}) };
    if (Object.keys(changes).length === 0) return;
    await tx.update(reportSchedule).set(changes).where(eq(reportSchedule.reportScheduleId, ended.scheduleId));
  });
}
