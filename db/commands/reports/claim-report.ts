import { and, asc, eq, lt, or } from 'drizzle-orm';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { report, reportPiece, reportRun } from '@/db/schema/reports.ts';
import type { PackFormatId } from '@/lib/packs/formats.ts';
import { MOST_ATTEMPTS } from '@/lib/reports/report-states.ts';

/** After so long without a sign its program is taken for gone. */
export const SILENT_MS = 60_000;

/** A report that this program makes now, and no other does. */
export interface ReportJob {
  reportId: number;
  account: string;
  page: string;
  query: string;
  format: PackFormatId;
  title: string;
  askedAt: Date;
  attempt: number;
  /** When it was complete already in an attempt that broke off after that. */
  madeAt: Date | null;
}

/** The job was given to another program, since this one was silent for too long. */
export class JobLost extends Error {
  override readonly name = 'JobLost';
}

/**
 * Takes the report that has waited longest, or one whose program is gone; null where nothing is to be done. One that
 * broke off too often is given up on the way. Two programs never get the same one.
 */
export function claimReport(records: RecordDatabase, now: Date): Promise<ReportJob | null> {
  return records.transaction(async (tx) => {
    const isSilent = and(eq(report.state, 'making'), lt(report.beatAt, new Date(now.getTime() - SILENT_MS)));
    for (;;) {
      const [row] = await tx
        .select({
          reportId: report.reportId,
          account: report.account,
          page: report.page,
          query: report.query,
          format: report.format,
          title: report.title,
          askedAt: report.askedAt,
          state: report.state,
          attempts: report.attempts,
          madeAt: report.madeAt,
        })
        .from(report)
        .where(or(eq(report.state, 'waiting'), isSilent))
        .orderBy(asc(report.reportId))
        .limit(1)
        .for('update', { skipLocked: true });
      if (!row) return null;
      const { attempts, state, ...rest } = row;
      const job = { ...rest, format: rest.format as PackFormatId };
      const attempt = attempts + 1;
      const of = eq(report.reportId, row.reportId);
      if (job.madeAt === null) await tx.delete(reportPiece).where(eq(reportPiece.reportId, row.reportId));
      const isGivenUp = state === 'making' && attempts % MOST_ATTEMPTS === 0;
      if (!isGivenUp) {
        await tx
          .update(report)
          .set({ state: 'making', attempts: attempt, beatAt: now, problem: null })
          .where(of);
        return { ...job, attempt };
      }
      await tx.update(report).set({ state: 'failed', problem: BROKEN_OFF }).where(of);
      await tx
        .update(reportRun)
        .set({ result: 'failed', words: BROKEN_OFF, finishedAt: now })
        .where(and(eq(reportRun.reportId, row.reportId), eq(reportRun.result, 'making')));
    }
  });
}

/** Shows that the program is there, and what it has come to. Throws JobLost when the job is no longer its own. */
export async function keepReport(
  records: RecordDatabase,
  { reportId, attempt }: Pick<ReportJob, 'reportId' | 'attempt'>,
  values: Partial<typeof report.$inferInsert>,
): Promise<void> {
  const kept = await records
    .update(report)
    .set(values)
    .where(and(eq(report.reportId, reportId), eq(report.attempts, attempt), eq(report.state, 'making')))
    .returning({ reportId: report.reportId });
  if (kept.length === 0) throw new JobLost('the report was given to another program, or removed');
}

/** Gives a report back that this program does not go on with, so that it is taken up again at once. */
export async function giveBack(
  records: RecordDatabase,
  job: Pick<ReportJob, 'reportId' | 'attempt'>,
): Promise<void> {
  await keepReport(records, job, { state: 'waiting' });
}

/** Removes what a program has written of a report that it lost meanwhile: nobody would otherwise. */
export async function dropPieces(
  records: RecordDatabase,
  { reportId, attempt }: Pick<ReportJob, 'reportId' | 'attempt'>,
): Promise<void> {
  const [made] = await records
    .select({ fileAttempt: report.fileAttempt })
    .from(report)
    .where(eq(report.reportId, reportId));
  // Complete before it was lost: then it is the file.
  if (made?.fileAttempt === attempt) return;
  await records
    .delete(reportPiece)
    .where(and(eq(reportPiece.reportId, reportId), eq(reportPiece.attempt, attempt)));
}

const BROKEN_OFF = `It was broken off ${MOST_ATTEMPTS} times while it was made. Nothing was kept; try again.`;
