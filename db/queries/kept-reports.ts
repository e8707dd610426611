import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { report, reportPiece } from '@/db/schema/reports.ts';
import { whereOpenReports, whereReports } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Pack } from '@/lib/packs/pack.ts';

/** A report without its figures and its file. */
export type ReportRow = Omit<typeof report.$inferSelect, 'pack'> & { hasPack: boolean };

const MOST_LISTED = 200;

/** What the viewer asked for or took out, or everybody whose reports they may open, the newest first. */
export function listReports(records: Records, viewer: Viewer, everybody: boolean): Promise<ReportRow[]> {
  const whose = everybody ? whereOpenReports(viewer) : whereReports(viewer);
  return selectReports(records).where(whose).orderBy(desc(report.reportId)).limit(MOST_LISTED);
}

/** A report that the viewer asked for, or with `open` one that they may look at; null when there is none. */
export async function findReport(
  records: Records,
  viewer: Viewer,
  reportId: number,
  { open = false }: { open?: boolean } = {},
): Promise<ReportRow | null> {
  const mine = open ? whereOpenReports(viewer) : whereReports(viewer);
  const [row] = await selectReports(records).where(and(mine, eq(report.reportId, reportId)));
  return row ?? null;
}

/** Some of the viewer's reports, to see how far they have come. */
export function listReportsOf(
  records: Records,
  viewer: Viewer,
  ids: readonly number[],
): Promise<ReportRow[]> {
  return selectReports(records).where(and(whereReports(viewer), inArray(report.reportId, [...ids])));
}

/** The figures of a report that the viewer may look at; null where none are kept. */
export async function findPack(records: Records, viewer: Viewer, reportId: number): Promise<Pack | null> {
  const [row] = await records
    .select({ pack: report.pack })
    .from(report)
    .where(and(whereOpenReports(viewer), eq(report.reportId, reportId)));
  return row?.pack ?? null;
}

/** How many of the viewer's reports wait or are being made. */
export async function countUnfinished(records: Records, viewer: Viewer): Promise<number> {
  const [row] = await records
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(report)
    .where(and(whereReports(viewer), inArray(report.state, ['waiting', 'making'])));
  return row?.count ?? 0;
}

/** The next piece of a file as it was stored, compressed; null after the last one. */
export async function findPiece(
  records: Records,
  { reportId, attempt }: { reportId: number; attempt: number },
  after: number,
): Promise<{ seq: number; content: Buffer } | null> {
  const [row] = await records
    .select({ seq: reportPiece.seq, content: reportPiece.content })
    .from(reportPiece)
    .where(
      and(eq(reportPiece.reportId, reportId), eq(reportPiece.attempt, attempt), gt(reportPiece.seq, after)),
    )
    .orderBy(asc(reportPiece.seq))
    .limit(1);
  return row ?? null;
}

function selectReports(records: Records) {
  return records
    .select({
      reportId: report.reportId,
      account: report.account,
      page: report.page,
      query: report.query,
      format: report.format,
      title: report.title,
      filterWords: report.filterWords,
      askedAt: report.askedAt,
      state: report.state,
      problem: report.problem,
      attempts: report.attempts,
      beatAt: report.beatAt,
      rowsDone: report.rowsDone,
      rowsTotal: report.rowsTotal,
      madeAt: report.madeAt,
      fileName: report.fileName,
      fileBytes: report.fileBytes,
      fileSha256: report.fileSha256,
      fileAttempt: report.fileAttempt,
      holdsWords: report.holdsWords,
      figures: report.figures,
      scope: report.scope,
      keptUntil: report.keptUntil,
      hasPack: sql<boolean>`${report.pack} is not null`.mapWith(Boolean),
    })
    .from(report)
    .$dynamic();
}
